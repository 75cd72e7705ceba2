/** "We know about it": notices of what the city is already at work on, and which of them concern a resident. */
import { dayIn } from '../city/day-in.ts';
import { zonedIso } from '../city/zoned.ts';
import type { Point } from '../request/draft.ts';
import { holds } from './area.ts';
import type { MultiPolygon, Polygon } from './areas.ts';
import { dayNumber } from '../city/days.ts';
import { area } from './read-calendar.ts';
import * as read from './readers.ts';

export interface Notice {
  readonly id: string;
  /** What the city knows and does, as text. */
  readonly words: string;
  /** GeoJSON; the whole city when undefined. */
  readonly area?: Polygon | MultiPolygon | undefined;
  /** Codes of the services that it is about; all when undefined. */
  readonly services?: readonly string[] | undefined;
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` on a clock of the city, or a moment in ISO 8601 with its zone. */
  readonly from?: string | undefined;
  /** As `from`; a day is meant to its end. */
  readonly until?: string | undefined;
  /** The report to follow. */
  readonly requestId?: string | undefined;
  /** The page that tells more. */
  readonly url?: string | undefined;
}

const clock = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d$/;
const moment = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

const time: read.Reader<string> = {
  expects: 'a day, like "2026-11-24", or a time, like "2026-11-24T16:30"',
  read(value) {
    if (typeof value !== 'string') return undefined;
    const [, onDay = value] = clock.exec(value) ?? moment.exec(value) ?? [];
    return dayNumber(onDay) === undefined || (moment.test(value) && Number.isNaN(Date.parse(value)))
      ? undefined
      : value;
  },
};

/** Every key of a notice. */
const keys = {
  id: read.code,
  words: read.text,
  area,
  services: read.listOf(read.code),
  from: time,
  until: time,
  requestId: read.code,
  url: read.link,
};

export interface Notices {
  readonly notices: readonly Notice[];
  /** What the web editor should mend, each a sentence; 21 at most. */
  readonly mistakes: readonly string[];
}

/**
 * Reads the JSON of a notices file: `{ "notices": [{ "id", "words", … }] }`, or the list alone. A notice without words is left out, and so is one
 * whose area, services or times are broken: it would stand where it says nothing true. Never throws.
 */
export function readNotices(json: unknown): Notices {
  const list = Array.isArray(json) ? json : (json as { readonly notices?: unknown } | null)?.notices;
  if (!Array.isArray(list)) {
    return {
      notices: [],
      mistakes: ['There are no notices. Write "notices", a list of objects with "id" and "words".'],
    };
  }
  const mistakes: string[] = [];
  const found = new Map<string, Notice>();
  list.forEach((one: unknown, at) => {
    const broken: string[] = [];
    const {
      id = String(at + 1),
      words,
      ...rest
    } = read.readKeys(keys, one, (key, expects) => {
      mistakes.push(`Notice ${at + 1}: "${key}" is left out. Write ${expects}.`);
      broken.push(key);
    });
    const isNarrow = (key: string) => /^(area|services|from|until)/.test(key);
    if (!words) mistakes.push(`Notice ${at + 1} is not shown. It needs "words".`);
    else if (broken.some(isNarrow))
      mistakes.push(`Notice ${at + 1} is not shown: nobody knows where or when it holds.`);
    else if (found.has(id)) mistakes.push(`Notice ${at + 1} is not shown: another has the id "${id}".`);
    else found.set(id, { id, words, ...rest });
  });
  return { notices: [...found.values()], mistakes: read.firstOf(mistakes) };
}

export interface NoticesQuestion {
  /** Leaves out notices that are about other services. */
  readonly serviceCode?: string | undefined;
  /** Leaves out notices that are about other places. */
  readonly point?: Point | undefined;
  readonly now: Date;
  /** IANA name of the city's zone; the device's own when undefined. */
  readonly zone?: string | undefined;
}

/** The notices that hold now, in their order. What is not asked (no service, no place) leaves nothing out. */
export function noticesFor(notices: readonly Notice[], question: NoticesQuestion): readonly Notice[] {
  const { serviceCode, point, now, zone } = question;
  const today = dayIn(now, zone);
  /** Below 0 before that time, above 0 after it, 0 on its day. */
  const since = (written: string): number => {
    if (written.length === 10) return dayNumber(today)! - dayNumber(written)!;
    return +now - Date.parse(written.length === 16 ? zonedIso(written, zone) : written);
  };
  return notices.filter(
    ({ area: where, services, from, until }) =>
      (!from || since(from) >= 0) &&
      (!until || since(until) <= 0) &&
      (serviceCode === undefined || !services || services.includes(serviceCode)) &&
      (!point || !where || holds(where, point)),
  );
}
