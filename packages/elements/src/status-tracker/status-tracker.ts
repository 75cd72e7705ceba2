import { LitElement, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { fragmentFor, referencesIn, startTracking, type Tracked, type Tracking } from '@citydesk/core/tracking';
import { CityController } from '../city/city-controller.ts';
import common from '../messages/common.en.json';
import en from '../messages/status-tracker.en.json';
import { mayHave, waitingItems } from '../device/waiting-items.ts';
import { messagesIn, type Messages } from '../messages/messages.ts';
import { title } from '../parts/heading.ts';
import { help } from '../parts/help.ts';
import { languageButton } from '../parts/language-button.ts';
import { eventsFor } from './events.ts';
import { Following } from './following.ts';
import { laterParts, neededFor } from './later-parts.ts';
import { announcementFor } from './announcement.ts';
import { statusTrackerStyles } from './status-tracker.styles.ts';
import type { TrackerActions, TrackerScreen } from './view.ts';
import { findForm, outcomeLine } from './views/find.ts';
import { links } from './views/links.ts';
import type { Unseen } from './views/unseen.ts';
import { reportView, type Found } from './views/report.ts';

/**
 * Shows what became of a report, without an account: found by its number, by the receipt's link
 * (`#citydesk:request=…`), or among the reports that this device keeps.
 * Elements inside it without a slot are a fallback: they show until the widget stands, and where it cannot.
 *
 * @tag citydesk-status-tracker
 * @slot help - the city's own human route, after the phone
 * @slot alerts - the city's own way to be told of changes, shown with a report
 * @attr {'web'|'phone'|'kiosk'|'qr'} channel - how residents come to it, for the counts of the city; `web` by default
 * @fires {RequestLookedUpEvent} citydesk-request-looked-up - a report was looked up, and how that ended
 * @fires {RequestChangedEvent} citydesk-request-changed - a report that is shown stands otherwise now
 * @fires {FeedbackGivenEvent} citydesk-feedback-given - the resident said whether it was fixed
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
export class CitydeskStatusTracker extends LitElement {
  static override styles = statusTrackerStyles;

  static override properties: PropertyDeclarations = {
    config: {},
    endpoint: {},
    jurisdictionId: { attribute: 'jurisdiction-id' },
    locale: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    phone: {},
    requestId: { attribute: 'request-id' },
    storage: {},
    practice: { type: Boolean },
    lookAround: { type: Boolean, attribute: 'look-around' },
  };

  /** URL of the city file. */
  declare config?: string;
  /** Base URL of the Open311 endpoint or relay. */
  declare endpoint?: string;
  /** Only where the endpoint serves several jurisdictions. */
  declare jurisdictionId?: string;
  /** BCP 47; overrides the language found from the page. */
  declare locale?: string;
  /** Level of the widget's heading, 1–6. Default 2. */
  declare headingLevel: number;
  /** The human route, always shown. */
  declare phone?: string;
  /** Show this request; a link's fragment goes first. */
  declare requestId?: string;
  /** `none` on shared computers: nothing is kept on the device. */
  declare storage?: 'device' | 'none';
  /** Everything works, nothing is sent or kept, and every screen says so. */
  declare practice?: boolean;
  /** Offer the list of recent requests. */
  declare lookAround: boolean;

  /** What stands in the field, and what is wrong with it. */
  #typed = '';
  #problem?: string | undefined;
  /** What came of keeping, forgetting or copying. */
  #outcome?: string | undefined;
  /** Said to screen readers, once. */
  #announcement = '';
  #all = false;
  #city = new CityController(this);
  #following = new Following(this, {
    city: this.#city,
    first: () => this.requestId ?? this.#city.settings.requestId,
    before: (reference) => this.#later.here.kept?.seen(reference),
    turned: (asked) => this.#turned(asked),
  });
  #later = laterParts({
    element: this,
    city: this.#city,
    remember: (reference, seen) => this.#following.tracker.remember(reference, seen),
  });
  /** Asked for by the resident on this page: then the focus goes where the answer stands. */
  #asked = false;

  constructor() {
    super();
    this.headingLevel = 2;
    this.lookAround = false;
    this.#following.tracker.subscribe((now, before) => this.#changed(now, before));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#readKept().catch(() => {});
    void waitingItems(this.#city, async (outbox) => (await this.#later.bring('cards')).follow(outbox));
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await this.#city.speaking;
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('requestId') && this.hasUpdated && this.requestId)
      this.#following.follow(referencesIn(this.requestId), false);
  }

  protected override render(): TemplateResult {
    const view = this.#screen();
    const { tracked } = view.state;
    const [one] = tracked;
    // A number that was typed and is not known: the field says so, with the number still in it.
    const missing = tracked.length === 1 && one!.look.is === 'missing';
    const shown = tracked.length > 0 && !missing;
    return html`<section aria-labelledby="title" lang=${view.words.lang} dir=${view.words.dir}>
        <div class="top">${languageButton(view.words, view.city)}</div>
        <div class="screen">
          <div class="main stack-2">
            ${title(view.level, view.words.text('heading'), false)}
            ${shown ? this.#shown(view) : findForm(view, false)}
            ${missing ? this.#unseen(view, 'missing', one!.reference) : nothing}
            ${this.#later.here.cards?.render()}
            ${shown ? nothing : this.#mine(view)} ${this.#others(view)}
          </div>
          <div class="aside stack-2">
            ${tracked.length === 1 && /^(found|unnumbered)$/.test(one!.look.is) ? links(view, one!, one!.look.is === 'found' ? one!.look.request : undefined) : nothing}
            ${shown ? html`${findForm(view, true)} ${this.#mine(view)}` : nothing} ${help(view)}
          </div>
        </div>
      </section>
      <div class="hidden" role="status" lang=${view.words.lang}>${this.#announcement || nothing}</div>`;
  }

  #shown(view: TrackerScreen): unknown {
    const { tracked } = view.state;
    const [one] = tracked;
    if (tracked.length > 1) return this.#later.want('several')?.(view);
    const waits = neededFor(tracked).some((name) => this.#later.want(name) === undefined);
    const { is } = one!.look;
    if (waits || is === 'looking') {
      return html`<p class="looking">${view.words.text('looking', { number: one!.reference })}</p>`;
    }
    if (is !== 'found') return this.#unseen(view, is, one!.reference);
    const { request } = one!.look;
    return reportView(view, one as Found, this.#later.here[request.status]?.render(view, request));
  }

  /** Until its words have come, and where they do not, its first sentence says enough. */
  #unseen(view: TrackerScreen, is: Unseen, number: string): unknown {
    return this.#later.want('unseen')?.(view, is, number) ?? html`<p id="first">${view.words.text(is, { number })}</p>`;
  }

  #mine(view: TrackerScreen): unknown {
    const outcome = view.state.tracked.length === 1 ? nothing : outcomeLine(view);
    return html`${this.#later.here.kept?.render(view)}${outcome}`;
  }

  /** The list of recent reports, at the end of the main column wherever that ends, or the way to it. */
  #others(view: TrackerScreen): unknown {
    if (!this.lookAround) return nothing;
    const list = this.#later.here.lookAround;
    if (list) return list.render(view);
    const open = async () => (await this.#later.bring('lookAround')).open({ focus: true });
    return html`<button class="button" type="button" @click=${open}>${view.words.text('around.show')}</button>`;
  }

  #screen(): TrackerScreen {
    const { settings } = this.#city;
    const { closed, kept, photos } = this.#later.here;
    const words = this.#words;
    return {
      words,
      level: Math.trunc(this.headingLevel) || 2,
      city: settings,
      now: new Date(),
      linkTo: (reference, isToken = false) => location.href.replace(/#.*/s, '') + fragmentFor([{ reference, isToken }]),
      state: this.#following.tracker.state,
      typed: this.#typed,
      wrong: this.#problem,
      keeps: settings.storage === 'none' ? undefined : (reference) => !!kept?.has(reference),
      isOwn: (reference) => !!kept?.isOwn(reference),
      outcome: this.#outcome,
      all: this.#all,
      ending: (request) => (request.status === 'closed' && closed?.ending(words, request)) || '',
      photos: (request, isOwn) => photos?.(this.#screen(), request, isOwn),
      changes: (tracked) => kept?.changes(tracked) ?? none,
      isDone: (request) => request.status === 'closed' && !!closed?.isDone(request),
      do: this.#actions,
    };
  }

  get #words(): Messages {
    return messagesIn({ ...common, ...en }, this.#city.settings);
  }

  readonly #actions: TrackerActions = {
    type: (typed) => (this.#typed = typed),
    find: () => this.#find(),
    showAll: () => {
      this.#all = true;
      this.requestUpdate();
    },
    keep: (tracked, keep) => {
      const done = this.#later.bring('kept').then((kept) => kept.keep(tracked, keep, this.#words));
      void this.#say(done, this.#words.text('keep.failed'));
    },
    forget: () => void this.#forget(),
    copy: (link) => {
      const { text } = this.#words;
      // Pages without TLS have no clipboard.
      const copying = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('no clipboard'));
      const copied = copying.then(() => text('copied'));
      void this.#say(copied, `${text('copy.failed')} ${link}`);
    },
    addToCalendar: (request) =>
      void this.#later.bring('calendar').then((addToCalendar) => addToCalendar(this.#screen(), request)),
  };

  #find(): void {
    const references = referencesIn(this.#typed);
    if (!references.length) {
      this.#problem = this.#words.text('find.empty');
      this.requestUpdate();
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#number')?.focus());
      return;
    }
    this.#following.ask(references);
  }

  #turned(asked: boolean): void {
    this.#asked = asked;
    this.#problem = undefined;
    this.#outcome = undefined;
    this.#all = false;
  }

  #changed(now: Tracking, before: Tracking): void {
    this.requestUpdate();
    for (const event of eventsFor(now, before)) this.dispatchEvent(event);
    void this.#later.here.kept?.note(now, before).then(() => this.requestUpdate());
    if (now.tracked.some(({ look }) => look.is === 'looking')) return;
    void this.#tell(now, before);
  }

  /** Says what came of looking, once it can be said in full. */
  async #tell(now: Tracking, before: Tracking): Promise<void> {
    await Promise.allSettled([this.#city.speaking, ...neededFor(now.tracked).map((name) => this.#later.bring(name))]);
    this.#unknown(now.tracked, before.tracked[0]);
    this.requestUpdate();
    if (this.#asked) void this.#showAnswer();
    else this.#announcement = announcementFor(this.#screen(), before) || this.#announcement;
  }

  /** A number that the city does not know stays in the field, which says so. */
  #unknown([one, ...others]: readonly Tracked[], last: Tracked | undefined): void {
    if (one?.look.is !== 'missing' || last?.look.is === 'missing' || others.length) return;
    this.#typed = one.reference;
    this.#problem = this.#words.text('missing', { number: one.reference });
  }

  /** The focus goes to the first sentence; to the field, where that has to be mended. */
  async #showAnswer(): Promise<void> {
    this.#asked = false;
    if (!this.#problem) this.#typed = '';
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#problem ? '#number' : '#first');
    if (!this.#problem) target?.setAttribute('tabindex', '-1');
    target?.focus();
  }

  /** Most residents keep nothing, and fetch nothing for it. */
  async #readKept(): Promise<void> {
    // The city file may have a say in what is kept.
    await this.#city.whenRead;
    const none = !(await mayHave('citydesk'));
    if (none || this.#city.settings.storage === 'none') return;
    const kept = await this.#later.bring('kept');
    await kept.read();
    // The city may have answered first.
    await kept.note(this.#following.tracker.state, startTracking);
    this.requestUpdate();
  }

  async #say(outcome: Promise<string>, failed: string): Promise<void> {
    this.#outcome = await outcome.catch(() => failed);
    this.requestUpdate();
  }

  async #forget(): Promise<void> {
    this.#outcome = await this.#later.here.kept?.forget(this.#words);
    this.requestUpdate();
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}

const none: ReadonlySet<string> = new Set();

declare global {
  interface HTMLElementTagNameMap {
    'citydesk-status-tracker': CitydeskStatusTracker;
  }
}
