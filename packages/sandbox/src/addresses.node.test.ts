import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { addresses } from './addresses.ts';
import { answerOf, get, smallCity, type Answer } from './test-kit.ts';

const streets = JSON.parse(readFileSync(new URL('../seed/streets.json', import.meta.url), 'utf8')) as readonly {
  name: string;
  houses: readonly (readonly [number, number, number])[];
}[];
type Row = readonly [label: string, lat: number, long: number];
const rowsOf = ({ body }: Answer): readonly Row[] => (body as { addresses: readonly Row[] }).addresses;
const streetOf = (label: string): string => label.replace(/^\d+ /, '');

describe('The addresses of the demo city', async () => {
  const city = smallCity();
  const answer = await get(city, '/addresses.json');
  const rows = rowsOf(answer);

  it('are a thousand and more, none twice', () => {
    assert.ok(rows.length >= 1000, `${rows.length}`);
    assert.equal(new Set(rows.map(([label]) => label)).size, rows.length);
  });

  it('lie on the streets of the seed, on every one of them, and on no other', () => {
    assert.deepEqual(
      [...new Set(rows.map(([label]) => streetOf(label)))],
      [...new Set(streets.map(({ name }) => name))],
    );
    for (const [label] of rows) assert.match(label, /^[1-9]\d* \S/);
  });

  it('lie within the town, each among the houses of its street', () => {
    for (const { name, houses } of streets) {
      const range = (axis: 1 | 2) => [Math.min(...houses.map((h) => h[axis])), Math.max(...houses.map((h) => h[axis]))];
      const [south = 0, north = 0] = range(1);
      const [west = 0, east = 0] = range(2);
      for (const [label, lat, long] of rows.filter((row) => streetOf(row[0]) === name)) {
        assert.ok(lat >= south && lat <= north && long >= west && long <= east, `${label}: ${lat}, ${long}`);
      }
    }
  });

  it('have every house of the seed where it stands, for the city’s reports name them', () => {
    const known = new Map(rows.map(([label, ...place]) => [label, place]));
    for (const { name, houses } of streets)
      for (const [number, ...place] of houses) assert.deepEqual(known.get(`${number} ${name}`), place);
  });

  it('go up the street: a number between two others stands between them', () => {
    const [a, b, c] = ['314', '318', '354'].map((number) =>
      addresses().find((one) => one.label === `${number} E Hoffman St`),
    );
    assert.ok(a && b && c);
    assert.ok(a.long < b.long && b.long < c.long);
    assert.equal(
      addresses()
        .find(({ label }) => label === '333 W Michigan Ave')
        ?.lat.toFixed(3),
      '41.943',
    );
  });

  it('are the list that code gets, and the same each time', async () => {
    assert.deepEqual(
      rows,
      addresses().map(({ label, lat, long }) => [label, lat, long]),
    );
    assert.deepEqual(rowsOf(await get(smallCity({ base: '/here' }), '/here/addresses.json')), rows);
  });

  it('can be read by pages of any site, and are not sent twice', async () => {
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.match(answer.headers.get('cache-control') ?? '', /max-age=[1-9]/);
    const ask = async (headers: Record<string, string>): Promise<Response> =>
      city.fetch(new Request('http://city.test/addresses.json', { headers }));
    const packed = await ask({ 'Accept-Encoding': 'gzip' });
    const size = (await packed.arrayBuffer()).byteLength;
    assert.equal(packed.headers.get('content-encoding'), 'gzip');
    assert.ok(size < 60_000, `${size} bytes on the wire`);
    for (const from of [answer.headers, packed.headers]) {
      const again = await answerOf(await ask({ 'If-None-Match': from.get('etag') ?? '' }));
      assert.deepEqual([again.status, again.body], [304, '']);
      assert.equal(again.headers.get('access-control-allow-origin'), '*');
    }
    assert.equal((await ask({ 'If-None-Match': '"other"' })).status, 200);
  });
});
