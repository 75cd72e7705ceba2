/** All that a department has to know of a report, in words: the same in a mail's text, in its HTML and on the page of its links. */

import { answersInWords } from '../town/answer-words.ts';
import { dayAndTime, shortDay } from '../town/desk/due.ts';
import { placeOf } from '../town/desk/request-list.ts';
import { oneLine } from '../mail/one-line.ts';
import type { SeedService, StoredRequest } from '../town.ts';

export interface Fact {
  readonly label: string;
  /** As it was written: several lines, in any letters. */
  readonly value: string;
  /** Where the value leads; never an address that a stranger wrote. */
  readonly href?: string;
  /** Its value is but a position: what counts is where it leads. */
  readonly is?: 'map';
}

/** "Pothole, 318 Hoffman St (26-00012)": for a subject, so on one line. */
export function titleOf(request: StoredRequest): string {
  const { serviceName, serviceRequestId } = request;
  return `${oneLine(serviceName, 80)}, ${oneLine(placeOf(request), 100)} (${serviceRequestId})`;
}

/** What was not said is left out. @param zone IANA name of the town's time zone */
export function factsOf(request: StoredRequest, service: SeedService | undefined, zone: string): readonly Fact[] {
  const { lat, long, description, mediaUrl, expectedDatetime, firstName, lastName, email, phone } = request;
  const name = [firstName, lastName].filter((part) => part !== null).join(' ');
  const facts: (Fact | undefined)[] = [
    { label: 'Place', value: placeOf(request) },
    lat === null || long === null
      ? undefined
      : { label: 'Map', value: `${lat}, ${long}`, href: mapAt(lat, long), is: 'map' },
    said('What they wrote', description),
    ...answersInWords(request, service, zone).map(({ question, answer }) => said(question, answer)),
    // Not a link: what lies there is a stranger's.
    said('Photo elsewhere', mediaUrl),
    said('Due', expectedDatetime && shortDay(new Date(expectedDatetime), zone)),
    said('Sent', dayAndTime(new Date(request.requestedDatetime), zone)),
    said('Who sent it', name),
    email === null ? undefined : { label: 'Their email', value: email, href: `mailto:${encodeURIComponent(email)}` },
    said('Their phone', phone),
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** The place on the map that anybody can open. */
function mapAt(lat: number, long: number): string {
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${long}#map=18/${lat}/${long}`;
}

function said(label: string, value: string | null): Fact | undefined {
  return value === null || value.trim() === '' ? undefined : { label, value };
}
