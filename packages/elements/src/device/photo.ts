/**
 * Makes of a file the picture that may leave the device: upright, no larger than it has to be, and nothing but a picture.
 */
import { isAbsurd, orientationOf, photoHeader, stripMetadata, takenAt } from '@citydesk/core/photo';
import type { Point } from '@citydesk/core/request';
import { encoded } from './photo-encoded.ts';
import { PhotoRefused } from './photo-refused.ts';

export { PhotoRefused };

export interface PhotoOptions {
  /** Bytes of the picture, at most. */
  readonly most: number;
  /** Pixels of its longer side, at most. Default 2048. */
  readonly side?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface PreparedPhoto {
  /** A JPEG without metadata, in sRGB. */
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
  /** Where it was taken, if the file said so. It is not in `blob`. */
  readonly taken?: Point | undefined;
}

/** Bytes of a file that are read at all: more than any camera of a phone writes. */
const longestFile = 100_000_000;

/**
 * @throws {PhotoRefused} or the signal's reason
 */
export async function preparePhoto(file: Blob, { most, side = 2048, signal }: PhotoOptions): Promise<PreparedPhoto> {
  signal?.throwIfAborted();
  if (file.size > longestFile) throw new PhotoRefused('size');
  const bytes = await file.arrayBuffer().then(
    (read) => new Uint8Array(read),
    // It was moved or deleted since, or lies in a cloud.
    (cause: unknown) => Promise.reject(new PhotoRefused('broken', cause)),
  );
  const header = photoHeader(bytes);
  if (!header) throw new PhotoRefused('type');
  if (!header.width || !header.height) throw new PhotoRefused('broken');
  if (isAbsurd(header)) throw new PhotoRefused('size');
  signal?.throwIfAborted();

  const isBare = /^(jpeg|png|webp)$/.test(header.kind);
  const picture = isBare ? stripMetadata(bytes) : bytes;
  if (!picture) throw new PhotoRefused('broken');
  let decoded: ImageBitmap;
  try {
    // Engines differ in whether a bitmap is turned as its metadata say, and in what the option is called. Without metadata none does.
    decoded = await createImageBitmap(new Blob([picture as BlobPart], { type: `image/${header.kind}` }));
  } catch (cause) {
    throw new PhotoRefused(header.kind === 'heic' ? 'heic' : 'broken', cause);
  }
  try {
    signal?.throwIfAborted();
    const orientation = isBare ? orientationOf(bytes) : 1;
    const { canvas, blob } = await encoded(decoded, orientation, side, most, signal);
    const bare = stripMetadata(new Uint8Array(await blob.arrayBuffer()), { profile: false });
    // An engine without JPEG gives a PNG.
    if (!bare || photoHeader(bare)?.kind !== 'jpeg') throw new PhotoRefused('broken');
    signal?.throwIfAborted();
    const { width, height } = canvas;
    return { blob: new Blob([bare], { type: 'image/jpeg' }), width, height, taken: takenAt(bytes) };
  } finally {
    decoded.close();
  }
}
