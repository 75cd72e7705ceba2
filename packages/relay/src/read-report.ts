/**
 * Reads a POST from its form into a report. The body is what a stranger sends, so it is held to its length, its type and its encoding before
 * anyone looks at a value.
 */

import { decodeReport, type Report } from '@citydesk/open311/wire';
import { honeypotField } from './bots/judge.ts';
import { hex, sha256 } from './digests.ts';
import { Refusal } from './spec-answer.ts';
import type { RelayConfig } from './config.ts';

export interface SentForm {
  /** Every field with text, in order. Empty ones are left out: the spec reads them as not sent. */
  readonly fields: URLSearchParams;
  /** What came in `media` and `media[]`. */
  readonly files: readonly Blob[];
}

export interface SentReport {
  readonly report: Report;
  readonly files: readonly Blob[];
  readonly fields: URLSearchParams;
  /** What stands in the field that people do not see. */
  readonly honeypot: string | undefined;
  readonly key: string | undefined;
  readonly work: string | undefined;
  readonly insist: boolean;
}

type Limits = Pick<RelayConfig['limits'], 'text' | 'photos' | 'photo' | 'uploads'>;

/** Takes in forms; those with photos only while there is room for all of them at once. */
export function formReader(limits: Limits): (request: Request) => Promise<SentForm> {
  const most = limits.text + limits.photos * limits.photo;
  let taken = 0;
  return async (request) => {
    const type = request.headers.get('Content-Type') ?? '';
    const kind = type.split(';')[0]?.trim().toLowerCase();
    if (kind === 'application/x-www-form-urlencoded') {
      return { fields: textFields(await bodyOf(request, limits.text, tooLong)), files: [] };
    }
    if (kind !== 'multipart/form-data') {
      throw new Refusal(400, 'Send the report as form data (application/x-www-form-urlencoded).');
    }
    const size = Math.min(Number(request.headers.get('Content-Length')) || most, most);
    if (taken > 0 && taken + size > limits.uploads) {
      // With a key it may have come before, and be filed.
      throw new Refusal(503, [request.headers.has('Idempotency-Key') ? { ...busy, code: 'unknown' } : busy], 5_000);
    }
    taken += size;
    try {
      return await multipart(await bodyOf(request, most, tooMuch), type, limits);
    } finally {
      taken -= size;
    }
  };
}

const busy = {
  code: 'busy',
  description: 'Many photos are arriving right now. This one was not taken in. Please try again in a moment.',
};
const tooLong = 'This is too much to send at once. Make the description shorter.';
const tooMuch = 'This is too much to send at once. Send fewer or smaller photos.';

/** The whole body, or a 413 as soon as it grows over the limit. */
export async function bodyOf(request: Request, limit: number, words: string): Promise<Uint8Array<ArrayBuffer>> {
  const length = request.headers.get('Content-Length');
  if (Number(length ?? 0) > limit) throw new Refusal(413, words);
  // Whoever takes the request in holds it to the length it names.
  if (length !== null) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      reader?.cancel().catch(() => undefined);
      throw new Refusal(413, words);
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function textFields(body: Uint8Array): URLSearchParams {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    // URLSearchParams would let broken codes through as other letters; here they are an error.
    if (text.includes('%')) decodeURIComponent(text);
    return named([...new URLSearchParams(text)]);
  } catch {
    throw new Refusal(400, 'The form data has a broken percent code or is not UTF-8.');
  }
}

async function multipart(body: Uint8Array<ArrayBuffer>, type: string, limits: Limits): Promise<SentForm> {
  let data: FormData;
  try {
    data = await new Response(body, { headers: { 'Content-Type': type } }).formData();
  } catch {
    throw new Refusal(400, 'The form data could not be read.');
  }
  const pairs: [string, string][] = [];
  const files: Blob[] = [];
  let text = 0;
  for (const [name, value] of data) {
    if (typeof value === 'string') {
      text += name.length + value.length;
      pairs.push([name, value]);
    } else if (name === 'media' || name === 'media[]') {
      // An empty file field of a plain form is a file without name and bytes.
      if (value.size > 0 || value.name !== '') files.push(value);
    } else if (value.size > 0) throw new Refusal(400, 'Send photos as media. No other files are taken.');
  }
  if (text > limits.text) throw new Refusal(413, tooLong);
  if (files.length > limits.photos) throw new Refusal(413, `Send ${limits.photos} photos at most. (media)`);
  if (files.some(({ size }) => size > limits.photo)) throw new Refusal(413, 'This photo is too big. (media)');
  return { fields: named(pairs), files };
}

function named(pairs: readonly [string, string][]): URLSearchParams {
  return new URLSearchParams(pairs.filter(([, value]) => value.trim() !== ''));
}

/** @throws {Refusal} 400 for a key that is none, and for a report that cannot be one */
export function reportIn({ fields, files }: SentForm, headers: Headers): SentReport {
  const { apiKey: _none, jurisdictionId: _ours, ...sent } = decodeReport(fields);
  const mistakes: string[] = [];
  if (sent.serviceCode === undefined) mistakes.push('service_code was not provided. (service_code)');
  if (outside(sent.lat, 90)) mistakes.push('lat needs a number from -90 to 90. (lat)');
  if (outside(sent.long, 180)) mistakes.push('long needs a number from -180 to 180. (long)');
  if (fields.has('media') || fields.has('media[]')) mistakes.push('Send photos as files of a form. (media)');
  if (sent.serviceCode === undefined || mistakes.length > 0) {
    throw new Refusal(
      400,
      mistakes.map((description) => ({ code: '400', description })),
    );
  }
  return {
    report: { ...sent, serviceCode: sent.serviceCode },
    files,
    fields,
    honeypot: fields.get(honeypotField) ?? undefined,
    key: keyIn(headers.get('Idempotency-Key')),
    work: headers.get('Citydesk-Work') ?? undefined,
    insist: headers.get('Citydesk-Insist') === '1',
  };
}

function outside(degrees: number | undefined, most: number): boolean {
  return degrees !== undefined && !(Math.abs(degrees) <= most);
}

/** The text of an sf-string (RFC 8941): printable ASCII in quotes, in which only quotes and backslashes are escaped. */
function keyIn(header: string | null): string | undefined {
  if (header === null) return undefined;
  const [, inner] = /^ *"((?:[ !#-[\]-~]|\\["\\])*)" *(?:;[ ]*[a-z*][a-z\d_.*-]*(?:=[^;,]*)?)*$/.exec(header) ?? [];
  const key = inner?.replace(/\\(.)/g, '$1');
  if (key !== undefined && key.length >= 1 && key.length <= 255) return key;
  throw new Refusal(400, 'Idempotency-Key has to be text in double quotes, of 1 to 255 characters.');
}

/** Of all that makes one report another: the fields in order, and what is on its photos. */
export async function fingerprintOf(fields: URLSearchParams, photos: readonly string[]): Promise<string> {
  const text = JSON.stringify([[...fields].filter(([name]) => name !== honeypotField && name !== 'api_key'), photos]);
  return hex(await sha256(text));
}
