/** Registers `citydesk-snippet-builder`; a second copy on the page changes nothing. */
import { CitydeskSnippetBuilder } from './snippet-builder.ts';

if (!customElements.get('citydesk-snippet-builder')) {
  customElements.define('citydesk-snippet-builder', CitydeskSnippetBuilder);
}
