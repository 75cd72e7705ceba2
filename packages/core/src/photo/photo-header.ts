/** What kind of picture a file is and how large, by its first bytes alone: neither its name counts, nor is anything decoded. */
import { big, find, letters, little } from './bytes.ts';
import { endOfWebp, riffChunksOf, segmentsOf } from './pieces.ts';

export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'bmp' | 'avif' | 'heic';

export interface PhotoHeader {
  readonly kind: PhotoKind;
  /** Pixels as they are stored, before the picture is turned upright; 0 where the header does not say. */
  readonly width: number;
  readonly height: number;
}

/**
 * Pixels. A decoded picture takes four bytes for each, and a phone's page has little more than half a gigabyte. Phones that
 * boast of 108 megapixels still fit in.
 */
const mostPixels = 120_000_000;
/** Pixels of a side. The longest panorama that phones take has some 16,000. */
const longestSide = 20_000;
/** One side to the other: beyond, nothing could be seen in it, but a file can pass for a picture and for a script. */
const longestShape = 100;

/** The kind of a picture that a browser might open and its size; `undefined` for any other file. Never throws. */
export function photoHeader(bytes: Uint8Array): PhotoHeader | undefined {
  const start = letters(bytes, 0, 16);
  if (start.startsWith('\xff\xd8\xff')) return jpeg(bytes);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) {
    return { kind: 'png', width: big(bytes, 16, 4), height: big(bytes, 20, 4) };
  }
  if (/^GIF8[79]a/.test(start)) return { kind: 'gif', width: little(bytes, 6, 2), height: little(bytes, 8, 2) };
  if (/^RIFF.{4}WEBP/s.test(start)) return webp(bytes);
  // With the length of its second header, which is never long: two letters alone would be a poor sign.
  if (start.startsWith('BM') && little(bytes, 14, 4) < 256) return bmp(bytes);
  const [, brand = ''] = /^.{4}ftyp(.{4})/s.exec(start) ?? [];
  if (/^avi[fs]$/.test(brand)) return { kind: 'avif', ...largestExtent(bytes) };
  if (/^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) return { kind: 'heic', ...largestExtent(bytes) };
  return undefined;
}

/** Whether nobody took this picture with a camera: no pixels, too many, or a line. Not to be decoded. */
export function isAbsurd({ width, height }: Pick<PhotoHeader, 'width' | 'height'>): boolean {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  return short < 1 || long > longestSide || long > short * longestShape || width * height > mostPixels;
}

/** By the first frame header; those share their numbers with three other segments. */
function jpeg(bytes: Uint8Array): PhotoHeader {
  for (const { marker, data, end } of segmentsOf(bytes)) {
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && end - data >= 6) {
      return { kind: 'jpeg', width: big(bytes, data + 3, 2), height: big(bytes, data + 1, 2) };
    }
  }
  return { kind: 'jpeg', width: 0, height: 0 };
}

function webp(bytes: Uint8Array): PhotoHeader {
  let size = { width: 0, height: 0 };
  for (const { name, data, end } of riffChunksOf(bytes, 12, endOfWebp(bytes))) {
    let found = size;
    if (name === 'VP8X' && end - data >= 10) {
      found = { width: little(bytes, data + 4, 3) + 1, height: little(bytes, data + 7, 3) + 1 };
    } else if (name === 'VP8 ' && end - data >= 10) {
      found = { width: little(bytes, data + 6, 2) & 0x3fff, height: little(bytes, data + 8, 2) & 0x3fff };
    } else if (name === 'VP8L' && end - data >= 5) {
      const bits = little(bytes, data + 1, 4);
      found = { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    // The header of the whole may say less than the picture in it.
    size = { width: Math.max(size.width, found.width), height: Math.max(size.height, found.height) };
  }
  return { kind: 'webp', ...size };
}

/** A height below zero is a picture from top to bottom. The oldest header has short numbers. */
function bmp(bytes: Uint8Array): PhotoHeader {
  if (little(bytes, 14, 4) === 12) return { kind: 'bmp', width: little(bytes, 18, 2), height: little(bytes, 20, 2) };
  return { kind: 'bmp', width: little(bytes, 18, 4), height: Math.abs(little(bytes, 22, 4) | 0) };
}

/** The spatial extents (`ispe`) of the image and, in a grid, its tiles; they stand in front of the pixels, within 64 kB. */
function largestExtent(bytes: Uint8Array): { width: number; height: number } {
  const end = Math.min(bytes.length, 65_536);
  let largest = { width: 0, height: 0 };
  for (let at = find(bytes, 'ispe', 0, end); at >= 0; at = find(bytes, 'ispe', at + 4, end)) {
    const extent = { width: big(bytes, at + 8, 4), height: big(bytes, at + 12, 4) };
    if (extent.width * extent.height > largest.width * largest.height) largest = extent;
  }
  return largest;
}
