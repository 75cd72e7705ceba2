import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { FaqEntry } from '@citydesk/core/faq';
import { CityController } from '../city/city-controller.ts';
import { waitingItems } from '../device/waiting-items.ts';
import common from '../messages/common.en.json';
import en from '../messages/faq-panel.en.json';
import { messagesIn } from '../messages/messages.ts';
import { title } from '../parts/heading.ts';
import { help } from '../parts/help.ts';
import { languageButton } from '../parts/language-button.ts';
import { Answers } from './answers.ts';
import { FaqOutcomeEvent, type FaqOutcome } from './events.ts';
import { faqPanelStyles } from './faq-panel.styles.ts';
import type { NextDay } from './next-day.ts';
import { Outcomes } from './outcomes.ts';
import { answerIn, decoded } from './report-link.ts';
import type { FaqActions, FaqView } from './view.ts';
import { summaryId } from './views/entry.ts';
import { below, noneWords, searchField, shownFor, topicOf } from './views/search.ts';

/** Milliseconds after the last key in which the number of answers is announced. */
const announceAfter = 1500;
/** Milliseconds from the going of what had the focus to its coming elsewhere: at one moment, Orca holds the focus for unchanged, and says nothing. */
const focusAfter = 120;

/**
 * Answers questions before a report is needed: from a JSON file, WordPress, or the page's own FAQ (`<details>` inside the element, or schema.org
 * FAQPage in the page). Needs no Open311 backend.
 *
 * Which one counts: the `faq` on the element itself; else the `<details>` inside it, also where the city file names a `faq` for all pages; else that
 * `faq`; else the data of the page. Where a file does not load, what the page itself has stands in for it.
 * Elements inside it without a slot are a fallback: they show until the answers stand, and where these cannot.
 *
 * A link to `#citydesk:answer=<id>` opens that answer, and so does one to the `id` of a `<details>` inside.
 *
 * @tag citydesk-faq-panel
 * @slot help - the city's own human route, after the phone
 * @slot person - the way to a person, shown where an answer did not help
 * @attr {'web'|'phone'|'kiosk'|'qr'} channel - how residents come to it, for the counts of the city; `web` by default
 * @fires {FaqOutcomeEvent} citydesk-faq-outcome - how a question ended
 * @cssprop [--citydesk-accent=#0f4f78] - links, main button, edge, bars
 * @cssprop [--citydesk-on-accent=#ffffff] - text on the accent
 * @cssprop [--citydesk-surface=#ffffff] - ground of widget and fields
 * @cssprop [--citydesk-soft=#f1f4f3] - ground of bars, chosen and hovered rows
 * @cssprop [--citydesk-text=#14191d] - main text
 * @cssprop [--citydesk-quiet=#434c54] - hints
 * @cssprop [--citydesk-border=#57626b] - boxes and fields
 * @cssprop [--citydesk-rule=#c5ccd0] - lines between rows
 * @cssprop [--citydesk-error=#951b12] - errors
 * @cssprop [--citydesk-caution=#654600] - late, held, unknown
 * @cssprop [--citydesk-done=#155338] - sent
 * @cssprop [--citydesk-focus=#14191d] - focus ring
 * @cssprop [--citydesk-font=inherit] - the page's own font by default
 * @cssprop [--citydesk-heading-font=inherit] - headings
 * @cssprop [--citydesk-size=max(1em, 17px)] - base size
 * @cssprop [--citydesk-radius=3px] - corners
 */
export class CitydeskFaqPanel extends LitElement {
  static override styles = faqPanelStyles;

  static override properties: PropertyDeclarations = {
    config: {},
    locale: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    phone: {},
    faq: {},
    storage: {},
    practice: { type: Boolean },
  };

  /** URL of the city file. */
  declare config?: string;
  /** BCP 47; overrides the language found from the page. */
  declare locale?: string;
  /** Level of the widget's heading, 1–6. Default 2. */
  declare headingLevel: number;
  /** The human route, always shown. */
  declare phone?: string;
  /** URL of the answers: a JSON file, or a WordPress REST route. Here, it goes before the questions that stand inside. */
  declare faq?: string;
  /** `none` on shared computers: nothing is kept on the device. */
  declare storage?: 'device' | 'none';
  /** Everything works, nothing is sent or kept, and every screen says so. */
  declare practice?: boolean;

