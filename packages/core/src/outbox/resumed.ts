/** How a journey goes on with a kept draft. Apart: only who comes back has use for it. */
import type { Filling, Journey } from '../request/journey-state.ts';
import type { KeptDraft } from './kept-draft.ts';

/**
 * The journey that stands in `state`, with the kept draft in the place of its own. Where the questions are not known yet, the last screen
 * has to wait for them: it then stands at the questions, and can go on as soon as they are here.
 */
export function resumed(state: Journey, kept: KeptDraft): Filling {
  const { draft, step, owner, ownCode, preset, passed } = kept;
  const isSameCity = !owner && !state.owner && state.services.is !== 'failed';
  return {
    phase: 'filling',
    step: step === 'check' ? 'questions' : step,
    draft: { ...draft, contact: kept.withContact ? draft.contact : state.draft.contact },
    rules: state.rules,
    services: isSameCity ? state.services : { is: 'loading' },
    definition: { is: draft.serviceCode === undefined ? 'idle' : 'loading' },
    preset,
    problems: [],
    locating: 'idle',
    turn: state.turn + 1,
    focus: 'heading',
    owner,
    ownCode,
    passed,
  };
}
