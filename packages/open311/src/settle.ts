/**
 * An answer becomes what was asked for, or the one error that says what it was instead.
 */
import { NetworkError, NotFoundError, RejectedError, UnreadableError, UnsupportedError } from './errors.ts';
import type { Answer } from './http/exchange.ts';
import { part } from './part.ts';
import type { Quirk, SpecError } from './types.ts';
import { formatOf, valueIn } from './wire/read.ts';
import { readingOf, type ReadingOptions } from './wire/reading.ts';

export interface Question<T> {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly decode: (value: unknown, reading?: ReadingOptions) => T | undefined;
  /** Whether one thing was asked for, of which 404, 410 and an empty list say that it is not there. */
  readonly single: boolean;
  /** Handed to `decode`. Of mends hears also what the answer was beside its content. */
  readonly reading?: ReadingOptions | undefined;
  /** Whether errors say that what was sent is there already. */
  readonly alreadyFiled?: ((errors: readonly SpecError[]) => boolean) | undefined;
  /** What was sent and must not be repeated, should the city quote it: the key. */
  readonly secret?: string | undefined;
}

/**
 * @throws {NotFoundError} 404 or 410 for a single thing, whatever the body; an empty list for one that is no receipt
 * @throws {UnsupportedError} 405 or 501
 * @throws {RejectedError} an error list under any status; an error status with JSON or XML, short plain text (4xx) or no body
 * @throws {UnreadableError} all else, above all HTML, which is never an answer
 * @throws {NetworkError} a part of this package that reads such an answer could not be loaded
 */
export async function settle<T>(
  { status, text, retryAfter }: Pick<Answer, 'status' | 'text' | 'retryAfter'>,
  { method, url, decode, single, reading, secret, alreadyFiled }: Question<T>,
): Promise<T> {
  const failure = { method, url, status, retryAfter };
  const { mended } = readingOf(undefined, reading);
  const value = await valueIn(text, reading).catch((cause: unknown) => {
    throw new NetworkError({ ...failure, cause });
  });
  const worked = status >= 200 && status < 300;
  if (worked && value !== undefined) {
    const decoded = heardIf(reading, (heard) => decode(value, heard));
    if (single && (isEmptyList(decoded) || (decoded === undefined && isEmptyList(value)))) {
      mended(39, 'status');
      throw new NotFoundError(failure);
    }
    if (decoded !== undefined) {
      if (method === 'POST' && status !== 200) mended(40, 'status');
      return decoded;
    }
  }
  const html = value === undefined && /^[\0- \uFEFF]*</.test(text);
  if (html) mended(worked ? 37 : 38, 'text');
  if (single && (status === 404 || status === 410)) throw new NotFoundError(failure);
  if (status === 405 || status === 501) throw new UnsupportedError(failure, 'not offered by this endpoint');
  const isPlain = value === undefined && text.length <= 500 && !html && formatOf(text) === undefined;
  const hidden = (words: string) => (secret ? words.replaceAll(secret, '…') : words);
  const plain = isPlain && !isFragment(text) ? hidden(text.trim()) : '';
  if (value !== undefined || (!worked && text.trim() === '')) {
    // A city mostly answers; what reads its errors comes with the first one.
    const { decodeErrors } = await part(import('./wire/decode-errors.ts'), new URL(url));
    const found =
      heardIf(reading, (heard) => {
        const all = decodeErrors(value, !worked, heard);
        return all.length > 0 ? all : undefined;
      }) ?? [];
    const errors = found.map(({ code, description }) => ({ code: hidden(code), description: hidden(description) }));
    if (errors.length > 0 || !worked) {
      if (worked) mended(39, 'status');
      const rejected = new RejectedError(failure, errors, alreadyFiled);
      if (rejected.alreadyFiled) mended(50, 'description');
      throw rejected;
    }
  } else if (plain !== '' && status >= 400 && status < 500) {
    mended(38, 'text');
    throw new RejectedError(failure, [{ code: String(status), description: plain }], alreadyFiled);
  }
  throw new UnreadableError(failure, `status ${status} with no GeoReport answer`, worked ? [plain] : []);
}

/** Reads, and passes on what was mended only if something could be read: the mends of a misreading are none. */
function heardIf<T>(
  reading: ReadingOptions | undefined,
  read: (reading: ReadingOptions) => T | undefined,
): T | undefined {
  const heard: Quirk[] = [];
  const value = read({ ...reading, onQuirk: (quirk) => heard.push(quirk) });
  if (value !== undefined) for (const quirk of heard) reading?.onQuirk?.(quirk);
  return value;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Whether a text that is neither JSON nor XML is a piece of one: for no one to read. */
function isFragment(text: string): boolean {
  return /[{}<>]|"\s*[:,\]]|\]\s*$/.test(text);
}
