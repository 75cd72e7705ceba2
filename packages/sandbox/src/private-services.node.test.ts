/** Services between the resident and the city: lists and feeds do not know their requests, and a number tells only how far one is. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Seed } from '@citydesk/relay/town';
import { dialectNames, type DialectName } from './dialect-names.ts';
import { get, smallCity } from './test-kit.ts';
import type { City } from './city.ts';

const photo = `data:image/gif;base64,${Buffer.from('GIF89a').toString('base64')}`;
const details = {
  description: 'Secret words',
  address: '318 Secret St',
  address_id: 'Secret id',
  zipcode: '49093',
  lat: 41.9439,
  long: -85.6327,
  attributes: { plate: 'SECRET 1' },
  photos: [photo],
  media_url: 'https://secret.example/1.jpg',
};
const seed: Seed = {
  city: 'Test city',
  services: [
    { service_code: 'car', service_name: 'Abandoned car', agency: 'Code Enforcement', expectedDays: 2, private: true },
    { service_code: 'hole', service_name: 'Pothole' },
  ],
  requests: [
    {
      service_code: 'car',
      requested_datetime: '2026-11-18T12:00:00Z',
      first_name: 'Secret',
      email: 'secret@example.com',
      history: [{ at: '2026-11-19T12:00:00Z', status: 'In progress', note: 'Secret note', photo }],
      ...details,
    },
    { service_code: 'hole', requested_datetime: '2026-11-19T12:00:00Z' },
  ],
};

describe('a private service', () => {
  const idsIn = (body: unknown): string[] =>
    (body as { service_request_id: string }[]).map((row) => row.service_request_id);

  it('is reported as any other, and its requests are in no list and no feed', async () => {
    const city = smallCity({ seed });
    const services = (await get(city, 'services.json')).body as { service_code: string }[];
    assert.deepEqual(
      services.map((each) => each.service_code),
      ['car', 'hole'],
    );
    assert.deepEqual(idsIn((await get(city, 'requests.json')).body), ['26-00002']);
    // A page is of those that may be shown.
    assert.deepEqual(idsIn((await get(city, 'requests.json?page_size=1&page=2')).body), []);
    assert.deepEqual(idsIn((await get(city, 'requests.json?service_code=car&status=open')).body), []);
    for (const query of ['', '?service_code=car', '?service_request_id=26-00001']) {
      for (const feed of ['/feed.atom', '/feed.json', '/feed.csv']) {
        // A feed quotes its own address.
        const told = JSON.stringify((await get(city, feed + query)).body).replaceAll(query || ' ', '');
        assert.doesNotMatch(told, /26-00001|Secret/i, feed + query);
      }
    }
  });

  it('tells by number how far a request is and when, and no more', async () => {
    const city = smallCity({ seed });
    const expected = {
      service_request_id: '26-00001',
      status: 'open',
      service_name: 'Abandoned car',
      service_code: 'car',
      agency_responsible: 'Code Enforcement',
      requested_datetime: '2026-11-18T12:00:00Z',
      updated_datetime: '2026-11-19T12:00:00Z',
      expected_datetime: '2026-11-20T16:30:00Z',
      extended_attributes: { detailed_status: 'IN_PROCESS' },
      notes: [
        { datetime: '2026-11-18T12:00:00Z', type: 'received', status: 'open' },
        { datetime: '2026-11-19T12:00:00Z', type: 'in_process', status: 'open' },
      ],
    };
    for (const path of [
      'requests/26-00001.json?extensions=true',
      'requests.json?service_request_id=26-00001&extensions=true',
    ]) {
      assert.deepEqual((await get(city, path)).body, [expected]);
    }
  });

  it('keeps nothing from staff', async () => {
    const city = smallCity({ seed });
    const { body } = await get(city, '/staff/requests/26-00001');
    for (const word of ['318 Secret St', 'Secret words', 'Secret note', 'SECRET 1'])
      assert.match(String(body), new RegExp(word));
    assert.match(String(body), /Only staff can see it\. The public can see the status and its dates\./);
  });

  it('shows its photos to staff alone, even to who has their names', async () => {
    const openly = { ...seed, services: seed.services.map((each) => ({ ...each, private: false })) };
    for (const [city, expected] of [
      [smallCity({ seed, staffPassword: 'secret' }), 404],
      [smallCity({ seed: openly, staffPassword: 'secret' }), 200],
    ] as const) {
      const { photos, history } = city.store.request('26-00001') ?? assert.fail();
      const names = [...photos, ...history.flatMap((entry) => entry.photo ?? [])];
      assert.equal(names.length, 2);
      for (const name of names) {
        assert.equal((await get(city, `/open311/media/${name}`)).status, expected);
        assert.equal((await get(city, `/staff/photos/${name}`)).status, 401);
        const Authorization = `Basic ${Buffer.from('staff:secret').toString('base64')}`;
        const answer = await city.fetch(
          new Request(`http://city.test/staff/photos/${name}`, { headers: { Authorization } }),
        );
        assert.equal(answer.status, 200);
        assert.equal(answer.headers.get('content-type'), 'image/gif');
        assert.equal(answer.headers.get('cache-control'), 'no-store');
      }
    }
  });

  const everything = async (city: City, dialect: DialectName): Promise<string> => {
    const id = dialect === 'numeric-ids' ? '2600001' : '26-00001';
    const format = dialect === 'xml-only' ? 'xml' : 'json';
    const paths = [`requests/${id}.${format}`, `requests/${id}.xml`, `requests.${format}`].flatMap((path) => [
      `${path}?extensions=true&service_request_id=${id}`,
      path,
    ]);
    const answers = await Promise.all(paths.map((path) => get(city, path)));
    for (const { status, body } of answers) assert.equal(status, 200, JSON.stringify(body));
    return JSON.stringify(answers.map(({ body }) => body));
  };

  for (const dialect of dialectNames) {
    it(`keeps it to itself in the dialect ${dialect} too`, async () => {
      const openly = { ...seed, services: seed.services.map((each) => ({ ...each, private: false })) };
      assert.match(await everything(smallCity({ seed: openly, dialect }), dialect), /Secret words/);
      const told = await everything(smallCity({ seed, dialect }), dialect);
      assert.doesNotMatch(told, /secret|41\.94|49093|media\/[0-9a-f]/i);
      assert.match(told, dialect === 'numeric-ids' ? /2600001/ : /26-00001/);
    });
  }
});
