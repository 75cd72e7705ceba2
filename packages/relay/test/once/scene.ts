/** One report, a city and a key store by hand, on a clock by hand. */

import { randomUUID } from 'node:crypto';
import type { KeyStore } from '../../src/once/key-store.ts';
import { memoryKeys } from '../../src/once/memory-keys.ts';
import { submitOnce, type Submission, type Submitted } from '../../src/once/submit-once.ts';
import { realRelayTimes as times } from '../../src/once/times.ts';
import { fakeCity, type Plan } from './fake-city.ts';

/**
 * @param plans what the city does with the first reports
 * @param over what the key store does otherwise
 */
export function scene(plans: Plan[] = [], over: Partial<KeyStore> = {}) {
  const clock = { time: 1_800_000_000_000 };
  const city = fakeCity(clock);
  city.plans = plans;
  const keys: KeyStore = { ...memoryKeys({ times, now: () => clock.time }), ...over };
  const troubles: unknown[] = [];
  const key = randomUUID();
  const report = { serviceCode: 'pothole', lat: 1, long: 2, description: 'A hole' };
  const ports = { city, keys, times, now: () => clock.time, onTrouble: (error: unknown) => troubles.push(error) };
  const submit = (more: Partial<Submission> & { idAttribute?: string } = {}) =>
    submitOnce(
      { ...ports, idAttribute: more.idAttribute },
      { report, key, fingerprint: 'print', insist: false, ...more },
    );
  /** Comes back as often as it is told to, until there is an answer for good. */
  const persist = async (pause = 15_000): Promise<Submitted> => {
    for (let tries = 0; ; tries++) {
      const answer = await submit();
      if (answer.status === 200 || codeOf(answer) === 'held' || tries > 20) return answer;
      clock.time += pause;
    }
  };
  return { clock, city, keys, key, report, submit, persist, troubles };
}

/** The relay's own word for how it ended. */
export const codeOf = (answer: Submitted) => ('errors' in answer ? answer.errors[0]?.code : undefined);
/** Status, word, and milliseconds to wait. */
export const brief = (answer: Submitted) => [
  answer.status,
  codeOf(answer),
  'errors' in answer ? answer.retryAfter : undefined,
];
