import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ownerOf, readGround, readResponsibility, withGround } from './responsibility.ts';

const lat = 41.944;
const long = -85.632;
const metre = 1 / 111_195;
const eastward = metre / Math.cos((lat * Math.PI) / 180);
/** A place so many metres to the east and north. */
const at = (east: number, north: number) => ({ lat: lat + north * metre, long: long + east * eastward });
const position = (east: number, north: number) => [at(east, north).long, at(east, north).lat];
const box = (from: number, to: number) => [
  position(from, from),
  position(to, from),
  position(to, to),
  position(from, to),
  position(from, from),
];

const owner = {
  name: 'County Roads',
  endpoint: 'https://county.example/open311/v2/',
  services: { pothole: 'road_surface' },
};
const read = (...rules: unknown[]) => {
  const told: string[] = [];
  return { rules: readResponsibility(rules, (key) => told.push(key)), told };
};
const isTheirs = (area: unknown, point: { readonly lat: number; readonly long: number }, more = {}) =>
  !!ownerOf(read({ owner, area, ...more }).rules, { point, words: '' });

describe('a rule with an area', () => {
  const area = { type: 'Polygon', coordinates: [box(0, 1000), box(400, 600)] };

  it('holds 5 m inside its border and on it, and not 5 m outside', () => {
    for (const [inside, border, outside] of [
      [at(5, 500), at(0, 500), at(-5, 500)],
      [at(995, 500), at(1000, 500), at(1005, 500)],
      [at(500, 5), at(500, 0), at(500, -5)],
      [at(500, 995), at(500, 1000), at(500, 1005)],
      [at(395, 500), at(400, 500), at(405, 500)],
      [at(605, 500), at(600, 500), at(595, 500)],
    ] as const) {
      assert.ok(isTheirs(area, inside), JSON.stringify(inside));
      assert.ok(isTheirs(area, border), JSON.stringify(border));
      assert.ok(!isTheirs(area, outside), JSON.stringify(outside));
    }
    assert.ok(!isTheirs(area, at(500, 500)));
  });

  it('may be of several parts, and a feature or a collection of them', () => {
    const parts = { type: 'MultiPolygon', coordinates: [[box(0, 100), box(40, 60)], [box(500, 600)]] };
    const collection = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: parts }] };
    for (const one of [parts, collection]) {
      assert.ok(isTheirs(one, at(5, 5)) && isTheirs(one, at(505, 505)));
      assert.ok(!isTheirs(one, at(50, 50)) && !isTheirs(one, at(300, 300)) && !isTheirs(one, at(605, 550)));
    }
  });

  it('does not hold where nobody knows the place', () => {
    assert.equal(ownerOf(read({ owner, area }).rules, { words: '' }), undefined);
  });
});

describe('a rule with a line', () => {
  const line = { type: 'LineString', coordinates: [position(0, 0), position(1000, 0), position(1000, 1000)] };

  it('holds on the strip along it, half of its width on each side, and round its ends', () => {
    for (const [east, north, theirs] of [
      [500, 0, true],
      [500, 15, true],
      [500, 25, false],
      [985, 500, true],
      [1025, 500, false],
      [-15, 0, true],
      [-25, 0, false],
      [1010, -10, true],
    ] as const) {
      assert.equal(isTheirs(line, at(east, north), { width: 40 }), theirs, `${east} ${north}`);
    }
    assert.ok(isTheirs(line, at(500, 10)) && !isTheirs(line, at(500, 20)));
  });

  it('may be several lines beside areas', () => {
    const both = {
      type: 'GeometryCollection',
      geometries: [
        { type: 'MultiLineString', coordinates: [line.coordinates, [position(0, 500), position(100, 500)]] },
        { type: 'Polygon', coordinates: [box(2000, 2100)] },
      ],
    };
    assert.ok(isTheirs(both, at(50, 505)) && isTheirs(both, at(2050, 2050)) && !isTheirs(both, at(50, 600)));
  });
});

