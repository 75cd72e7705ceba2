/**
 * A process of its own that sends reports through `submitOnce`, and may end itself on the way as if the power was cut. Its task comes as JSON
 * in the first argument; what became of each report goes out as one line of JSON.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@citydesk/open311';
import type { KeyStore } from '../../src/once/key-store.ts';
import { redisKeys } from '../../src/once/redis-keys.ts';
import { sqliteKeys } from '../../src/once/sqlite-keys.ts';
import { submitOnce, type Submitted } from '../../src/once/submit-once.ts';
import type { RelayTimes } from '../../src/once/times.ts';

/** Just after, or just before, which step the process ends. */
export type Phase = 'begun' | 'again' | 'sent' | 'answered' | 'finished';

export interface Task {
  readonly endpoint: string;
  /** A Redis address or the path of a file. */
  readonly keys: string;
  readonly times: RelayTimes;
  /** Keys of reports, all sent at once; the same one may be there several times. */
  readonly reports: readonly string[];
  readonly dieAt?: Phase | undefined;
}

export interface Told {
  readonly key: string;
  readonly status: number;
  readonly id?: string | undefined;
}

const task = JSON.parse(process.argv[2]!) as Task;
const { endpoint, times, reports, dieAt } = task;

/** At once and without a word, as SIGKILL has it. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

const dying = async <T>(phase: Phase, value: T): Promise<T> => (dieAt === phase ? die() : value);

const store = task.keys.startsWith('redis:')
  ? redisKeys({ url: task.keys, times })
  : sqliteKeys({ file: task.keys, times });
const keys: KeyStore = {
  ...store,
  begin: async (...given) => dying('begun', await store.begin(...given)),
  again: async (...given) => dying('again', await store.again(...given)),
  finish: async (...given) => {
    await dying('answered', undefined);
    return dying('finished', await store.finish(...given));
  },
};
const city = createClient({
  endpoint,
  timeout: times.answer,
  async fetch(input, init) {
    const answering = fetch(input, init);
    // The city has it all and is slow to answer.
    if (init?.method === 'POST' && dieAt === 'sent') await pause(300).then(die);
    return answering;
  },
});

async function persist(key: string): Promise<Submitted> {
  for (;;) {
    const report = { serviceCode: 'pothole', lat: 41.94, long: -85.63, description: `Hole ${key}` };
    const answer = await submitOnce(
      { city, keys, times, now: () => performance.now() },
      { report, key, fingerprint: key, insist: false },
    );
    const isOpen = 'errors' in answer && ['unknown', 'busy', 'in-flight'].includes(answer.errors[0]!.code);
    if (!isOpen) return answer;
    await pause(50 + Math.random() * 100);
  }
}

const all = await Promise.all(
  reports.map(async (key): Promise<Told> => {
    const answer = await persist(key);
    return { key, status: answer.status, id: 'receipt' in answer ? answer.receipt.serviceRequestId : undefined };
  }),
);
await store.close();
process.stdout.write(JSON.stringify(all));
