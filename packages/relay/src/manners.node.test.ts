/** Who may use the relay, how often, and what it says to those who ask wrongly. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createCity, type City } from '@citydesk/sandbox';
import { addressOf } from './address-of.ts';
import { limit } from './limits.ts';
import { closeAll, get, noLimits, post, relayTo, relayUrl } from './test-kit.ts';
import type { ConfigFile } from './config.ts';

after(closeAll);

const services = [{ service_code: 'a', service_name: 'A' }];
const smallCity = (): City => createCity({ seed: { services } });
const report = { service_code: 'a', address_string: 'Here' };
const listed = { Origin: 'https://www.example.gov' };
const strange = { Origin: 'https://evil.example' };

describe('pages of other sites', () => {
  const list: Partial<ConfigFile> = { origins: [listed.Origin], withoutOrigin: 'reading' };

  it('may read every answer where all may, errors included', async () => {
    const relay = relayTo(smallCity());
    for (const path of [
      'services.json',
      'services.xml',
      'requests/none.json',
      'nothing.json',
      '/feed.json',
      '/health',
      'discovery.xml',
    ]) {
      const { headers } = await get(relay, path, strange);
      assert.equal(headers.get('Access-Control-Allow-Origin'), '*', path);
      assert.match(
        headers.get('Access-Control-Expose-Headers') ?? '',
        /Citydesk-Relay, Retry-After, Date, Idempotent-Replayed/,
      );
      assert.equal(headers.get('Citydesk-Relay'), '1');
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
    }
  });

  it('may read if they are listed, and the answer is for them alone', async () => {
    const { status, headers } = await get(relayTo(smallCity(), list), 'services.json', listed);
    assert.equal(status, 200);
    assert.equal(headers.get('Access-Control-Allow-Origin'), listed.Origin);
    assert.match(headers.get('Vary') ?? '', /Origin/);
  });

  it('may do nothing if they are not, whatever they call themselves', async () => {
    const city = smallCity();
    const relay = relayTo(city, list);
    for (const origin of [
      'https://evil.example',
      'null',
      'https://www.example.gov.evil.example',
      'http://www.example.gov',
      'https://WWW.example.gov',
    ]) {
      for (const answer of [
        await get(relay, 'services.json', { Origin: origin }),
        await post(relay, report, { Origin: origin }),
      ]) {
        assert.equal(answer.status, 403, origin);
        assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
        assert.equal(answer.headers.get('Citydesk-Relay'), '1');
      }
    }
    assert.equal(city.store.all().length, 0);
    assert.deepEqual(relay.asked, []);
  });

  it('are the relay’s own as well', async () => {
    assert.equal((await post(relayTo(smallCity(), list), report, { Origin: 'http://relay.test' })).status, 200);
    const relay = relayTo(smallCity(), { ...list, publicUrl: 'https://311.example.gov/' });
    assert.equal((await post(relay, report, { Origin: 'https://311.example.gov' })).status, 200);
  });

  const callers: readonly (readonly [ConfigFile['withoutOrigin'], number, number])[] = [
    ['nothing', 403, 403],
    ['reading', 200, 403],
    ['everything', 200, 200],
  ];
  for (const [withoutOrigin, reads, files] of callers) {
    it(`aside, callers without an origin may do ${withoutOrigin}`, async () => {
      const relay = relayTo(smallCity(), { ...list, withoutOrigin });
      assert.equal((await get(relay, 'services.json')).status, reads);
      assert.equal((await post(relay, report)).status, files);
    });
  }

  it('are told beforehand what they may send', async () => {
    const relay = relayTo(smallCity(), list);
    const ask = (headers: Record<string, string>) =>
      relay.fetch(new Request(`${relayUrl}requests.json`, { method: 'OPTIONS', headers }));
    const { status, headers } = await ask(listed);
    assert.equal(status, 204);
    assert.equal(headers.get('Access-Control-Allow-Origin'), listed.Origin);
    assert.match(headers.get('Access-Control-Allow-Methods') ?? '', /POST/);
    for (const name of ['Idempotency-Key', 'Citydesk-Work', 'Citydesk-Insist', 'Content-Type', 'Accept-Language']) {
      assert.ok(headers.get('Access-Control-Allow-Headers')?.includes(name), name);
    }
    assert.equal((await ask(strange)).headers.get('Access-Control-Allow-Origin'), null);
  });
});

describe('who asks too often', () => {
  const few: Partial<ConfigFile> = {
    limits: { ...noLimits, reading: { burst: 3, perMinute: 1 }, updates: { burst: 1, perMinute: 1 } },
  };

  it('is told when to come back, and nobody else is', async () => {
    const relay = relayTo(smallCity(), few);
    const statuses: number[] = [];
    for (let index = 0; index < 5; index++) statuses.push((await get(relay, 'services.json')).status);
    assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
    const { headers, body } = await get(relay, 'services.json');
    assert.ok(Number(headers.get('Retry-After')) >= 1);
    assert.equal(body[0].code, 'slow');
    assert.equal((await get(relay, 'services.json', {}, '192.0.2.9')).status, 200);
  });

  it('may file a report all the same', async () => {
    const relay = relayTo(smallCity(), few);
    for (let index = 0; index < 5; index++) await get(relay, 'services.json');
    assert.equal((await post(relay, report)).status, 200);
  });

  it('is known by what our own proxy says, not by what he says himself', async () => {
    const relay = relayTo(smallCity(), { ...few, trustProxy: 1 });
    const statuses: number[] = [];
    for (let index = 0; index < 4; index++) {
      statuses.push(
        (await get(relay, 'services.json', { 'X-Forwarded-For': `10.0.0.${index}, 203.0.113.5` }, '127.0.0.1')).status,
      );
    }
    assert.deepEqual(statuses, [200, 200, 200, 429]);
    assert.equal((await get(relay, 'services.json', { 'X-Forwarded-For': '203.0.113.6' }, '127.0.0.1')).status, 200);
  });

  it('cannot fill the memory with addresses', () => {
    let at = 0;
    const bucket = limit({ burst: 1, perMinute: 60 }, () => at, 100);
    for (let index = 0; index < 10_000; index++) bucket.take(String(index));
    assert.ok(bucket.take('9999') > 0);
    assert.equal(bucket.take('1'), 0);
    at += 1_000;
    assert.equal(bucket.take('9999'), 0);
  });
});

describe('an address', () => {
  const rows: readonly (readonly [string | undefined, string | null, number, string])[] = [
    ['192.0.2.1', '10.0.0.1', 0, '192.0.2.1'],
    ['192.0.2.1', '10.0.0.1', 1, '10.0.0.1'],
    ['192.0.2.1', '1.1.1.1, 10.0.0.1', 1, '10.0.0.1'],
    ['192.0.2.1', '1.1.1.1, 10.0.0.1', 2, '1.1.1.1'],
    ['192.0.2.1', null, 2, '192.0.2.1'],
    ['::ffff:192.0.2.1', null, 0, '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', null, 0, '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::7', null, 0, '2001:db8:1:2::/64'],
    ['::1', null, 0, '0:0:0:0::/64'],
    [undefined, '10.0.0.1', 0, 'unknown'],
    [undefined, null, 1, 'unknown'],
  ];
  for (const [socket, forwarded, proxies, who] of rows) {
    it(`of ${socket} behind ${proxies} proxies that say ${forwarded} is ${who}`, () =>
      assert.equal(addressOf(socket, forwarded, proxies), who));
  }
});

describe('an update', () => {
  const seed = { services, requests: [{ service_code: 'a', requested_datetime: '2026-11-20T10:00:00Z' }] };

  it('is passed on to the city', async () => {
    const city = createCity({ seed, apiKey: 'city key' });
    const relay = relayTo(city, {}, { apiKey: 'city key' });
    const [row] = city.store.all();
    const fields = {
      service_request_id: row?.serviceRequestId ?? '',
      question: 'fixed',
      answer: 'no',
      description: 'Still there',
    };
    for (const format of ['json', 'xml']) {
      assert.equal((await post(relay, fields, {}, `servicerequestupdates.${format}`)).status, 200);
    }
    assert.equal(city.store.all()[0]?.answers.length, 2);
  });

  it('that makes no sense is refused here, and one the city does not want is refused there', async () => {
    const relay = relayTo(createCity({ seed }));
    const path = 'servicerequestupdates.json';
    assert.equal((await post(relay, { description: 'x' }, {}, path)).status, 400);
    assert.equal((await post(relay, { service_request_id: '1', answer: 'maybe' }, {}, path)).status, 400);
    assert.equal(
      (await post(relay, { service_request_id: '1', description: 'x'.repeat(4_001) }, {}, path)).status,
      400,
    );
    assert.equal((await post(relay, { service_request_id: 'none', description: 'x' }, {}, path)).status, 501);
  });
});

describe('a list', () => {
  const rows = Array.from({ length: 25 }, (_, index) => ({
    service_code: 'a',
    requested_datetime: new Date(Date.now() - index * 60_000).toISOString(),
  }));

  it('comes in pages as the city has them, for one question each', async () => {
    const relay = relayTo(createCity({ seed: { services, requests: rows } }));
    const pages = [];
    for (const page of [1, 2, 3, 4])
      pages.push((await get(relay, `requests.json?page_size=10&page=${page}`)).body.length);
    assert.deepEqual(pages, [10, 10, 5, 0]);
    assert.equal(relay.asked.length, 4);
  });

  const bad = [
    'start_date=yesterday',
    'status=shut',
    'page=0',
    'page_size=-1',
    'lat=x&long=1',
    'bbox=1,2,3',
    'start_date=2020-01-01T00:00:00Z&end_date=2021-01-01T00:00:00Z',
  ];
  for (const query of bad) {
    it(`is not asked for with ${query}`, async () => {
      const relay = relayTo(smallCity());
      const { status, body } = await get(relay, `requests.json?${query}`);
      assert.equal(status, 400);
      assert.match(body[0].description, /\(\w/);
      assert.deepEqual(relay.asked, []);
    });
  }

  it('is asked for with what the client knows and nothing else', async () => {
    const relay = relayTo(smallCity());
    await get(
      relay,
      'requests.json?status=open&service_code=a&evil=1&api_key=x&start_date=2026-11-01T00:00:00Z&extensions=true',
    );
    const { searchParams } = new URL(relay.asked[0] ?? '');
    assert.deepEqual([...searchParams.keys()].sort(), [
      'end_date',
      'extensions',
      'service_code',
      'start_date',
      'status',
    ]);
  });
});
