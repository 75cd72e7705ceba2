/** Tells the page what became of a report, once per change. */
import type { Journey } from '@citydesk/core/request';
import { RequestFailedEvent, RequestSubmittedEvent } from './events.ts';

/** The event that the change from `before` to `state` is, if it is one. */
export function eventFor(state: Journey, before: Journey): Event | undefined {
  if (state.phase === 'sent' && before.phase !== 'sent') {
    return new RequestSubmittedEvent(state.draft.serviceCode ?? '', state.receipt);
  }
  if (state.phase !== 'filling' || before.phase !== 'sending') return undefined;
  const { setback } = state;
  return setback && setback.is !== 'unknown-service' ? new RequestFailedEvent(setback.is) : undefined;
}
