import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { cityWithList, quickTimes as times, submitter } from '../../test/once/processes.ts';
import { noRedis, startRedis, type RedisServer } from '../../test/once/redis-server.ts';

if (noRedis) console.log(`skipped: ${noRedis}`);

describe('two relays behind one Redis', { skip: noRedis }, () => {
  let redis: RedisServer;
  let city: Awaited<ReturnType<typeof cityWithList>>;
  before(async () => {
    [redis, city] = await Promise.all([startRedis(), cityWithList()]);
  });
  after(async () => {
    await Promise.all([redis?.kill(), city?.served.close()]);
  });

  it('file each of 400 posts at once under 50 keys exactly once, also where the city cuts or fails', async () => {
    const keys = Array.from({ length: 50 }, () => randomUUID());
    // 200 in each process: every key four times.
    const reports = [...keys, ...keys, ...keys, ...keys];
    city.served.city.faults = [
      { route: 'post', kind: 'down', committed: true, times: 8 },
      { route: 'post', kind: 'error-500', times: 8 },
      { route: 'post', kind: 'html', committed: true, times: 4 },
    ];
    const task = { endpoint: city.endpoint, keys: redis.url, times, reports };
    const ended = await Promise.all([submitter(task), submitter(task)]);
    const told = ended.flatMap(({ told }) => told);
    assert.equal(told.length, 400);
    for (const { key, status, id } of told) {
      assert.equal(status, 200, key);
      assert.equal(id, told.find((each) => each.key === key)?.id, 'everybody hears of the same number');
    }
    assert.equal(city.rows(), 50);
    for (const key of keys) assert.equal(city.rowsOf(key), 1, key);
    assert.equal(new Set(told.map(({ id }) => id)).size, 50);
  });

  it('file 200 posts under keys of their own exactly once', async () => {
    const before = city.rows();
    const [one, two] = [
      Array.from({ length: 100 }, () => randomUUID()),
      Array.from({ length: 100 }, () => randomUUID()),
    ];
    const task = { endpoint: city.endpoint, keys: redis.url, times };
    await Promise.all([submitter({ ...task, reports: one }), submitter({ ...task, reports: two })]);
    assert.equal(city.rows() - before, 200);
    for (const key of [...one, ...two]) assert.equal(city.rowsOf(key), 1, key);
  });
});
