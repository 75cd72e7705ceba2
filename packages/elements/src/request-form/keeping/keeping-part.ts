/** Keeps the report that is being written on the device. Comes a second after something was entered, or where a report was left. */
import { css, html, type ReactiveController } from 'lit';
import { cleared, isWorthKeeping, keptDraftOf, type KeptDraft } from '@citydesk/core/kept-draft';
import { serviceOf, type Draft, type Filling, type Journey, type Sending } from '@citydesk/core/request';
import { holdDraft } from '../../device/draft-hold.ts';
import { keepDraft, removeDrafts } from '../../device/draft-store.ts';
import { timesHere } from '../../device/times.ts';
import en from '../../messages/keeping.en.json';
import { messagesIn } from '../../messages/messages.ts';
import type { BesideForm } from '../beside.ts';
import type { View } from '../view.ts';
import type { LeftReport } from './left-report.ts';

/** What is said about it, once; and on which screen. */
interface Said {
  readonly key: keyof typeof en | undefined;
  readonly words: string;
  readonly turn: number;
}

type FormView = View<Filling | Sending>;

const styles = css`
  .kept {
    margin-block-start: 1em;
  }
`;

export class KeepingPart implements ReactiveController {
  readonly #form: BesideForm;
  readonly times = timesHere();
  /** Of this form's draft: no other tab writes it. */
  readonly id = Math.random().toString(36).slice(2);
  /** Milliseconds between two signs of life. */
  readonly pause = 5 * this.times.saveDraft;
  #left?: LeftReport;
  #follows = false;
  /** What was kept last. */
  #seen?: { readonly draft: Draft; readonly turn: number } | undefined;
  #timer?: ReturnType<typeof setTimeout> | undefined;
  /** One after the other, so that the last word is the last one kept. */
  #work: Promise<void> = Promise.resolve();
  #isKept = false;
  #release?: (() => void) | undefined;
  #withContact = false;
  #isLeaving = false;
  #said?: Said | undefined;
  /** The turn on which the last screen waits for its questions. */
  #toCheck?: number | undefined;

  constructor(form: BesideForm) {
    this.#form = form;
    (form.host.renderRoot as ShadowRoot).adoptedStyleSheets.push(styles.styleSheet!);
    form.host.addController(this);
  }

  /** Offers a report that was left. Resolves when it is known whether there is one. */
  look(Left: typeof LeftReport): Promise<void> {
    this.#left = new Left(this.#form, this);
    return this.#left.look();
  }

