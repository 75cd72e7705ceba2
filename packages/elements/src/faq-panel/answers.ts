/** The city's answers, as the panel and the form use them: fetched once, searched, and each opened when it is asked for. */
import type { LitElement } from 'lit';
import { current, htmlText, type FaqEntry, type FaqSource } from '@citydesk/core/faq';
import type { Loadable } from '@citydesk/core/request';
import { createIndex, languageFor, promoted, type Index } from '@citydesk/core/search';
import { dayIn } from '@citydesk/core/day-in';
import type { CityController } from '../city/city-controller.ts';

/** An answer that fits some words. `score` is from 0 to 1. */
export interface FoundAnswer {
  readonly entry: FaqEntry;
  readonly score: number;
}

/** Below this share of what could have matched, an answer is a guess. Half a word among few answers scores little more. */
const leastScore = 0.12;
/** And below this share of the best one's, it only stands in the way. */
const leastOfBest = 0.35;

export class Answers {
  readonly #host: LitElement;
  readonly #city: CityController;
  readonly #bodies = new Map<string, Loadable<HTMLElement>>();
  #source?: FaqSource;
  #index?: Index;
  #byId: ReadonlyMap<string, FaqEntry> = new Map();
  /** Whether some entries are in the reader's language, so that the others are told apart. */
  #hasOwn = false;
  /** The language of the reader, BCP 47. */
  #locale = 'en';
  #last?: { readonly words: string; readonly found: readonly FoundAnswer[] };
  /** All current entries, in the source's order. */
  entries: Loadable<readonly FaqEntry[]> = { is: 'idle' };

  constructor(host: LitElement, city: CityController) {
    this.#host = host;
    this.#city = city;
  }

