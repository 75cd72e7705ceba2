// `npm run make:map`: the map of the demo city, as one file that any web server can serve, and the style it is drawn in.
// Run by hand when the data or the style changes; what it writes is committed.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { archiveOf } from './make-map-archive.ts';
import { layersOf, type Osm } from './make-map-layers.ts';
import { styleFor } from './make-map-style.ts';
import { tilesOf } from './make-map-tiles.ts';
import { root } from './workspace.ts';

/** Carries an OpenStreetMap extract of Three Rivers, Michigan. */
const source = '@openstreetmap/id@2.42.2';
const inSource = 'package/data/intro_graph.json';
const attribution = '© OpenStreetMap contributors';

/** Writes `three-rivers.pmtiles` and `style.json` into `examples/city-page/map`. */
export async function makeMap(): Promise<void> {
  const folder = path.join(root, 'examples/city-page/map');
  const map = mapOf(JSON.parse(readFileSync(extract(), 'utf8')) as Record<string, Osm>);
  const style = await format(JSON.stringify(styleFor('pmtiles://three-rivers.pmtiles', attribution)), {
    parser: 'json',
    printWidth: 120,
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'three-rivers.pmtiles'), map.archive);
  writeFileSync(path.join(folder, 'style.json'), style);
  console.log(`three-rivers.pmtiles: ${map.tiles} tiles, ${map.archive.byteLength} bytes`);
}

/** The same bytes for the same data, on every machine. */
export function mapOf(data: Readonly<Record<string, Osm>>): {
  readonly archive: Uint8Array<ArrayBuffer>;
  readonly tiles: number;
} {
  const layers = layersOf(Object.values(data));
  const { tiles, bounds } = tilesOf(layers);
  const archive = archiveOf(tiles, bounds, {
    name: 'Three Rivers, Michigan (sample)',
    description: 'Sample data for the demo city of Citydesk',
    attribution,
    type: 'baselayer',
    version: '1',
    vector_layers: layers.map(({ name, fields, from }) => ({
      id: name,
      fields: Object.fromEntries(fields.map((field) => [field, field === 'rank' ? 'Number' : 'String'])),
      minzoom: from,
      maxzoom: 16,
    })),
  });
  return { archive, tiles: tiles.length };
}

/** The extract, fetched once. */
function extract(): string {
  const cache = path.join(root, '.cache/three-rivers-map');
  const file = path.join(cache, inSource);
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    const packed = execFileSync('npm', ['pack', source, '--silent'], { cwd: cache, encoding: 'utf8' }).trim();
    execFileSync('tar', ['xzf', packed, inSource], { cwd: cache });
  }
  return file;
}
