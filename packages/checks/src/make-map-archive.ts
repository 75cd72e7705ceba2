// Writes tiles as one PMTiles file (version 3): a header, a directory, what the map is, then the tiles. A map asks for parts of it
// by Range requests. Enough for a town: one directory, no leaves. https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md

import { gzipSync } from 'node:zlib';
import type { Bounds, Tile } from './make-map-tiles.ts';

const headerLength = 127;
/** A reader fetches that much at once and expects header and root directory in it. */
const firstRead = 16_384;
const zipped = 2;
const vectorTiles = 1;

/**
 * @param about JSON metadata, with `vector_layers` and `attribution`
 * @throws RangeError for more tiles than one directory holds, or none
 */
export function archiveOf(tiles: readonly Tile[], bounds: Bounds, about: object): Uint8Array<ArrayBuffer> {
  const entries = tiles
    .map((tile) => ({ id: hilbertId(tile), bytes: zip(tile.bytes) }))
    .toSorted((a, b) => a.id - b.id);
  const directory = zip(directoryOf(entries));
  if (entries.length === 0 || headerLength + directory.length > firstRead)
    throw new RangeError('Wrong number of tiles');
  const metadata = zip(Buffer.from(JSON.stringify(about)));
  const data = Buffer.concat(entries.map(({ bytes }) => bytes));

  const header = Buffer.alloc(headerLength);
  header.write('PMTiles', 'latin1');
  header.writeUInt8(3, 7);
  const [metadataAt, dataAt] = [headerLength + directory.length, headerLength + directory.length + metadata.length];
  const count = entries.length;
  const numbers = [headerLength, directory.length, metadataAt, metadata.length, dataAt, 0, dataAt, data.length];
  for (const [at, value] of [...numbers, count, count, count].entries()) {
    header.writeBigUInt64LE(BigInt(value), 8 + at * 8);
  }
  const zooms = tiles.map(({ z }) => z);
  const [from, to] = [Math.min(...zooms), Math.max(...zooms)];
  const clustered = 1;
  header.set([clustered, zipped, zipped, vectorTiles, from, to], 96);
  const [west, south, east, north] = bounds;
  for (const [at, degrees] of [west, south, east, north].entries()) header.writeInt32LE(e7(degrees), 102 + at * 4);
  header.writeUInt8(from, 118);
  header.writeInt32LE(e7((west + east) / 2), 119);
  header.writeInt32LE(e7((south + north) / 2), 123);
  return Uint8Array.from(Buffer.concat([header, directory, metadata, data]));
}

/** Ids, run lengths, lengths and offsets of all tiles, column by column. Zero as an offset: right after the one before. */
function directoryOf(entries: readonly { readonly id: number; readonly bytes: Uint8Array }[]): Uint8Array {
  return Uint8Array.from(
    [
      entries.length,
      ...entries.map(({ id }, at) => id - (entries[at - 1]?.id ?? 0)),
      ...entries.map(() => 1),
      ...entries.map(({ bytes }) => bytes.length),
      ...entries.map((_, at) => (at === 0 ? 1 : 0)),
    ].flatMap(varint),
  );
}

/** Tiles of all lower zooms first, then along the Hilbert curve. */
function hilbertId({ z, x: column, y: row }: Tile): number {
  let id = (4 ** z - 1) / 3;
  let [x, y] = [column, row];
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const low = (y & side) > 0 ? 1 : 0;
    id += side * side * ((3 * right) ^ low);
    if (low === 0) {
      if (right === 1) [x, y] = [side - 1 - x, side - 1 - y];
      [x, y] = [y, x];
    }
  }
  return id;
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}

/** Without the byte that names the machine's system. */
function zip(bytes: Uint8Array): Buffer {
  const packed = gzipSync(bytes, { level: 9 });
  packed[9] = 255;
  return packed;
}

function e7(degrees: number): number {
  return Math.round(degrees * 1e7);
}
