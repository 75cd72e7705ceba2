/** The languages to choose from, under the button that opened them. Fetched with the first tap on it. */
import { css, html, nothing, render } from 'lit';
import type { CityConfig } from '../city/city-config.ts';
import { chosen, languageKey } from '../city/chosen-language.ts';
import { languages, tagFor } from '../messages/languages.ts';
import type { Messages } from '../messages/messages.ts';

const styles = css`
  .menu {
    position: absolute;
    z-index: 2;
    inset-block-start: 100%;
    inset-inline: 0;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.5em, 1fr));
    padding: 0.5em;
    border: 1px solid var(--border);
    background: var(--surface);
  }
  .menu button {
    inline-size: 100%;
    padding-inline: 0.5em;
    border: 0;
    border-inline-start: 4px solid transparent;
    background: none;
    text-align: start;
    min-block-size: 44px;
    cursor: pointer;
  }
  .menu button:hover {
    background: var(--soft);
  }
  .menu [aria-current] {
    border-inline-start-color: var(--accent);
    font-weight: 700;
  }
`;

/**
 * Opens the menu under the button, or closes it. It follows the button in reading order; Escape closes it.
 * @param pressed the button, or what stands in it
 * @param words what is spoken now
 * @param city `languages`: those to offer; `storage`: whether the choice may be kept for the other pages of this tab
 */
export function toggle(pressed: Element, words: Messages, city: CityConfig): void {
  const button = pressed.closest<HTMLElement>('.langs')!;
  const row = button.parentElement!;
  const root = button.getRootNode() as ShadowRoot;
  const sheet = styles.styleSheet!;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  const close = () => {
    row.querySelector('.menu')?.remove();
    button.setAttribute('aria-expanded', 'false');
  };
  if (row.querySelector('.menu')) return close();
  const menu = document.createElement('ul');
  menu.className = 'menu';
  menu.setAttribute('aria-label', words.text('languages'));
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    close();
    button.focus();
  });
  const choose = (tag: string) => {
    close();
    button.focus();
    chosen.tag = tag;
    try {
      if (city.storage !== 'none') sessionStorage.setItem(languageKey, tag);
    } catch {
      // Storage is forbidden here.
    }
    dispatchEvent(new Event(languageKey));
  };
  const now = tagFor(words.lang);
  render(
    offered(city.languages).map((tag) => choice(tag, tag === now, () => choose(tag))),
    menu,
  );
  button.after(menu);
  button.setAttribute('aria-expanded', 'true');
}

function choice(tag: string, isNow: boolean, choose: () => void) {
  const { name, dir = 'ltr' } = languages[tag]!;
  return html`<li>
    <button type="button" lang=${tag} dir=${dir} aria-current=${isNow ? 'true' : nothing} @click=${choose}>${name}</button>
  </li>`;
}

/** Those that the city offers, in its order; those it does not know of ours are left out. */
const offered = (own: readonly string[] = Object.keys(languages)): readonly string[] => [
  ...new Set(own.flatMap((one) => tagFor(one) ?? [])),
];
