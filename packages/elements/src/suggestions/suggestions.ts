/** Answers and notices beside the form: what fits the words or the service, and how many there are. Comes with the first key. */
import { html, nothing } from 'lit';
import type { Journey } from '@citydesk/core/request';
import { createIndex, languageFor, promoted, type Index } from '@citydesk/core/search';
import { around } from '../city/settings.ts';
import en from '../messages/suggestions.en.json';
import { messagesIn, type Messages } from '../messages/messages.ts';
import type { BesideForm, Place } from '../request-form/beside.ts';
import { answersList } from './answers-list.ts';
import type { Endings } from './endings.ts';
import { glimpses, isIn, type Glimpse } from './glimpse.ts';
import type { OpenedAnswer } from './opened-answer.ts';
import { suggestionsStyles } from './suggestions.styles.ts';

/** Milliseconds after the last key in which is announced what was found. */
const announceAfter = 1500;
/** From this width on, in CSS pixels, there is a column beside the form. As in request-form.styles.ts. */
const wide = 920;
/** Below this share of what could have matched, an answer is a guess. */
const leastScore = 0.15;
/** And below this share of the best one's, it only stands in the way. Both as in the panel. */
const leastOfBest = 0.35;
/** More would be no help. */
const most = 3;

interface Found {
  readonly state: Journey;
  readonly found: readonly Glimpse[];
  /** Whether the first of them is sure enough to be put forward. */
  readonly isPromoted: boolean;
}

export class Suggestions {
  readonly #form: BesideForm;
  /** `undefined` until they are here. */
  #index?: Index;
  #answers: ReadonlyMap<string, Glimpse> = new Map();
  #last?: Found | undefined;
  #open?: string | undefined;
  #opened?: OpenedAnswer;
  #coming?: Promise<Endings>;
  #endings?: Endings;
  #announcing?: ReturnType<typeof setTimeout>;
  /** The turn in which the number of answers was announced, and which they were. */
  #told = -1;
  #toldOf = '';
  #isWide = true;
  #side = false;
  #shown = '';

  constructor(form: BesideForm) {
    this.#form = form;
    const { host } = form;
    (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(suggestionsStyles.styleSheet!);
    new ResizeObserver(() => this.#isWide === host.clientWidth >= wide || host.requestUpdate()).observe(host);
    void this.#load();
  }

  /** Follows the report. */
  changed(state: Journey, before: Journey): void {
    const isNewTurn = state.turn !== before.turn;
    if (isNewTurn) this.#open = undefined;
    if (isNewTurn || state.draft.words !== before.draft.words) this.#announceLater();
    if (state.draft.serviceCode !== undefined) this.#end((endings) => endings.changed(state, before, this.#hasAnswers));
  }

  /** An answer was read elsewhere, and a link led from it to the form. */
  linked(answerId: string): void {
    this.#end((endings) => endings.linked(answerId));
  }

  /** Does so as soon as the endings are here. */
  #end(tell: (endings: Endings) => void): void {
    this.#coming ??= import('./endings.ts').then(({ Endings: Fetched }) => (this.#endings = new Fetched(this.#form)));
    this.#coming.then(tell, missing);
  }

  /** What stands at a place; `undefined` where nothing does yet. */
  at(place: Place): unknown {
    if (place === 'known') return this.#endings?.known?.render();
    const { host, view } = this.#form;
    const { state, level, words } = view();
    this.#isWide = host.clientWidth >= wide;
    const { found, isPromoted } = this.#found(state);
    // On a narrow screen they come after the list of matches.
    const isInList = !this.#isWide && stepIn(state) === 'what' && this.#hasRoom;
    if ((place === 'found') !== isInList || !found.length) return undefined;
    const list = answersList(found, {
      place,
      level: level + 1,
      title: this.#words.text(isPromoted ? 'answers.one' : 'answers.some'),
      isPromoted,
      open: this.#open,
      toggle: (id) => this.#toggle(id),
      opened: (one) => this.#opened?.render(one) ?? html`<p class="quiet">${words.text('later.loading')}</p>`,
    });
    // On the other side each time, so that other answers are made anew: those before them would be seen to move.
    return html`${this.#side ? list : nothing}${this.#side ? nothing : list}`;
  }

  get #words(): Messages {
    return messagesIn(en, this.#form.city.settings);
  }

  get #locale(): string {
    const { host, city } = this.#form;
    return city.settings.locale || around(host, '[lang]')?.getAttribute('lang') || 'en';
  }

