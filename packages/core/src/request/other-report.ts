/** The two actions that put another report in the place of this one: the next one, and this one in somebody else's hands. */
import type { Owner } from '../triage/stop.ts';
import type { Action } from './action.ts';
import { begin } from './journey.ts';
import type { Filling, Sent, Waiting } from './journey-state.ts';

/** A new report that keeps what would only be typed again. The one before stays in the outbox, if it is there. */
export function again(state: Sent | Waiting, keep?: 'place' | 'kind'): Action {
  const { draft, rules, owner, preset } = state;
  const fresh = begin({
    serviceCode: keep === 'kind' || preset ? (state.ownCode ?? draft.serviceCode) : undefined,
    place: keep === 'place' ? draft.place : undefined,
    contact: draft.contact,
    rules,
  });
  // What somebody else offers and asks is not what the city does.
  const known = owner ? fresh : state;
  const definition = fresh.draft.serviceCode ? known.definition : fresh.definition;
  return { type: 'again', next: { ...fresh, services: known.services, definition, preset, turn: state.turn + 1 } };
}

/** The form goes on at another body, or (without an owner) at the city again, with their services and questions; all that was entered is kept. */
export function handOver(state: Filling, owner?: Owner): Action {
  const { draft, ownCode = draft.serviceCode } = state;
  const serviceCode = owner ? owner.serviceCode : ownCode;
  const next: Filling = {
    ...state,
    owner,
    ownCode: owner && ownCode,
    draft: { ...draft, serviceCode },
    services: { is: 'loading' },
    definition: { is: serviceCode === undefined ? 'idle' : 'loading' },
    preset: state.preset && serviceCode !== undefined,
    step: serviceCode === undefined ? 'what' : 'questions',
    stop: undefined,
    problems: [],
    locating: 'idle',
    focus: 'heading',
    turn: state.turn + 1,
  };
  return { type: 'handed-over', next };
}
