/** The hash by which a page's policy takes the style that is copied: worked out anew when the style is another. */
import type { ReactiveControllerHost } from 'lit';
import type { Choice } from './choice.ts';
import { hashOf } from './csp-lines.ts';
import { styleText, themeSheet } from './markup.ts';

export class StyleHash {
  readonly #host: ReactiveControllerHost;
  #text = '';
  /** `sha256-…`; `undefined` while it is not known, or where the page cannot know it. */
  value: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  async follow(choice: Choice): Promise<void> {
    const text = styleText(themeSheet(choice));
    if (text === this.#text) return;
    this.#text = text;
    this.value = undefined;
    const hash = await hashOf(text).catch(() => undefined);
    if (text !== this.#text || !hash) return;
    this.value = hash;
    this.#host.requestUpdate();
  }
}
