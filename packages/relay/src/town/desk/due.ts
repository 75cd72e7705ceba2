/** How a request stands against its day, in words, in the city's zone. */

import { localDate } from '../work-days.ts';
import type { StoredRequest } from '../stored-request.ts';

export interface Due {
  /** What to say, or undefined when the city promised no date. */
  readonly words?: string;
  /** The day itself, when `words` says it another way. */
  readonly date?: string;
  readonly late: boolean;
  readonly today: boolean;
}

const day = 24 * 60 * 60 * 1000;

export function dueOf(request: StoredRequest, now: Date, zone: string): Due {
  if (request.deskStatus === 'Closed' || request.expectedDatetime === null) return { late: false, today: false };
  const due = new Date(request.expectedDatetime);
  const days = Math.round((dayNumber(now, zone) - dayNumber(due, zone)) / day);
  const date = shortDay(due, zone);
  if (days > 0) return { words: days === 1 ? '1 day late' : `${days} days late`, date, late: true, today: false };
  if (days === 0) return { words: 'Due today', date, late: false, today: true };
  return { words: date, late: false, today: false };
}

/** `Wed, Nov 18` */
export function shortDay(date: Date, zone: string): string {
  return format(date, zone, { weekday: 'short', month: 'short', day: 'numeric' });
}

/** `Wed, Nov 18, 2026, 4:30 PM` */
export function dayAndTime(date: Date, zone: string): string {
  return format(date, zone, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
}

function format(date: Date, timeZone: string, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { timeZone, ...parts }).format(date);
}

function dayNumber(moment: Date, zone: string): number {
  const { year, month, day: date } = localDate(moment, zone);
  return Date.UTC(year, month - 1, date);
}
