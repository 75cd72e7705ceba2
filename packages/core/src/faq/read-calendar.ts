/** Reads the calendars of an answer as a city writes them. */
import { weekdays } from '../city/weekdays.ts';
import { readArea } from './area.ts';
import type { AreaCalendar, MultiPolygon, Polygon } from './areas.ts';
import { dayNumber } from '../city/days.ts';
import { day, listOf, objectOf, oneOf, text, type Reader } from './readers.ts';

/** GeoJSON, also as a feature or a collection of them. */
export const area: Reader<Polygon | MultiPolygon> = {
  expects: 'a GeoJSON Polygon, MultiPolygon, or a feature of these, with [long, lat] in degrees',
  read: readArea,
};

const every: Reader<number> = {
  expects: 'a number of weeks from 1 to 520',
  read: (value) => (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 520 ? Number(value) : undefined),
};

const except: Reader<Readonly<Record<string, string | null>>> = {
  expects: 'an object like { "2026-11-26": "2026-11-27", "2026-12-25": null }',
  read(value, tell) {
    if (typeof value !== 'object' || !value || Array.isArray(value)) return undefined;
    const found = Object.entries(value).flatMap(([out, instead]: readonly [string, unknown]) => {
      const isOut = dayNumber(out) !== undefined;
      const isMadeUp = dayNumber(instead) !== undefined;
      if (!isOut || !(isMadeUp || instead === null)) tell(`["${out}"]`, 'a day for a day, or null');
      // A day that falls out does so, even if nobody can read when it is made up.
      return isOut ? [[out, isMadeUp ? instead : null] as const] : [];
    });
    return Object.fromEntries(found) as Readonly<Record<string, string | null>>;
  },
};

const keys = {
  name: text,
  area,
  days: listOf(day),
  weekday: oneOf(...weekdays),
  every,
  from: day,
  until: day,
  except,
};
const shape = objectOf('a calendar with a "name", and "days" or a "weekday"', keys, 'name');

/**
 * A calendar that makes sense. One with a broken area is left out, because without its area it would hold everywhere; so is one whose rule is
 * broken, because its days would be wrong.
 */
export const calendar: Reader<AreaCalendar> = {
  expects: shape.expects,
  read(value, tell) {
    const found = shape.read(value, tell);
    if (!found) return undefined;
    const written = value as Readonly<Record<string, unknown>>;
    const isLost = (['area', 'weekday', 'every', 'from', 'until'] as const).some(
      (key) => written[key] !== undefined && written[key] !== null && found[key] === undefined,
    );
    const { days, weekday, every: weeks = 1, from } = found;
    const isRule = (weekday ?? from) !== undefined && (weeks === 1 || from !== undefined);
    if (!isLost && weeks > 1 && !from) tell('.from', 'the day from which the weeks are counted');
    return !isLost && (isRule || (days?.length && !weekday)) ? found : undefined;
  },
};
