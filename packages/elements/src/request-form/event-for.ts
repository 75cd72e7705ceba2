/** Tells the page what became of a report, once per change. */
import type { Journey } from '@citydesk/core/request';
import { isSure } from './is-sure.ts';
import { RequestFailedEvent, RequestSubmittedEvent } from './events.ts';

/** The event that the change from `before` to `state` is, if it is one. */
export function eventFor(state: Journey, before: Journey): Event | undefined {
  if (state.phase === 'sent' && before.phase !== 'sent') {
    return new RequestSubmittedEvent(state.draft.serviceCode ?? '', state.receipt);
  }
  const reason = reasonIn(state);
  const wasSending = before.phase === 'sending' || before.phase === 'waiting';
  return reason && wasSending && reason !== reasonIn(before) ? new RequestFailedEvent(reason) : undefined;
}

/** Why the city does not have the report, as far as anybody can tell. */
function reasonIn(state: Journey): RequestFailedEvent['reason'] | undefined {
  if (state.phase === 'waiting') return isSure(state.item) ? 'offline' : 'unsure';
  const setback = state.phase === 'filling' ? state.setback?.is : undefined;
  return setback === 'unknown-service' ? undefined : setback;
}
