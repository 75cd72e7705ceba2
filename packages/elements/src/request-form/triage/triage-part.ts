/**
 * The three questions that the form asks first: is it urgent, is it ours, is it known already? Comes once a service is chosen or words sound like
 * danger; what judges them, knows the rules and asks the city is fetched when there is reason to.
 */
import { html, type TemplateResult } from 'lit';
import type { Filling, Journey } from '@citydesk/core/request';
import type { BesideForm } from '../beside.ts';
import { screen, type View } from '../view.ts';
import { mayBeUrgent, writtenIn } from './alert.ts';
import type { Around } from './around.ts';
import type { Judge } from './judge.ts';

type Stops = typeof import('./stops.ts');

/** Milliseconds without a key after which words are taken at their word. */
const pause = 600;

export class TriagePart {
  readonly #form: BesideForm;
  #judge?: Judge;
  #judging?: Promise<Judge> | undefined;
  #around?: Around;
  #knowing?: Promise<void> | undefined;
  #stops?: Stops;
  #stopping?: Promise<void> | undefined;
  #waiting?: ReturnType<typeof setTimeout>;

  constructor(form: BesideForm) {
    this.#form = form;
  }

  /** Follows the report. What the resident goes on from is judged at once, so that the next screen never shows. */
  changed(state: Journey, before: Journey): void {
    clearTimeout(this.#waiting);
    if (state.phase !== 'filling') return;
    if (this.#mayBeUrgent(state)) {
      const isAtOnce = state.turn !== before.turn || state.draft.serviceCode !== before.draft.serviceCode;
      const written = writtenIn(state.draft);
      if (isAtOnce && this.#judge?.knows(written)) this.#askUrgent();
      else void this.#bringJudge(written).then(() => this.#askLater(isAtOnce ? 0 : pause));
    }
    this.#follow(state);
    const now = this.#state;
    if (now && state.turn !== before.turn)
      this.#askAround(now, before.phase === 'filling' && comesFromWhere(state, before));
  }

  /** What stands in the place of the step. */
  screen(view: View): TemplateResult {
    const { stop } = view.state;
    if (stop && this.#stops) return this.#stops.stopScreen(view, stop, this.#form);
    // Should the rest of it not come, the number to call is here.
    const { words, city, send } = view;
    const emergency = city.emergency ?? '911';
    return screen(view, {
      title: stop?.is === 'urgent' ? words.text('help.danger', { emergency }) : words.text('later.loading'),
      body: html`<div class="actions">
          ${stop?.is === 'urgent' ? html`<a class="button primary" href="tel:${emergency}">${emergency}</a>` : undefined}
        </div>
        <button class="link" type="button" @click=${() => send({ type: 'passed' })}>${words.text('continue')}</button>`,
    });
  }

  /** What is known nearby, where that came too late to be asked: a line to stand beside. `undefined` where there is nothing to say. */
  late(view: View<Journey>): unknown {
    const stop = view.state.phase === 'filling' && !view.state.stop ? this.#around?.knownIn(view.state) : undefined;
    if (!stop || !this.#stops || !isAfterWhere(view.state)) return undefined;
    return this.#stops.lateLine(view, stop);
  }

  /** The report as it is now, if nothing stands in its place. */
  get #state(): Filling | undefined {
    const { state } = this.#form.view();
    return state.phase === 'filling' && !state.stop ? state : undefined;
  }

  /** By its words; or where the city names its service or an answer, which are read in full by what judges. */
  #mayBeUrgent({ draft }: Filling): boolean {
    const { services, answers } = Object(this.#form.city.settings.urgent) as Readonly<Record<string, unknown>>;
    const { serviceCode } = draft;
    const isNamed = Array.isArray(services) && services.includes(serviceCode);
    const fits = ({ service = serviceCode, code }: { readonly service?: unknown; readonly code?: unknown }) =>
      service === serviceCode && String(code) in draft.answers;
    return mayBeUrgent(draft, this.#form) || isNamed || (Array.isArray(answers) && answers.map(Object).some(fits));
  }

  #askLater(after: number): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#askUrgent(), after);
    // Ahead of the stop.
    const { state } = this.#form.view();
    if (after && state.phase === 'filling' && this.#judge?.stopFor(state)) void this.#bringStops();
  }

  #askUrgent(): void {
    const { state } = this.#form.view();
    if (state.phase !== 'filling' || state.stop?.is === 'urgent') return;
    const stop = this.#judge?.stopFor(state);
    if (!stop) return;
    void this.#bringStops();
    this.#form.view().send({ type: 'stopped', stop });
  }

  /** Rules and reports around the place: wanted once it can be known that there may be some. */
  #follow(state: Filling): void {
    const { settings } = this.#form.city;
    const { serviceCode, place } = state.draft;
    if (state.owner || serviceCode === undefined) return;
    if (this.#around) {
      this.#around.changed(state);
      this.#readyFor(state);
    } else if (settings.responsibility || (place.point && settings.nearby !== false)) {
      void this.#bringAround().then(() => {
        const now = this.#form.view().state;
        if (now.phase !== 'filling') return;
        this.#around?.changed(now);
        this.#readyFor(now);
      });
    }
  }

