/**
 * How single values are read off the wire, whatever a city writes: words for booleans, words for numbers, blanks for nothing.
 * A kind never fails: what it cannot use is `undefined`. Numbers in `mended` are rows of the quirk table in the README.
 */
import type { Reading } from './reading.ts';
import { instantIn } from './zone.ts';

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

/** As the spec writes it: the W3C note's subset of ISO 8601, with a zone. */
const specDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
// Cities write 2014-07-02 18:23:44 without a zone, 2012-09-18T15:37-05 and +0200; `new Date` reads these differently from engine to engine.
const knownDate = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:(Z)|([+-]\d\d):?(\d\d)?)?)?$/i;

/** A point in time; without a zone, one on the clocks of `at.zone`. */
export const datetime: Kind<Date | undefined> = (value, at, where) => {
  const said = text(value, at, where);
  if (said === undefined) return undefined;
  const proper = specDate.test(said);
  if (!proper) at.mended(16, where);
  if (!isInMonth(said)) return undefined;
  const date = proper ? new Date(said) : dateIn(said, at.zone);
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
};

/** Whether the month has such a day: some engines read 30 February as 1 March. */
function isInMonth(said: string): boolean {
  const [year, month, day] = [said.slice(0, 4), said.slice(5, 7), said.slice(8, 10)].map(Number) as [
    number,
    number,
    number,
  ];
  return !(day > 28) || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dateIn(said: string, zone: string | undefined): Date | undefined {
  const [whole, day, time = '00:00', utc, hours, minutes = '00'] = knownDate.exec(said) ?? [];
  if (whole === undefined) return undefined;
  if (utc || hours) return new Date(`${day}T${time}${hours ? `${hours}:${minutes}` : 'Z'}`);
  return instantIn(zone, `${day}T${time}`);
}

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

/** Who is responsible: a name, or names in an object. */
export const names: Kind<string | undefined> = (value, at, where) => {
  if (!isRow(value) && !(Array.isArray(value) && value.some((each) => typeof each !== 'string')))
    return text(value, at, where);
  if (isRow(value) && Object.keys(value).length > 0) at.mended(31, where);
  const found = [value].flat(2).flatMap((each) => (isRow(each) ? Object.values(each) : [each]));
  const said = found.flat(3).flatMap((each) => word(each)?.trim() ?? []);
  return said.length > 0 ? said.join(', ') : undefined;
};

/** As sent in a form: whatever a resident types is meant, `null` too. */
export const typed: Kind<string | undefined> = (value) => word(value)?.trim();
export const typedId: Kind<string | undefined> = (value) => word(value);

/** Left as it is, for the decoder to look into. */
export const anything: Kind<unknown> = (value) => value;
