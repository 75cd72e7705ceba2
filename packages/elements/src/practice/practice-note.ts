/** Says on every screen of a widget that this is practice: above all else, and with each heading that is read out. */
import { css, type ReactiveController, type ReactiveControllerHost } from 'lit';
import en from '../messages/practice.en.json';

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
  readonly #isOn: () => boolean;
  readonly #note = document.createElement('p');

  /** @param isOn whether this is practice now: the page may change its mind */
  constructor(host: ReactiveControllerHost & Element, isOn: () => boolean) {
    this.#host = host;
    this.#isOn = isOn;
    this.#note.id = id;
    this.#note.className = 'practice';
    this.#note.lang = 'en';
    this.#note.dir = 'ltr';
    this.#note.textContent = en['practice.note'];
    host.shadowRoot!.adoptedStyleSheets.push(styles.styleSheet!);
    host.addController(this);
    this.hostUpdated();
  }

  /** Outside of what the widget renders, before its first node: no screen can leave it out. */
  hostUpdated(): void {
    const root = this.#host.shadowRoot!;
    const isOn = this.#isOn();
    if (!isOn) this.#note.remove();
    else if (root.firstChild !== this.#note) root.prepend(this.#note);
    // The heading takes the focus when a screen comes: then this is read with it.
    for (const title of root.querySelectorAll('.title')) {
      const ids = (title.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
      title.setAttribute('aria-describedby', [...ids, ...(isOn ? [id] : [])].join(' '));
    }
  }
}
