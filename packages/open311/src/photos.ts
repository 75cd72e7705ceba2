/**
 * A report's photos, the way the city takes them. Loaded with the first report that has any.
 */
import type { ClientOptions, Uploader } from './client-options.ts';

export interface BodyWithPhotos {
  readonly body: URLSearchParams | FormData;
  /** How many bytes of photos it holds. */
  readonly bytes: number;
}

/**
 * @param fields all else of the report
 * @throws what an uploader throws; nothing has been sent to the city by then
 */
export async function bodyWithPhotos(
  fields: URLSearchParams,
  photos: readonly Blob[],
  media: Exclude<ClientOptions['media'], 'none' | undefined>,
  signal: AbortSignal | undefined,
): Promise<BodyWithPhotos> {
  const bytes = photos.reduce((sum, { size }) => sum + size, 0);
  if (media === 'base64:media') {
    for (const photo of photos) fields.append('media', await base64Of(photo));
    return { body: fields, bytes: bytes * 1.4 };
  }
  if (typeof media === 'function') {
    for (const url of await uploaded(photos, media, signal)) fields.append('media_url', url);
    return { body: fields, bytes: 0 };
  }
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  // Named anew: a file's own name may tell of a person, and some cities go by its ending.
  photos.forEach((photo, index) => {
    form.append(media.replace('multipart:', ''), photo, `photo-${index + 1}.${endingOf(photo)}`);
  });
  return { body: form, bytes };
}

async function uploaded(
  photos: readonly Blob[],
  upload: Uploader,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const urls: string[] = [];
  for (const photo of photos) {
    signal?.throwIfAborted();
    urls.push(await upload(photo, { signal }));
  }
  return urls;
}

/** `image/jpeg` → `jpg`. */
function endingOf({ type }: Blob): string {
  const [, ending = 'bin'] = /^\w+\/(\w+)/.exec(type) ?? [];
  return ending === 'jpeg' ? 'jpg' : ending;
}

async function base64Of(photo: Blob): Promise<string> {
  const bytes = new Uint8Array(await photo.arrayBuffer());
  let binary = '';
  // In pieces: a photo has more bytes than a function takes arguments.
  for (let at = 0; at < bytes.length; at += 32_768) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(binary);
}
