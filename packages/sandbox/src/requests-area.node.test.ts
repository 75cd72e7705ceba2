/** Requests near a point or within a box: who is asked that knows it, who is not, and what is no place. */

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { metresBetween, type Seed } from '@citydesk/relay/town';
import { createCity, type City } from './city.ts';
import { friday, get } from './test-kit.ts';
import { threeRivers } from './three-rivers.ts';
import type { DialectName } from './dialect-names.ts';

const at = friday.toISOString();
/** One thousandth of a degree is 111 m to the north, 83 m to the east. */
const seed: Seed = {
  services: [
    { service_code: 'hole', service_name: 'Hole' },
    { service_code: 'car', service_name: 'Car', private: true },
  ],
  requests: [
    { service_code: 'hole', requested_datetime: at, service_request_id: 'here', lat: 41.944, long: -85.633 },
    { service_code: 'hole', requested_datetime: at, service_request_id: 'north', lat: 41.945, long: -85.633 },
    { service_code: 'hole', requested_datetime: at, service_request_id: 'east', lat: 41.944, long: -85.632 },
    { service_code: 'hole', requested_datetime: at, service_request_id: 'words', address: 'At the library' },
    { service_code: 'car', requested_datetime: at, service_request_id: 'private', lat: 41.944, long: -85.633 },
  ],
};

describe('GET requests around a place', () => {
  let city: City;
  before(() => {
    city = createCity({ seed, now: () => friday });
  });
  const listed = async (query: string, of = city, format = 'json'): Promise<string[]> => {
    const { status, body } = await get(of, `requests.${format}?${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return [...JSON.stringify(body).matchAll(/here|north|east|words|private/g)].map(([id]) => id).sort();
  };
  const refused = async (query: string): Promise<unknown> => {
    const { status, body } = await get(city, `requests.json?${query}`);
    assert.equal(status, 400, query);
    return (body as { description: string }[]).map((each) => each.description);
  };

  it('lists those within so many metres, and none whose place is words alone', async () => {
    const around = 'lat=41.944&long=-85.633&radius=';
    assert.deepEqual(await listed(`${around}10`), ['here']);
    assert.deepEqual(await listed(`${around}82`), ['here']);
    assert.deepEqual(await listed(`${around}84`), ['east', 'here']);
    assert.deepEqual(await listed(`${around}110.5`), ['east', 'here']);
    assert.deepEqual(await listed(`${around}112`), ['east', 'here', 'north']);
    assert.deepEqual(await listed(`${around}112&service_code=none`), []);
    assert.deepEqual(await listed('lat=0&long=0&radius=1'), []);
  });

  it('lists those within a box, its edges too', async () => {
    assert.deepEqual(await listed('bbox=-85.633,41.944,-85.6325,41.945'), ['here', 'north']);
    assert.deepEqual(await listed('bbox=-86,41,-85,42'), ['east', 'here', 'north']);
    assert.deepEqual(await listed('bbox=-86,41,-85,42&lat=41.944&long=-85.633&radius=10'), ['here'], 'both must hold');
  });

  it('never lists a private one, however near', async () => {
    assert.deepEqual(await listed('lat=41.944&long=-85.633&radius=1&service_code=car'), []);
    assert.deepEqual(await listed('bbox=-86,41,-85,42&service_code=car,hole&extensions=true'), [
      'east',
      'here',
      'north',
    ]);
  });

  it('names what it cannot read', async () => {
    const together = 'Send lat, long and radius together. (lat, long, radius)';
    for (const half of ['lat=41.9', 'lat=41.9&long=-85.6', 'radius=100', 'lat=&long=-85&radius=5']) {
      assert.deepEqual(await refused(half), [together], half);
    }
    assert.deepEqual(await refused('lat=91&long=east&radius=-1'), [
      'lat needs degrees from -90 to 90, like 41.9439. (lat)',
      'long needs degrees from -180 to 180, like -85.6327. (long)',
      'radius needs metres, more than 0 and at most 100000, like 100. (radius)',
    ]);
    for (const radius of ['0', '1e3', 'NaN', 'Infinity', '100001', '0x10']) {
      assert.equal((await get(city, `requests.json?lat=41&long=-85&radius=${radius}`)).status, 400, radius);
    }
    const box = 'bbox needs degrees as west,south,east,north, like -85.64,41.94,-85.63,41.95. (bbox)';
    for (const bad of [
      '1',
      '1,2,3',
      '1,2,3,4,5',
      'a,b,c,d',
      '-85,41,-86,42',
      '-86,42,-85,41',
      '-181,41,-85,42',
      ',,,',
    ]) {
      assert.deepEqual(await refused(`bbox=${bad}`), [box], bad);
    }
  });

  it('lists it all in dialects that do not know them, even where they are no place', async () => {
    const all = ['east', 'here', 'north', 'words'];
    const near = 'lat=41.944&long=-85.633&radius=10';
    for (const [dialect, query, expected] of [
      ['wrapped', `${near}&bbox=nonsense`, all],
      ['chicago', near, all],
      ['xml-only', 'bbox=-86,41,-85,41.1', all],
      ['bloomington', `lat=nonsense&radius=x`, all],
      ['bloomington', `bbox=-85.6331,41.94,-85.6329,41.9441`, ['here']],
      ['helsinki', near, ['here']],
    ] as const satisfies readonly (readonly [DialectName, string, readonly string[]])[]) {
      const other = createCity({ seed, now: () => friday, dialect });
      const ids = new Set(await listed(query, other, dialect === 'xml-only' ? 'xml' : 'json'));
      assert.deepEqual([...ids], expected, `${dialect}: ${query}`);
      other.close();
    }
  });
});

describe('the demo city', () => {
  const places = {
    known: { lat: 41.94142, long: -85.63566 }, // 318 Spring St
    hoffman: { lat: 41.95459, long: -85.62925 },
    hook: { lat: 41.94141, long: -85.6393 },
  };

  it('always has potholes open near one address, one of them with a photo, and nothing at all near two others', async () => {
    for (const moment of ['2026-11-21T20:00:00Z', '2027-01-01T00:30:00Z', '2028-02-29T12:00:00Z']) {
      const now = new Date(moment);
      const { requests = [] } = threeRivers(now);
      assert.equal(new Set(requests.map((each) => each.service_request_id)).size, requests.length);
      for (const quiet of [places.hoffman, places.hook]) {
        for (const { lat = 0, long = 0, address } of requests) {
          assert.ok(metresBetween(quiet, { lat, long }) > 150, `${address} at ${moment}`);
        }
      }
      const city = createCity({ now: () => now });
      const { lat, long } = places.known;
      const near = `requests.json?status=open&lat=${lat}&long=${long}&radius=60`;
      const { body } = await get(city, `${near}&service_code=pothole`);
      const rows = body as { media_url?: string }[];
      assert.ok(rows.length >= 2 && rows.some((row) => row.media_url), moment);
      const kinds = ((await get(city, near)).body as { service_code: string }[]).map((row) => row.service_code);
      assert.ok(city.store.all().some((each) => each.address === '331 Spring St') && !kinds.includes('junk_car'));
      city.close();
    }
  });
});