  /** Whether the page speaks another language than when they were fetched. */
  get areForeign(): boolean {
    return this.entries.is === 'ready' && (this.#city.settings.locale ?? 'en') !== this.#locale;
  }

  /** Fetches what can be found; after a failure, or in another language, again. The form and the panel stand without it. Never rejects. */
  async load(): Promise<void> {
    const { is } = this.entries;
    if (is === 'loading' || (is === 'ready' && !this.areForeign)) return;
    // Until those in the other language are here, these stand.
    if (is !== 'ready') this.entries = { is: 'loading' };
    try {
      await this.#city.whenRead;
      const { locale = 'en', zone } = this.#city.settings;
      this.#locale = locale;
      // Fetched beside the entries, before it is known which other languages these speak.
      const own = language(this.#locale);
      const { entries, mistakes } = current(await this.#fetch(), dayIn(new Date(), zone), this.#locale);
      for (const mistake of mistakes) console.warn(`citydesk: ${mistake}`);
      const others = [...new Set(entries.map((entry) => primary(this.languageOf(entry))))].map(language);
      const languages = (await Promise.all([own, ...others])).filter((one) => one !== undefined);
      this.#index = createIndex(
        entries.map((entry) => ({ ...entry, body: wordsIn(entry) })),
        { locale: this.#locale, languages },
      );
      this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
      this.#hasOwn = entries.some((entry) => this.#isOwn(entry));
      this.entries = { is: 'ready', value: entries };
      if (entries.some(({ contact }) => contact?.hours)) void this.#city.bringHours();
    } catch (error) {
      console.error('citydesk: the answers did not load.', error);
      this.entries = { is: 'failed' };
    }
    this.#host.requestUpdate();
  }

  /**
   * From the `faq` on the element itself; else from the `<details>` inside it; else from the `faq` of the city; else from the data of the page.
   * Where a file cannot be had, what the page itself has stands in for it.
   */
  async #fetch(): Promise<readonly FaqEntry[]> {
    const ofElement = (this.#host as { readonly faq?: string | undefined }).faq;
    const hasQuestions = this.#host.querySelector('details > summary') !== null;
    const faq = ofElement || (hasQuestions ? undefined : this.#city.settings.faq);
    try {
      return await this.#from(faq);
    } catch (error) {
      if (!faq) throw error;
      const instead = await this.#from(undefined).catch(() => Promise.reject(error));
      console.error('citydesk: the answers did not load; those on the page stand in for them.', error);
      return instead;
    }
  }

  async #from(faq: string | undefined): Promise<readonly FaqEntry[]> {
    const { sourceFor } = await import('../faq/source-for.ts');
    this.#source = await sourceFor(faq, this.#host);
    return this.#source.entries();
  }

  /** The one answer that is sure enough to be put forward, if there is one. */
  promoted(words: string): FaqEntry | undefined {
    const found = this.search(words).map(({ entry, score }) => ({ id: entry.id, score }));
    const one = promoted(found);
    return one && this.byId(one.id);
  }

  /** Best first; empty while nothing is here. */
  search(words: string): readonly FoundAnswer[] {
    if (this.entries.is !== 'ready' || !words.trim()) return [];
    if (this.#last?.words === words) return this.#last.found;
    const hits = this.#index!.search(words);
    const least = Math.max(leastScore, (hits[0]?.score ?? 0) * leastOfBest);
    const found = hits.flatMap(({ id, score }) => {
      const entry = this.#byId.get(id);
      return entry && score >= least ? [{ entry, score }] : [];
    });
    this.#last = { words, found };
    return found;
  }

  byId(id: string): FaqEntry | undefined {
    return this.#byId.get(id);
  }

  /** BCP 47. */
  languageOf({ locale }: Pick<FaqEntry, 'locale'>): string {
    return locale ?? this.#locale;
  }

  /** Whether it is in another language than the reader's, who could have one in that. */
  isForeign(entry: FaqEntry): boolean {
    return this.#hasOwn && !this.#isOwn(entry);
  }

  #isOwn(entry: FaqEntry): boolean {
    return primary(this.languageOf(entry)) === primary(this.#locale);
  }

  /**
   * The answer as elements that nothing in them can run; fetched when first asked for.
   * @param level of the first rank of headings in it, 1–6
   */
  body(entry: FaqEntry, level = 4): Loadable<HTMLElement> {
    const known = this.#bodies.get(entry.id);
    if (known) return known;
    this.#bodies.set(entry.id, { is: 'loading' });
    void this.#fetchBody(entry, level);
    return { is: 'loading' };
  }

  async #fetchBody(entry: FaqEntry, level: number): Promise<void> {
    try {
      const [{ safeBody }, body] = await Promise.all([
        import('../faq/safe-body.ts'),
        entry.body === undefined ? this.#source!.body(entry) : entry.body,
      ]);
      const element = document.createElement('div');
      element.append(await safeBody(body, entry, { level, base: this.#source!.base?.(entry) }));
      Object.assign(element, { className: 'answer stack', lang: this.languageOf(entry), dir: 'auto' });
      this.#bodies.set(entry.id, { is: 'ready', value: element });
    } catch (error) {
      console.error(`citydesk: the answer "${entry.id}" did not load.`, error);
      this.#bodies.set(entry.id, { is: 'failed' });
    }
    this.#host.requestUpdate();
  }

  /** After a failure, `body` tries again. */
  retry({ id }: FaqEntry): void {
    this.#bodies.delete(id);
    this.#host.requestUpdate();
  }
}

/** The words of an answer at hand, for the search. It leaves out marks by itself, so of Markdown only addresses have to go. */
function wordsIn({ body, format }: FaqEntry): string | undefined {
  return format === 'markdown' ? body?.replace(/\]\([^()\s]*\)/g, ' ') : body && htmlText(body);
}

/** `de` of `de-AT`. */
const primary = (locale: string) => locale.toLowerCase().split('-')[0]!;

/** What is known of a language; one that does not come is compared by its letters. */
const language = (locale: string) => languageFor(locale).catch(() => undefined);
