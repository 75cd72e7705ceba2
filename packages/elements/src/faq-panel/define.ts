/** Registers `citydesk-faq-panel`; a second copy on the page changes nothing. */
import { CitydeskFaqPanel } from './faq-panel.ts';

if (!customElements.get('citydesk-faq-panel')) customElements.define('citydesk-faq-panel', CitydeskFaqPanel);
