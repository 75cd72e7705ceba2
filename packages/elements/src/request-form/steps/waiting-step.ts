/** The report is in the outbox and the city has not said that it has it: what is known, what happens by itself, and what the resident can do. */
import { html, nothing, type TemplateResult } from 'lit';
import { again, sendIt } from '@citydesk/core/going-on';
import { stepsOf, type Waiting } from '@citydesk/core/request';
import { heading, title } from '../../parts/heading.ts';
import { help } from '../../parts/help.ts';
import { languageButton } from '../../parts/language-button.ts';
import { phoneLink } from '../../parts/phone.ts';
import { slip } from '../../parts/slip.ts';
import { isSure } from '../is-sure.ts';
import { outbox } from '../send-form.ts';
import { toldRows } from '../told.ts';
import type { View } from '../view.ts';

type WaitingView = View<Waiting>;

export function waitingStep(view: WaitingView): TemplateResult {
  const { state, words, level, send } = view;
  const rows = toldRows(view).map(({ label, answer }) => ({ label, answer }));
  const { standing } = state.item;
  const steps = stepsOf(state);
  const count = steps.length;
  // All of it is said again when it changes by itself; the focus stays where it is.
  return html`<section aria-labelledby="title" lang=${words.lang} dir=${words.dir}>
    <div class="edge" aria-hidden="true">${steps.map(() => html`<i class="on"></i>`)}</div>
    <div class="top"><span class="quiet" id="step">${words.text('step', { step: count, steps: count })}</span>${languageButton(words, view.city)}</div>
    <div class="screen">
      <div class="main stack-2">
        <div role="status" class="stack">
          ${title(level, words.text(headingFor(view)))}
          <div class="bar soft caution">${bodyFor(view).map((sentence) => html`<p>${sentence}</p>`)}</div>
        </div>
        ${standing.is === 'held' ? heldActions(view) : standing.is === 'waiting' ? waitingActions(view) : nothing}
        ${reference(view)} ${slip(rows, '')}
      </div>
      <div class="aside">
        <div class="stack-half">
          ${heading(level + 1, words.text('receipt.again'))}
          <p class="hint">${words.text('send.again.hint')}</p>
          <button class="button" type="button" @click=${() => send(again(state))}>${words.text('send.other')}</button>
        </div>
        ${help(view)}
      </div>
    </div>
  </section>`;
}

function headingFor({ state }: WaitingView) {
  const { item } = state;
  if (item.standing.is === 'held' && item.standing.why === 'untold') return 'send.ask';
  return isSure(item) ? 'send.held' : 'send.unknown';
}

function bodyFor({ state, words, city }: WaitingView): readonly unknown[] {
  const { item, isKept } = state;
  const { standing, reference } = item;
  if (standing.is === 'held' && standing.why === 'untold') {
    const word = html`<bdi class="keep">${reference}</bdi>`;
    return [
      city.phone
        ? words.parts('send.ask.call', { phone: phoneLink(city.phone), reference: word })
        : words.text('send.ask.check'),
      words.text('send.ask.body'),
    ];
  }
  if (standing.is === 'held') return [words.text('send.old')];
  const stays = words.text(isKept ? 'send.kept' : 'send.page');
  if (isSure(item)) return [stays, words.text(isKept ? 'send.kept.later' : 'send.page.later')];
  return [words.text('send.unknown.body'), isKept ? words.text('send.unknown.kept') : stays];
}

/** Only what is not under way can be taken back; all that was written is in the form again then. */
function waitingActions(view: WaitingView): TemplateResult {
  const { state, words, send } = view;
  const takenBack = async (then: () => void = () => {}) => {
    const box = (await outbox()).outboxFor(view.city.storage);
    const back = () => (send({ type: 'not-sent' }), then());
    // Under way by now: what comes of it is shown here.
    await box.takeBack(state.item.reportId, back).catch(() => false);
  };
  return html`<div class="actions">
    ${
      state.item.report?.media?.length
        ? html`<button class="button" type="button" @click=${() => takenBack(() => send(sendIt(state, true)))}>
          ${words.text('photos.without')}
        </button>`
        : nothing
    }
    <button class="link" type="button" @click=${() => takenBack()}>${words.text('send.cancel')}</button>
  </div>`;
}

/** The resident decides: once more, or not at all. */
function heldActions({ state, words, city, send }: WaitingView): TemplateResult {
  const { reportId, standing } = state.item;
  const box = async () => (await outbox()).outboxFor(city.storage);
  const sendAgain = async () => (await box()).resend(reportId).catch(() => {});
  const remove = async () => {
    send({ type: 'not-sent' });
    await (await box()).drop(reportId).catch(() => {});
  };
  const isOld = standing.is === 'held' && standing.why === 'old';
  return html`<div class="actions">
    <button class="button" type="button" @click=${sendAgain}>
      ${words.text(isOld ? 'send.button' : 'send.again')}
    </button>
    <button class="link" type="button" @click=${remove}>${words.text('send.cancel')}</button>
  </div>`;
}

/** The word that people can read to each other. */
function reference({ state, words }: WaitingView): TemplateResult {
  const word = state.item.reference;
  const copied = async (event: Event) => {
    const said = (event.target as Element).closest('.slip')!.querySelector('[role=status]')!;
    const key = await navigator.clipboard?.writeText(word).then(
      () => 'send.reference.copied' as const,
      () => undefined,
    );
    said.textContent = words.text(key ?? 'send.reference.failed');
  };
  return html`<div class="slip">
    <div class="pad stack-half">
      <p class="quiet">${words.text('send.reference')}</p>
      <p class="number"><bdi dir="ltr">${word}</bdi></p>
      <div class="actions">
        <button class="button" type="button" @click=${copied}>${words.text('send.reference.copy')}</button>
        <span role="status"></span>
      </div>
    </div>
  </div>`;
}
