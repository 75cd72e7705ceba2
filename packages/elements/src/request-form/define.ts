/** Registers `citydesk-request-form`; a second copy on the page changes nothing. */
import { CitydeskRequestForm } from './request-form.ts';

if (!customElements.get('citydesk-request-form')) customElements.define('citydesk-request-form', CitydeskRequestForm);
