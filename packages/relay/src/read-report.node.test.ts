/** What the relay says to a report that cannot be taken, before the city hears of it. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createCity, type City } from '@citydesk/sandbox';
import { closeAll, noLimits, post, relayTo } from './test-kit.ts';

after(closeAll);

const services = [{ service_code: 'a', service_name: 'A' }];
const smallCity = (): City => createCity({ seed: { services } });
const report = { service_code: 'a', address_string: 'Here' };

describe('a report that cannot be taken', () => {
  const file = (bytes: number, name = 'media[]') => {
    const form = new FormData();
    form.set('service_code', 'a');
    form.set('address_string', 'Here');
    form.append(name, new Blob([new Uint8Array(bytes)]), 'photo.jpg');
    return form;
  };
  const rows: readonly (readonly [string, Parameters<typeof post>[1], Readonly<Record<string, string>>, number])[] = [
    ['without a service', { address_string: 'Here' }, {}, 400],
    ['with a place that is none', { service_code: 'a', lat: 'north', long: '1' }, {}, 400],
    ['beyond the poles', { service_code: 'a', lat: '91', long: '1' }, {}, 400],
    ['with a photo as text', { ...report, media: 'AAAA' }, {}, 400],
    ['as JSON', '{}', { 'Content-Type': 'application/json' }, 400],
    ['with a broken percent code', 'service_code=%ZZ', {}, 400],
    ['with letters of no language', 'service_code=%ff%fe', {}, 400],
    ['as a form that breaks off', '--x\r\nContent-Disp', { 'Content-Type': 'multipart/form-data; boundary=x' }, 400],
    ['longer than a report can be', { ...report, description: 'x'.repeat(200_000) }, {}, 413],
    ['with a photo that is none', file(100), {}, 415],
    ['with another file', file(100, 'virus'), {}, 400],
    ['with a key without quotes', report, { 'Idempotency-Key': 'abc' }, 400],
    ['with an empty key', report, { 'Idempotency-Key': '""' }, 400],
    ['with a key that is too long', report, { 'Idempotency-Key': `"${'x'.repeat(256)}"` }, 400],
    ['with a key that does not end', report, { 'Idempotency-Key': '"abc' }, 400],
    ['with a key of other letters', report, { 'Idempotency-Key': '"\u00e9"' }, 400],
    ['with two keys', report, { 'Idempotency-Key': '"a", "b"' }, 400],
    ['of another jurisdiction', { ...report, jurisdiction_id: 'other' }, {}, 404],
  ];
  for (const [title, fields, headers, status] of rows) {
    for (const format of ['json', 'xml']) {
      it(`${title} is refused in ${format}`, async () => {
        const city = smallCity();
        const relay = relayTo(city, { media: 'multipart:media', jurisdictionId: 'ours' });
        const answer = await post(relay, fields, headers, `requests.${format}`);
        assert.equal(answer.status, status, answer.text);
        assert.equal(answer.headers.get('Citydesk-Relay'), '1');
        if (format === 'xml') assert.match(answer.text, /^<\?xml[^]*<errors><error><code>\d+<\/code><description>./);
        else assert.match(answer.body[0].description, /\S/);
        assert.equal(city.store.all().length, 0);
      });
    }
  }

  it('with more photos, or larger ones, than there is room for is refused', async () => {
    const form = file(10);
    for (let index = 0; index < 5; index++) form.append('media[]', new Blob(['x']), 'photo.jpg');
    assert.equal((await post(relayTo(smallCity(), { media: 'multipart:media' }), form)).status, 413);
    const small = relayTo(smallCity(), { media: 'multipart:media', limits: { ...noLimits, photo: 1_000 } });
    assert.equal((await post(small, file(2_000))).status, 413);
    assert.equal((await post(small, file(200_000))).status, 413);
  });

  it('with photos for a city that takes none is refused', async () => {
    const { status, body } = await post(relayTo(smallCity(), { media: 'none' }), file(100));
    assert.equal(status, 400);
    assert.match(body[0].description, /takes no photos/);
  });

  for (const key of ['"a"', '"a b"', '"\\"\\\\"', '"a";q=1', ' "a" ']) {
    it(`is none with the key ${key}`, async () => {
      assert.equal((await post(relayTo(smallCity()), report, { 'Idempotency-Key': key })).status, 200);
    });
  }

  it('is the same key with other words', async () => {
    const relay = relayTo(smallCity());
    const key = { 'Idempotency-Key': `"${crypto.randomUUID()}"` };
    const first = await post(relay, report, key);
    const [again, other] = [
      await post(relay, report, key),
      await post(relay, { ...report, description: 'Other' }, key),
    ];
    assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
    assert.deepEqual(again.body, first.body);
    assert.deepEqual([other.status, other.body[0].code], [422, 'mismatch']);
  });

  it('is one that a script would send, and it passes later', async () => {
    const slow = { ...noLimits, suspicious: { burst: 1, perMinute: 60_000 } };
    const relay = relayTo(smallCity(), { limits: slow });
    assert.equal((await post(relay, report)).status, 200);
    const answers = await Promise.all(Array.from({ length: 3 }, () => post(relay, report)));
    assert.ok(answers.some(({ status, body }) => status === 429 && body[0].code === 'slow'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal((await post(relay, report)).status, 200);
  });
});
