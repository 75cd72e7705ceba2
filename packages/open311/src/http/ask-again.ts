/** Asks once more, and again, after a failure that may pass. Fetched when there is one. */
import { NetworkError, TimeoutError } from '../errors.ts';
import type { Answer } from './exchange.ts';
import { pauseBeforeRetry } from './retry-timing.ts';
import { wait } from './wait.ts';

type Outcome = Answer | NetworkError | TimeoutError;

/**
 * @param outcome of the first attempt
 * @throws {NetworkError | TimeoutError | UnreadableError} or the signal's reason
 */
export async function askAgain(
  outcome: Outcome,
  ask: () => Promise<Answer>,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const answer = 'text' in outcome ? outcome : undefined;
    const asked = answer?.headers.has('Retry-After') ? (answer.retryAfter ?? Infinity) : 0;
    const pause = pauseBeforeRetry({ attempt, status: answer?.status, asked }, Math.random());
    if (pause === undefined) {
      if (answer) return answer;
      throw outcome as NetworkError | TimeoutError;
    }
    await wait(pause, signal);
    outcome = await ask().catch((error: unknown) => {
      if (error instanceof NetworkError || error instanceof TimeoutError) return error;
      throw error;
    });
  }
}
