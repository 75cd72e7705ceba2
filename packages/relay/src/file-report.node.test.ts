/** What stands between a report and the city: the slow lane, the photos' shelf, a city nobody has heard of yet. None of it makes a key forget. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createCity } from '@citydesk/sandbox';
import { talkativeJpeg } from '../test/pictures.ts';
import { memoryKeys } from './once/memory-keys.ts';
import { realRelayTimes } from './once/times.ts';
import { ShelfFull, type Shelf } from './photos.ts';
import { closeAll, noLimits, post, relayTo, type TestRelay } from './test-kit.ts';

after(closeAll);

const services = [{ service_code: 'a', service_name: 'A' }];
const report = { service_code: 'a', address_string: 'Here' };
const one = { burst: 1, perMinute: 1 };
const slow = { limits: { ...noLimits, suspicious: one } };
const send = (relay: TestRelay, key: string, fields: Parameters<typeof post>[1] = report) =>
  post(relay, fields, { 'Idempotency-Key': `"${key}"` });
const keysOfAll = () => memoryKeys({ times: realRelayTimes });
const away: typeof fetch = async () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { syscall: 'connect' }) });
};
/** Tells its services, and breaks the connection on each report. */
const cutting: typeof fetch = async (_, init) => {
  if (init?.method === 'POST') throw new TypeError('fetch failed');
  return Response.json(services);
};

describe('the slow lane', () => {
  it('is for what comes for the first time: a key that was used before is answered as it stands', async () => {
    const city = createCity({ seed: { services } });
    const relay = relayTo(city, slow);
    assert.equal((await send(relay, 'first')).status, 200);
    const second = await send(relay, 'second');
    assert.deepEqual([second.status, second.body[0].code], [429, 'slow']);
    const again = await send(relay, 'first');
    assert.deepEqual([again.status, again.headers.get('Idempotent-Replayed')], [200, 'true']);
    assert.equal((await send(relay, 'first', { ...report, description: 'other' })).status, 422);
    assert.equal(city.store.all().length, 1);
  });

  it('hides nothing of a report of which nobody knows whether it has arrived', async () => {
    const relay = relayTo(cutting, slow);
    for (let times = 0; times < 3; times++) {
      const { status, body } = await send(relay, 'first');
      assert.deepEqual([status, body[0].code], [503, 'unknown']);
    }
    assert.equal((await send(relay, 'second')).status, 429);
  });

  it('is not where the keys cannot be asked', async () => {
    const down = () => Promise.reject(new Error('away'));
    const relay = relayTo(cutting, slow, { keys: { ...keysOfAll(), knows: down, begin: down } });
    for (let times = 0; times < 3; times++) assert.equal((await send(relay, 'first')).body[0].code, 'unknown');
  });
});

describe('a city that is away before it ever said anything', () => {
  it('makes nothing of a report that may be filed, and lets a new one wait', async () => {
    const keys = keysOfAll();
    assert.equal((await send(relayTo(cutting, {}, { keys }), 'first')).body[0].code, 'unknown');
    const started = relayTo(away, {}, { keys });
    const [first, second] = [await send(started, 'first'), await send(started, 'second')];
    assert.deepEqual([first.status, first.body[0].code], [503, 'unknown']);
    assert.deepEqual([second.status, second.body[0].code], [503, 'busy']);
    assert.deepEqual([await keys.knows('first'), await keys.knows('second')], [true, false]);
  });
});

describe('a shelf without room', () => {
  it('keeps a report with a photo from leaving, and its key free', async () => {
    const full = (): Promise<never> => Promise.reject(new ShelfFull());
    const shelf = { put: full, get: full, remove: full, sweep: full } satisfies Shelf;
    const city = createCity({ seed: { services } });
    const keys = keysOfAll();
    const publicUrl = 'https://relay.example.gov/';
    const form = new FormData();
    for (const [name, value] of Object.entries(report)) form.append(name, value);
    form.append('media', talkativeJpeg());
    const { status, body } = await send(relayTo(city, { publicUrl, media: 'url' }, { keys, shelf }), 'first', form);
    assert.deepEqual([status, body[0].code], [503, 'busy']);
    assert.deepEqual([await keys.knows('first'), city.store.all().length], [false, 0]);
  });
});
