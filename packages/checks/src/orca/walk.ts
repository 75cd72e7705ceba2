// One walk with the keyboard alone, and what is heard on it.

import type { Page } from 'puppeteer-core';
import type { Role } from '../drive/driver.ts';
import { keyboardOf, type Focused } from '../drive/keyboard.ts';
import { isOfThePage, plain, saidTwice, utterancesIn, type Utterance } from './speech.ts';
import type { Words } from './words.ts';

type Key = Parameters<Page['keyboard']['press']>[0];

/** What has to be heard: words, or what finds out about them, for as long as they are waited for. */
export type Due = string | (() => Promise<string>);

/** What was done and what was heard until the next thing was done. */
export interface Moment {
  /** The screen it was on. */
  readonly screen: string;
  /** The key, or what was typed. */
  readonly did: string;
  /** The name of what had the focus before and has it still. */
  readonly stays?: string;
  readonly heard: readonly Utterance[];
}

export interface Walked {
  readonly name: string;
  readonly words: Words;
  readonly moments: readonly Moment[];
  /** How many things the walk asks for, the same in every run: names on the way are heard too, but how many there are depends on what has come. */
  readonly due: number;
  /** What was not heard, with where; the names on the way are among it. */
  readonly missing: readonly string[];
  /** The first moment inside the widget. */
  readonly inside: number;
  readonly twice: readonly string[];
  /** Utterances from entering the form to the receipt, where the walk has both. */
  readonly utterances?: number;
}

/** How long something may take until it is spoken. Orca answers a key within a second; a city answers, and a form sends, within some. */
const patience = 15_000;
/** Orca notes each event that it hears of. When it has noted nothing for so long, it has said all that there was to say. */
const quiet = 450;