describe('the first rule that fits', () => {
  const { rules } = read(
    { owner: { name: 'Railway' }, words: ['railroad crossing', 'train tracks'] },
    { owner, services: ['pothole', 'sign'], area: { type: 'Polygon', coordinates: [box(0, 100)] } },
    { owner: { name: 'State' }, services: ['sign'] },
  );
  const ask = (serviceCode: string | undefined, words = '', point?: ReturnType<typeof at>) =>
    ownerOf(rules, { serviceCode, words, point })?.name;

  it('counts, and only where all it says is true', () => {
    assert.equal(ask('pothole', 'a hole at the Railroad-Crossing!', at(50, 50)), 'Railway');
    assert.equal(ask('pothole', 'a hole', at(50, 50)), 'County Roads');
    assert.equal(ask('pothole', 'a hole', at(500, 50)), undefined);
    assert.equal(ask('sign', '', at(50, 50)), 'County Roads');
    assert.equal(ask('sign', '', at(500, 50)), 'State');
    assert.equal(ask('graffiti', 'trains tracks', at(50, 50)), undefined);
    assert.equal(ask(undefined), undefined);
  });

  it('tells their code of the service where it is known', () => {
    const question = { words: '', point: at(50, 50) };
    assert.equal(ownerOf(rules, { ...question, serviceCode: 'pothole' })?.serviceCode, 'road_surface');
    assert.equal(ownerOf(rules, { ...question, serviceCode: 'sign' })?.serviceCode, undefined);
  });
});

describe('rules that are broken', () => {
  it('are told and left out, and the others count', () => {
    const { rules, told } = read(
      { owner, area: { type: 'Polygon', coordinates: [[[1, 2]]] } },
      { services: ['pothole'] },
      { owner },
      { owner, services: 'pothole' },
      { owner: { name: 'X', url: 'javascript:alert(1)', phone: '1' }, services: ['a'], width: -3 },
      7,
      null,
    );
    assert.deepEqual(told, [
      '[0].area',
      '[1].owner',
      '[2]',
      '[3].services',
      '[4].owner.url',
      '[4].width',
      '[5].owner',
      '[6].owner',
    ]);
    assert.deepEqual(
      rules.map((one) => one.owner),
      [{ name: 'X', phone: '1' }],
    );
    for (const json of [null, 7, 'x', {}, true])
      assert.deepEqual(
        readResponsibility(json, () => {}),
        [],
      );
  });

  it('and files that have not come hold nowhere', () => {
    const { rules } = read({ owner, area: 'https://county.example/roads.geojson' });
    const question = { words: '', point: at(5, 5) };
    assert.equal(ownerOf(rules, question), undefined);
    const here = readGround({ type: 'Polygon', coordinates: [box(0, 10)] })!;
    assert.equal(ownerOf(withGround(rules, 'https://county.example/other.geojson', here), question), undefined);
    assert.equal(
      ownerOf(withGround(rules, 'https://county.example/roads.geojson', here), question)?.name,
      'County Roads',
    );
  });
});

const folder = fileURLToPath(new URL('../../../../../shared/corpora/geojson/', import.meta.url));
const options = { skip: !existsSync(folder) && !process.env['CI'] && 'the corpora are not on this machine' };

describe('GeoJSON of others', options, () => {
  it('is a rule or is told, and never throws', () => {
    const names = readdirSync(folder);
    let toldOf = 0;
    for (const name of names) {
      const { rules, told } = read({ owner, area: JSON.parse(readFileSync(folder + name, 'utf8')) as unknown });
      assert.equal(rules.length, told.length ? 0 : 1, name);
      toldOf += told.length ? 1 : 0;
      ownerOf(rules, { words: '', point: { lat: 0.5, long: 100.5 } });
    }
    console.log(`GeoJSON files as responsibility: ${names.length} run of 37 expected, ${toldOf} told to the editor`);
    assert.ok(names.length >= 37);
  });
});