  /** Something was entered: from now on, all is kept. */
  begin(): void {
    if (!this.#follows) this.#save();
    this.#follows = true;
  }

  /** Puts a kept report in the place of the one that stands. */
  goOn(kept: KeptDraft, next: Filling): void {
    this.#isKept = true;
    this.#hold();
    this.#withContact = kept.withContact;
    this.#form.view().send({ type: 'resumed', next });
    if (kept.step === 'check') this.#toCheck = next.turn;
    this.begin();
  }

  /** Resolves when a report that has left the form is no longer kept here: the outbox may let go of it. Never rejects. */
  settled(): Promise<void> {
    this.hostUpdated();
    return this.#work;
  }

  /** Stands above the heading: that the device keeps nothing, or what was left. */
  above(view: FormView): unknown {
    const { state } = view;
    if (state.phase === 'filling' && state.stop) return undefined;
    const { key, turn, words } = this.#said ?? {};
    if (key === 'draft.memory' && turn !== state.turn) return html`<p class="bar caution">${words}</p>`;
    return this.#left?.above(view);
  }

  /** Stands last: what came while the screen stood, and the way to clear it all. */
  below(view: FormView): unknown {
    const { turn, phase } = view.state;
    const said = this.#said?.turn === turn && this.#said;
    const left = this.#left?.below(view);
    const isClearable = this.#isKept && phase === 'filling';
    if (!said && !left && !isClearable) return undefined;
    return html`<div class="kept">
      ${left} ${said ? html`<p class=${said.key === 'draft.memory' ? 'bar caution' : 'small quiet'}>${said.words}</p>` : undefined}
      ${
        isClearable
          ? html`<button class="link" type="button" @click=${() => void this.#clear()}>${this.#text('draft.clear')}</button>`
          : undefined
      }
    </div>`;
  }

  /** Stands below the contact fields, where the device keeps drafts: a tick box, not ticked. */
  consent(): unknown {
    if (!this.#isKept) return undefined;
    return html`<label class="tick">
      <input
        type="checkbox"
        .checked=${this.#withContact}
        @change=${(event: Event) => {
          this.#withContact = (event.target as HTMLInputElement).checked;
          this.#save();
        }}
      />
      <span>${this.#text('draft.contact')}</span>
    </label>`;
  }

  /** Says it, below what stands on the screen and to screen readers. */
  say(words: string, key?: Said['key']): void {
    this.#said = { key, words, turn: this.#form.view().state.turn };
    this.#form.announce(words);
  }

  /** Says whether what was kept is gone. */
  sayCleared(isGone: boolean): void {
    this.#tell(isGone ? 'draft.cleared' : 'draft.stuck');
  }

  hostConnected(): void {
    for (const type of ['visibilitychange', 'pagehide']) addEventListener(type, this.#leaves);
    if (this.#isKept) this.#hold();
  }

  hostDisconnected(): void {
    for (const type of ['visibilitychange', 'pagehide']) removeEventListener(type, this.#leaves);
    if (this.#timer || this.#isKept) this.#save();
    void this.#next(async () => this.#form.host.isConnected || this.#letGo());
  }

  /** Follows the report. */
  hostUpdated(): void {
    const { state, send } = this.#form.view();
    const { draft, turn, definition } = state;
    if (!isWritten(state)) {
      // The outbox, or the city, has it.
      this.#withContact = false;
      this.#said = this.#seen = undefined;
      return this.#forget();
    }
    // At most once in a while, however quickly something is typed.
    const isNew = draft !== this.#seen?.draft || turn !== this.#seen.turn;
    if (isNew && this.#follows) this.#timer ??= setTimeout(() => this.#save(), this.times.saveDraft);
    if (turn !== this.#toCheck || definition.is !== 'ready') return;
    this.#toCheck = undefined;
    if (state.step === 'questions') queueMicrotask(() => send({ type: 'went', step: 'check' }));
  }

  readonly #leaves = ({ type }: Event): void => {
    this.#isLeaving = type === 'pagehide';
    if (this.#isLeaving ? this.#isKept : this.#timer && document.hidden) this.#save();
  };

  #text(key: keyof typeof en): string {
    const words = messagesIn(en, this.#form.city.settings);
    return words.text(key, { time: words.clock(new Date()) });
  }

  #tell(key: keyof typeof en): void {
    if (key !== this.#said?.key) this.say(this.#text(key), key);
  }

  async #clear(): Promise<void> {
    const { state, send } = this.#form.view();
    this.#withContact = false;
    send({ type: 'resumed', next: cleared(state) });
    this.#forget();
    await this.#work;
    this.sayCleared(!this.#isKept);
  }

  #save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#next(async () => {
      await this.#keep();
      // This may have come when the form was gone already, and nothing else would let go.
      if (!this.#form.host.isConnected) this.#letGo();
    });
  }

  async #keep(): Promise<void> {
    const { city, view } = this.#form;
    const endpoint = await city.base();
    // Who practises is told so above, and has nothing to lose.
    if (city.settings.practice) return;
    const { state } = view();
    if (!isWritten(state)) return;
    this.#seen = state;
    const at = Date.now();
    const about = {
      id: this.id,
      endpoint,
      at,
      serviceName: serviceOf(state)?.serviceName,
      withContact: this.#withContact,
    };
    const kept = keptDraftOf(state, about);
    if (!isWorthKeeping(kept.draft)) return this.#remove();
    const isKept = city.settings.storage !== 'none' && (await this.#kept(kept));
    this.#isKept ||= isKept;
    this.#tell(isKept ? 'draft.saved' : 'draft.memory');
  }

  /** Resolves with whether the device has kept it. */
  #kept(row: KeptDraft): Promise<boolean> {
    this.#hold();
    // Once the form is gone, nobody is at it any more.
    const isHere = this.#form.host.isConnected && !this.#isLeaving;
    return keepDraft({ ...row, beat: isHere ? row.at : 0 }).then(
      () => true,
      () => false,
    );
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#next(() => this.#remove());
  }

  async #remove(): Promise<void> {
    if (!this.#isKept) return;
    await removeDrafts(this.id);
    this.#isKept = false;
    this.#letGo();
    this.#form.host.requestUpdate();
  }

  /** Never rejects. */
  #next(work: () => Promise<unknown>): Promise<void> {
    return (this.#work = this.#work.then(work).then(nothing, nothing));
  }

  #hold(): void {
    this.#release ??= holdDraft(this.id, () => this.#save(), this.pause);
  }

  #letGo(): void {
    this.#release?.();
    this.#release = undefined;
  }
}

const nothing = () => {};
const isWritten = (state: Journey): state is Filling | Sending =>
  state.phase === 'filling' || state.phase === 'sending';
