/** Says on every screen of a widget that this is practice: above all else, and with each heading that is read out. */
import { css, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Settings } from '../city/settings.ts';
import en from '../messages/practice.en.json';
import { messagesIn } from '../messages/messages.ts';

const styles = css`
  .practice {
    border: 2px dashed var(--caution);
    padding: 0.5em 1em;
    margin-block-end: 1em;
    color: var(--text);
    font-weight: 700;
  }
`;

const id = 'practice';

export class PracticeNote implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #settings: () => Settings;
  readonly #note = document.createElement('p');

  /** @param settings as they are now: the page may change its mind */
  constructor(host: ReactiveControllerHost & Element, settings: () => Settings) {
    this.#host = host;
    this.#settings = settings;
    this.#note.id = id;
    this.#note.className = 'practice';
    host.shadowRoot!.adoptedStyleSheets.push(styles.styleSheet!);
    host.addController(this);
    this.hostUpdated();
  }

  /** Outside of what the widget renders, before its first node: no screen can leave it out. */
  hostUpdated(): void {
    const root = this.#host.shadowRoot!;
    const settings = this.#settings();
    const isOn = !!settings.practice;
    const { lang, dir, text } = messagesIn(en, settings);
    Object.assign(this.#note, { lang, dir });
    const said = text('practice.note');
    if (this.#note.textContent !== said) this.#note.textContent = said;
    if (!isOn) this.#note.remove();
    else if (root.firstChild !== this.#note) root.prepend(this.#note);
    // The heading takes the focus when a screen comes: then this is read with it.
    for (const title of root.querySelectorAll('.title')) {
      const ids = (title.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
      title.setAttribute('aria-describedby', [...ids, ...(isOn ? [id] : [])].join(' '));
    }
  }
}
