/**
 * Addresses to choose from, below the field: an editable combobox with a list (ARIA Authoring Practices Guide).
 * Nothing is chosen by itself, and whatever is typed counts as it stands.
 */
import { html, type TemplateResult } from 'lit';
import type { AddressSearch, FoundPlace } from '@citydesk/core/place';
import type { Messages } from '../../messages/messages.ts';

/** Milliseconds after the last key in which is asked. */
const askAfter = 250;
/** And in which is announced what was found: earlier, the keys would be spoken over it. */
const announceAfter = 1400;

/** What the field says of itself. Each is the ARIA attribute of that name, but for `role`; `active` is aria-activedescendant. */
export interface ComboboxAttributes {
  readonly role: 'combobox';
  readonly autocomplete: 'list';
  readonly controls: string;
  readonly expanded: `${boolean}`;
  readonly active: string | undefined;
}

/** What of the part is needed. */
export interface AddressBoxForm {
  readonly search: () => Promise<AddressSearch | undefined>;
  /** Where to look first, and in which language to answer. */
  readonly around: () => Pick<Parameters<AddressSearch['suggest']>[0], 'near' | 'locale'>;
  readonly words: () => Messages;
  readonly announce: (words: string) => void;
  /** Renders anew what is other than it was. */
  readonly shown: () => Promise<ShadowRoot>;
  /** An address was pressed, or typed to the last letter. */
  readonly chose: (found: FoundPlace, how: 'pressed' | 'typed') => void;
}

export class AddressBox {
  readonly #form: AddressBoxForm;
  /** Best first: for the words that were asked last. */
  #found: readonly FoundPlace[] = [];
  #isOpen = false;
  /** Whether the resident still types, so that the list may open. */
  #isWanted = false;
  #active = -1;
  #asked = new AbortController();
  #asking?: ReturnType<typeof setTimeout>;
  #announcing?: ReturnType<typeof setTimeout>;
  /** Whether the last question was in vain, and why. */
  vain: 'none' | 'failed' | undefined;

  constructor(form: AddressBoxForm) {
    this.#form = form;
  }

  get input(): ComboboxAttributes {
    const active = this.#isOpen && this.#active >= 0 ? `places-${this.#active}` : undefined;
    return { role: 'combobox', autocomplete: 'list', controls: 'places', expanded: `${this.#isOpen}`, active };
  }

  /** Asks for what was typed, soon. Answers to what stood there before come too late. */
  asks(words: string): void {
    this.#forget();
    this.#isWanted = true;
    this.#active = -1;
    const text = words.trim();
    if (this.#isTyped(text)) return;
    if (text.length < (ideographs.test(text) ? 2 : 3)) {
      this.vain = undefined;
      this.#show([]);
    } else this.#asking = setTimeout(() => void this.#ask(text), askAfter);
  }

  keydown(event: KeyboardEvent): void {
    const { key, altKey } = event;
    // The keys of an input method are its own.
    if (event.isComposing || event.keyCode === 229) return;
    const last = this.#found.length - 1;
    if (key === 'ArrowDown' && last >= 0)
      this.#move(!this.#isOpen && altKey ? -1 : this.#active < last ? this.#active + 1 : 0);
    else if (key === 'ArrowUp' && altKey && this.#isOpen) this.close();
    else if (key === 'ArrowUp' && last >= 0) this.#move(this.#active > 0 ? this.#active - 1 : last);
    else if (key === 'Enter' && this.#isOpen) this.#entered();
    else if (key === 'Escape' && this.#isOpen) this.close();
    else {
      // Any other key is for the text; Tab goes on, and chooses nothing.
      if (key === 'Tab') this.close();
      else if (this.#active >= 0 && !/^(Shift|Control|Alt|Meta)/.test(key)) this.#move(-1);
      return;
    }
    event.preventDefault();
    // Escape would close what the form stands in.
    event.stopPropagation();
  }

  close(): void {
    this.#isWanted = false;
    clearTimeout(this.#announcing);
    if (this.#isOpen) this.#show(this.#found, false);
  }

  list(): TemplateResult {
    const options = this.#isOpen ? this.#found : [];
    return html`<ul id="places" role="listbox" aria-label=${this.#form.words().text('place.list')} ?hidden=${!options.length}>
      ${options.map(
        (found, at) =>
          html`<li
            id="places-${at}"
            role="option"
            aria-selected=${at === this.#active}
            @mousedown=${keepFocus}
            @click=${() => this.#choose(found)}
          >
            <bdi>${found.label}</bdi>
          </li>`,
      )}
    </ul>`;
  }

  #move(to: number): void {
    this.#show(this.#found, true, to);
    const { active } = this.input;
    // A list that reaches below the window shows the option that the keys are at.
    if (active)
      void this.#form.shown().then((root) => root.getElementById(active)?.scrollIntoView({ block: 'nearest' }));
  }

  #entered(): void {
    const found = this.#found[this.#active];
    if (found) this.#choose(found);
    else this.close();
  }

  #choose(found: FoundPlace): void {
    this.#forget();
    this.#show([]);
    this.#form.chose(found, 'pressed');
  }

  /** What was typed may be one of the addresses, to the letter. */
  #isTyped(text: string): boolean {
    const found = this.#found.find(({ label }) => plain(label) === plain(text));
    if (!found) return false;
    // With others beside it ("31 Main St" before "310 Main St") the list stays.
    this.#show(this.#found, this.#isOpen && this.#found.length > 1);
    this.#form.chose(found, 'typed');
    return true;
  }

  async #ask(text: string): Promise<void> {
    const { signal } = (this.#asked = new AbortController());
    const { search, around, words } = this.#form;
    try {
      const found = await (await search())?.suggest({ text, ...around() }, signal);
      if (signal.aborted) return;
      this.vain = found?.length ? undefined : 'none';
      this.#show(found ?? [], !!found?.length && this.#isWanted);
      if (this.#isTyped(text) || !this.#isOpen) return;
      const said = words().text('place.count', { count: this.#found.length });
      this.#announcing = setTimeout(() => this.#form.announce(said), announceAfter - askAfter);
    } catch (error) {
      if (signal.aborted) return;
      console.error('citydesk: the address search does not answer. Check "geocoder".', error);
      this.vain = 'failed';
      this.#show([]);
    }
  }

  /** What was asked or was about to be said is no longer wanted. */
  #forget(): void {
    clearTimeout(this.#asking);
    clearTimeout(this.#announcing);
    this.#asked.abort();
  }

  #show(found: readonly FoundPlace[], isOpen = false, active = -1): void {
    this.#found = found;
    this.#isOpen = isOpen;
    this.#active = active;
    void this.#form.shown();
  }
}

/** The field keeps the focus, whatever is pressed in its list. */
const keepFocus = (event: Event) => event.preventDefault();

/** A word of Chinese, Japanese or Korean has two letters. */
const ideographs = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s,.;]+/g, ' ')
    .trim();
