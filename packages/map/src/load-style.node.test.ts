import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { StyleSpecification } from 'maplibre-gl';
import { fullAddress, usesPmtiles, withFullAddresses } from './load-style.ts';

const base = 'https://city.example/map/style.json';

for (const [address, full] of [
  ['tiles.json', 'https://city.example/map/tiles.json'],
  ['/tiles/{z}/{x}/{y}.pbf?key={key}', 'https://city.example/tiles/{z}/{x}/{y}.pbf?key={key}'],
  ['https://tiles.example/{z}', 'https://tiles.example/{z}'],
  ['pmtiles://three-rivers.pmtiles', 'pmtiles://https://city.example/map/three-rivers.pmtiles'],
  ['pmtiles:///data/a.pmtiles', 'pmtiles://https://city.example/data/a.pmtiles'],
  ['pmtiles://https://cdn.example/a.pmtiles', 'pmtiles://https://cdn.example/a.pmtiles'],
  ['{fontstack}/{range}.pbf', 'https://city.example/map/{fontstack}/{range}.pbf'],
] as const) {
  it(`writes ${address} out in full`, () => assert.equal(fullAddress(address, base), full));
}

it('writes out every address of a style, and leaves the rest as it is', () => {
  const style = {
    version: 8,
    name: 'A',
    glyphs: 'fonts/{fontstack}/{range}.pbf',
    sprite: [{ id: 'a', url: 'sprite' }],
    projection: { type: 'globe' },
    sources: {
      a: { type: 'vector', url: 'pmtiles://a.pmtiles', attribution: 'A' },
      b: { type: 'raster', tiles: ['b/{z}/{x}/{y}.png'], tileSize: 256 },
      c: { type: 'geojson', data: 'c.geojson' },
      d: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [{ id: 'g', type: 'background' }],
  } as StyleSpecification;
  const full = withFullAddresses(style, base);
  assert.deepEqual(full, {
    version: 8,
    name: 'A',
    glyphs: 'https://city.example/map/fonts/{fontstack}/{range}.pbf',
    sprite: [{ id: 'a', url: 'https://city.example/map/sprite' }],
    sources: {
      a: { type: 'vector', url: 'pmtiles://https://city.example/map/a.pmtiles', attribution: 'A' },
      b: { type: 'raster', tiles: ['https://city.example/map/b/{z}/{x}/{y}.png'], tileSize: 256 },
      c: { type: 'geojson', data: 'https://city.example/map/c.geojson' },
      d: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [{ id: 'g', type: 'background' }],
  });
  assert.equal(usesPmtiles(full), true);
  assert.equal(usesPmtiles({ ...full, sources: {} }), false);
});
