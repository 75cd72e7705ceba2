import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { corpus } from '../../test/corpus.ts';
import { assetsNear, mostMistakes, readAssets } from './assets.ts';

const { path, options } = corpus('geojson');
const light = (id: unknown, long: unknown = -85.63, lat: unknown = 41.94, more: object = {}) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [long, lat, 260] },
  properties: { pole: id, name: `Light ${String(id)}`, ...more },
});
const read = (...features: readonly unknown[]) =>
  readAssets({ type: 'FeatureCollection', features }, { id: 'pole', label: 'name' });

describe('a layer of assets', () => {
  it('is read by the properties that the city names', () => {
    assert.deepEqual(read(light('L-1'), light(7)), {
      assets: [
        { id: 'L-1', label: 'Light L-1', point: { lat: 41.94, long: -85.63 } },
        { id: '7', label: 'Light 7', point: { lat: 41.94, long: -85.63 } },
      ],
      mistakes: [],
    });
  });

  it('takes the id of a feature where there is no property, and the id where there is no label', () => {
    const [asset] = read({ ...light(undefined, -85, 41, { name: ' ' }), id: 5 }).assets;
    assert.deepEqual(asset, { id: '5', label: '5', point: { lat: 41, long: -85 } });
  });

  it('leaves out what is none, and says so', () => {
    const line = { type: 'Feature', geometry: { type: 'LineString', coordinates: [1, 2] }, properties: { pole: 'x' } };
    const { assets, mistakes } = read(
      light('L-1'),
      line,
      light('L-2', '-85'),
      light('L-3', 0, 91),
      light(null),
      light('L-1'),
      null,
    );
    assert.deepEqual(
      assets.map(({ id }) => id),
      ['L-1'],
    );
    assert.deepEqual(mistakes, [
      'Feature 2 is no point on the globe.',
      'Feature 3 is no point on the globe.',
      'Feature 4 is no point on the globe.',
      'Feature 5 has no id: there is nothing in its property pole.',
      'Feature 6 has the id L-1, which another one has.',
      'Feature 7 is no point on the globe.',
    ]);
  });

  it('says no more than an editor can read', () => {
    const { mistakes } = read(...Array.from({ length: 500 }, () => null));
    assert.equal(mistakes.length, mostMistakes);
    assert.equal(mistakes.at(-1), '481 more features were left out.');
    assert.equal(
      read(...Array.from({ length: mostMistakes }, () => null)).mistakes.at(-1),
      'Feature 20 is no point on the globe.',
    );
  });

  it('that is no layer has one mistake', () => {
    for (const json of [null, [], 'x', 5, {}, { features: {} }])
      assert.deepEqual(readAssets(json), { assets: [], mistakes: ['This is no GeoJSON FeatureCollection.'] });
  });

  it(
    'may be any JSON, and any file of the corpus: nothing throws, and all points are on the globe',
    options,
    (test) => {
      const sound = (json: unknown, names = {}) =>
        readAssets(json, names).assets.every(
          ({ id, label, point }) => id && label && Math.abs(point.lat) <= 90 && Math.abs(point.long) <= 180,
        );
      fc.assert(
        fc.property(fc.jsonValue(), (json) => sound({ features: [json, { geometry: json }, { properties: json }] })),
      );
      const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith('.geojson')) : [];
      for (const file of files) {
        const text = readFileSync(`${path}/${file}`, 'utf8');
        let json: unknown;
        try {
          json = JSON.parse(text);
        } catch {
          json = text;
        }
        assert.ok(sound(json) && sound(json, { id: 'name', label: 'type' }), file);
      }
      test.diagnostic(`${files.length} run of 37 expected`);
      assert.equal(files.length, 37);
    },
  );
});

describe('assets near a point', () => {
  const { assets } = read(light('far', -85.63, 41.95), light('here', -85.63, 41.94), light('near', -85.63, 41.9405));

  it('come nearest first, within so many metres, and so many of them', () => {
    const ids = (metres: number, most: number) =>
      assetsNear(assets, { lat: 41.94, long: -85.63 }, metres, most).map(({ id }) => id);
    assert.deepEqual(ids(100, 5), ['here', 'near']);
    assert.deepEqual(ids(5000, 5), ['here', 'near', 'far']);
    assert.deepEqual(ids(5000, 1), ['here']);
    assert.deepEqual(ids(0, 5), ['here']);
  });
});
