/**
 * Finds the list in an answer: bare, in a wrapper (`{"services": […]}`), or as the one thing where a list is due.
 */
import { isBlank, isRow } from './kinds.ts';
import type { Reading } from './reading.ts';

/** The names a list of requests or a receipt may hide under. */
export const requestWrappers = ['service_requests', 'requests', 'request', 'service_request'];

/** How deep wrappers may lie in each other; the deepest seen is two. */
const deepest = 6;

/**
 * The rows of an answer. `wrappers` are the names a list may hide under.
 * A wrapper around nothing (null, "") is an empty list; an answer that is neither list nor object is `undefined`.
 * @param alone the row of the quirk table that one object is, where a list is due; 0 where it is none
 */
export function rowsIn(
  value: unknown,
  wrappers: readonly string[],
  at: Reading,
  alone = 0,
  depth = 0,
): readonly unknown[] | undefined {
  const where = wrappers[0] ?? '';
  const mended = (row: number) => {
    if (row > 0 && !at.xml) at.mended(row, where);
  };
  if (Array.isArray(value)) {
    const wrapped = (each: unknown) => Array.isArray(each) || wrapperIn(each, wrappers) !== undefined;
    if (depth > deepest || !value.some(wrapped)) return value;
    mended(4);
    return value.flatMap((each: unknown) => (wrapped(each) ? rowsIn(each, wrappers, at, 0, depth + 1) : [each]) ?? []);
  }
  if (!isRow(value)) return undefined;
  const wrapper = wrapperIn(value, wrappers);
  if (wrapper === undefined || depth > deepest) {
    mended(alone);
    return [value];
  }
  const inner = value[wrapper];
  mended(depth === 0 ? 1 : 2);
  return rowsIn(inner, wrappers, at, wrapperIn(inner, wrappers) ? 0 : 5, depth + 1) ?? (isBlank(inner) ? [] : [inner]);
}

/** The wrapper in `value`: a word is what it wraps only where there is nothing beside it. */
function wrapperIn(value: unknown, wrappers: readonly string[]): string | undefined {
  if (!isRow(value)) return undefined;
  return wrappers.find(
    (name) =>
      Object.hasOwn(value, name) &&
      (typeof value[name] === 'object' || isBlank(value[name]) || Object.keys(value).length === 1),
  );
}

/** What can be read of `rows`. */
export function each<T>(rows: readonly unknown[], decode: (row: unknown) => T | undefined): T[] {
  return rows.map(decode).filter((row) => row !== undefined);
}

/** The rows that can be read; `undefined` if there are rows and none can. */
export function someOf<T>(
  rows: readonly unknown[] | undefined,
  decode: (row: unknown) => T | undefined,
): T[] | undefined {
  const read = each(rows ?? [], decode);
  return rows && (read.length > 0 || rows.length === 0) ? read : undefined;
}
