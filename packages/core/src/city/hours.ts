/** Opening hours of the city's phone, told in the city's own time zone. */

import { weekdays, type Hours, type Weekday } from './weekdays.ts';

export { weekdays, type Hours, type Weekday };

/** Open until, or next opening. `day` is the weekday it opens on; `inDays` 0 is today. Times are `HH:MM`. */
export type Opening =
  | { readonly open: true; readonly until: string }
  | { readonly open: false; readonly day: Weekday; readonly inDays: number; readonly opens: string };

/** Whether the phone is answered at `now` in `zone` (IANA name); undefined when no hours are known. */
export function openingAt(hours: readonly Hours[], zone: string | undefined, now: Date): Opening | undefined {
  const { day, time } = clockIn(zone, now);
  for (let inDays = 0; inDays < 8; inDays++) {
    const weekday = weekdays[(day + inDays) % 7]!;
    const today = hours.filter((line) => line.days.includes(weekday)).sort((a, b) => (a.opens < b.opens ? -1 : 1));
    for (const line of today) {
      if (inDays === 0 && time >= line.closes) continue;
      if (inDays === 0 && time >= line.opens) return { open: true, until: line.closes };
      return { open: false, day: weekday, inDays, opens: line.opens };
    }
  }
  return undefined;
}

function clockIn(zone: string | undefined, now: Date): { day: number; time: string } {
  const parts = new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: weekdays.indexOf(part('weekday').toLowerCase() as Weekday),
    time: `${part('hour')}:${part('minute')}`,
  };
}
