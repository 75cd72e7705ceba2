/**
 * Waits for the id behind a token. By the spec this may take any time, days even: the token can be kept and asked about again later.
 */
import { NotFoundError, Open311Error, RejectedError, UnsupportedError } from './errors.ts';
import { wait } from './http/wait.ts';

export interface PollOptions {
  /** Ends the waiting; rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds between the first look, which is at once, and the second; the pause then doubles, up to thirty times this. Default 2,000: at last once a minute. */
  readonly pause?: number | undefined;
}

/** Failures in a row after which waiting makes no sense. */
const mostFailures = 5;
/** Below 500 and yet no refusal: the city was slow, or wants to be asked later. */
const passing = [408, 425, 429];

/**
 * @param look asks once
 * @throws {Open311Error} what the fifth failure in a row was, or the first that will not pass; or the signal's reason
 */
export async function pollRequestId(
  look: () => Promise<string | undefined>,
  { signal, pause = 2000 }: PollOptions,
): Promise<string> {
  let failures = 0;
  for (let next = pause; ; next = Math.min(next * 2, pause * 30)) {
    try {
      const id = await look();
      if (id !== undefined) return id;
      failures = 0;
    } catch (error) {
      failures += 1;
      if (!mayPass(error) || failures >= mostFailures) throw error;
    }
    // Between half and all of it, so that the many who reported the same storm do not come back together.
    await wait(next * (0.5 + Math.random() / 2), signal);
  }
}

/** Also an unknown token may pass: some cities give it out before they have noted it. */
function mayPass(error: unknown): boolean {
  if (error instanceof NotFoundError) return true;
  if (error instanceof UnsupportedError) return false;
  if (error instanceof RejectedError && error.status < 500) return passing.includes(error.status);
  return error instanceof Open311Error;
}
