/** Reads the arguments of GET requests: the spec's, and the extensions the client knows. All others are dropped. */

import type { RequestsQuery } from '@citydesk/open311';
import { Refusal } from '../spec-answer.ts';

export interface AskedList {
  readonly query: RequestsQuery;
  readonly page: number;
  /** How many may come back at most. */
  readonly most: number;
}

const day = 24 * 60 * 60 * 1000;
const longestRange = 90 * day;
/** By the spec a list ends here. */
const mostRequests = 1000;
/** Ids in one call: each may cost the city a call of its own. */
const mostIds = 50;
const date = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** @throws {Refusal} 400 with one entry for each argument that cannot be read */
export function askedList(search: URLSearchParams): AskedList {
  const mistakes: string[] = [];
  const said = (name: string): string | undefined => search.get(name)?.trim().slice(0, 4_000) || undefined;
  const list = (name: string): readonly string[] | undefined =>
    said(name)
      ?.split(',')
      .map((each) => each.trim())
      .filter(Boolean);
  const moment = (name: string): Date | undefined => {
    // A plus sign that was not encoded arrives as a blank.
    const text = said(name)?.replace(/ (?=\d\d:?\d\d$)/, '+');
    if (text === undefined) return undefined;
    const read = new Date(date.test(text) ? text : NaN);
    if (!Number.isNaN(+read)) return read;
    mistakes.push(`${name} needs a date, a time and a zone, like 2026-11-01T00:00:00Z. (${name})`);
    return undefined;
  };
  const number = (name: string, least: number, most: number): number | undefined => {
    const text = said(name);
    if (text === undefined) return undefined;
    const read = Number(text);
    if (Number.isFinite(read) && read >= least && read <= most) return read;
    mistakes.push(`${name} needs a number from ${least} to ${most}. (${name})`);
    return undefined;
  };
  const count = (name: string): number | undefined => {
    const text = said(name);
    if (text === undefined) return undefined;
    if (/^\d{1,6}$/.test(text) && Number(text) > 0) return Number(text);
    mistakes.push(`${name} needs a whole number from 1. (${name})`);
    return undefined;
  };

  const pageSize = count('page_size') ?? count('per_page');
  const page = count('page') ?? 1;
  const most = Math.min(pageSize ?? mostRequests, mostRequests);
  const extensions = said('extensions') === 'true';
  const ids = list('service_request_id');
  if (ids) {
    if (ids.length > mostIds) mistakes.push(`Ask for ${mostIds} requests at most. (service_request_id)`);
    refuse(mistakes);
    const asked = ids.slice((page - 1) * most, page * most);
    return { query: { serviceRequestIds: asked, extensions }, page: 1, most };
  }
  const status = statusIn(list('status'), mistakes);
  const range = rangeOf(moment('start_date'), moment('end_date'), mistakes);
  const [updatedAfter, updatedBefore] = [moment('updated_after'), moment('updated_before')];
  const place = {
    lat: number('lat', -90, 90),
    long: number('long', -180, 180),
    radius: number('radius', 0, 1_000_000),
  };
  const bbox = bboxIn(list('bbox'), mistakes);
  refuse(mistakes);
  return {
    query: {
      serviceCodes: list('service_code'),
      status,
      ...range,
      updatedAfter,
      updatedBefore,
      ...place,
      bbox,
      q: said('q')?.slice(0, 200),
      extensions,
      pageSize: pageSize && Math.min(pageSize, mostRequests),
    },
    page,
    most,
  };
}

function refuse(mistakes: readonly string[]): void {
  if (mistakes.length === 0) return;
  throw new Refusal(
    400,
    mistakes.map((description) => ({ code: '400', description })),
  );
}

function statusIn(words: readonly string[] | undefined, mistakes: string[]): RequestsQuery['status'] {
  const known = words?.filter((word) => word === 'open' || word === 'closed');
  if (known?.length !== words?.length) mistakes.push('status is open or closed, or open,closed. (status)');
  return known && known.length > 0 ? known : undefined;
}

/** One end given, the other follows 90 days away, as the spec has it. */
function rangeOf(
  start: Date | undefined,
  end: Date | undefined,
  mistakes: string[],
): Pick<RequestsQuery, 'startDate' | 'endDate'> {
  if (start && end && +end - +start > longestRange) {
    mistakes.push('Ask for 90 days at most between start_date and end_date. (start_date, end_date)');
  }
  if (start) return { startDate: start, endDate: end ?? new Date(+start + longestRange) };
  return end ? { startDate: new Date(+end - longestRange), endDate: end } : {};
}

function bboxIn(words: readonly string[] | undefined, mistakes: string[]): RequestsQuery['bbox'] {
  if (!words) return undefined;
  const [west, south, east, north] = words.map(Number);
  const isBox = words.length === 4 && words.every((word) => Number.isFinite(Number(word)));
  if (!isBox) mistakes.push('bbox needs four numbers: west, south, east, north. (bbox)');
  return isBox ? [west!, south!, east!, north!] : undefined;
}
