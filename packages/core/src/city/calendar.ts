/** Days of the city as a calendar file (iCalendar, RFC 5545). */
import { dayNumber, dayText } from './days.ts';

/** Something that happens on one whole day. Texts may hold anything; they come from people. */
export interface CalendarEvent {
  /** The same for the same event, for ever: a calendar that gets it again replaces it. */
  readonly uid: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  /** Left out unless it is an http(s) address. */
  readonly url?: string | undefined;
  /** When this was written. */
  readonly stamp: Date;
}

/**
 * The text of a calendar file (`text/calendar`, `.ics`) with these events, which block no time. A list should hold one at least:
 * by RFC 5545 section 3.6 a calendar is never empty.
 * @throws {RangeError} for a `day` that is none, and for a `stamp` that is no date
 */
export function toCalendar(events: CalendarEvent | readonly CalendarEvent[]): string {
  const list: readonly CalendarEvent[] = 'uid' in events ? [events] : events;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Citydesk//Citydesk//EN', ...list.flatMap(linesOf)];
  return [...lines, 'END:VCALENDAR', ''].map(folded).join('\r\n');
}

function linesOf({ uid, day, title, description, location, url, stamp }: CalendarEvent): readonly string[] {
  const after = dayAfter(day);
  const address = webAddress(url);
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `DTSTAMP:${bare(stamp.toISOString().replace(/\.\d+/, ''))}`,
    `DTSTART;VALUE=DATE:${bare(day)}`,
    // The last day that a calendar knows has no other after it. Without an end, the event lasts its one day.
    ...(after ? [`DTEND;VALUE=DATE:${bare(after)}`] : []),
    `SUMMARY:${text(title)}`,
    ...(description ? [`DESCRIPTION:${text(description)}`] : []),
    ...(location ? [`LOCATION:${text(location)}`] : []),
    ...(address ? [`URL:${address}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Empty for the last day there is. */
function dayAfter(day: string): string {
  const number = dayNumber(day);
  if (number === undefined) throw new RangeError(`${day} is no day`);
  return dayText(number + 1);
}

const bare = (date: string) => date.replace(/[-:]/g, '');

/** Section 3.3.11. Control characters have no place in it, half a character has none in UTF-8. */
function text(value: string): string {
  return (
    value
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      // Halves first: two of them around what is taken out would become a character that nobody wrote.
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .replace(/[^\P{Cc}\t\n]/gu, '')
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\n/g, '\\n')
  );
}

/** The parser of addresses takes line breaks out and writes all else in ASCII. */
function webAddress(url = ''): string | undefined {
  try {
    const { protocol, href } = new URL(url);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Section 3.1: lines of 75 octets at most; a longer one goes on below, after a blank. Characters stay whole. */
function folded(line: string): string {
  let whole = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0)!);
    if (octets + size > 75) {
      whole += '\r\n ';
      octets = 1;
    }
    whole += character;
    octets += size;
  }
  return whole;
}

/** In UTF-8. */
function octetsOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
