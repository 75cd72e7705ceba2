/** Numbers, days and money as the report writes them, in American English. */

import type { RequestFigures, Share } from './figures.ts';

type Unit = RequestFigures['trend']['unit'];

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const percents = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 0 });

export const columnNames: Readonly<Record<Unit, string>> = { day: 'Day', week: 'Week from', month: 'Month' };

export function numberText(number: number): string {
  return numbers.format(number);
}

/** A dash where there is nothing to take a share of. */
export function percentText({ part, of }: Share): string {
  return of === 0 ? '–' : percents.format(part / of);
}

export function daysText(days: number): string {
  return days === 1 ? '1 day' : `${numberText(days)} days`;
}

/** @param hundredths cents, or what the currency has in their place */
export function moneyText(hundredths: number, currency: string): string {
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(hundredths / 100);
}

/** @param day `2026-11-01` */
function dayIn(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

export function stretchText(from: string, unit: Unit): string {
  return dayIn(from, unit === 'month' ? { month: 'short', year: 'numeric' } : { month: 'short', day: 'numeric' });
}

/** "October 1 to October 31, 2026" */
export function periodText(from: string, to: string): string {
  const year = from.slice(0, 4) === to.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  const last = dayIn(to, { month: 'long', day: 'numeric', year: 'numeric' });
  return from === to ? last : `${dayIn(from, { month: 'long', day: 'numeric', ...year })} to ${last}`;
}
