/** Moments as clocks in a city's zone show them: cities that do not write UTC write these. */

const minute = 60_000;

/** `2026-11-20T10:00:00`, with no word about the zone. */
import { offsetAt } from '@citydesk/relay/town';
export function onTheClock(moment: Date, zone: string): string {
  return new Date(+moment + offsetAt(moment, zone)).toISOString().slice(0, 19);
}

/** `2026-11-20T10:00:00-05:00` */
export function withOffset(moment: Date, zone: string): string {
  return onTheClock(moment, zone) + offsetWords(moment, zone);
}

/** `2026-11-20T10:00:00.000000-05:00` */
export function withMicroseconds(moment: Date, zone: string): string {
  const fraction = String(moment.getUTCMilliseconds()).padStart(3, '0');
  return `${onTheClock(moment, zone)}.${fraction}000${offsetWords(moment, zone)}`;
}

function offsetWords(moment: Date, zone: string): string {
  const offset = offsetAt(moment, zone);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / (60 * minute)), (Math.abs(offset) / minute) % 60];
  return `${offset < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(minutes)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
