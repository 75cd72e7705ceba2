/** What strangers send: every mistake is named, in a spec error, and nothing is written. */

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { answerOf, post, smallCity } from './test-kit.ts';
import type { City } from './city.ts';

const good = { service_code: '006', address_string: '318 Hoffman St', 'attribute[size]': 's' };

describe('a bad report', () => {
  let city: City;
  beforeEach(() => {
    city = smallCity();
  });
  afterEach(() => {
    assert.equal(city.store.all().length, 0, 'nothing was written');
    city.close();
  });

  /** The descriptions of a 400. */
  const refused = async (fields: Parameters<typeof post>[1]): Promise<string[]> => {
    const { status, body } = await post(city, fields);
    const errors = body as { code: number; description: string }[];
    assert.equal(status, 400, JSON.stringify(body));
    assert.ok(errors.every((error) => error.code === 400 && Object.keys(error).length === 2));
    return errors.map((error) => error.description);
  };
  const one = async (fields: Record<string, string> | [string, string][]): Promise<string> => {
    const all = await refused(Array.isArray(fields) ? fields : { ...good, ...fields });
    assert.equal(all.length, 1, all.join('\n'));
    return all[0] ?? '';
  };

  it('has every mistake named at once', async () => {
    assert.deepEqual(
      await refused({
        service_code: '006',
        lat: '91',
        email: 'nobody',
        phone: 'call me',
        media_url: 'javascript:alert(1)',
        description: 'x'.repeat(4001),
        'attribute[count]': 'two',
        'attribute[what]': 'x',
      }),
      [
        'This is 4001 characters long. Use 4000 or fewer. (description)',
        'Send lat and long together. (lat, long)',
        'Send degrees from -90 to 90, like 41.9439. (lat)',
        'Write an email address, like name@example.com. (email)',
        'Write a phone number, like 269-555-0142. (phone)',
        'Send the web address of a photo, starting with https://. (media_url)',
        'This question needs an answer: How big is it? (attribute[size])',
        'Answer with a number, like 2: How many? (attribute[count])',
        'This service does not ask that. (attribute[what])',
      ],
    );
  });

  it('has no service, or one the city does not know', async () => {
    assert.deepEqual(await refused({ address_string: 'x' }), ['service_code was not provided. (service_code)']);
    assert.deepEqual(await refused(''), [
      'service_code was not provided. (service_code)',
      'Say where it is: lat and long, or address_string, or address_id. (address_string)',
    ]);
    for (const code of ['6', '007', "006' OR '1'='1", '__proto__', '006\0']) {
      assert.match((await refused({ ...good, service_code: code })).join(' '), /does not know this kind of report/);
    }
  });

  it('has no place, half a place, or one that is no place', async () => {
    const { address_string: _, ...nowhere } = good;
    assert.deepEqual(await refused(nowhere), [
      'Say where it is: lat and long, or address_string, or address_id. (address_string)',
    ]);
    assert.deepEqual(await refused({ ...good, address_string: '   ', lat: '', long: '' }), [
      'Say where it is: lat and long, or address_string, or address_id. (address_string)',
    ]);
    for (const lat of ['north', '90.1', '0x10', '1e1', 'NaN', 'Infinity', '41,9']) {
      assert.equal(await one({ lat, long: '1' }), 'Send degrees from -90 to 90, like 41.9439. (lat)');
    }
    assert.equal(await one({ lat: '1', long: '-180.5' }), 'Send degrees from -180 to 180, like -85.6327. (long)');
  });

  it('has answers of the wrong kind', async () => {
    const cases: [string, string, string][] = [
      ['attribute[size]', 'x', 'Choose from the answers listed: How big is it? (attribute[size])'],
      ['attribute[size]', 'Small', 'Choose from the answers listed: How big is it? (attribute[size])'],
      ['attribute[near][]', 'bank', 'Choose from the answers listed: What is near it? (attribute[near])'],
      ['attribute[count]', '2 or 3', 'Answer with a number, like 2: How many? (attribute[count])'],
      ['attribute[seen]', 'last week', 'Answer with a date, like 2026-11-19: When did you see it? (attribute[seen])'],
      ['attribute[seen]', '2026-02-30', 'Answer with a date, like 2026-11-19: When did you see it? (attribute[seen])'],
      [
        'attribute[seen]',
        '2026-11-19T08:00',
        'Answer with a date, like 2026-11-19: When did you see it? (attribute[seen])',
      ],
      ['attribute[sign]', 'a\nb', 'Answer in one line: What does the sign say? (attribute[sign])'],
      ['attribute[more]', 'x'.repeat(4001), 'Use 4000 characters or fewer: What else? (attribute[more])'],
      ['attribute[more]', 'a\0b', 'This answer has a character that cannot be kept: What else? (attribute[more])'],
      ['attribute[cold]', 'yes', 'This service does not ask that. (attribute[cold])'],
      ['attribute[__proto__]', 'x', 'This service does not ask that. (attribute[__proto__])'],
      ['attribute[constructor]', 'x', 'This service does not ask that. (attribute[constructor])'],
    ];
    for (const [name, value, message] of cases) assert.equal(await one({ [name]: value }), message);
  });

  it('has a list where one value is due', async () => {
    assert.equal(
      await one([...Object.entries(good), ['attribute[size]', 'b']]),
      'This question takes one answer: How big is it? (attribute[size])',
    );
    assert.equal(
      await one({ 'attribute[count][]': '2' }),
      'This question takes one answer: How many? (attribute[count])',
    );
    assert.equal(
      await one([...Object.entries(good), ['email', 'a@b.co'], ['email', 'c@d.co']]),
      'Send this only once. (email)',
    );
    assert.match(
      (await refused({ 'service_code[]': '006', address_string: 'x' })).join(),
      /service_code was not provided/,
    );
  });

  it('has characters no one types', async () => {
    for (const bad of ['a\0b', 'a\x1bb', '\x7f']) {
      assert.equal(await one({ description: bad }), 'This has a character that cannot be kept. (description)');
    }
  });

  it('has bytes that are no text', async () => {
    const message = 'The form data has a broken percent code or is not UTF-8.';
    const start = 'service_code=006&address_string=x&attribute[size]=s&description=';
    for (const bad of ['%', '%zz', '%E0%A4', '%C0%80', '%ED%A0%80']) {
      assert.deepEqual(await refused(start + bad), [message], bad);
    }
    const bytes = new Uint8Array([...new TextEncoder().encode(start), 0xff, 0xfe]);
    assert.deepEqual(await send('application/x-www-form-urlencoded', bytes), [400, message]);
  });

  it('is of a type that is no form', async () => {
    const message = 'Send the report as form data (application/x-www-form-urlencoded).';
    assert.deepEqual(await send('application/json', JSON.stringify(good)), [400, message]);
    assert.deepEqual(await send('text/plain', 'service_code=006'), [400, message]);
    assert.deepEqual(await send('multipart/form-data', 'nothing'), [400, 'The form data could not be read.']);
  });

  it('carries a file that is no photo', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(good)) form.set(name, value);
    form.set('media', new Blob(['x']), 'photo.jpg');
    const request = new Request('http://city.test/open311/v2/requests.json', { method: 'POST', body: form });
    const { status, body } = await answerOf(await city.fetch(request));
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /Send a photo as JPEG, PNG, WebP or GIF/);
  });

  it('is too large', async () => {
    const { status, body } = await post(city, { ...good, description: 'x'.repeat(200_000) });
    assert.equal(status, 413);
    assert.deepEqual(body, [
      { code: 413, description: 'This is too much to send at once. Make the description shorter.' },
    ]);
  });

  async function send(type: string, body: string | Uint8Array<ArrayBuffer>): Promise<[number, string | undefined]> {
    const request = new Request('http://city.test/open311/v2/requests.json', {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    });
    const { status, body: errors } = await answerOf(await city.fetch(request));
    return [status, (errors as { description: string }[])[0]?.description];
  }
});

