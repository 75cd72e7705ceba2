/**
 * How single values are read off the wire, whatever a city writes: words for booleans, words for numbers, blanks for nothing.
 * A kind never fails: what it cannot use is `undefined`. Numbers in `mended` are rows of the quirk table in the README.
 */
import type { Reading } from './reading.ts';

/** Reads one field; `where` is its name. */
export type Kind<T> = (value: unknown, at: Reading, where: string) => T;

/** A JSON object, not a list. */
export function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value says nothing. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** A word as the city wrote it, blanks and leading zeros kept; `undefined` for "", null, lists and objects. `0` is a word. */
export function word(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? isBlank(value)
      ? undefined
      : String(value)
    : undefined;
}

/** The value without lists of one around it; `undefined` for nothing, in any of the ways to write it. */
export const bare: Kind<unknown> = (value, at, where) => {
  for (let depth = 0; Array.isArray(value) && value.length < 2 && depth < 4; depth++) {
    at.mended(4, where);
    value = (value as unknown[])[0];
  }
  if (typeof value !== 'string') return value ?? undefined;
  if (value.trim() === '') {
    if (!at.xml) at.mended(13, where);
    return undefined;
  }
  if (value.length < 9 && /^\s*(null|nil)\s*$/i.test(value)) {
    at.mended(14, where);
    return undefined;
  }
  return value;
};

/** An id or a code: opaque, always a string. A number that JSON could not carry whole would be the id of something else: it is none. */
export const id: Kind<string | undefined> = (value, at, where) => {
  const inner = bare(value, at, where);
  if (typeof inner === 'string') return inner;
  if (typeof inner !== 'number' || !(Math.abs(inner) <= Number.MAX_SAFE_INTEGER)) return undefined;
  at.mended(6, where);
  return String(inner);
};

/** Text for people, without blanks at its ends. */
export const text: Kind<string | undefined> = (value, at, where) => word(bare(value, at, where))?.trim();

/** A finite number. `mend` is the row of the table that words for numbers are in this field. */
export function number(mend: number): Kind<number | undefined> {
  return (value, at, where) => {
    const inner = bare(value, at, where);
    if (typeof inner !== 'number' && typeof inner !== 'string') return undefined;
    if (typeof inner === 'string' && !at.xml) at.mended(mend, where);
    const read = Number(inner);
    return Number.isFinite(read) ? read : undefined;
  };
}

function yesOrNo(otherwise: boolean): Kind<boolean> {
  return (value, at, where) => {
    if (typeof value === 'boolean') return value;
    const said = text(value, at, where)?.toLowerCase();
    if (said === undefined) return otherwise;
    if (!at.xml || !/^(true|false)$/.test(said)) at.mended(10, where);
    return ['true', '1', 'yes'].includes(said);
  };
}

/** A boolean, true unless the city says no. */
export const yes = yesOrNo(true);
/** A boolean, false unless the city says yes. */
export const no = yesOrNo(false);

/** The word, in lower case, if it is one of `known`; else the fallback. */
export function oneOf<const T extends string>(known: readonly T[], fallback: T): Kind<T> {
  return (value, at, where) => {
    const said = text(value, at, where)?.toLowerCase();
    return known.find((each) => each === said) ?? fallback;
  };
}

/** A list in one field, split at commas; also where a city sends a real list. */
export const commaList: Kind<readonly string[]> = (value, at, where) =>
  (Array.isArray(value) ? value : [value])
    .flatMap((each: unknown) => text(each, at, where)?.split(',') ?? [])
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** As sent in a form: whatever a resident types is meant, `null` too. */
export const typed: Kind<string | undefined> = (value) => word(value)?.trim();
export const typedId: Kind<string | undefined> = (value) => word(value);

/** Left as it is, for the decoder to look into. */
export const anything: Kind<unknown> = (value) => value;
