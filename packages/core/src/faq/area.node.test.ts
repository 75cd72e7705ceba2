import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { holds, readArea } from './area.ts';
import type { Polygon } from './areas.ts';

/** A square of ten degrees with a hole of two in its middle. */
const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
    [
      [4, 4],
      [6, 4],
      [6, 6],
      [4, 6],
      [4, 4],
    ],
  ],
};
const at = (long: number, lat: number) => ({ long, lat });

describe('an area', () => {
  it('holds what lies in it, and not what lies in its hole', () => {
    for (const point of [at(1, 1), at(5, 1), at(9.999, 9.999), at(3.9, 5)]) assert.ok(holds(square, point));
    for (const point of [at(5, 5), at(4.001, 4.001), at(11, 5), at(-0.001, 5), at(5, -1), at(5, 10.001), at(-5, 10)])
      assert.ok(!holds(square, point), JSON.stringify(point));
  });

  it('holds its edges, corners, and the edge of its hole', () => {
    for (const point of [at(0, 0), at(10, 10), at(0, 5), at(5, 0), at(10, 0.1 + 0.2), at(4, 5), at(5, 6), at(6, 6)])
      assert.ok(holds(square, point), JSON.stringify(point));
  });

  it('holds no place that is none', () => {
    for (const point of [at(NaN, 5), at(1, Infinity), at(NaN, NaN)]) assert.ok(!holds(square, point));
  });

  it('may be of several parts, drawn either way around, and not closed', () => {
    const [outer, hole] = square.coordinates as [number[][], number[][]];
    const moved = outer.map(([x, y]) => [x! + 20, y!]).reverse();
    const parts = { type: 'MultiPolygon', coordinates: [[outer, hole], [moved.slice(1)]] } as const;
    assert.ok(holds(parts, at(1, 1)) && holds(parts, at(25, 5)) && !holds(parts, at(5, 5)) && !holds(parts, at(15, 5)));
  });

  it('has an inside that does not depend on where its corners are in line with the place', () => {
    const diamond: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [0, -5],
          [5, 0],
          [0, 5],
          [-5, 0],
          [0, -5],
        ],
      ],
    };
    assert.ok(holds(diamond, at(0, 0)) && holds(diamond, at(-4.9, 0)));
    assert.ok(!holds(diamond, at(-6, 0)) && !holds(diamond, at(6, 0)) && !holds(diamond, at(-3, 5)));
  });

  it('agrees with arithmetic on any rectangle', () => {
    const degree = fc.integer({ min: -80, max: 80 });
    let run = 0;
    fc.assert(
      fc.property(degree, degree, degree, degree, degree, degree, (a, b, c, d, x, y) => {
        const [west, east, south, north] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)];
        const [long, lat] = [x / 2, y / 2];
        const ring = [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
        ];
        const isIn = long >= west && long <= east && lat >= south && lat <= north;
        assert.equal(holds({ type: 'Polygon', coordinates: [ring] }, { lat, long }), isIn);
        run += 1;
      }),
      { numRuns: 2000 },
    );
    assert.equal(run, 2000);
  });

  it('is read from a feature and from a collection', () => {
    const feature = { type: 'Feature', properties: null, geometry: square };
    const far = {
      type: 'Polygon',
      coordinates: [
        [
          [50, 50],
          [51, 50],
          [51, 51],
        ],
      ],
    };
    assert.deepEqual(readArea(feature), square);
    const both = readArea({ type: 'FeatureCollection', features: [feature, { ...feature, geometry: far }] })!;
    assert.ok(holds(both, at(1, 1)) && holds(both, at(50.9, 50.5)));
  });

  it('that is broken is none', () => {
    const ring = square.coordinates[0];
    for (const broken of [
      ...[
        null,
        7,
        'Polygon',
        [],
        {},
        { type: 'Polygon' },
        { type: 'Polygon', coordinates: [] },
        { type: 'Polygon', coordinates: ring },
      ],
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
          ],
        ],
      },
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, NaN],
            [1, 1],
          ],
        ],
      },
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            ['1', 0],
            [1, 1],
          ],
        ],
      },
      // Latitude and longitude in the wrong order often show like this.
      {
        type: 'Polygon',
        coordinates: [
          [
            [45, -122],
            [46, -122],
            [46, -123],
          ],
        ],
      },
      { type: 'Polygon', coordinates: [ring, [[1, 1], null]] },
      { type: 'MultiPolygon', coordinates: square.coordinates },
      {
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', geometry: square },
          { type: 'Feature', geometry: { type: 'Polygon' } },
        ],
      },
      { type: 'Point', coordinates: [1, 1] },
    ]) {
      assert.equal(readArea(broken), undefined, JSON.stringify(broken));
      assert.equal(holds(broken as Polygon, at(1, 1)), false);
    }
    let deep: unknown = square;
    for (let depth = 0; depth < 10_000; depth++) deep = { type: 'GeometryCollection', geometries: [deep] };
    assert.equal(readArea(deep), undefined);
  });
});

const folder = fileURLToPath(new URL('../../../../../shared/corpora/geojson/', import.meta.url));
const options = { skip: !existsSync(folder) && !process.env['CI'] && 'the corpora are not on this machine' };

describe('GeoJSON of others', options, () => {
  it('is read as an area or as none, whatever is wrong with it', () => {
    const areas: string[] = [];
    const names = readdirSync(folder);
    for (const name of names) {
      const json: unknown = JSON.parse(readFileSync(folder + name, 'utf8'));
      const area = readArea(json);
      if (area) areas.push(name);
      assert.equal(typeof holds(json as Polygon, at(100.5, 0.5)), 'boolean');
    }
    console.log(`GeoJSON files: ${names.length} read of 37 expected, ${areas.length} of them areas`);
    assert.ok(names.length >= 37);
    assert.deepEqual(areas, [
      'bad__different-first-last.geojson',
      'bad__featurecollection_changed_semantics.geojson',
      'bad__short-linearring.geojson',
      'good__good-featurecollection.geojson',
      'good__multipolygon.geojson',
    ]);
    const parts = JSON.parse(readFileSync(`${folder}good__multipolygon.geojson`, 'utf8')) as Polygon;
    assert.ok(holds(parts, at(102.5, 2.5)) && holds(parts, at(100.1, 0.5)) && !holds(parts, at(100.5, 0.5)));
  });
});
