/** The trend: the period cut into days, weeks from Monday, or months. */

import { dayText } from '../city/days.ts';
import type { RequestFigures } from './figures.ts';

type Trend = RequestFigures['trend'];

const mostDays = 31;
const mostDaysInWeeks = 184;

/** @param from first day of the period, by its number, and `to` its last */
export function trendOf(
  from: number,
  to: number,
  received: ReadonlyMap<number, number>,
  closed: ReadonlyMap<number, number>,
): Trend {
  const length = to - from + 1;
  const unit = length <= mostDays ? 'day' : length <= mostDaysInWeeks ? 'week' : 'month';
  const stretches: { from: string; received: number; closed: number }[] = [];
  for (let day = from; day <= to; day++) {
    const last = stretches.at(-1);
    const stretch = last && !beginsOne(day, unit) ? last : { from: dayText(day), received: 0, closed: 0 };
    if (stretch !== last) stretches.push(stretch);
    stretch.received += received.get(day) ?? 0;
    stretch.closed += closed.get(day) ?? 0;
  }
  return { unit, stretches };
}

function beginsOne(day: number, unit: Trend['unit']): boolean {
  if (unit === 'day') return true;
  // The first of all days, January 1, 1970, was a Thursday.
  if (unit === 'week') return (day + 3) % 7 === 0;
  return dayText(day).endsWith('-01');
}
