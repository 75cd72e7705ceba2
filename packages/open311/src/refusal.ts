/** What an answer was, where it was not what was asked for: thrown as the one error that says so. Fetched when there is one, and with what sends. */
import { NotFoundError, RejectedError, UnreadableError, UnsupportedError } from './errors.ts';
import type { Answer } from './http/exchange.ts';
import { heardIf, type Question } from './settle.ts';
import { decodeErrors } from './wire/decode-errors.ts';
import { formatOf } from './wire/read.ts';
import { readingOf } from './wire/reading.ts';

/** @param value what the text holds as JSON or XML. @throws always, as `settle` says */
export function refusalIn(
  { status, text, retryAfter }: Pick<Answer, 'status' | 'text' | 'retryAfter'>,
  value: unknown,
  { method, url, single, reading, secret, alreadyFiled }: Omit<Question<never>, 'decode'>,
): never {
  const failure = { method, url, status, retryAfter };
  const { mended } = readingOf(undefined, reading);
  const worked = status >= 200 && status < 300;
  const html = value === undefined && /^[\0- \uFEFF]*</.test(text);
  if (html) mended(worked ? 37 : 38, 'text');
  if (single && (status === 404 || status === 410)) throw new NotFoundError(failure);
  if (status === 405 || status === 501) throw new UnsupportedError(failure, 'not offered by this endpoint');
  const isPlain = value === undefined && text.length <= 500 && !html && formatOf(text) === undefined;
  const hidden = (words: string) => (secret ? words.replaceAll(secret, '…') : words);
  const plain = isPlain && !isFragment(text) ? hidden(text.trim()) : '';
  if (value !== undefined || (!worked && text.trim() === '')) {
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

/** Whether a text that is neither JSON nor XML is a piece of one: for no one to read. */
function isFragment(text: string): boolean {
  return /[{}<>]|"\s*[:,\]]|\]\s*$/.test(text);
}
