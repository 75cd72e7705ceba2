/** The room of the map: it stands at once, and says what is in it while the map is not. */
import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../messages/messages.ts';

/** @param map its element, as soon as there is one: a map needs its room to begin */
export function mapRoom(words: Messages, map?: Element, isLoading = true): TemplateResult {
  return html`<p class="hint">${words.text('map.hint')}</p>
    <div class="map-room">
      ${map}
      <p class="quiet" role="status">${isLoading ? words.text('map.loading') : ''}</p>
    </div>`;
}

export const mapFailed = (words: Messages): TemplateResult =>
  html`<p class="bar caution">${words.text('map.unsupported')}</p>`;
