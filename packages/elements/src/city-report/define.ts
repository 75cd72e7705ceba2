/** Registers `citydesk-city-report`; a second copy on the page changes nothing. */
import { CitydeskCityReport } from './city-report.ts';

if (!customElements.get('citydesk-city-report')) customElements.define('citydesk-city-report', CitydeskCityReport);