  /** Brings the screens ahead of a stop that is coming. */
  #readyFor(state: Filling): void {
    if (this.#around?.ownerIn(state) || this.#around?.knownIn(state)) void this.#bringStops();
  }

  /** @param isGoingOn whether the resident goes on from the place: what is known there does not interrupt later */
  #askAround(state: Filling, isGoingOn: boolean): void {
    if (!this.#around || !isAfterWhere(state)) return;
    if (state.owner) {
      // The place is another one now, and it may be the city's after all.
      if (isGoingOn && this.#around.ownerAt(state)?.name !== state.owner.name)
        this.#form.view().send(this.#around.takenBack(state));
      return;
    }
    const stop = this.#around.ownerIn(state) ?? (isGoingOn ? this.#around.knownIn(state) : undefined);
    if (stop) this.#form.view().send({ type: 'stopped', stop });
  }

  /** What judges this text. */
  async #bringJudge(written: string): Promise<void> {
    this.#judging ??= import('./judge.ts').then(({ Judge: Fetched }) => Fetched.of(this.#form));
    try {
      this.#judge = await this.#judging;
      await this.#judge.learn(written);
    } catch (error) {
      this.#judging = undefined;
      missing(error);
    }
  }

  #bringAround(): Promise<void> {
    return (this.#knowing ??= Promise.all([import('./around.ts'), this.#form.city.whenRead])
      .then(([{ Around: Fetched }]) => {
        this.#around = new Fetched(this.#form, () => {
          const state = this.#state;
          if (state) this.#readyFor(state);
          if (state) this.#askAround(state, false);
          this.#form.host.requestUpdate();
        });
      })
      .catch((error: unknown) => {
        this.#knowing = undefined;
        missing(error);
      }));
  }

  /** The screens. One that stands already is made anew with them, and its heading takes the focus again. */
  #bringStops(): Promise<void> {
    return (this.#stopping ??= import('./stops.ts')
      .then(async (stops) => {
        const { host } = this.#form;
        const root = host.renderRoot as ShadowRoot;
        root.adoptedStyleSheets.push(stops.stopStyles.styleSheet!);
        this.#stops = stops;
        host.requestUpdate();
        await host.updateComplete;
        const { state } = this.#form.view();
        if (state.phase === 'filling' && state.stop && !root.activeElement) root.getElementById('title')?.focus();
      })
      .catch((error: unknown) => {
        this.#stopping = undefined;
        missing(error);
      }));
  }
}

const isAfterWhere = (state: Journey) => state.phase === 'filling' && /^(questions|check)$/.test(state.step);

/** The resident goes on from the place, or from what stood in the way since. */
const comesFromWhere = (state: Filling, before: Filling) =>
  before.step === 'where' || (!!before.stop && before.stop.is !== 'known' && before.step === state.step);

const missing = (error: unknown) => console.error('citydesk: a part of the form did not load.', error);
