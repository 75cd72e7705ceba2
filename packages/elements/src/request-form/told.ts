/** What was told so far, as rows with the way back to each. */
import { html, nothing } from 'lit';
import { serviceOf, stepsOf, type Filling, type Journey, type Sending, type Waiting } from '@citydesk/core/request';
import type { Messages } from '../messages/messages.ts';
import { slip, type SlipRow } from '../parts/slip.ts';
import { placeWords } from './place-words.ts';
import type { View } from './view.ts';

/** What was told before this step, beside its heading. */
export function toldSoFar(view: View<Filling | Sending>): unknown {
  const rows = toldRows(view);
  if (!rows.length) return nothing;
  return html`<div class="told">
    <strong>${view.words.text('sofar')}</strong>${slip(rows, view.words.text('change'), true)}
  </div>`;
}

/** Its rows. */
export function toldRows(view: View<Filling | Sending | Waiting>): readonly SlipRow[] {
  const { state, words, send } = view;
  const rows: SlipRow[] = [];
  const steps = stepsOf(state);
  if (state.draft.serviceCode !== undefined) {
    rows.push({
      label: words.text('check.problem'),
      answer: serviceWords(state, words),
      change: steps.includes('what') ? () => send({ type: 'went', step: 'what' }) : undefined,
    });
  }
  if (state.step !== 'where') {
    rows.push({
      label: words.text('check.place'),
      answer: placeWords(state.draft.place, words),
      change: () => send({ type: 'went', step: 'where', field: 'place' }),
    });
  }
  return rows;
}

/** The service by its name. Its row keeps its room while a page that chose the service waits for the list. */
function serviceWords(state: Journey, words: Messages): unknown {
  if (state.services.is === 'loading') return words.text('what.preset');
  return words.phrase(serviceOf(state)?.serviceName || (state.draft.serviceCode ?? ''));
}
