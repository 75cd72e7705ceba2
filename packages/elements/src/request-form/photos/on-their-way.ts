/** How far the photos are, where somebody can tell, and the way to stop them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../messages/messages.ts';

/** @param progress from 0 to 1 */
export function onTheirWay(progress: number, words: Messages, stop: () => void): TemplateResult {
  return html`<div class="bar" lang=${words.lang}>
    <p>${words.text('photos.sending', { percent: Math.floor(progress * 100) })}</p>
    ${progress < 1 ? html`<button class="link" type="button" @click=${stop}>${words.text('photos.stop')}</button>` : nothing}
  </div>`;
}
