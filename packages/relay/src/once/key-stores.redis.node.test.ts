import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { filed, keyStoreSuite } from '../../test/once/key-store-suite.ts';
import { noRedis, startRedis, type RedisServer } from '../../test/once/redis-server.ts';
import type { KeyStore } from './key-store.ts';
import { redisKeys, type RedisKeysOptions } from './redis-keys.ts';
import { realRelayTimes as times } from './times.ts';

if (noRedis) console.log(`skipped: ${noRedis}`);

describe('with a real Redis', { skip: noRedis }, () => {
  let server: RedisServer;
  const opened: KeyStore[] = [];
  const open = (options: Partial<RedisKeysOptions> = {}) => {
    const keys = redisKeys({ url: server.url, prefix: `${randomUUID()}:`, times, ...options });
    opened.push(keys);
    return keys;
  };
  before(async () => {
    server = await startRedis();
  });
  after(async () => {
    for (const keys of opened) await keys.close();
    await server?.kill();
  });

  keyStoreSuite('Redis', async (options) => open(options));

  it('a key is the server’s to forget after 7 days', async () => {
    const keys = open({ prefix: 'seven:' });
    await keys.begin('key', 'print', 1_000);
    await keys.finish('key', 'print', 1, filed);
    const client = createClient({ url: server.url });
    await client.connect();
    const [name] = await client.keys('seven:*');
    assert.match(name!, /^seven:[\da-f]{64}$/);
    const left = await client.pTTL(name!);
    client.destroy();
    assert.ok(left > 6.99 * 86_400_000 && left <= 7 * 86_400_000, `${left}`);
  });

  it('relays share keys, by the server’s clock', async () => {
    const [one, two] = [open({ prefix: 'both:' }), open({ prefix: 'both:' })];
    assert.equal((await one.begin('key', 'print', 60_000)).is, 'new');
    assert.equal((await two.begin('key', 'print', 60_000)).is, 'in-flight');
    await one.finish('key', 'print', 1, filed);
    assert.deepEqual(await two.begin('key', 'print', 60_000), { is: 'done', settled: filed });
  });

  it('goes on after the server has forgotten its scripts', async () => {
    const keys = open();
    await keys.begin('key', 'print', 60_000);
    const client = createClient({ url: server.url });
    await client.connect();
    await client.scriptFlush();
    client.destroy();
    assert.equal((await keys.begin('key', 'print', 60_000)).is, 'in-flight');
  });

  it('rejects while the server is away, and works again once it is back', async () => {
    const first = await startRedis();
    const keys = open({ url: first.url, patience: 500 });
    await keys.check();
    await first.kill();
    await assert.rejects(keys.begin('key', 'print', 60_000), /^Error: The key store \(Redis\) does not work/);
    const second = await startRedis({ port: first.port });
    for (let tries = 0; ; tries++) {
      try {
        assert.equal((await keys.begin('key', 'print', 60_000)).is, 'new');
        break;
      } catch (error) {
        if (tries > 50) throw error;
        await pause(100);
      }
    }
    await second.kill();
  });

  it('says no password, neither a right nor a wrong one, when it fails', async () => {
    const guarded = await startRedis({ password: 'right-canary' });
    const right = open({ url: guarded.url, patience: 1_000 });
    await right.check();
    const wrong = open({ url: guarded.url.replace('right-canary', 'wrong-canary'), patience: 1_000 });
    const refused = await wrong.check().catch((error: unknown) => error);
    assert.ok(refused instanceof Error);
    await guarded.kill();
    const away = await right.check().catch((error: unknown) => error);
    assert.ok(away instanceof Error);
    for (const error of [refused, away]) assert.doesNotMatch(`${inspectAll(error)}`, /canary/);
    for (const url of ['redis://:wrong-canary@[', 'rediss//wrong-canary', 'https://wrong-canary', 'redis://']) {
      const thrown = (() => {
        try {
          redisKeys({ url, times });
        } catch (error) {
          return error as Error;
        }
      })();
      assert.match(thrown!.message, /has to begin with redis/, url);
      assert.doesNotMatch(inspectAll(thrown!), /canary/);
    }
  });
});

function inspectAll(error: Error): string {
  return JSON.stringify([error.message, error.stack, error.cause, { ...error }]);
}
