/** Bars and boxes in which the city, or the form, says something that matters now. */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldsOf, questionsIn, sendIt } from '@citydesk/core/going-on';
import type { FieldId, Filling, Sending } from '@citydesk/core/request';
import { errorSummary } from '../parts/error-summary.ts';
import { caution } from '../parts/caution.ts';
import { problemWords } from './problem-words.ts';
import type { View } from './view.ts';

type StepView = View<Filling | Sending>;

/** Why the report is still here, and what to do; nothing when there was no setback. */
function setback(view: StepView): TemplateResult | typeof nothing {
  const { state, words } = view;
  // Above the screen's own heading, so not below it in the outline.
  const { level } = view;
  const back = state.phase === 'filling' ? state.setback : undefined;
  switch (back?.is) {
    case 'rejected':
      return caution(
        level,
        words.text('send.rejected'),
        back.reasons.length
          ? words.text('send.rejected.body', { reason: back.reasons.join(' ') })
          : words.text('send.rejected.silent'),
      );
    case 'already-filed':
      return caution(
        level,
        words.text('send.already'),
        words.text('send.already.body', { reason: back.reasons.join(' ') }),
      );
    case 'photos-failed':
      return caution(
        level,
        words.text('photos.failed'),
        words.text('photos.failed.body'),
        html`<button class="button" type="button" @click=${() => view.send(sendIt(state, true))}>
          ${words.text('photos.without')}
        </button>`,
      );
    case 'offline':
      return caution(level, words.text('send.held'), words.text('send.offline.body'));
    default:
      return nothing;
  }
}

/** What stands above the heading of a step: what is to be fixed on it, or else why the report is still here. */
export function whatWentWrong(view: StepView): TemplateResult | typeof nothing {
  const problems = view.state.phase === 'filling' ? view.state.problems : [];
  if (!problems.length) return setback(view);
  return errorSummary(
    view.level,
    view.words.text('errors', { count: problems.length }),
    problems.map((problem) => ({ id: problem.field, words: problemWords(problem, view) })),
  );
}

/** The words for the problem of one field, if it has one. */
export function wrongAt(view: StepView, field: FieldId): string | undefined {
  const problems = view.state.phase === 'filling' ? view.state.problems : [];
  const problem = problems.find((one) => one.field === field);
  return problem && problemWords(problem, view);
}

/** A text of the city that asks nothing. */
export function notice({ words }: StepView, text: string): TemplateResult {
  return html`<div class="bar">
    <p><strong>${words.text('questions.notice')}</strong></p>
    <p dir="auto">${words.phrase(text)}</p>
  </div>`;
}

/** What the city has to say about a service that it asks nothing about: there is no other screen for it. */
export function noticesHere(view: StepView): readonly TemplateResult[] {
  const fields = fieldsOf(view.state);
  if (questionsIn(fields).length) return [];
  return fields.flatMap((field) => (field.kind === 'notice' ? notice(view, field.text) : []));
}
