/**
 * Takes a photo from a stranger: told by its bytes and never by its name, measured by its header before anything else is read, and left with
 * nothing but the picture. No canvas: the pixels are not touched, and nothing is decoded.
 */
import { isAbsurd, orientationOf, photoHeader, stripMetadata } from '@citydesk/core/photo';
import { hidesPage } from './hides-page.ts';
import { PhotoRefused } from './photo-refused.ts';
import { uprightAs } from './upright.ts';

/** The kinds that are taken. */
export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp';

export interface CheckedPhoto {
  /** The bare picture, under a name and a type that say nothing of the sender's. */
  readonly file: File;
  readonly type: PhotoType;
  /** Of the bare picture, in hex. */
  readonly sha256: string;
}

export interface PhotoLimits {
  /** Bytes. Default 10 MB. */
  readonly bytes?: number | undefined;
  /** Width times height. Default 50 million. */
  readonly pixels?: number | undefined;
}

const megabyte = 1024 * 1024;
const million = 1_000_000;

export const photoLimits = { bytes: 10 * megabyte, pixels: 50 * million } as const;

/** As names of photos end. */
export const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

/**
 * Gives the same bytes for a photo that was checked before.
 * @throws {PhotoRefused} for what is not taken, with a sentence for the person who chose it
 */
export async function checkPhoto(
  blob: Blob,
  { bytes: mostBytes = photoLimits.bytes, pixels: mostPixels = photoLimits.pixels }: PhotoLimits = {},
): Promise<CheckedPhoto> {
  if (blob.size === 0) throw new PhotoRefused('empty');
  if (blob.size > mostBytes) throw new PhotoRefused('size', `${Math.floor(mostBytes / megabyte)} MB`);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const header = photoHeader(bytes);
  if (header?.kind === 'heic') throw new PhotoRefused('heic');
  if (header?.kind !== 'jpeg' && header?.kind !== 'png' && header?.kind !== 'webp') throw new PhotoRefused('kind');
  if (header.width * header.height > mostPixels) {
    throw new PhotoRefused('pixels', `${Math.floor(mostPixels / million)} million`);
  }
  const bare = isAbsurd(header) ? undefined : stripMetadata(bytes);
  if (!bare || hidesPage(bare)) throw new PhotoRefused('damaged');
  const whole = header.kind === 'jpeg' ? uprightAs(bare, orientationOf(bytes)) : bare;
  const type = `image/${header.kind}` as const;
  return { file: new File([whole], `photo.${endings[type]}`, { type }), type, sha256: await sha256Of(whole) };
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
