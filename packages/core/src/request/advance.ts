/** The whole journey in one function. */
import type { Action } from './action.ts';
import { advanceSent } from './after-sending.ts';
import { advanceWriting } from './journey.ts';
import type { Journey } from './journey-state.ts';

/** The next state. An action that does not fit the phase changes nothing. */
export const advance = (state: Journey, action: Action): Journey => advanceWriting(state, action, advanceSent);
