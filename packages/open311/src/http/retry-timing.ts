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
  /** Milliseconds the city asked for (Retry-After): 0 if it did not, Infinity if no one can tell what it meant. */
  readonly asked: number;
}

/**
 * Milliseconds to wait before the next attempt; `undefined` if there is to be none.
 * @param random from 0 to below 1
 */
export function pauseBeforeRetry({ attempt, status, asked }: FailedAttempt, random: number): number | undefined {
  const passes = status === undefined || [429, 502, 503, 504].includes(status);
  if (!passes || attempt >= attempts) return undefined;
  const jitter = random * firstPause * 2 ** (attempt - 1);
  return asked > longestPause ? undefined : asked + jitter;
}
