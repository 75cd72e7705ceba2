/** What the client throws when the city does not answer as it should, as the relay's own answer. */

import {
  NetworkError,
  NotFoundError,
  Open311Error,
  RejectedError,
  TimeoutError,
  UnsupportedError,
} from '@citydesk/open311';
import { Refusal } from '../spec-answer.ts';

/** Asks the city, for so long and no longer; a caller who hangs up ends it too. @throws {Refusal} */
export async function told<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  { timeout, gone, missing }: { readonly timeout: number; readonly gone: AbortSignal; readonly missing: string },
): Promise<T> {
  // Composed by hand: a timer is cheaper than AbortSignal.any, and this stands in the way of every read.
  const stop = new AbortController();
  const end = () => stop.abort(new Refusal(504, 'The city did not answer in time. Please try again.'));
  const timer = setTimeout(end, timeout);
  gone.addEventListener('abort', end, { once: true });
  try {
    return await ask(stop.signal);
  } catch (error) {
    throw refusalOf(error, missing);
  } finally {
    clearTimeout(timer);
    gone.removeEventListener('abort', end);
  }
}

/** @param missing what to say of the one thing that is not there */
export function refusalOf(error: unknown, missing: string): unknown {
  if (!(error instanceof Open311Error)) return error;
  const { status, retryAfter } = error;
  if (error instanceof NotFoundError) return new Refusal(status === 410 ? 410 : 404, missing);
  if (error instanceof TimeoutError) return new Refusal(504, 'The city did not answer in time. Please try again.');
  if (error instanceof NetworkError) return new Refusal(502, 'The city cannot be reached right now. Please try again.');
  if (error instanceof UnsupportedError) return new Refusal(501, 'The city does not offer this.');
  if (error instanceof RejectedError && error.status < 500) {
    const { reasons } = error;
    const told = reasons.length > 0 ? reasons : ['The city refused this.'];
    // Whatever is wrong with its own key is nobody's business here, and an error under 200 is an error.
    const own = error.status >= 400 && error.status !== 401 ? error.status : 502;
    return new Refusal(
      own,
      told.map((description) => ({ code: String(own), description })),
      retryAfter,
    );
  }
  if (status === 503 || status === 429) {
    return new Refusal(503, 'The city is busy right now. Please try again.', retryAfter ?? 5_000);
  }
  if (status !== undefined && status >= 300 && status < 400) {
    return new Refusal(
      502,
      'The city has moved to another address, and the relay does not follow. Its operator has to put that address in.',
    );
  }
  return new Refusal(502, 'The city’s answer cannot be read right now. Please try again.');
}
