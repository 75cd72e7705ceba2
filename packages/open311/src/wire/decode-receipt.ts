/** What comes back for a report: POST requests and GET tokens/{token} → our type. */
import type { Receipt } from '../types.ts';
import { decodeErrors } from './decode-errors.ts';
import { bare, id, isRow, type Kind } from './kinds.ts';
import { readingOf, type Reading, type ReadingOptions } from './reading.ts';
import { receiptRow } from './receipt-table.ts';
import { requestWrappers, rowsIn } from './unwrap.ts';

/**
 * POST requests and GET tokens/{token}. A blackbox service gives neither id nor token: an empty receipt. A list of several
 * is none: it is what a redirected POST brings.
 */
export function decodeReceipt(answer: unknown, options?: ReadingOptions): Receipt | undefined {
  const at = readingOf(answer, options);
  const rows = rowsIn(answer, requestWrappers, at, 3);
  if (rows?.length === 0) return {};
  const row = rows?.length === 1 ? bareRow(rows[0], at) : undefined;
  if (!row) return undefined;
  // An empty row is how the spec's own form says neither id nor token; a row of other fields is some other answer.
  const names = Object.keys(row);
  if (names.length > 0 && !names.some((name) => Object.hasOwn(receiptRow.kinds, name))) return undefined;
  // An id that is there and cannot be read, or an error beside an empty one, is no sign that nothing more is to come.
  if (['service_request_id', 'token'].some((name) => isUnreadable(row[name], id, at, name))) return undefined;
  const receipt = receiptRow.read(row, at);
  const named = receipt?.serviceRequestId ?? receipt?.token;
  return named === undefined && decodeErrors(answer).length > 0 ? undefined : receipt;
}

function bareRow(row: unknown, at: Reading): Readonly<Record<string, unknown>> | undefined {
  const inner = bare(row, at, 'row');
  return isRow(inner) ? inner : undefined;
}

/** Whether a field says something that its kind can make nothing of. */
function isUnreadable(value: unknown, kind: Kind<unknown>, at: Reading, where: string): boolean {
  return bare(value, at, where) !== undefined && kind(value, at, where) === undefined;
}
