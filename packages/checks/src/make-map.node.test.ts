import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { PMTiles, zxyToTileId, type RangeResponse, type Source } from 'pmtiles';
import { mapOf } from './make-map.ts';
import { ink } from './make-map-names.ts';
import { ground, styleFor } from './make-map-style.ts';
import { root } from './workspace.ts';
import type { Osm } from './make-map-layers.ts';

const folder = path.join(root, 'examples/city-page/map');

/** Two pieces of a street that crosses tiles, a house on it, and the library. */
const corners: readonly (readonly [number, number])[] = [
  [-85.64, 41.94],
  [-85.635, 41.943],
  [-85.625, 41.949],
  [-85.6349, 41.943],
  [-85.6349, 41.9433],
  [-85.6345, 41.9433],
];
const things: readonly Osm[] = [
  ...corners.map((loc, at) => ({ id: `n${at}`, loc })),
  { id: 'w1', nodes: ['n0', 'n1'], tags: { highway: 'primary', name: 'Main Street' } },
  { id: 'w2', nodes: ['n1', 'n2'], tags: { highway: 'primary', name: 'Main Street' } },
  { id: 'w10', nodes: ['n3', 'n4', 'n5', 'n3'], tags: { building: 'yes', amenity: 'library', name: 'Public Library' } },
];
const data = Object.fromEntries(things.map((each) => [each.id, each]));

describe('The demo city’s map', () => {
  it('is written the same twice, whatever order the data comes in', () => {
    const { archive } = mapOf(data);
    assert.ok(Buffer.from(archive).equals(mapOf(data).archive));
    assert.ok(Buffer.from(archive).equals(mapOf(Object.fromEntries(Object.entries(data).reverse())).archive));
  });

  it('is read back as what was written: its tiles, their layers, and whose data it is', async () => {
    const { archive, tiles } = mapOf(data);
    const map = new PMTiles(inMemory(archive));
    const header = await map.getHeader();
    assert.deepEqual([header.specVersion, header.minZoom, header.maxZoom, header.numTileEntries], [3, 12, 16, tiles]);
    assert.deepEqual([header.minLon, header.minLat, header.maxLon, header.maxLat], [-85.64, 41.94, -85.625, 41.949]);
    const { attribution, vector_layers: layers } = (await map.getMetadata()) as {
      attribution: string;
      vector_layers: { id: string }[];
    };
    assert.equal(attribution, '© OpenStreetMap contributors');
    assert.ok(layers.some(({ id }) => id === 'road_names'));
    const tile = await tileOn(map, 16, -85.6347, 41.9432);
    for (const word of ['buildings', 'roads', 'road_names', 'Main St', 'places', 'Public Library']) {
      assert.ok(tile.includes(word), word);
    }
    assert.ok(!(await tileOn(map, 12, -85.6347, 41.9432)).includes('buildings'));
    assert.equal(await map.getZxy(16, 0, 0), undefined);
  });

  it('has at least 60 tiles of the town that can all be read, in at most 120 kB, with real names', async () => {
    const archive = Uint8Array.from(readFileSync(path.join(folder, 'three-rivers.pmtiles')));
    assert.ok(archive.byteLength <= 120_000, `${archive.byteLength} bytes`);
    const map = new PMTiles(inMemory(archive));
    const { numTileEntries, minZoom, maxZoom, minLon, maxLon, minLat, maxLat } = await map.getHeader();
    let read = 0;
    for (let z = minZoom; z <= maxZoom; z += 1) {
      const [left, top] = tileAt(z, minLon, maxLat);
      const [right, bottom] = tileAt(z, maxLon, minLat);
      for (let x = left; x <= right; x += 1) {
        for (let y = top; y <= bottom; y += 1) {
          const found = await map.getZxy(z, x, y);
          assert.ok(!found || found.data.byteLength > 0, `${zxyToTileId(z, x, y)}`);
          if (found) read += 1;
        }
      }
    }
    assert.ok(read >= 60);
    assert.equal(read, numTileEntries);
    const downtown = await tileOn(map, 14, -85.6345, 41.9435);
    for (const name of ['Michigan Ave', 'Main St', 'Memory Isle Park', 'Rocky River', 'City Hall']) {
      assert.ok(downtown.includes(name), name);
    }
  });

  it('is drawn in a style that is the one committed and asks for nothing but the tiles', () => {
    const style = JSON.parse(readFileSync(path.join(folder, 'style.json'), 'utf8')) as Record<string, unknown>;
    assert.deepEqual(style, styleFor('pmtiles://three-rivers.pmtiles', '© OpenStreetMap contributors'));
    assert.ok(!('glyphs' in style) && !('sprite' in style));
  });

  it('has names of 13 px or more, at least 7:1 on whatever lies under them', () => {
    const text = JSON.stringify(styleFor('', ''));
    const sizes = [...text.matchAll(/"text-size":(\d+|\[.*?\["zoom"\],[\d.,]*\])/g)].map(([, size = '']) =>
      size.startsWith('[')
        ? size
            .split('["zoom"],')[1]
            ?.match(/[\d.]+/g)
            ?.map(Number)
        : [0, Number(size)],
    );
    assert.ok(sizes.length >= 7);
    for (const stops of sizes)
      assert.ok(
        stops?.every((value, at) => at % 2 === 0 || value >= 13),
        `${stops}`,
      );
    for (const [name, colour] of Object.entries(ink)) {
      for (const [under, other] of Object.entries(ground)) {
        assert.ok(contrast(colour, other) >= 7, `${name} on ${under}: ${contrast(colour, other).toFixed(2)}`);
      }
    }
  });
});

/** What a web server does with a Range request. */
function inMemory(bytes: Uint8Array<ArrayBuffer>): Source {
  return {
    getKey: () => 'memory',
    getBytes: (offset, length): Promise<RangeResponse> =>
      Promise.resolve({ data: bytes.slice(offset, offset + length).buffer }),
  };
}

/** The tile at a place, as text: names of layers and places stand in it as they are. */
async function tileOn(map: PMTiles, z: number, long: number, lat: number): Promise<string> {
  const tile = await map.getZxy(z, ...tileAt(z, long, lat));
  assert.ok(tile, `no tile at zoom ${z}`);
  return Buffer.from(tile.data).toString('utf8');
}

function tileAt(z: number, long: number, lat: number): readonly [x: number, y: number] {
  const y = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI;
  return [Math.floor(((long + 180) / 360) * 2 ** z), Math.floor(((1 - y) / 2) * 2 ** z)];
}

/** After WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
