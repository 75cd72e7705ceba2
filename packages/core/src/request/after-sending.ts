/** The report as a journey, from the moment it is sent: on its way, in the outbox, with the city, or back for what is to be mended. */
import type { Action } from './action.ts';
import { common, rewritten, turned } from './journey.ts';
import type { Filling, Journey, Sending, Waiting } from './journey-state.ts';

/** The next state where the report is sent, or has been. */
export function advanceSent(state: Journey, action: Action): Journey {
  switch (state.phase) {
    case 'filling':
      return action.type === 'send' ? sendable(state, action) : rewritten(state, action);
    case 'sending':
      return send(state, action);
    case 'waiting':
      return settledBy(state, action);
    case 'sent':
      if (action.type === 'request-loaded') return { ...state, request: { is: 'ready', value: action.request } };
      if (action.type === 'request-failed') return { ...state, request: { is: 'failed' } };
      return state;
  }
}

function send(state: Sending, action: Action): Journey {
  switch (action.type) {
    case 'sending-slow':
      return { ...state, slow: true };
    case 'photos-sent':
      return { ...state, progress: action.progress };
    case 'photos-stopped':
      return (state.progress ?? 1) < 1 ? { ...state, stopping: true } : state;
    default:
      return settledBy(state, action);
  }
}

/** What became of a report that has left the form. */
function settledBy(state: Sending | Waiting, action: Action): Journey {
  switch (action.type) {
    case 'waiting': {
      const { item, isKept } = action;
      const turn = state.turn + Number(state.phase === 'sending');
      return { ...common(state), phase: 'waiting', step: 'check', item, isKept, turn, focus: 'heading' };
    }
    // Only without what keeps it: the photos.
    case 'send':
      return state.phase === 'waiting' && !action.problems.length ? onItsWay(state, action.withoutPhotos) : state;
    case 'sent': {
      const { receipt } = action;
      const request = { is: receipt.serviceRequestId ? 'loading' : 'idle' } as const;
      return { ...common(state), phase: 'sent', receipt, request, turn: state.turn + 1, focus: 'heading' };
    }
    case 'not-sent':
      return turned(filling(state), { setback: action.setback }, action.setback ? 'problems' : 'heading');
    case 'rejected': {
      const { step, problems, reasons } = action;
      return turned(filling(state), { step, problems, setback: { is: 'rejected', reasons } }, 'problems');
    }
    default:
      return rewritten(state, action);
  }
}

/** Sends only what has no problem on any step; otherwise goes to the first that has. */
function sendable(state: Filling, { step, problems, withoutPhotos }: Extract<Action, { type: 'send' }>): Journey {
  if (state.draft.serviceCode === undefined) return turned(state, { step: 'what' });
  if (problems.length) return turned(state, { step, problems }, 'problems');
  return onItsWay(state, withoutPhotos);
}

function onItsWay(state: Filling | Waiting, withoutPhotos = false): Sending {
  return { ...common(state), phase: 'sending', step: 'check', slow: false, withoutPhotos };
}

function filling(state: Sending | Waiting): Filling {
  return { ...common(state), phase: 'filling', step: 'check', problems: [], locating: 'idle' };
}
