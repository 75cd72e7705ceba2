/**
 * When a failed GET is tried again. Pure: no clock, no network.
 */

/** How often a GET is sent at most. */
const attempts = 3;
/** Milliseconds. The pause is drawn between 0 and a bound that doubles (full jitter), so that many clients do not come back at once. */
const firstPause = 500;
/** Milliseconds. A city that asks for a longer pause is not asked again: a resident waits for this answer. */
const longestPause = 10_000;

export interface FailedAttempt {
  /** 1 after the first. */
  readonly attempt: number;
  /** The HTTP status; `undefined` after a network error or a timeout. */
  readonly status: number | undefined;
  /** The Retry-After header. */
  readonly retryAfter: string | null;
}

/**
 * Milliseconds to wait before the next attempt; `undefined` if there is to be none.
 * @param random from 0 to below 1
 */
export function pauseBeforeRetry({ attempt, status, retryAfter }: FailedAttempt, random: number): number | undefined {
  const passes = status === undefined || [429, 502, 503, 504].includes(status);
  if (!passes || attempt >= attempts) return undefined;
  const jitter = random * firstPause * 2 ** (attempt - 1);
  if (retryAfter === null) return jitter;
  // Anything but whole seconds (a date, nonsense) is a wish to be left alone that we cannot date: never come back too early.
  const asked = /^\s*\d+\s*$/.test(retryAfter) ? Number(retryAfter) * 1000 : Infinity;
  return asked > longestPause ? undefined : asked + jitter;
}
