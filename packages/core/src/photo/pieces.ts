/** What a picture's file is made of, in order: the segments of a JPEG, the chunks of a PNG or a WebP. Never throws, reads each byte once. */
import { big, letters, little } from './bytes.ts';

/** `at` is where it begins with its own header, `data` where its content does, `end` is behind its last byte. */
export interface Piece {
  readonly at: number;
  readonly data: number;
  readonly end: number;
}

export interface Segment extends Piece {
  /** The second byte of the marker: 0xe1 for APP1. */
  readonly marker: number;
}

export interface Chunk extends Piece {
  /** Four letters. */
  readonly name: string;
}

const startOfScan = 0xda;
export const endOfImage = 0xd9;

/**
 * The segments of a JPEG after its first two bytes, a scan with the data behind it, up to the end of the image or of the bytes.
 * What stands between segments is passed over.
 */
export function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  for (let at = 2; at + 1 < bytes.length;) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff || marker === 0xff) at += 1;
    else if (marker === endOfImage) return yield { marker, at, data: at + 2, end: at + 2 };
    // Without a length: nothing, a pixel of 255, a beginning, a restart.
    else if (marker < 2 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else {
      const length = big(bytes, at + 2, 2);
      const end = at + 2 + length;
      if (length < 2 || end > bytes.length) return;
      const piece = { marker, at, data: at + 4, end: marker === startOfScan ? endOfScan(bytes, end) : end };
      yield piece;
      at = piece.end;
    }
  }
}

/** The next marker that is not part of the data: not a pixel of 255, not a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; ;) {
    at = bytes.indexOf(0xff, at);
    const marker = at < 0 ? undefined : bytes[at + 1];
    if (marker === undefined) return bytes.length;
    if (marker === 0xff) at += 1;
    else if (marker === 0 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else return at;
  }
}

/** The chunks of a PNG after its signature, each with length and checksum, up to IEND. One that is cut off ends it. */
export function* pngChunksOf(bytes: Uint8Array): Generator<Chunk> {
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + big(bytes, at, 4);
    if (end > bytes.length) return;
    const name = letters(bytes, at + 4, 4);
    yield { name, at, data: at + 8, end };
    if (name === 'IEND') return;
    at = end;
  }
}

/** The chunks of a RIFF file between `from` and `to`, each with its padding. One that is cut off ends it. */
export function* riffChunksOf(bytes: Uint8Array, from: number, to: number): Generator<Chunk> {
  for (let at = from; at + 8 <= to;) {
    const length = little(bytes, at + 4, 4);
    const end = at + 8 + length + (length % 2);
    if (end > to) return;
    yield { name: letters(bytes, at, 4), at, data: at + 8, end };
    at = end;
  }
}

/** Where the chunks of a WebP end, as its header has it, and not beyond its bytes. */
export function endOfWebp(bytes: Uint8Array): number {
  return Math.min(bytes.length, 8 + little(bytes, 4, 4));
}
