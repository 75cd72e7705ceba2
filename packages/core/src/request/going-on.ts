/** The actions that need to know whether anything is to be fixed first. Apart from the journey: the first screen has no use for it. */
import type { Action } from './action.ts';
import { fieldsOf } from './fields.ts';
import { stepsOf, type Journey } from './journey-state.ts';
import { problemsIn, type FieldId, type Problem } from './problems.ts';
import type { Step } from './steps.ts';

/** Goes on from the step that is shown, or to what is to be fixed on it. */
export function goOn(state: Journey): Action {
  const step = state.phase === 'filling' ? state.step : 'check';
  return { type: 'continued', problems: problemsOn(step, state) };
}

/** Sends the report, or goes to the first step that has something to fix. */
export function sendIt(state: Journey, withoutPhotos?: boolean): Action {
  if (state.draft.serviceCode === undefined) return { type: 'send', step: 'what', problems: [], withoutPhotos };
  for (const step of stepsOf(state)) {
    const problems = problemsOn(step, state);
    if (problems.length) return { type: 'send', step, problems };
  }
  return { type: 'send', step: 'check', problems: [], withoutPhotos };
}

const problemsOn = (step: Step, state: Journey): readonly Problem[] =>
  problemsIn(step, state.draft, fieldsOf(state), state.rules.contact);

/** The city did not take it: back to the first step that it had something to say about. */
export function refused(reasons: readonly string[], problems: readonly Problem[]): Action {
  const step = problems[0] ? stepOf(problems[0].field) : 'check';
  return { type: 'rejected', reasons, step, problems: problems.filter(({ field }) => stepOf(field) === step) };
}

/** The step on which a field is asked. */
function stepOf(field: FieldId): Step {
  if (field.startsWith('answer:')) return 'questions';
  return field === 'place' || field === 'photos-add' || field === 'description'
    ? 'where'
    : field === 'words'
      ? 'what'
      : 'check';
}
