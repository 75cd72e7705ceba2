/** On top of every widget: other languages, each by its own name, for who cannot read this one. */
import { html, nothing } from 'lit';
import type { CityConfig } from '../city/city-config.ts';
import type { Messages } from '../messages/messages.ts';

/** The menu itself is fetched when it is opened. */
export function languageButton(words: Messages, city: CityConfig): unknown {
  if ((city.languages?.length ?? 2) < 2) return nothing;
  const open = async ({ target }: Event) => (await import('./language-menu.ts')).toggle(target as Element, words, city);
  return html`<button class="link langs" type="button" aria-expanded="false" @click=${open}>
    <span class="hidden">${words.text('language')}: </span
    ><span lang="en">English</span> · <span lang="es">Español</span> …
  </button>`;
}
