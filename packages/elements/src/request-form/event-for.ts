/** Tells the page what a change of state means, once per change. */
import type { Journey } from '@citydesk/core/request';
import { RequestFailedEvent, RequestSubmittedEvent, StepChangedEvent } from './events.ts';

/** The event that the change from `before` to `state` is, if it is one. */
export function eventFor(state: Journey, before: Journey): Event | undefined {
  if (state.phase === 'sent' && before.phase !== 'sent') {
    return new RequestSubmittedEvent(state.draft.serviceCode ?? '', state.receipt);
  }
  if (state.phase !== 'filling') return undefined;
  const { setback } = state;
  if (before.phase === 'sending' && setback && setback.is !== 'unknown-service')
    return new RequestFailedEvent(setback.is);
  const stepBefore = before.phase === 'sent' ? undefined : before.step;
  return state.step === stepBefore ? undefined : new StepChangedEvent(state.step);
}
