/** What happened to a report, oldest first, from everything its city tells. */
import type { RequestNote, ServiceRequest } from '@citydesk/open311';
import { stageOf, type Stage } from './stage.ts';

export interface TimelineEntry {
  /** The same in every answer that tells the same. */
  readonly key: string;
  /** `sent` is the resident's; `note` is a word from the city that changes nothing we know of; `expected` is yet to come. */
  readonly kind: 'sent' | Stage | 'note' | 'expected';
  /** The city's own word, where it is none that we know. */
  readonly label?: string | undefined;
  readonly at?: Date | undefined;
  /** What the city wrote. */
  readonly words?: string | undefined;
  readonly photos: readonly string[];
}

/** Dated entries by their date; one without stays behind the one it came after. */
export function timelineOf(request: ServiceRequest): readonly TimelineEntry[] {
  const { requestedDatetime: sent, updatedDatetime, expectedDatetime, status, statusNotes, notes = [] } = request;
  const told = notes.map(entryOf);
  const has = (kind: Stage) => told.some((entry) => entry.kind === kind);
  const first: TimelineEntry[] = [{ key: 'sent', kind: 'sent', at: sent, photos: [] }];
  if (!has('received')) first.push({ key: 'received', kind: 'received', at: sent, photos: [] });
  const words = told.some((entry) => entry.words?.trim() === statusNotes?.trim()) ? undefined : statusNotes;
  const last: TimelineEntry[] = [];
  if (status === 'closed' && !has('closed')) {
    last.push({ key: `closed ${words ?? ''}`, kind: 'closed', at: updatedDatetime, words, photos: [] });
  } else if (words) {
    last.push({
      key: `status ${words}`,
      kind: 'note',
      at: newest(told) ? undefined : updatedDatetime,
      words,
      photos: [],
    });
  }
  if (status === 'open' && expectedDatetime) {
    last.push({ key: 'expected', kind: 'expected', at: expectedDatetime, photos: [] });
  }
  return [...first, ...inTime(told), ...last];
}

/** Photos that came with the report, and those that the city added with a note: before and after. */
export function photosOf({ mediaUrls, notes = [] }: ServiceRequest): {
  readonly before: readonly string[];
  readonly after: readonly string[];
} {
  const after = notes.flatMap((note) => note.mediaUrls.filter(isAddress));
  return { before: mediaUrls.filter((url) => isAddress(url) && !after.includes(url)), after: [...new Set(after)] };
}

/** The client lets through what begins as an address of the web; `https://` alone is none. */
function isAddress(url: string): boolean {
  try {
    return !!new URL(url);
  } catch {
    return false;
  }
}

function entryOf({ id, datetime, description, summary, statusLabel, type, mediaUrls }: RequestNote): TimelineEntry {
  // A finer word beats the spec's open and closed.
  const stages = [type, statusLabel].map(stageOf);
  const kind = stages.find((stage) => stage === 'closed' || stage === 'progress') ?? stages.find(Boolean) ?? 'note';
  const known = stages.some(Boolean);
  const words = description ?? summary;
  return {
    key: `note ${id ?? ''} ${datetime ? +datetime : ''} ${kind} ${words ?? ''}`,
    kind: kind === 'received' && words ? 'note' : kind,
    label: known ? undefined : (statusLabel ?? type),
    at: datetime,
    words,
    photos: mediaUrls.filter(isAddress),
  };
}

function inTime(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  let before = -Infinity;
  return entries
    .map((entry) => ({ entry, time: (before = entry.at ? +entry.at : before) }))
    .sort((one, other) => one.time - other.time)
    .map(({ entry }) => entry);
}

function newest(entries: readonly TimelineEntry[]): Date | undefined {
  return entries.findLast(({ at }) => at)?.at;
}
