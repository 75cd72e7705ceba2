import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { cityWithList, quickTimes, submitter } from '../../test/once/processes.ts';
import { noRedis, startRedis, type RedisServer } from '../../test/once/redis-server.ts';
import type { Phase } from '../../test/once/submitter.ts';

if (noRedis) console.log(`skipped, as far as it is with Redis: ${noRedis}`);

/** A dead process holds its key for so long. */
const times = { ...quickTimes, answer: 2_000, margin: 1_000 };

describe('a process that dies while it sends a report', { concurrency: 4 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'citydesk-kills-'));
  let redis: RedisServer | undefined;
  let city: Awaited<ReturnType<typeof cityWithList>>;
  before(async () => {
    [redis, city] = await Promise.all([noRedis ? undefined : startRedis(), cityWithList()]);
  });
  after(async () => {
    await Promise.all([redis?.kill(), city?.served.close()]);
    rmSync(folder, { recursive: true });
  });

  const walks: readonly (readonly Phase[])[] = [
    ['begun'],
    ['sent'],
    ['answered'],
    ['finished'],
    ['begun', 'again'],
    ['begun', 'again', 'again', 'answered'],
    ['begun', 'sent'],
  ];
  for (const store of ['SQLite', 'Redis'] as const) {
    for (const phases of walks) {
      it(
        `has filed it once after all, with ${store}: killed when ${phases.join(', then ')}`,
        { skip: store === 'Redis' && noRedis },
        async () => {
          const key = randomUUID();
          const keys = store === 'Redis' ? redis!.url : join(folder, `${key}.sqlite`);
          const task = { endpoint: city.endpoint, keys, times, reports: [key] };
          for (const dieAt of phases) assert.equal((await submitter({ ...task, dieAt })).signal, 'SIGKILL', dieAt);
          const { told } = await submitter(task);
          assert.equal(told[0]?.status, 200);
          assert.equal(city.rowsOf(key), 1);
          const again = await submitter(task);
          assert.deepEqual(again.told, told);
        },
      );
    }
  }
});