  /** As the panel has it: the element's own, else the questions inside it, else the city's. */
  get #faq(): string | undefined {
    const { host, city } = this.#form;
    const own = (host as { readonly faq?: string | undefined }).faq;
    return own || (host.querySelector('details > summary') ? undefined : city.settings.faq);
  }

  /** Whether room is kept for them in the form. */
  get #hasRoom(): boolean {
    const { host, city } = this.#form;
    return !!(city.settings.faq || host.querySelector('details'));
  }

  /** Whether the city or the page has any. */
  get #hasAnswers(): boolean {
    const data = document.querySelectorAll('[type="application/ld+json"]');
    return this.#hasRoom || [...data].some(({ textContent }) => textContent.includes('FAQPage'));
  }

  /** While the resident says what it is, the answers to the words; then those to the service, too. Best first. */
  #found(state: Journey): Found {
    if (this.#last?.state === state) return this.#last;
    const { words, serviceCode = '' } = state.draft;
    const step = stepIn(state);
    const hits = (step && this.#index?.search(words)) || [];
    const least = Math.max(leastScore, (hits[0]?.score ?? 0) * leastOfBest);
    const ranked = hits.flatMap(({ id, score }) => (score >= least && this.#answers.get(id)) || []);
    const all = step ? [...new Set([...ranked, ...this.#answers.values()])] : [];
    const ofService = all.filter((one) => one.services.includes(serviceCode) && isIn(this.#locale, one));
    const found = (step === 'what' ? ranked : ofService).slice(0, most);
    const isPromoted = !!found[0] && promoted(hits)?.id === found[0].id;
    const shown = JSON.stringify([isPromoted, found]);
    if (shown !== this.#shown) this.#side = !this.#side;
    this.#shown = shown;
    return (this.#last = { state, found, isPromoted });
  }

  /** Fetches what can be found, once. Where that fails, the form does without. */
  async #load(): Promise<void> {
    const { host, city } = this.#form;
    await city.whenRead;
    if (!this.#hasAnswers) return;
    try {
      const locale = this.#locale;
      // A language that does not come is compared by its letters.
      const language = languageFor(locale).catch(() => undefined);
      // In Swedish, a day is written as 2026-11-24.
      const day = new Date().toLocaleDateString('sv', { timeZone: city.settings.zone });
      const answers = await glimpses({ faq: this.#faq, host, locale, day });
      const known = await language;
      this.#index = createIndex(answers, { locale, languages: known && [known] });
      this.#answers = new Map(answers.map((one) => [one.id, one]));
      this.#last = undefined;
      this.#announceLater();
      host.requestUpdate();
    } catch (error) {
      console.error('citydesk: the answers did not load.', error);
    }
  }

  #toggle(id: string): void {
    const { host } = this.#form;
    this.#open = this.#open === id ? undefined : id;
    if (this.#open) this.#end(({ outcomes }) => outcomes.opened(id));
    host.requestUpdate();
    if (this.#opened) return;
    import('./opened-answer.ts').then(({ OpenedAnswer: Fetched }) => {
      this.#opened ??= new Fetched(this.#form, (...said) => this.#end(({ outcomes }) => outcomes.said(...said)));
      host.requestUpdate();
    }, missing);
  }

  /** How many services and answers fit what is typed; of answers once, as long as they are the same ones. The later screens have no list that they could come after. */
  #announceLater(): void {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      const { state, matching, words } = this.#form.view();
      const typed = state.draft.words.trim();
      if (!typed || stepIn(state) !== 'what') return;
      const said: string[] = [];
      if (state.services.is === 'ready') {
        const { speech } = this.#form.city.settings;
        const count = matching(state.services.value, typed, undefined, speech?.aliases).length;
        said.push(count ? this.#words.text('what.count', { count }) : words.text('what.none', { words: typed }));
      }
      const count = this.#found(state).found.length;
      if (count && this.#told !== state.turn) {
        this.#told = state.turn;
        if (this.#toldOf !== this.#shown) said.push(this.#words.text('answers.count', { count }));
        this.#toldOf = this.#shown;
      }
      if (this.#index && !count) this.#end(({ outcomes }) => outcomes.nothingFound(typed));
      if (said.length) this.#form.announce(said.join(' '));
    }, announceAfter);
  }
}

const stepIn = (state: Journey) => (state.phase === 'filling' ? state.step : undefined);

const missing = (error: unknown) => console.error('citydesk: a part of the form did not load.', error);