/** The page begins to load (1), has ended to load (0), is complete. */
const loading = /OBJECT EVENT: (?:object:state-changed:busy \([01]|document:load-complete)/g;

export interface Ears {
  /** What Orca has noted since it was last told to begin anew. */
  log(): string;
  /** Forgets what was noted until now. */
  beginAnew(): void;
}

export class Walk {
  readonly name: string;
  readonly page: Page;
  readonly words: Words;
  readonly #ears: Ears;
  readonly #moments: Moment[] = [];
  readonly #missing: string[] = [];
  #due = 0;
  #screen = '';
  #inside = 0;
  #entered: number | undefined;
  #left: number | undefined;

  constructor(name: string, page: Page, words: Words, ears: Ears) {
    this.name = name;
    this.page = page;
    this.words = words;
    this.#ears = ears;
    ears.beginAnew();
  }

  /** What is heard from now on belongs to this screen. */
  screen(name: string): void {
    this.#screen = name;
  }

  /**
   * Comes by Tab from the top of the page to the first control of a widget; what is heard before that is the page's. All of `due` is heard there.
   * @throws Error when the widget does not come
   */
  async enter(widget: string, ...due: readonly Due[]): Promise<void> {
    const isIn = () => this.page.evaluate((name) => document.activeElement?.localName === name, widget);
    await this.page.waitForFunction(
      (name) => document.querySelector(name)?.shadowRoot?.querySelector('input, button'),
      {},
      widget,
    );
    for (let presses = 0; presses < 30; presses += 1) {
      this.#entered = this.#count();
      this.#inside = this.#moments.length;
      await this.page.keyboard.press('Tab');
      const isThere = await isIn();
      await this.#hear('Tab', isThere ? due : [], isThere ? (await this.#focused()).name : '');
      if (isThere) return;
      // The link that leaves out the menu is the first of the page.
      if (presses === 0) await this.press('Enter');
    }
    throw new Error(`Tab does not reach ${widget}.`);
  }

  /** Whether something has not been heard already. */
  get hasMissed(): boolean {
    return this.#missing.length > 0;
  }

  /** The last utterance was the receipt. */
  arrives(): void {
    this.#left = this.#count();
  }

  /**
   * Opens a page; what Orca says of it is no part of the walk. Orca sometimes takes in the beginning and the end of the loading the wrong way round. Then
   * it holds all that happens for a part of the loading, and says nothing of it; so would it for whoever uses it, who opens the page once more.
   * @throws Error when Orca does not notice that it has come
   */
  async open(url: string): Promise<void> {
    for (let attempt = 0; attempt < 8; attempt += 1) {
      if (attempt > 0) await this.page.goto('about:blank');
      this.#ears.beginAnew();
      const noticed = () => [...this.#ears.log().matchAll(loading)].map(([event]) => event);
      const isLoaded = () => noticed().at(-1)?.includes('(1') === false;
      const isWrongWayRound = () => !isLoaded() && noticed().some((event) => event.includes('load-complete'));
      await this.page.goto(url, { waitUntil: 'load' });
      await this.page.bringToFront();
      const end = performance.now() + patience * 3;
      do await this.#hush(1_000);
      while (!isLoaded() && !isWrongWayRound() && performance.now() < end);
      if (isLoaded()) {
        this.#ears.beginAnew();
        return;
      }
    }
    throw new Error(`Orca does not notice that ${url} has come.`);
  }

  /** Presses a key; all of `due` is to be heard then, in this order. */
  async press(key: Key, ...due: readonly Due[]): Promise<void> {
    const before = await this.#focused();
    await this.page.keyboard.press(key);
    await this.#hear(key, due);
    const { role, name } = await this.#focused();
    const moment = this.#moments.at(-1)!;
    if (name && role === before.role && name === before.name) this.#moments.splice(-1, 1, { ...moment, stays: name });
  }

  async type(text: string, ...due: readonly Due[]): Promise<void> {
    await this.page.keyboard.type(text, { delay: 30 });
    await this.#hear(`“${text}”`, due);
  }

  /**
   * Presses Tab until focus is on such a thing, at least once. The name of everything on the way has to be heard; all of `due` at its end.
   * @throws Error when it does not come
   */
  async tabTo(role: Role, name: string, ...due: readonly Due[]): Promise<Focused> {
    const seen: string[] = [];
    for (let presses = 0; presses < 40; presses += 1) {
      const before = await this.#focused();
      await this.page.keyboard.press('Tab');
      const now = await this.#focused();
      const isThere =
        (now.role === role || (role === 'textbox' && now.role === 'combobox')) &&
        plain(now.name).startsWith(plain(name));
      // A field for a day has parts of its own, whose names are the browser's.
      const isSame = now.role === before.role && now.name === before.name;
      await this.#hear('Tab', isThere ? due : [], isSame ? '' : now.name);
      if (isThere) return now;
      seen.push(`${now.role} “${now.name.slice(0, 60)}”`);
    }
    throw new Error(`Tab does not reach the ${role} “${name}”. It came by:\n${[...new Set(seen)].join('\n')}`);
  }

  /** The walk could not be walked to its end. */
  stopped(error: unknown): void {
    this.#missing.push(`${this.#screen}: ${String(error)}`);
  }

  /** What the walk was. */
  done(): Walked {
    const counted = this.#entered !== undefined && this.#left !== undefined;
    return {
      name: this.name,
      words: this.words,
      moments: this.#moments,
      due: this.#due,
      missing: this.#missing,
      inside: this.#inside,
      twice: saidTwice(this.#moments.slice(this.#inside).flatMap(({ heard }) => heard)),
      ...(counted && { utterances: this.#left! - this.#entered! }),
    };
  }

  #focused(): Promise<Focused> {
    return keyboardOf(this.page).focused();
  }

  /** Waits for all of `given`, in its order, and for the name of what has the focus, wherever that stands between them. */
  async #hear(did: string, given: readonly Due[], name = ''): Promise<void> {
    const dueNow = () => Promise.all(given.map((one) => (typeof one === 'string' ? one : one())));
    let due = await dueNow();
    const heard = () => utterancesIn(this.#ears.log());
    const lines = () => heard().flatMap((one) => one.lines);
    const missing = () => [...missingIn(lines(), name ? [name] : []), ...missingIn(lines(), due)];
    const end = performance.now() + patience;
    while (missing().length > 0 && performance.now() < end) {
      await pause(50);
      due = await dueNow();
    }
    await this.#hush(quiet);
    due = await dueNow();
    this.#due += due.length;
    for (const one of missing()) {
      this.#missing.push(`${this.#screen}, ${did}: “${one}”. Heard: ${lines().join(' | ') || 'nothing'}`);
    }
    this.#moments.push({ screen: this.#screen, did, heard: heard() });
    this.#ears.beginAnew();
  }

  async #hush(milliseconds: number): Promise<void> {
    let length = -1;
    let since = performance.now();
    const end = since + patience;
    while (performance.now() - since < milliseconds && performance.now() < end) {
      const now = this.#ears.log().length;
      if (now !== length) since = performance.now();
      length = now;
      await pause(50);
    }
  }

  #count(): number {
    return this.#moments.flatMap(({ heard }) => heard).filter(({ lines }) => lines.some(isOfThePage)).length;
  }
}

/** What of `due` is not said in these lines, each after the one before it. */
function missingIn(lines: readonly string[], due: readonly string[]): readonly string[] {
  const all = ` ${plain(lines.join(' '))} `;
  let from = 0;
  return due.filter((one) => {
    const at = all.indexOf(plain(one), from);
    if (at < 0) return true;
    from = at;
    return false;
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
