/** Registers `citydesk-launcher`; a second copy on the page changes nothing. */
import { CitydeskLauncher } from './launcher.ts';

if (!customElements.get('citydesk-launcher')) customElements.define('citydesk-launcher', CitydeskLauncher);
