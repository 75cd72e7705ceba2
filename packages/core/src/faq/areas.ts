/** Days that differ from place to place: which area a place lies in, and when it is its turn next. */
import { weekdays, type Weekday } from '../city/weekdays.ts';
import type { Point } from '../request/draft.ts';
import { dayNumber, dayText } from '../city/days.ts';
import { holds } from './area.ts';

/** A calendar and where it holds. */
export interface AreaCalendar {
  /** What happens on the days, as in "Your next {name}": "brush pick-up". */
  readonly name: string;
  /** GeoJSON Polygon or MultiPolygon coordinates, [long, lat] in WGS84 degrees; everywhere when undefined. */
  readonly area?: Polygon | MultiPolygon | undefined;
  /** Days given one by one, `YYYY-MM-DD`. */
  readonly days?: readonly string[] | undefined;
  /** Or a rule: this weekday, every `every` weeks from `from` on, but for `except`. */
  readonly weekday?: Weekday | undefined;
  /** Weeks. Default 1. */
  readonly every?: number | undefined;
  /** `YYYY-MM-DD`: a day on which it happens, and from which the weeks are counted. */
  readonly from?: string | undefined;
  /** `YYYY-MM-DD`: the last day of the rule. */
  readonly until?: string | undefined;
  /** `YYYY-MM-DD` days that fall out, each with the day it is made up on, or null. */
  readonly except?: Readonly<Record<string, string | null>> | undefined;
}

export interface Polygon {
  readonly type: 'Polygon';
  readonly coordinates: readonly (readonly (readonly number[])[])[];
}
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
}

/**
 * Every calendar that holds at `place`, one of each name: where areas overlap, the one written first. Without a place, those
 * that hold everywhere.
 */
export function calendarsAt(calendars: readonly AreaCalendar[], place?: Point): readonly AreaCalendar[] {
  const found = new Map<string, AreaCalendar>();
  for (const calendar of calendars) {
    const { name, area } = calendar;
    if (!found.has(name) && (area === undefined || (place && holds(area, place)))) found.set(name, calendar);
  }
  return [...found.values()];
}

/** The calendar that holds at `place`, the first if there are several; without a place, the one that holds everywhere. */
export function areaOf(calendars: readonly AreaCalendar[], place?: Point): AreaCalendar | undefined {
  return calendarsAt(calendars, place)[0];
}

/** Nobody asks for more days than this. */
const most = 366;

/**
 * The next `count` days (366 at most) of a calendar from the day `from` on, in order, as `YYYY-MM-DD`; a day that falls out is left out,
 * and the day it is made up on is among them. Fewer where the calendar ends; none for a rule or a `from` that makes no sense.
 */
export function nextDays(calendar: AreaCalendar, from: string, count: number): readonly string[] {
  const first = dayNumber(from);
  if (first === undefined || !(count > 0)) return [];
  const wanted = Math.min(Math.ceil(count), most);
  const { days, except = {} } = calendar;
  const listed = new Set((days ?? []).map(dayNumber));
  const rule = ruleOf(calendar);
  const isDay = (day: number) => listed.has(day) || (rule !== undefined && rule.next(day) === day);
  const isOut = (day: number) => Object.hasOwn(except, dayText(day));

  const found = new Set<number>();
  for (const day of listed) if (day !== undefined && day >= first && !isOut(day)) found.add(day);
  // Each turn finds a day or uses an exception up, so it ends.
  const turns = wanted + Object.keys(except).length;
  let day = rule?.next(first);
  for (let turn = 0; turn < turns && day !== undefined; turn++) {
    if (!isOut(day)) found.add(day);
    day = rule?.next(day + 1);
  }
  // One list of holidays may serve every area: an exception of a day that is none here says nothing.
  for (const [out, instead] of Object.entries(except)) {
    const [missed, madeUp] = [dayNumber(out), dayNumber(instead)];
    if (missed !== undefined && madeUp !== undefined && madeUp >= first && isDay(missed)) found.add(madeUp);
  }
  return [...found]
    .sort((a, b) => a - b)
    .slice(0, wanted)
    .map(dayText);
}

interface Rule {
  /** The rule's first day that is not before `day`. */
  next(day: number): number | undefined;
}

/** More weeks than there are in ten years are a mistake. */
const mostWeeks = 520;

function ruleOf({ weekday, every = 1, from, until }: AreaCalendar): Rule | undefined {
  const start = dayNumber(from);
  const end = until === undefined ? Infinity : dayNumber(until);
  const isCounted = every === 1 || (Number.isInteger(every) && every > 1 && every <= mostWeeks && start !== undefined);
  if (!isCounted || end === undefined || (from !== undefined && start === undefined)) return undefined;
  const turn = weekday && weekdays.indexOf(weekday);
  if (turn === -1 || (turn === undefined && start === undefined)) return undefined;
  // A Sunday, so that the first such weekday is counted from it; or the day it begins, which need not be that weekday.
  const base = start ?? -4;
  const anchor = turn === undefined ? base : base + ((((turn - base - 4) % 7) + 7) % 7);
  const step = 7 * every;
  return {
    next(day) {
      const weeks = Math.ceil((day - anchor) / step);
      const found = anchor + step * (start === undefined ? weeks : Math.max(0, weeks));
      return found <= end && dayText(found) ? found : undefined;
    },
  };
}