  #city = new CityController(this);
  #answers = new Answers(this, this.#city);
  #outcomes = new Outcomes((outcome, id, words) => this.#tell(outcome, id, words));
  #days?: NextDay | 'coming' | undefined;
  #typed = '';
  #open?: string | undefined;
  #topics = new Set<string>();
  #said = new Map<string, 'yes' | 'no'>();
  #announcement = '';
  #announcing?: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.headingLevel = 2;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void waitingItems(this.#city);
    addEventListener('hashchange', this.#linked);
    addEventListener('pagehide', this.#left);
    // A form on the same page, which tells the rest.
    addEventListener('citydesk-request-submitted', this.#goesOn);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#linked);
    removeEventListener('pagehide', this.#left);
    removeEventListener('citydesk-request-submitted', this.#goesOn);
    clearTimeout(this.#announcing);
    // Whoever moves it to another place takes it away for no longer than that.
    queueMicrotask(() => this.isConnected || this.#left());
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await this.#city.speaking;
    super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    if (this.#answers.areForeign) void this.#answers.load();
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    return html`<section aria-labelledby="title" lang=${view.words.lang} dir=${view.words.dir}>
        <div class="edge" aria-hidden="true"><i class="on"></i></div>
        <div class="top">${languageButton(view.words, view.city)}</div>
        <div class="main stack">
          ${title(view.level, view.words.text('faq.heading'), false)} ${searchField(view)}
          <div class="found stack">${below(view)}</div>
          ${help(view)}
        </div>
      </section>
      <div class="hidden" role="status" lang=${view.words.lang}>${this.#announcement || nothing}</div>`;
  }

  #view(): FaqView {
    const { settings } = this.#city;
    const hasForm = document.querySelector('citydesk-request-form') !== null;
    return {
      words: messagesIn({ ...common, ...en }, settings),
      level: Math.trunc(this.headingLevel) || 2,
      city: settings,
      now: new Date(),
      answers: this.#answers,
      typed: this.#typed,
      open: this.#open,
      topics: this.#topics,
      said: this.#said.get(this.#open ?? ''),
      reportPage: settings.reportUrl ?? (hasForm ? location.href : undefined),
      days: (entry) => this.#nextDay(entry),
      do: this.#actions,
    };
  }

  readonly #actions: FaqActions = {
    type: (typed) => {
      this.#typed = typed;
      this.#announcement = '';
      clearTimeout(this.#announcing);
      this.#announcing = setTimeout(() => this.#settle(), announceAfter);
      // An answer that is no longer in sight is closed.
      if (typed.trim() && !shownFor(this.#view()).some(({ id }) => id === this.#open)) this.#open = undefined;
      this.requestUpdate();
    },
    settle: () => this.#settle(),
    toggle: (id) => this.#toggle(id),
    browse: (topic, open) => void (open ? this.#topics.add(topic) : this.#topics.delete(topic)),
    say: (said) => {
      const id = this.#open!;
      this.#said.set(id, said);
      this.#outcomes.said(id, said);
      this.requestUpdate();
      setTimeout(() => void this.#focus('.told'), focusAfter);
    },
    report: () => this.#outcomes.goesOn(),
    retry: (entry) => {
      if (entry) this.#answers.retry(entry);
      else void this.#load();
      void this.#focus(entry ? `#${CSS.escape(summaryId(entry.id))}` : '#question');
    },
  };

  async #load(): Promise<void> {
    await this.#answers.load();
    if (!this.#announcing) this.#settle();
    await this.#linked();
  }

  #toggle(id: string): void {
    this.#open = this.#open === id ? undefined : id;
    if (this.#open) this.#outcomes.opened(id);
    this.requestUpdate();
  }

  /** What had the focus is gone: it goes to what took its place. */
  async #focus(selector: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** A link to an answer opens it. */
  readonly #linked = async (): Promise<void> => {
    const own = decoded(location.hash.slice(1));
    const id = answerIn(location.hash) ?? (own && this.querySelector(`details#${CSS.escape(own)}`) ? own : '');
    const entry = this.#answers.byId(id);
    if (!entry) return;
    this.#typed = '';
    this.#topics.add(topicOf(this.#view(), entry));
    if (this.#open !== id) this.#toggle(id);
    await this.#focus(`#${CSS.escape(summaryId(id))}`);
    (this.renderRoot as ShadowRoot).activeElement?.scrollIntoView();
  };

  readonly #left = (): void => this.#outcomes.left();
  readonly #goesOn = (): void => this.#outcomes.goesOn();

  #tell(outcome: FaqOutcome, answerId?: string, words?: string): void {
    const event = new FaqOutcomeEvent(outcome, answerId, this.#city.settings.shareQuestions ? words : undefined);
    // What was taken away has no page around it that could listen.
    (this.isConnected ? this : document).dispatchEvent(event);
  }

  #nextDay(entry: FaqEntry): unknown {
    if (this.#days === undefined) {
      this.#days = 'coming';
      void import('./next-day.ts').then(
        ({ NextDay: Fetched }) => {
          this.#days = new Fetched(this, this.#city);
          this.requestUpdate();
        },
        (error: unknown) => {
          // The next answer that needs it tries again.
          this.#days = undefined;
          console.error('citydesk: a part of the panel did not load.', error);
        },
      );
    }
    return this.#days === 'coming' ? nothing : this.#days?.render(this.#view(), entry);
  }

  /** The words stand: the number of answers is announced, and nothing found counts. */
  #settle(): void {
    clearTimeout(this.#announcing);
    this.#announcing = undefined;
    if (!this.#typed.trim() || this.#answers.entries.is !== 'ready') return;
    const view = this.#view();
    const count = shownFor(view).length;
    this.#announcement = count ? view.words.text('faq.count', { count }) : noneWords(view);
    if (!count) this.#outcomes.nothingFound(this.#typed);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'citydesk-faq-panel': CitydeskFaqPanel;
  }
}
