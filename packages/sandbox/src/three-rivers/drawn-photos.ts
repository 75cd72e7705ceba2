/**
 * Pictures for the demo city's potholes, before and after, drawn by a few lines of arithmetic: nobody took them and nobody is
 * on them. As PNG, because the city takes no drawings as such.
 */

import { crc32, deflateSync } from 'node:zlib';
import { randomFrom } from './random.ts';

export interface BeforeAndAfter {
  /** `data:` addresses, as a seed has its photos. */
  readonly before: string;
  readonly after: string;
}

const width = 480;
const height = 320;
const variants = 4;

/** Asphalt in four greys, the hole, its broken edge, the puddle in it, the patch, its seam, the line on the road. */
const palette = [
  [112, 114, 116],
  [120, 122, 123],
  [104, 106, 109],
  [128, 129, 129],
  [38, 34, 31],
  [84, 74, 64],
  [88, 103, 116],
  [46, 48, 51],
  [30, 31, 33],
  [226, 220, 196],
] as const;
const [hole, edge, water, patch, seam, line] = [4, 5, 6, 7, 8, 9] as const;

const drawn = new Map<number, BeforeAndAfter>();

/** One of a few pairs; the same number gives the same. */
export function potholePhotos(number: number): BeforeAndAfter {
  const variant = number % variants;
  const known = drawn.get(variant) ?? draw(variant);
  drawn.set(variant, known);
  return known;
}

function draw(variant: number): BeforeAndAfter {
  const random = randomFrom(40 + variant);
  const [x, y] = [width * (0.4 + 0.2 * random.next()), height * (0.5 + 0.15 * random.next())];
  const [rx, ry] = [width * (0.14 + 0.08 * random.next()), height * (0.13 + 0.06 * random.next())];
  const waves = [random.next() * 6, random.next() * 6] as const;
  // Grains of two by two, the same in both pictures: it is the same street.
  const grains = Array.from({ length: (width * height) / 4 }, () => Math.floor(random.next() ** 2 * 4));
  const lineAt = width * (variant % 2 === 0 ? 0.86 : 0.1);

  const street = (px: number, py: number): number => {
    if (Math.abs(px - lineAt - py * 0.06) < 9) return line;
    return grains[(py >> 1) * (width >> 1) + (px >> 1)] ?? 0;
  };
  /** How far a point is from the middle of the hole: 1 at its ragged edge. */
  const away = (px: number, py: number): number => {
    const angle = Math.atan2(py - y, px - x);
    const ragged = 1 + 0.12 * Math.sin(3 * angle + waves[0]) + 0.07 * Math.sin(7 * angle + waves[1]);
    return Math.hypot((px - x) / rx, (py - y) / ry) / ragged;
  };
  const before = (px: number, py: number): number => {
    const distance = away(px, py);
    if (distance > 1.12) return street(px, py);
    if (distance > 0.94) return edge;
    return distance < 0.6 && variant % 2 === 0 ? water : hole;
  };
  const after = (px: number, py: number): number => {
    const [dx, dy] = [Math.abs(px - x) - rx * 1.3, Math.abs(py - y) - ry * 1.3];
    if (dx > 0 || dy > 0) return street(px, py);
    return dx > -5 || dy > -5 ? seam : street(px, py) === 3 ? seam : patch;
  };
  return { before: pngAddress(before), after: pngAddress(after) };
}

/** A PNG with a palette. Source: https://www.w3.org/TR/png-3/ */
function pngAddress(colourAt: (x: number, y: number) => number): string {
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    // Each row begins with its filter, none.
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = colourAt(x, y);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return `data:image/png;base64,${png.toString('base64')}`;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
