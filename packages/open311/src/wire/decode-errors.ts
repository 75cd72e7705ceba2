/**
 * The errors in an answer, in all the shapes servers give them: the spec's list of `{code, description}`, wrapped, single,
 * with `message` or `detail` instead of `description`, or with messages by field.
 */
import type { SpecError } from '../types.ts';
import { isDump } from './is-dump.ts';
import { isRow, word } from './kinds.ts';
import { readingOf, type Reading, type ReadingOptions } from './reading.ts';
import { rowsIn } from './unwrap.ts';

/**
 * Empty if the answer is no list of errors.
 * @param certain whether the status says that these are errors; else only rows count that can be nothing but errors
 */
export function decodeErrors(answer: unknown, certain = false, options?: ReadingOptions): readonly SpecError[] {
  const at = readingOf(answer, options);
  const wrapped = isRow(answer) ? (answer['errors'] ?? answer['error']) : undefined;
  // XML has a root around everything, mostly that of the answer that was hoped for.
  const inner = wrapped ?? (at.xml && isRow(answer) ? Object.values(answer)[0] : answer);
  const rows = rowsIn(inner, ['errors', 'error'], at) ?? [inner];
  if (!certain && wrapped === undefined && !rows.every(looksLikeError)) return [];
  if (isRow(answer) && 'error' in answer) at.mended(33, 'error');
  const errors = rows.flatMap((row) => errorsIn(row, Array.isArray(inner), at));
  if (errors.length > 1 && errors.some(({ description }) => isDump(description))) at.mended(36, 'description');
  return errors;
}

function looksLikeError(row: unknown): boolean {
  // Other rows have a `description` too, and attributes even a `code`.
  return (
    isRow(row) &&
    ('message' in row ||
      'detail' in row ||
      ('code' in row && 'description' in row && !('datatype' in row || 'service_code' in row)))
  );
}

function errorsIn(row: unknown, listed: boolean, at: Reading): SpecError[] {
  if (!isRow(row)) return messagesIn(row).map((description) => ({ code: '', description }));
  const code = word(row['code'])?.trim() ?? '';
  if (/^\d{3} - /.test(code)) at.mended(33, 'code');
  if (row['detail'] !== undefined) at.mended(32, 'detail');
  else if (row['message'] !== undefined) at.mended(listed ? 35 : 34, 'message');
  const messages = messagesIn(row['description'] ?? row['message'] ?? row['detail'] ?? row['error']);
  if (messages.length === 0 && code !== '') messages.push('');
  return messages.map((description) => ({ code, description }));
}

/** Names of fields that stand for none: what a message is about as a whole, or a list in XML. */
const nameless = ['non_field_errors', 'request'];

/** `{lat: ["A valid number is required."]}` → `lat: A valid number is required.` */
function messagesIn(value: unknown, depth = 0): string[] {
  if (Array.isArray(value)) return depth > 3 ? [] : value.flatMap((each) => messagesIn(each, depth + 1));
  if (!isRow(value)) return [word(value)?.trim() ?? ''].filter((message) => message !== '');
  if (depth > 3) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    messagesIn(inner, depth + 1).map((message) => (nameless.includes(field) ? message : `${field}: ${message}`)),
  );
}
