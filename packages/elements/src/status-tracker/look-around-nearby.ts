/** Where the resident is, asked of the device only on a press, and told to nobody. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LocateFailure, Point } from '@citydesk/core/request';
import { locate } from '../device/geolocation.ts';
import type { Messages } from '../messages/messages.ts';
import { icons } from '../parts/icons.ts';

export class Nearby {
  /** Set once the device has said it. */
  point: Point | undefined;
  #is: 'idle' | 'asking' | LocateFailure = 'idle';
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** One button for both ways, so that the focus stays; and what came of it. */
  render(words: Messages): TemplateResult {
    const press = () => (this.point ? this.#forget() : void this.#ask());
    return html`<div class="actions">
        <button class="button" type="button" @click=${press}>
          ${this.point ? words.text('around.newest') : [icons.location, words.text('around.locate')]}
        </button>
      </div>
      <div role="status">${this.#said(words)}</div>`;
  }

  #said(words: Messages): unknown {
    if (this.point) return html`<p class="bar">${words.text('around.locate.found')}</p>`;
    if (this.#is === 'idle') return nothing;
    const look = this.#is === 'asking' ? 'bar' : 'bar caution';
    return html`<p class=${look}>${words.text(`around.locate.${this.#is}`)}</p>`;
  }

  async #ask(): Promise<void> {
    if (this.#is === 'asking') return;
    this.#is = 'asking';
    this.#changed();
    try {
      this.point = await locate();
      this.#is = 'idle';
    } catch (error) {
      this.#is = (error as Error).cause as LocateFailure;
    }
    this.#changed();
  }

  #forget(): void {
    this.point = undefined;
    this.#changed();
  }
}
