/** "Go on with your report from 10:42?": a report that was left, on the first screen. Comes where this device has one. */
import { css, html, type TemplateResult } from 'lit';
import { resumed, type KeptDraft } from '@citydesk/core/kept-draft';
import type { Filling, Sending } from '@citydesk/core/request';
import { removeDrafts, type DraftRow } from '../../device/draft-store.ts';
import { draftLeft, takeDraft } from '../../device/left-drafts.ts';
import en from '../../messages/resume.en.json';
import { messagesIn, type Messages } from '../../messages/messages.ts';
import { heading } from '../../parts/heading.ts';
import type { BesideForm } from '../beside.ts';
import type { View } from '../view.ts';
import type { KeepingPart } from './keeping-part.ts';

type FormView = View<Filling | Sending>;

const styles = css`
  .offer {
    border: 2px solid var(--border);
    border-radius: var(--radius);
    padding: 1em;
  }
  .offer + .title {
    margin-block-start: 1em;
  }
`;

export class LeftReport {
  readonly #form: BesideForm;
  readonly #keeping: KeepingPart;
  /** Of the screen on which it is offered. */
  readonly #turn: number;
  #row?: DraftRow | undefined;
  /** The screen stood already when it came: what stands on it is not moved. */
  #isLate = false;

  constructor(form: BesideForm, keeping: KeepingPart) {
    this.#form = form;
    this.#keeping = keeping;
    this.#turn = form.view().state.turn;
    (form.host.renderRoot as ShadowRoot).adoptedStyleSheets.push(styles.styleSheet!);
  }

  async look(): Promise<void> {
    const { city, host } = this.#form;
    const endpoint = await city.base();
    if (city.settings.storage === 'none') return;
    this.#row = await draftLeft(endpoint, this.#keeping.times.keepDraft, this.#keeping.pause);
    this.#isLate = host.hasUpdated;
    host.requestUpdate();
  }

  above(view: FormView): unknown {
    // Above the screen's own heading, so not below it in the outline.
    return this.#isLate ? undefined : this.#offer(view, view.level);
  }

  below(view: FormView): unknown {
    return this.#isLate ? this.#offer(view, view.level + 1) : undefined;
  }

  get #words(): Messages {
    return messagesIn(en, this.#form.city.settings);
  }

  /** With what was started and when, and one tap for yes and for no. */
  #offer({ state }: FormView, level: number): TemplateResult | undefined {
    if (!this.#row || state.turn !== this.#turn) return undefined;
    const { at, serviceName, draft } = this.#row;
    const started = [serviceName ? this.#words.phraseText(serviceName) : draft.words.trim(), draft.place.words.trim()]
      .filter(Boolean)
      .join(', ');
    const words = this.#words;
    return html`<div class="offer stack-half" role="group" aria-labelledby="resume">
      ${heading(level, words.text('resume.heading', { time: words.clock(new Date(at)) }), 'resume')}
      <p>
        ${
          started
            ? words.parts('resume.body', { started: html`<bdi>${started}</bdi>` })
            : words.text('resume.body.unnamed')
        }
      </p>
      <div class="actions">
        <button class="button" type="button" @click=${() => void this.#goOn()}>${words.text('resume.continue')}</button>
        <button class="button" type="button" @click=${() => void this.#discard()}>${words.text('resume.discard')}</button>
      </div>
    </div>`;
  }

  async #goOn(): Promise<void> {
    const row = this.#row;
    if (!row) return;
    this.#row = undefined;
    // What was read is here, also where the device no longer answers.
    const kept = await takeDraft(row, this.#keeping.id, this.#keeping.pause).catch(() => row);
    if (!kept) return this.#keeping.say(this.#words.text('resume.gone'));
    // The screens after the second speak its words; where they do not come, the report goes on there.
    const isThere =
      kept.step === 'what' ||
      (await this.#form
        .view()
        .parts.bring('where')
        .catch(() => undefined));
    const begun: KeptDraft = isThere ? kept : { ...kept, step: 'where' };
    this.#keeping.goOn(begun, resumed(this.#form.view().state, begun));
  }

  async #discard(): Promise<void> {
    const row = this.#row;
    if (!row) return;
    this.#row = undefined;
    const { host } = this.#form;
    host.requestUpdate();
    (host.renderRoot as ShadowRoot).getElementById('title')?.focus();
    this.#keeping.sayCleared(
      await removeDrafts(row.id).then(
        () => true,
        () => false,
      ),
    );
  }
}
