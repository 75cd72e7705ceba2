/** What of a request was told last: when it is otherwise, there is something to tell. */

import { createHash } from 'node:crypto';
import { dayIn } from '@citydesk/core/day-in';
import type { RequestNote, ServiceRequest } from '@citydesk/open311';

/** Texts as short digests: nothing is kept twice that a city may take back. What the city did not say is left out. */
export interface Told {
  readonly status: 'open' | 'closed';
  readonly label: string;
  /** The status notes. */
  readonly said?: string | undefined;
  /** How many notes there are, and how many photos with them. */
  readonly notes?: number | undefined;
  readonly photos?: number | undefined;
  /** The newest note. */
  readonly latest?: string | undefined;
  /** A day in the city's zone, while the request is open. */
  readonly expected?: string | undefined;
}

/**
 * @param before what was told last. Cities say less of a request in lists than alone: what they leave out now is as it was
 * @param zone IANA, of the city
 */
export function toldOf(request: ServiceRequest, before: Told | undefined, zone: string | undefined): Told {
  const { status, statusLabel, detailedStatus = [], statusNotes, notes, expectedDatetime: expected } = request;
  const latest = newestNote(request);
  const photos = notes?.reduce((sum, { mediaUrls }) => sum + mediaUrls.length, 0);
  return {
    status,
    label: [statusLabel, ...detailedStatus].join(' ').trim().toLowerCase(),
    said: statusNotes?.trim() ? digest(statusNotes) : before?.said,
    notes: notes?.length ?? before?.notes,
    photos: photos ?? before?.photos,
    latest: latest ? digest(wordsOf(latest)) : before?.latest,
    expected: status === 'open' ? (expected ? dayIn(expected, zone) : before?.expected) : undefined,
  };
}

/** The newest note that says anything. Where notes have no dates, the city's order stands. */
export function newestNote({ notes = [] }: ServiceRequest): RequestNote | undefined {
  const telling = notes.filter((note) => wordsOf(note) !== '');
  return telling.reduce<RequestNote | undefined>(
    (newest, note) => (newest?.datetime && note.datetime && +note.datetime < +newest.datetime ? newest : note),
    undefined,
  );
}

export function wordsOf({ description, summary }: RequestNote): string {
  return (description ?? summary ?? '').trim();
}

/** Whether these words were told before. */
export function isTold(told: Told | undefined, words: string): boolean {
  const known = digest(words);
  return told?.said === known || told?.latest === known;
}

/** The same text for what is the same. */
export function toldText({ status, label, said, notes, photos, latest, expected }: Told): string {
  return JSON.stringify({ status, label, said, notes, photos, latest, expected });
}

export function digest(words: string): string {
  return createHash('sha256').update(words.trim()).digest('base64url').slice(0, 16);
}
