/**
 * Leaves of a picture's file what the picture needs, and nothing else: no EXIF, GPS, XMP, IPTC, comment, thumbnail, text, or byte behind
 * its end. The pixels stay as they are, so this needs no canvas. Mind that a picture turned by its EXIF lies on its side afterwards.
 */
import { joined, letters } from './bytes.ts';
import { photoHeader } from './photo-header.ts';
import { endOfImage, pngChunksOf, segmentsOf, type Segment } from './pieces.ts';
import { strippedWebp } from './stripped-webp.ts';

export interface StripOptions {
  /** Keep the colour profile (default). Without it, colours of other spaces than sRGB come out wrong; with it, it may name a screen. */
  readonly profile?: boolean | undefined;
}

/** The bare picture; `undefined` for what is no whole JPEG, PNG or WebP. A JPEG that is cut off is ended. Never throws. */
export function stripMetadata(
  bytes: Uint8Array,
  { profile = true }: StripOptions = {},
): Uint8Array<ArrayBuffer> | undefined {
  const header = photoHeader(bytes);
  if (!header?.width || !header.height) return undefined;
  if (header.kind === 'jpeg') return strippedJpeg(bytes, profile);
  if (header.kind === 'png') return strippedPng(bytes, profile);
  return header.kind === 'webp' ? strippedWebp(bytes, profile) : undefined;
}

function strippedJpeg(bytes: Uint8Array, profile: boolean): Uint8Array<ArrayBuffer> | undefined {
  const parts = [bytes.subarray(0, 2)];
  let hasScan = false;
  for (const segment of segmentsOf(bytes)) {
    if (segment.marker === endOfImage) break;
    if (segment.marker === 0xda) hasScan = true;
    parts.push(...neededOf(bytes, segment, profile));
  }
  return hasScan ? joined([...parts, new Uint8Array([0xff, endOfImage])]) : undefined;
}

/** Of what an application may write (APPn, COM, JPGn): how colours are meant. All else below is the picture. */
function neededOf(bytes: Uint8Array, { marker, at, data, end }: Segment, profile: boolean): readonly Uint8Array[] {
  const isBy = (name: string) => letters(bytes, data, name.length) === name;
  // JFIF, without its thumbnail: with as long a header as one without has.
  if (marker === 0xe0 && isBy('JFIF\0') && end - data >= 14) {
    return [new Uint8Array([0xff, 0xe0, 0, 16]), bytes.subarray(data, data + 12), new Uint8Array(2)];
  }
  if (marker === 0xee && isBy('Adobe') && end - data >= 12) {
    return [new Uint8Array([0xff, 0xee, 0, 14]), bytes.subarray(data, data + 12)];
  }
  if (marker === 0xe2 && isBy('ICC_PROFILE\0')) return profile ? [bytes.subarray(at, end)] : [];
  const isPicture = marker >= 0xc0 && marker <= 0xdf && marker !== 0xc8;
  return isPicture ? [bytes.subarray(at, end)] : [];
}

/** As PNG has them. Not the animation: who does not know of it sees the first frame. */
const neededChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'sBIT', 'iCCP']);

function strippedPng(bytes: Uint8Array, profile: boolean): Uint8Array<ArrayBuffer> | undefined {
  const chunks = [...pngChunksOf(bytes)];
  const [first] = chunks;
  // Its header has 13 bytes, its frame 12.
  const isWhole = first?.name === 'IHDR' && first.end - first.at === 25 && chunks.some(({ name }) => name === 'IDAT');
  if (!isWhole || chunks.at(-1)?.name !== 'IEND') return undefined;
  const needed = chunks.filter(({ name }) => neededChunks.has(name) && (profile || name !== 'iCCP'));
  // The end holds nothing, whatever this one says.
  const end = new Uint8Array([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
  const parts = needed.slice(0, -1).map(({ at, end: after }) => bytes.subarray(at, after));
  return joined([bytes.subarray(0, 8), ...parts, end]);
}
