// Cuts the layers of a map into vector tiles, zoom 12 to 16.

import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Geometry, Layer } from './make-map-layers.ts';

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** As Mapbox Vector Tiles, not compressed. */
  readonly bytes: Uint8Array;
}

/** West, south, east, north, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

const lowest = 12;
const highest = 16;
const extent = 4096;

/** Tiles with nothing on them are left out. */
export function tilesOf(layers: readonly Layer[]): { readonly tiles: readonly Tile[]; readonly bounds: Bounds } {
  const bounds = boundsOf(layers);
  const tiles: Tile[] = [];
  for (let z = lowest; z <= highest; z += 1) {
    const cut = layers.map(({ name, features }) => ({
      name,
      index: indexOf(features.filter(({ from }) => from <= z)),
    }));
    const [left, top] = tileAt(bounds[0], bounds[3], z);
    const [right, bottom] = tileAt(bounds[2], bounds[1], z);
    for (let x = left; x <= right; x += 1) {
      for (let y = top; y <= bottom; y += 1) {
        const found = cut.flatMap(({ name, index }) => {
          const tile = index?.getTile(z, x, y);
          return tile && tile.features.length > 0 ? [[name, tile] as const] : [];
        });
        if (found.length === 0) continue;
        tiles.push({ z, x, y, bytes: fromGeojsonVt(Object.fromEntries(found), { version: 2, extent }) });
      }
    }
  }
  return { tiles, bounds };
}

function indexOf(features: Layer['features']): GeoJSONVT | undefined {
  if (features.length === 0) return undefined;
  const plain = features.map(({ type, geometry, properties }) => ({ type, geometry, properties: { ...properties } }));
  const options = { maxZoom: highest, indexMaxZoom: highest, indexMaxPoints: 0, tolerance: 3, extent, buffer: 80 };
  return new GeoJSONVT({ type: 'FeatureCollection', features: plain }, options);
}

function boundsOf(layers: readonly Layer[]): Bounds {
  const points = layers.flatMap(({ features }) => features.flatMap(({ geometry }) => pointsOf(geometry)));
  const all = (at: 0 | 1): number[] => points.map((point) => point[at] ?? 0);
  return [Math.min(...all(0)), Math.min(...all(1)), Math.max(...all(0)), Math.max(...all(1))];
}

function pointsOf(geometry: Geometry): readonly (readonly number[])[] {
  return geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates.flat();
}

/** The tile a place lies on, in Web Mercator. */
function tileAt(long: number, lat: number, z: number): readonly [x: number, y: number] {
  const size = 2 ** z;
  const sine = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return [Math.floor(((long + 180) / 360) * size), Math.floor(y * size)];
}
