import { LitElement, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import {
  type Answers,
  type Contact,
  type Draft,
  type Filling,
  type Journey,
  type Place,
  type Sent,
  type Waiting,
} from '@citydesk/core/request';
import { CityController } from '../city/city-controller.ts';
import { messagesIn } from '../messages/messages.ts';
import common from '../messages/common.en.json';
import en from '../messages/request-form.en.json';
import { mayHave, waitingItems } from '../device/waiting-items.ts';
import { LateParts } from '../parts/late-parts.ts';
import { showField } from '../parts/show-field.ts';
import { Beside, type BesideForm } from './beside.ts';
import { isForForm } from './deep-link.ts';
import { formFlow, type FormFlow } from './form-flow.ts';
import { formParts, type FormParts } from './form-parts.ts';
import { StepChangedEvent } from './step-changed-event.ts';
import { requestFormStyles } from './request-form.styles.ts';
import type { View } from './view.ts';
import { screenOf, waiting } from './waiting.ts';

/**
 * A service-request form for the city's own Open311 backend: what, where, the city's questions, check and send.
 * Elements inside it without a slot are a fallback: they show until the widget stands, and where it cannot.
 *
 * @tag citydesk-request-form
 * @slot help - the city's own human route, after the phone, on every screen
 * @attr {'web'|'phone'|'kiosk'|'qr'} channel - how residents come to it, for the counts of the city; `web` by default
 * @fires {StepChangedEvent} citydesk-step-changed - the resident came to another step
 * @fires {RequestSubmitEvent} citydesk-request-submit - about to send; `preventDefault()` leaves it to the page
 * @fires {RequestSubmittedEvent} citydesk-request-submitted - the city has the report
 * @fires {RequestFailedEvent} citydesk-request-failed - it does not, or nobody can tell
 * @fires {RequestFollowedEvent} citydesk-request-followed - the resident follows an open report nearby in place of sending one
 * @fires {FaqOutcomeEvent} citydesk-faq-outcome - how a question ended: with an answer, a report, or both
 * @fires {FeedbackGivenEvent} citydesk-feedback-given - the resident said whether this was easy
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
export class CitydeskRequestForm extends LitElement {
  static override styles = requestFormStyles;

  static override properties: PropertyDeclarations = {
    config: {},
    endpoint: {},
    jurisdictionId: { attribute: 'jurisdiction-id' },
    locale: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    phone: {},
    serviceCode: { attribute: 'service-code' },
    contact: {},
    trackerUrl: { attribute: 'tracker-url' },
    faq: {},
    storage: {},
    practice: { type: Boolean },
    geocoder: {},
    geocoderKind: { attribute: 'geocoder-kind' },
    mapStyle: { attribute: 'map-style' },
    center: {},
    prefill: { attribute: false },
  };

  /** URL of the city file. */
  declare config?: string;
  /** Base URL of the Open311 endpoint or relay. */
  declare endpoint?: string;
  /** Only where the endpoint serves several jurisdictions. */
  declare jurisdictionId?: string;
  /** BCP 47; overrides the language found from the page. */
  declare locale?: string;
  /** Level of the screens' headings, 1–6. Default 2. */
  declare headingLevel: number;
  /** The human route, shown on every step. */
  declare phone?: string;
  /** Start at this service. Read when the element is first connected. */
  declare serviceCode?: string;
  /** `optional` (default), `required` or `none`. */
  declare contact?: 'optional' | 'required' | 'none';
  /** Page with the status tracker; the receipt links there. This page by default. */
  declare trackerUrl?: string;
  /** URL of the answers: a JSON file, or a WordPress REST route. Without it, the page's own. */
  declare faq?: string;
  /** `none` on shared computers: nothing is kept on the device. */
  declare storage?: 'device' | 'none';
  /** Everything works, nothing is sent or kept, and every screen says so. */
  declare practice?: boolean;
  /** URL of the address search; in code, also an object that does what a `MaplibreGeocoderApi` does. Without it, none. */
  declare geocoder?: string | object;
  /** What kind of address search that is. Default `photon`. */
  declare geocoderKind?: 'photon' | 'arcgis' | 'addresses';
  /** URL of the map's style (MapLibre). Without it, no map. */
  declare mapStyle?: string;
  /** Where the map opens and addresses are looked for first: `lat,long` in degrees. */
  declare center?: string;
  /** What the page already knows. Fills only what is still empty. */
  declare prefill?: { contact?: Partial<Contact>; place?: Partial<Place>; answers?: Answers };

  /** Said to screen readers, once. */
  #announcement = '';
  #city = new CityController(this);
  readonly #form: BesideForm = {
    host: this,
    city: this.#city,
    view: () => this.#view(this.#started().state),
    announce: (words) => this.#announce(words),
  };
  #parts: FormParts = new LateParts(this, formParts(this.#form));
  #beside = new Beside(this.#form);
  #flow?: FormFlow;
  #turn = 0;
  #shown?: string;
  #side = false;
  /** 1: something was entered, 2: for a service. */
  #kept = 0;
  /** What is waited for before the next screen is painted. */
  #before?: Promise<unknown> | undefined;

  constructor() {
    super();
    this.headingLevel = 2;
  }

  /** What the resident has entered so far. */
  get draft(): Draft {
    return this.#started().state.draft;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#started().start();
    if (!this.hasUpdated) {
      void this.#linked();
      const waiting = waitingItems(this.#city, async (outbox) => (await this.#parts.bring('cards')).follow(outbox));
      const soonHere = soon(Promise.all([this.#keptHere(), waiting, this.#city.practising]));
      this.#before = Promise.all([soonHere, this.#city.speaking]);
    }
    addEventListener('hashchange', this.#linked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#flow?.stop();
    removeEventListener('hashchange', this.#linked);
  }

  /** Where the change of screen had to scroll, that is painted first: then nothing below is seen to move. */
  protected override async scheduleUpdate(): Promise<void> {
    await this.#before;
    this.#before = undefined;
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('contact')) this.#started().dispatch({ type: 'ruled', rules: this.#city.rules });
    if (changed.has('prefill') && this.prefill) this.#started().dispatch({ type: 'prefilled', known: this.prefill });
    const { state } = this.#started();
    const key = state.phase === 'filling' ? (state.stop?.key ?? state.step) : state.phase;
    if (key !== this.#shown) this.#side = !this.#side;
    this.#shown = key;
  }

  protected override updated(): void {
    const { turn, focus } = this.#started().state;
    if (turn === this.#turn) return;
    this.#turn = turn;
    const root = this.renderRoot as ShadowRoot;
    if (showField(root, focus)) return;
    root.getElementById('title')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { state } = this.#started();
    const screen = this.#screen(state);
    // Reports of earlier visits stand above this one.
    const view = this.#view(state);
    const cards = this.#parts.here.cards?.inForm(view);
    // On the other side each time, so that another screen is made anew: a heading that has the focus already would not be read again.
    return html`${cards}${this.#side ? screen : nothing}${this.#side ? nothing : screen}
      <div class="hidden" role="status" lang=${view.words.lang}>${this.#announcement || nothing}</div>`;
  }

  #screen(state: Journey): TemplateResult {
    const { what, where, later, triage } = this.#parts.here;
    const view = this.#view<Filling>(state);
    if (view.state.stop && triage) return triage.screen(view);
    const name = screenOf(state);
    if (!this.#parts.want(name)) return waiting(view, name);
    if (name === 'what') return what!.whatStep(view);
    if (name === 'where') return where!.whereStep(view);
    if (state.phase === 'waiting') return later!.waitingStep(this.#view<Waiting>(state));
    if (state.phase === 'sent') return later!.receiptStep(this.#view<Sent>(state), later!.receipt);
    return state.step === 'check' ? later!.checkStep(view) : later!.questionsStep(view);
  }

  #view<State extends Journey>(state: Journey): View<State> {
    const { settings } = this.#city;
    const { what, where, later } = this.#parts.here;
    return {
      state: state as State,
      send: (action) => {
        this.#started().dispatch(action);
        this.#keepSoon();
      },
      words: messagesIn({ ...common, ...en, ...what?.words, ...where?.words, ...later?.words }, settings),
      level: Math.trunc(this.headingLevel) || 2,
      city: settings,
      now: new Date(),
      matching: this.#started().matching,
      beside: (place) => this.#beside.at(place, state),
      isSearched: !!(settings.geocoder || this.geocoder),
      parts: this.#parts,
    };
  }

  /** What keeps the report is fetched beside nothing that is waited for: once there is a service, or the resident has looked for one for a while. */
  #keepSoon(): void {
    const isChosen = this.draft.serviceCode !== undefined;
    if (this.#kept > Number(isChosen)) return;
    this.#kept = 1 + Number(isChosen);
    const again = () => void (this.#kept = 0);
    setTimeout(() => this.#parts.bring('keeping').then((keeping) => keeping.begin(), again), isChosen ? 1000 : 4000);
  }

  #started(): FormFlow {
    if (!this.#flow) {
      this.#flow = formFlow(this, this.#city, this.#parts);
      this.#flow.subscribe((state, before) => this.#changed(state, before));
    }
    return this.#flow;
  }

  /** A link into the form is followed while it stands, and shows the form; or the form began with it. */
  #linked = async (event?: Event): Promise<void> => {
    const { hash } = location;
    if (!isForForm(hash)) return;
    const link = await this.#parts.bring('link').catch(() => undefined);
    const flow = this.#started();
    const answerId = link?.followLink(flow, hash, this.#view(flow.state), !event);
    if (event) (this.renderRoot as ShadowRoot).getElementById('title')?.focus();
    if (answerId) (await this.#beside.load())?.linked(answerId);
  };

  #changed(state: Journey, before: Journey): void {
    const { later, photos, triage } = this.#parts.here;
    const { words, serviceCode } = state.draft;
    if (state.turn !== before.turn) this.#before = Promise.all([this.#toTop(), this.#screenIsHere(state)]);
    if (state.turn !== before.turn || words !== before.draft.words) this.#announce('');
    void this.#beside.changed(state, before);
    photos?.changed(state, before);
    if (triage) triage.changed(state, before);
    else if (triage === undefined && (words || serviceCode !== undefined)) void this.#watch(before);
    const came = before.definition.is === 'loading' && state.definition.is === 'ready';
    if (came && later && screenOf(state) === 'later' && state.phase === 'filling' && before.phase === 'filling') {
      this.#announce(this.#view(state).words.text('questions.here'));
    }
    this.requestUpdate();
    const isNewStep = state.phase === 'filling' && (before.phase === 'sent' || state.step !== before.step);
    const event = later?.eventFor(state, before) ?? (isNewStep && new StepChangedEvent(state.step));
    if (event) this.dispatchEvent(event);
  }

  /** Fetches what may stop the report once there may be a reason to. */
  async #watch(before: Journey): Promise<void> {
    try {
      const { mayBeUrgent } = await this.#parts.bring('alert');
      const { draft } = this.#started().state;
      if (draft.serviceCode === undefined && !mayBeUrgent(draft, this.#form)) return;
      (await this.#parts.bring('triage')).changed(this.#started().state, before);
    } catch {
      // Said by the parts. The form goes on without.
    }
  }

  /** The next screen is fetched while the old one stands, which is kept for a second at most. */
  async #screenIsHere(state: Journey): Promise<void> {
    const name = screenOf(state);
    if (this.#parts.here[name]) return;
    await soon(this.#parts.bring(name));
  }

  /** What was left here on another visit, fetched only where there may be something. */
  async #keptHere(): Promise<void> {
    if (!(await mayHave('citydesk-drafts'))) return;
    const [keeping, { LeftReport }] = await Promise.all([
      this.#parts.bring('keeping'),
      import('./keeping/left-report.ts'),
    ]);
    await keeping.look(LeftReport);
  }

  /** Brings the widget's top into view if it lies above, and waits until that is painted. */
  async #toTop(): Promise<void> {
    if (this.getBoundingClientRect().top >= 0) return;
    this.scrollIntoView({ block: 'start' });
    const painted = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    // A page in the background paints no frames.
    await Promise.race([painted, new Promise((resolve) => setTimeout(resolve, 100))]);
  }

  #announce(words: string): void {
    this.#announcement = words;
    this.requestUpdate();
  }
}

/** Resolves when `coming` has come, or failed, and after a second at the latest. */
const soon = (coming: Promise<unknown>): Promise<unknown> =>
  Promise.race([coming.catch(() => {}), new Promise((resolve) => setTimeout(resolve, 1000))]);

declare global {
  interface HTMLElementTagNameMap {
    'citydesk-request-form': CitydeskRequestForm;
  }
}
