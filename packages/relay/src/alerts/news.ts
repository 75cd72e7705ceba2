/** What a request is now, in plain words and in one language: what an alert says. */

import { closedAs } from '@citydesk/core/closed-as';
import { standingOf } from '@citydesk/core/tracking';
import { isTold, newestNote, wordsOf, type Told } from './told.ts';
import type { ServiceRequest } from '@citydesk/open311';
import type { AlertWords } from './alert-words.ts';

export interface News {
  /** Sentences, the most important one first. */
  readonly now: readonly string[];
  /** The same in as few words as can be, for a text message. */
  readonly short: string;
  /** What the city wrote, where that is new. One line for each of its own. */
  readonly note?: string | undefined;
  readonly hasNewPhoto: boolean;
}

export interface NewsOptions {
  readonly words: AlertWords;
  /** What was told before; `undefined` when nothing was. */
  readonly before: Told | undefined;
  readonly now: Date;
  /** IANA, of the city. */
  readonly zone: string | undefined;
}

/** A whole page of a city's words would hide all else. */
const longestNote = 2000;

export function newsOf(request: ServiceRequest, { words, before, now, zone }: NewsOptions): News {
  const newest = newestNote(request);
  const notes = [newest && wordsOf(newest), request.statusNotes].map((text) => tidy(text ?? '', longestNote));
  const photos = request.notes?.reduce((sum, { mediaUrls }) => sum + mediaUrls.length, 0) ?? 0;
  const reopened = before?.status === 'closed' && request.status === 'open';
  return {
    now: [...(reopened ? [words.say('reopened')] : []), ...standing(request, words, now, zone)],
    short: briefly(request, words, now),
    note: notes.find((text) => text !== '' && !isTold(before, text)),
    hasNewPhoto: photos > (before?.photos ?? 0),
  };
}

function standing(request: ServiceRequest, words: AlertWords, now: Date, zone: string | undefined): readonly string[] {
  const day = (date: Date) => words.day(date, zone);
  const stands = standingOf(request, now, zone);
  const expected =
    'expected' in stands && stands.expected ? [words.say('first.expected', { date: day(stands.expected) })] : [];
  switch (stands.is) {
    case 'received':
      return [
        stands.on ? words.say('first.received', { date: day(stands.on) }) : words.say('first.received.undated'),
        ...expected,
      ];
    case 'progress':
      return [
        stands.expected
          ? words.say('first.progress.expected', { date: day(stands.expected) })
          : words.say('first.progress'),
      ];
    case 'called':
      return [words.say('first.called', { status: tidyLine(stands.label, 100) }), ...expected];
    case 'late':
      return [
        ...(stands.started ? [words.say('first.progress')] : []),
        words.say('first.late', { date: day(stands.expected) }),
      ];
    case 'closed':
      return [
        stands.on ? words.say('first.closed', { date: day(stands.on) }) : words.say('first.closed.undated'),
        ...ending(request, words),
      ];
  }
}

function briefly(request: ServiceRequest, { say }: AlertWords, now: Date): string {
  const stands = standingOf(request, now);
  if (stands.is === 'closed') return say('first.closed.undated');
  if (stands.is === 'called') return say('first.called', { status: tidyLine(stands.label, 25) });
  const isBegun = stands.is === 'progress' || (stands.is === 'late' && stands.started);
  return say(isBegun ? 'first.progress' : 'first.received.undated');
}

/** How it ended, as far as the city's words tell. A note that only a person can read speaks for itself. */
function ending(request: ServiceRequest, { say }: AlertWords): readonly string[] {
  const ended = closedAs(request);
  switch (ended.as) {
    case 'note':
      return [];
    case 'status':
      return [say('first.called', { status: tidyLine(ended.label, 100) })];
    case 'not-ours':
      return [ended.owner ? say('as.not-ours', { owner: tidyLine(ended.owner, 100) }) : say('as.not-ours.unnamed')];
    case 'duplicate':
      return [ended.of ? say('as.duplicate', { number: tidyLine(ended.of, 60) }) : say('as.duplicate.unnamed')];
    default:
      return [say(`as.${ended.as}`)];
  }
}

/** A city's words without what steers a screen or a mail: control characters, and marks that turn the writing around. */
export function tidy(text: string, most: number): string {
  const plain = text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff]|(?!\n)\p{Cc}/gu, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return plain.length > most
    ? `${plain
        .slice(0, most)
        .replace(/\p{Surrogate}/gu, '')
        .trimEnd()}…`
    : plain;
}

/** The same on one line. */
export function tidyLine(text: string, most: number): string {
  return tidy(text.replace(/\s+/g, ' '), most).replace(/\s+/g, ' ');
}
