/**
 * An answer becomes what was asked for, or the one error that says what it was instead.
 */
import { NetworkError, NotFoundError } from './errors.ts';
import type { Answer } from './http/exchange.ts';
import { part } from './part.ts';
import type { Quirk, SpecError } from './types.ts';
import { valueIn } from './wire/read.ts';
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
  // A city mostly answers; what says what else it was comes with the first one that does not.
  const { refusalIn } = await part(import('./refusal.ts'), new URL(url));
  return refusalIn({ status, text, retryAfter }, value, { method, url, single, reading, secret, alreadyFiled });
}

/** Reads, and passes on what was mended only if something could be read: the mends of a misreading are none. */
export function heardIf<T>(
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
