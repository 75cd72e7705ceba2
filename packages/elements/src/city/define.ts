/** Registers `citydesk-city`; a second copy on the page changes nothing. */
import { CitydeskCity } from './city.ts';

if (!customElements.get('citydesk-city')) customElements.define('citydesk-city', CitydeskCity);
