/**
 * Reads the body of a POST into its fields. The body is what a stranger sends, so it is held to its length,
 * its type and its encoding before anyone looks at a value.
 */

import { mostPhotos, photoLimit } from './photos.ts';
import { SpecError } from './spec-error.ts';

/** Room for 4,000 characters of any script, percent-encoded (12 bytes each), and the other fields. */
export const bodyLimit = 128 * 1024;
/** Room for the photos, in a body that may have any. */
const multipartLimit = bodyLimit + mostPhotos * photoLimit;

export interface SentForm {
  /** Every field with text, in order. Empty ones are left out: the spec reads them as not sent. */
  readonly fields: URLSearchParams;
  /** What came in `media` and `media[]`. */
  readonly files: readonly Blob[];
}

/** @throws SpecError 413 for a body over the limit, 400 for one that is not form data */
export async function readForm(request: Request): Promise<SentForm> {
  const type = request.headers.get('content-type') ?? '';
  const kind = type.split(';')[0]?.trim().toLowerCase();
  if (kind !== 'application/x-www-form-urlencoded' && kind !== 'multipart/form-data') {
    throw new SpecError(400, 'Send the report as form data (application/x-www-form-urlencoded).');
  }
  if (kind === 'multipart/form-data') {
    const tooLarge = new SpecError(413, 'This is too much to send at once. Send fewer or smaller photos.');
    return readMultipart(await readBody(request, multipartLimit, tooLarge), type);
  }
  return { fields: fieldsOf(urlencodedPairs(await readBody(request, bodyLimit))), files: [] };
}

/**
 * The whole body, or an error as soon as it grows over the limit.
 * @throws SpecError `tooLarge`, by default a 413 about the description
 */
export async function readBody(
  request: Request,
  limit: number,
  tooLarge: SpecError = tooMuch(),
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function urlencodedPairs(body: Uint8Array): [string, string][] {
  const unreadable = new SpecError(400, 'The form data has a broken percent code or is not UTF-8.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw unreadable;
  }
  const decode = (part: string): string => {
    try {
      // URLSearchParams would let broken codes through as other letters; here they are an error.
      return decodeURIComponent(part.replaceAll('+', ' '));
    } catch {
      throw unreadable;
    }
  };
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const cut = pair.indexOf('=');
      return cut < 0 ? [decode(pair), ''] : [decode(pair.slice(0, cut)), decode(pair.slice(cut + 1))];
    });
}

async function readMultipart(body: Uint8Array<ArrayBuffer>, type: string): Promise<SentForm> {
  let data: FormData;
  try {
    data = await new Response(body, { headers: { 'Content-Type': type } }).formData();
  } catch {
    throw new SpecError(400, 'The form data could not be read.');
  }
  const pairs: [string, string][] = [];
  const files: Blob[] = [];
  for (const [name, value] of data) {
    if (typeof value === 'string') pairs.push([name, value]);
    else if (name === 'media' || name === 'media[]') files.push(value);
    else if (value.size > 0) throw new SpecError(400, 'Send photos as media. This city takes no other files.');
  }
  // The room for photos is for photos.
  const text = pairs.reduce((sum, [, value]) => sum + value.length, 0);
  if (text > bodyLimit) throw tooMuch();
  return { fields: fieldsOf(pairs), files };
}

function fieldsOf(pairs: [string, string][]): URLSearchParams {
  return new URLSearchParams(pairs.filter(([, value]) => value.trim() !== ''));
}

function tooMuch(): SpecError {
  return new SpecError(413, 'This is too much to send at once. Make the description shorter.');
}
