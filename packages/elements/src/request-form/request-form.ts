import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import {
  begin,
  createRequestFlow,
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
import type { servicesMatching } from '@citydesk/core/search';
import type { SendPorts } from '@citydesk/core/send-report';
import type { Client } from '@citydesk/open311';
import { CityController } from '../city/city-controller.ts';
import { locate } from '../device/geolocation.ts';
import { messagesIn, type Catalogue } from '../messages/messages.ts';
import en from '../messages/request-form.en.json';
import { showField } from '../parts/error-summary.ts';
import { beginningIn } from './deep-link.ts';
import { eventFor } from './event-for.ts';
import { RequestSubmitEvent } from './events.ts';
import { LaterSteps } from './later-steps.ts';
import { requestFormStyles } from './request-form.styles.ts';
import { whatStep } from './steps/what.ts';
import { whereStep } from './steps/where.ts';
import type { View } from './view.ts';

/** Milliseconds after the last key in which the number of matches is announced. */
const announceAfter = 1500;

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

  /** URL of the city file. */
  @property() config?: string;
  /** Base URL of the Open311 endpoint or relay. */
  @property() endpoint?: string;
  /** Only where the endpoint serves several jurisdictions. */
  @property({ attribute: 'jurisdiction-id' }) jurisdictionId?: string;
  /** BCP 47; overrides the language found from the page. */
  @property() locale?: string;
  /** Level of the screens' headings, 1–6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** The human route, shown on every step. */
  @property() phone?: string;
  /** Start at this service. Read when the element is first connected. */
  @property({ attribute: 'service-code' }) serviceCode?: string;
  /** `optional` (default), `required` or `none`. */
  @property() contact?: 'optional' | 'required' | 'none';
  /** Page with the status tracker; the receipt links there. This page by default. */
  @property({ attribute: 'tracker-url' }) trackerUrl?: string;
  /** What the page already knows. Fills only what is still empty. */
  @property({ attribute: false }) prefill?: { contact?: Partial<Contact>; place?: Partial<Place>; answers?: Answers };

  /** Said to screen readers, once. */
  @state() private announcement = '';

  #city = new CityController(this);
  #later = new LaterSteps(this);
  #matching: typeof servicesMatching = () => [];
  #flow?: RequestFlow;
  #turn = 0;
  #scrolled?: Promise<void> | undefined;
  #announcing?: ReturnType<typeof setTimeout>;

  /** What the resident has entered so far. */
  get draft(): Draft {
    return this.#started().state.draft;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#started().start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#flow?.stop();
    clearTimeout(this.#announcing);
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
    return html`${keyed(state.phase === 'sent' ? state.phase : state.step, this.#screen(state))}
      <div class="hidden" role="status">${this.announcement || nothing}</div>`;
  }

  #screen(state: Journey): TemplateResult {
    const { steps } = this.#later;
    if (state.phase === 'sent') return steps!.receiptStep(this.#view<Sent>(state));
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
      words: messagesIn({ ...en, ...this.#later.steps?.words } as Catalogue, settings.locale, settings.zone),
      level: Math.trunc(this.headingLevel) || 2,
      city: settings,
      now: new Date(),
      matching: this.#matching,
      trackerLink: (id) => {
        // Whole, as it is also copied; without the fragment that this page was opened with.
        const page = new URL(settings.trackerUrl ?? location.href, document.baseURI).href.replace(/#.*/s, '');
        return id && `${page}#citydesk:request=${encodeURIComponent(id)}`;
      },
    };
  }

  /** The flow, begun with what the page and its link know. */
  #started(): RequestFlow {
    if (this.#flow) return this.#flow;
    const { settings } = this.#city;
    const linked: Beginning = beginningIn(location.hash);
    const sendPorts: SendPorts = {
      client: () => this.#city.client(),
      online: () => navigator.onLine,
      maySend: (serviceCode) => this.dispatchEvent(new RequestSubmitEvent(serviceCode)),
    };
    const flow = createRequestFlow(
      {
        client: () => this.#client(),
        locate,
        send: async (state) => (await this.#later.load()).sendReport(sendPorts, state),
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

  /** The client, and beside it the search that makes its services findable. */
  async #client(): Promise<Client> {
    const [client, { servicesMatching }] = await Promise.all([this.#city.client(), import('@citydesk/core/search')]);
    this.#matching = servicesMatching;
    return client;
  }

  #changed(state: Journey, before: Journey): void {
    if (state.turn !== before.turn) {
      this.#scrolled = this.#toTop();
      this.#announceNothing();
    }
    if (state.draft.words !== before.draft.words) this.#announceMatches();
    const came = before.definition.is === 'loading' && state.definition.is === 'ready';
    if (came && state.phase === 'filling' && state.step === 'questions' && before.phase === 'filling') {
      this.announcement = this.#view(state).words.text('questions.here');
    }
    this.requestUpdate();
    const event = eventFor(state, before);
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

  #announceNothing(): void {
    clearTimeout(this.#announcing);
    this.announcement = '';
  }

  #announceMatches(): void {
    this.#announceNothing();
    this.#announcing = setTimeout(() => {
      const { services, draft } = this.#started().state;
      if (services.is !== 'ready' || !draft.words.trim()) return;
      const { words } = this.#view(this.#started().state);
      const count = this.#matching(services.value, draft.words).length;
      this.announcement = count
        ? words.text('what.count', { count })
        : words.text('what.none', { words: draft.words.trim() });
    }, announceAfter);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'citydesk-request-form': CitydeskRequestForm;
  }
}
