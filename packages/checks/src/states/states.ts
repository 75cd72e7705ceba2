// Every base state, by widget. Imports nothing that a page cannot have: the walks run there.

import { formStates } from './form-states.ts';
import { otherStates } from './other-states.ts';
import { sendingStates } from './sending-states.ts';
import type { State } from './state.ts';
import { trackerStates } from './tracker-states.ts';

export const states: readonly State[] = [...formStates, ...sendingStates, ...trackerStates, ...otherStates];
