/** What a photo tells of itself that the form asks: which side is up, and where it was taken. Read on the device only. */
import type { Point } from '../request/draft.ts';
import { big, letters, little } from './bytes.ts';
import { metadataOf } from './metadata.ts';

/** As in EXIF: 1 is upright, 2–8 are turned or mirrored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** How the stored picture has to be turned, as EXIF says; 1 where it says nothing, and in HEIC and AVIF, which turn themselves. Never throws. */
export function orientationOf(bytes: Uint8Array): Orientation {
  if (letters(bytes, 4, 4) === 'ftyp') return 1;
  const { exif } = metadataOf(bytes);
  const tags = exif && new Tags(exif);
  const said = tags?.short(tags.first, 0x0112) ?? 1;
  return said >= 1 && said <= 8 ? (said as Orientation) : 1;
}

/** Where it was taken, as EXIF or else XMP says; `undefined` where neither does, or only zeros. Never throws. */
export function takenAt(bytes: Uint8Array): Point | undefined {
  const { exif, xmp } = metadataOf(bytes);
  const tags = exif && new Tags(exif);
  const gps = tags?.long(tags.first, 0x8825);
  const told = tags && gps ? pointOf(tags.degrees(gps, 0x0002, 0x0001), tags.degrees(gps, 0x0004, 0x0003)) : undefined;
  if (told || !xmp) return told;
  return pointOf(degreesIn(xmp, 'GPSLatitude', 'NS'), degreesIn(xmp, 'GPSLongitude', 'EW'));
}

/** Cameras without a fix write zeros. */
function pointOf(lat = NaN, long = NaN): Point | undefined {
  const isOnEarth = Math.abs(lat) <= 90 && Math.abs(long) <= 180 && (lat !== 0 || long !== 0);
  return isOnEarth ? { lat, long } : undefined;
}

/** `41,56.622N` or `41,56,37.3N`, as an attribute or an element. */
function degreesIn(xmp: string, name: string, signs: string): number | undefined {
  const found = new RegExp(
    `exif:${name}\\s?(?:=\\s?["']|>)\\s?(\\d{1,3}),(\\d{1,2}(?:\\.\\d{1,9})?)(?:,(\\d{1,2}(?:\\.\\d{1,9})?))?([${signs}])`,
  ).exec(xmp);
  if (!found) return undefined;
  const [, degrees, minutes, seconds = '0', sign = ''] = found;
  return signed(Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600, sign);
}

const signed = (degrees: number, sign: string) => (sign === 'S' || sign === 'W' ? -degrees : degrees);

/** The tags of an EXIF block, which is a TIFF file. A list of tags is known by where it begins. */
class Tags {
  readonly #bytes: Uint8Array;
  readonly #read: typeof big;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#read = letters(bytes, 0, 2) === 'II' ? little : big;
  }

  /** Where the first list is. */
  get first(): number {
    return this.#read(this.#bytes, 4, 4);
  }

  short(list: number, tag: number): number | undefined {
    const at = this.#entry(list, tag);
    return at && this.#read(this.#bytes, at + 8, 2);
  }

  long(list: number, tag: number): number | undefined {
    const at = this.#entry(list, tag);
    return at && this.#read(this.#bytes, at + 8, 4);
  }

  /** Degrees, minutes and seconds as three fractions, and the letter of their side in a tag of its own. */
  degrees(list: number, tag: number, side: number): number | undefined {
    const at = this.long(list, tag);
    const sign = this.#entry(list, side);
    if (!at || !sign) return undefined;
    const [degrees = NaN, minutes = NaN, seconds = NaN] = [0, 8, 16].map(
      // A part that was not measured is 0/0.
      (step) => this.#read(this.#bytes, at + step, 4) / (this.#read(this.#bytes, at + step + 4, 4) || 1),
    );
    return signed(degrees + minutes / 60 + seconds / 3600, letters(this.#bytes, sign + 8, 1).toUpperCase());
  }

  #entry(list: number, tag: number): number | undefined {
    // No camera writes as many; a stranger's number may be 65,535.
    const count = Math.min(this.#read(this.#bytes, list, 2), 512);
    for (let at = list + 2; at < list + 2 + count * 12; at += 12) {
      if (this.#read(this.#bytes, at, 2) === tag) return at;
    }
    return undefined;
  }
}
