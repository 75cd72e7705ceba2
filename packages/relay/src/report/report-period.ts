/** The days a report is about, as they are asked for, and what is wrong with them in words. */

import { dayIn } from '@citydesk/core/day-in';

export interface ReportPeriod {
  /** Days in the city's zone, `2026-10-01`, both included. */
  readonly from: string;
  readonly to: string;
}

/** What somebody has to put right. */
export class PeriodError extends Error {
  override readonly name = 'PeriodError';
  /** Which of the two. */
  readonly field: keyof ReportPeriod;

  constructor(field: keyof ReportPeriod, message: string) {
    super(message);
    this.field = field;
  }
}

/** Ten years. */
const mostDays = 3_660;

/**
 * The period asked for; the last whole month where neither day is said.
 * @param today in the city's zone
 * @param most how many days it may be long
 * @throws {PeriodError}
 */
export function periodFrom(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
  most = mostDays,
): ReportPeriod {
  const [first, last] = [from?.trim() ?? '', to?.trim() ?? ''];
  if (!first && !last) return presetPeriods(today)['Last month'];
  if (!first) throw new PeriodError('from', 'Say the first day too, like 2026-10-01.');
  if (!last) throw new PeriodError('to', 'Say the last day too, like 2026-10-31.');
  for (const [field, day] of [
    ['from', first],
    ['to', last],
  ] as const) {
    if (!isDay(day)) throw new PeriodError(field, `“${day.slice(0, 40)}” is no day. Write one like 2026-10-01.`);
  }
  if (last < first)
    throw new PeriodError('to', `The last day, ${last}, is before the first, ${first}. Turn them round.`);
  if (first > today) throw new PeriodError('from', `${first} is still to come. Today is ${today}.`);
  if (last > today) throw new PeriodError('to', `${last} is still to come. Today is ${today}: end there, or before.`);
  if (daysBetween(first, last) >= most)
    throw new PeriodError('from', `This is too long. Ask for ${most} days at most.`);
  return { from: first, to: last };
}

/** @throws {RangeError} for a zone that is none */
export function todayIn(zone: string, now: Date): string {
  return dayIn(now, zone);
}

/** What is asked for most, by name. */
export function presetPeriods(
  today: string,
): Readonly<Record<'Last month' | 'Last quarter' | 'Last year' | 'This month' | 'This year', ReportPeriod>> {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const quarter = Math.floor((month - 1) / 3) * 3;
  return {
    'Last month': months(year, month - 2, 1),
    'Last quarter': months(year, quarter - 3, 3),
    'Last year': months(year - 1, 0, 12),
    'This month': { from: `${today.slice(0, 7)}-01`, to: today },
    'This year': { from: `${today.slice(0, 4)}-01-01`, to: today },
  };
}

/** @param month from 0; before it are those of the year before */
function months(year: number, month: number, count: number): ReportPeriod {
  const day = (date: number) => new Date(date).toISOString().slice(0, 10);
  return { from: day(Date.UTC(year, month, 1)), to: day(Date.UTC(year, month + count, 0)) };
}

function isDay(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  return !Number.isNaN(+date) && date.toISOString().startsWith(text);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
