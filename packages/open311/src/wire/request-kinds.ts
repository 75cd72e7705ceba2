/** Kinds of values that only requests have: points in time, and who is responsible. See `kinds.ts`. */
import { isRow, text, word, type Kind } from './kinds.ts';
import { instantIn } from './zone.ts';

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

/** Who is responsible: a name, or names in an object. */
export const names: Kind<string | undefined> = (value, at, where) => {
  if (!isRow(value) && !(Array.isArray(value) && value.some((each) => typeof each !== 'string')))
    return text(value, at, where);
  if (isRow(value) && Object.keys(value).length > 0) at.mended(31, where);
  const found = [value].flat(2).flatMap((each) => (isRow(each) ? Object.values(each) : [each]));
  const said = found.flat(3).flatMap((each) => word(each)?.trim() ?? []);
  return said.length > 0 ? said.join(', ') : undefined;
};