describe('a report at the edge', () => {
  it('is taken with 4,000 characters of any script', async () => {
    const city = smallCity();
    const description = '穴'.repeat(4000);
    assert.equal((await post(city, { ...good, description })).status, 200);
    assert.equal(city.store.all()[0]?.description, description);
  });

  it('is taken as multipart without files', async () => {
    const city = smallCity();
    const form = new FormData();
    for (const [name, value] of Object.entries(good)) form.set(name, value);
    const request = new Request('http://city.test/open311/v2/requests.json', { method: 'POST', body: form });
    assert.equal((await city.fetch(request)).status, 200);
    assert.deepEqual(city.store.all()[0]?.attributes, { size: 's' });
  });

  it('keeps what looks like SQL, HTML or a path as the text it is', async () => {
    const city = smallCity();
    for (const text of [
      "'; DELETE FROM request; --",
      '<script>alert(1)</script>',
      '../../etc/passwd',
      '%00',
      '${1+1}',
    ]) {
      assert.equal((await post(city, { ...good, description: text })).status, 200);
      assert.equal(city.store.all().find((each) => each.description === text)?.description, text);
    }
    assert.equal(city.store.all().length, 5);
  });

  it('gets a number of its own among many at once', async () => {
    const city = smallCity();
    const answers = await Promise.all(Array.from({ length: 200 }, () => post(city, good)));
    const ids = answers.map(({ body }) => (body as { service_request_id: string }[])[0]?.service_request_id);
    assert.equal(new Set(ids).size, 200);
    assert.equal(city.store.all().length, 200);
  });
});
