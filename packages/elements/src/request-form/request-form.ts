import { LitElement, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import {
  begin,
  createRequestFlow,
  type Action,
  type Answers,
  type Beginning,
  type Contact,
  type Draft,
  type Filling,
  type Journey,
  type Place,
  type RequestFlow,
  type Sending,
  type Sent,
} from '@citydesk/core/request';
import type { servicesMatching } from '@citydesk/core/services-matching';
import type { SendPorts } from '@citydesk/core/send-report';
import type { Client } from '@citydesk/open311';
import { CityController } from '../city/city-controller.ts';
import { messagesIn } from '../messages/messages.ts';
import common from '../messages/common.en.json';
import en from '../messages/request-form.en.json';
import { showField } from '../parts/error-summary.ts';
import { Beside } from './beside.ts';
import { beginningIn, isForForm } from './deep-link.ts';
import { StepChangedEvent } from './step-changed-event.ts';
import { LaterSteps } from './later-steps.ts';
import { requestFormStyles } from './request-form.styles.ts';
import { whatStep } from './steps/what.ts';
import { whereStep } from './steps/where.ts';
import type { View } from './view.ts';

/**
 * A service-request form for the city's own Open311 backend: what, where, the city's questions, check and send.
 * Elements inside it without a slot are a fallback: they show until the widget stands, and where it cannot.
 *
 * @tag citydesk-request-form
 * @slot help - the city's own human route, after the phone, on every screen
 * @fires {StepChangedEvent} citydesk-step-changed - the resident came to another step
 * @fires {RequestSubmitEvent} citydesk-request-submit - about to send; `preventDefault()` leaves it to the page
 * @fires {RequestSubmittedEvent} citydesk-request-submitted - the city has the report
 * @fires {RequestFailedEvent} citydesk-request-failed - it does not, or nobody can tell
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
 * @cssprop [--citydesk-heading-font=inherit]
 * @cssprop [--citydesk-size=max(1em, 17px)] - base size
 * @cssprop [--citydesk-radius=3px]
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
  /** What the page already knows. Fills only what is still empty. */
  declare prefill?: { contact?: Partial<Contact>; place?: Partial<Place>; answers?: Answers };

  /** Said to screen readers, once. */
  #announcement = '';
  #city = new CityController(this);
  #later = new LaterSteps(this, this.#city);
  #beside = new Beside({
    host: this,
    city: this.#city,
    view: () => this.#view(this.#started().state),
    announce: (words) => this.#announce(words),
  });
  #matching: typeof servicesMatching = () => [];
  #flow?: RequestFlow;
  #turn = 0;
  #shown?: string;
  #side = false;
  #scrolled?: Promise<void> | undefined;

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
    if (!this.hasUpdated) void this.#linked();
    addEventListener('hashchange', this.#linked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#flow?.stop();
    removeEventListener('hashchange', this.#linked);
  }

  /** Where the change of screen had to scroll, that is painted first: then nothing below is seen to move. */
  protected override async scheduleUpdate(): Promise<void> {
    await this.#scrolled;
    this.#scrolled = undefined;
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('contact')) this.#started().dispatch({ type: 'ruled', rules: this.#city.rules });
    if (changed.has('prefill') && this.prefill) this.#started().dispatch({ type: 'prefilled', known: this.prefill });
    const { state } = this.#started();
    const key = state.phase === 'sent' ? state.phase : state.step;
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
    // On the other side each time, so that another screen is made anew: a heading that has the focus already would not be read again.
    return html`${this.#side ? screen : nothing}${this.#side ? nothing : screen}
      <div class="hidden" role="status">${this.#announcement || nothing}</div>`;
  }

  #screen(state: Journey): TemplateResult {
    const { steps } = this.#later;
    if (state.phase === 'sent') return steps!.receiptStep(this.#view<Sent>(state), this.#later.receipt!);
    if (state.phase === 'filling' && state.step === 'what') return whatStep(this.#view<Filling>(state));
    this.#later.want();
    if (state.phase === 'filling' && state.step === 'where') return whereStep(this.#view<Filling>(state));
    const view = this.#view<Filling | Sending>(state);
    if (!steps) return this.#later.waiting(view);
    if (state.step === 'check') return steps.checkStep(view);
    return steps.questionsStep(view as View);
  }

  #view<State extends Journey>(state: State): View<State> {
    const { settings } = this.#city;
    return {
      state,
      send: (action) => this.#started().dispatch(action),
      words: messagesIn({ ...common, ...en, ...this.#later.steps?.words }, settings.locale, settings.zone),
      level: Math.trunc(this.headingLevel) || 2,
      city: settings,
      now: new Date(),
      matching: this.#matching,
      beside: (place) => this.#beside.at(place, state),
    };
  }

  /** The flow, begun with what the page and its link know. */
  #started(): RequestFlow {
    if (this.#flow) return this.#flow;
    const { settings } = this.#city;
    const linked: Beginning = beginningIn(location.hash);
    const flow = createRequestFlow(
      {
        client: () => this.#client(),
        locate: async () => (await import('../device/geolocation.ts')).locate(),
        send: (state) => this.#send(state),
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      },
      begin({ ...linked, serviceCode: linked.serviceCode ?? settings.serviceCode, rules: this.#city.rules }),
    );
    flow.subscribe((state, before) => this.#changed(state, before));
    void this.#city.whenRead.then(() => {
      flow.dispatch({ type: 'ruled', rules: this.#city.rules });
      flow.dispatch({ type: 'prefilled', known: { serviceCode: this.#city.settings.serviceCode } });
    });
    return (this.#flow = flow);
  }

  async #send(state: Sending): Promise<Action> {
    const { sendReport, RequestSubmitEvent } = await this.#later.load();
    const ports: SendPorts = {
      // What sends has to be here before anything leaves: then a failure to fetch it is no failure to send.
      client: async () => import('@citydesk/open311/send-request').then(() => this.#city.client()),
      online: () => navigator.onLine,
      maySend: (serviceCode) => this.dispatchEvent(new RequestSubmitEvent(serviceCode)),
    };
    return sendReport(ports, state);
  }

  /** A link into the form is followed while it stands, and shows the form; or the form began with it. */
  #linked = async (event?: Event): Promise<void> => {
    const { hash } = location;
    if (!isForForm(hash)) return;
    const steps = await this.#later.load().catch(() => undefined);
    const flow = this.#started();
    const answerId = steps?.followLink(flow, hash, this.#view(flow.state).words, !event);
    if (event) (this.renderRoot as ShadowRoot).getElementById('title')?.focus();
    if (answerId) (await this.#beside.load())?.linked(answerId);
  };

  /** The client, and beside it the search that makes its services findable. */
  async #client(): Promise<Client> {
    const [client, { servicesMatching }] = await Promise.all([
      this.#city.client(),
      import('@citydesk/core/services-matching'),
    ]);
    this.#matching = servicesMatching;
    return client;
  }

  #changed(state: Journey, before: Journey): void {
    if (state.turn !== before.turn) this.#scrolled = this.#toTop();
    if (state.turn !== before.turn || state.draft.words !== before.draft.words) this.#announce('');
    void this.#beside.changed(state, before);
    const came = before.definition.is === 'loading' && state.definition.is === 'ready';
    if (
      came &&
      this.#later.steps &&
      state.phase === 'filling' &&
      state.step === 'questions' &&
      before.phase === 'filling'
    ) {
      this.#announce(this.#view(state).words.text('questions.here'));
    }
    this.requestUpdate();
    const isNewStep = state.phase === 'filling' && (before.phase === 'sent' || state.step !== before.step);
    const event = this.#later.steps?.eventFor(state, before) ?? (isNewStep && new StepChangedEvent(state.step));
    if (event) this.dispatchEvent(event);
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

declare global {
  interface HTMLElementTagNameMap {
    'citydesk-request-form': CitydeskRequestForm;
  }
}
