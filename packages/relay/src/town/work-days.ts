/** When the city says a job will be done: so many working days on, at closing time, in the city's own zone. */

const closingHour = 16;
const closingMinute = 30;

/**
 * The end of the nth working day (Monday to Friday) after `from`.
 * @param zone IANA name of the city's time zone
 */
export function afterWorkDays(from: Date, days: number, zone: string): Date {
  const local = localDate(from, zone);
  const day = new Date(Date.UTC(local.year, local.month - 1, local.day));
  for (let left = Math.max(0, Math.round(days)); left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) left -= 1;
  }
  return atClosingTime(day, zone);
}

/** The calendar day on which a moment falls in a zone. */
export function localDate(moment: Date, zone: string): { year: number; month: number; day: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(moment);
  const number = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return { year: number('year'), month: number('month'), day: number('day') };
}

function atClosingTime(day: Date, zone: string): Date {
  const wanted = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), closingHour, closingMinute);
  // A zone's offset at closing time is read off a first guess; clocks never change in the afternoon.
  return new Date(wanted - offsetAt(new Date(wanted), zone));
}

/** Milliseconds that clocks in the zone are ahead of UTC. */
export function offsetAt(moment: Date, zone: string): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(moment)
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? [];
  if (hours === undefined || minutes === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
