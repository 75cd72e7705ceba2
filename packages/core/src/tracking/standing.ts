/** Where a report stands, in one thing that can be said first, and truly. */
import type { ServiceRequest } from '@citydesk/open311';
import { dayIn } from '../city/day-in.ts';
import { stageOf } from './stage.ts';

/** `expected` is given only while the day has not passed; `late` only when it has. */
export type Standing =
  | { readonly is: 'received'; readonly on?: Date | undefined; readonly expected?: Date | undefined }
  | { readonly is: 'progress'; readonly expected?: Date | undefined }
  /** A word of the city's that we do not know. */
  | { readonly is: 'called'; readonly label: string; readonly expected?: Date | undefined }
  | { readonly is: 'late'; readonly expected: Date; readonly started: boolean }
  /** How it ended, as far as that can be told, is in `closedAs`. */
  | { readonly is: 'closed'; readonly on?: Date | undefined; readonly longAgo: boolean };

const day = 86_400_000;
/** After this many days a closed report is history: what is broken now is a new report. */
const longAgo = 90;

/** @param zone IANA name of the city's time zone; days are told in it */
export function standingOf(request: ServiceRequest, now: Date, zone?: string): Standing {
  const { status, statusLabel, requestedDatetime } = request;
  if (status === 'closed') {
    const on = closedOn(request);
    return { is: 'closed', on, longAgo: !!on && +now - +on > longAgo * day };
  }
  const { expectedDatetime: expected } = request;
  const stage = openStage(request);
  if (expected && isLate(request, now, zone)) return { is: 'late', expected, started: stage === 'progress' };
  switch (stage) {
    case 'progress':
      return { is: 'progress', expected };
    case 'received':
      return { is: 'received', on: requestedDatetime, expected };
    default:
      return { is: 'called', label: statusLabel, expected };
  }
}

/** Whether the day that the city expected to be done by has passed. */
export function isLate({ status, expectedDatetime }: ServiceRequest, now: Date, zone?: string): boolean {
  return status === 'open' && !!expectedDatetime && dayIn(expectedDatetime, zone) < dayIn(now, zone);
}

/** The finest word there is: the extension's, then the status of the newest note, then the status itself. */
function openStage({ statusLabel, detailedStatus = [], notes = [] }: ServiceRequest) {
  const own = stageOf(statusLabel);
  // "Open" is all that the spec can say of an open report; an extension may know more.
  if (own && !/^open$/i.test(statusLabel.trim())) return own;
  const finer = [...detailedStatus, ...notes.flatMap(({ statusLabel: label, type }) => [label, type])];
  return finer.some((word) => stageOf(word) === 'progress') ? 'progress' : own;
}

/** By the spec `updated_datetime` of a closed request is the day it was closed; a note that closed it knows better. */
function closedOn({ notes = [], updatedDatetime }: ServiceRequest): Date | undefined {
  const closing = notes.findLast(({ statusLabel, type }) =>
    [statusLabel, type].some((word) => stageOf(word) === 'closed'),
  );
  return closing?.datetime ?? updatedDatetime;
}

/**
 * Milliseconds that the city's clock is ahead of the device's, if a moment that must have passed still lies ahead; else 0.
 * Some minutes are nobody's fault.
 */
export function skewOf({ requestedDatetime, updatedDatetime }: ServiceRequest, now: Date): number {
  const ahead = Math.max(0, ...[requestedDatetime, updatedDatetime].map((date) => (date ? +date - +now : 0)));
  return ahead > 10 * 60_000 ? ahead : 0;
}
