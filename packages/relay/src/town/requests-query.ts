/** Reads the arguments of GET requests: the spec's filters, its 90 days and 1,000 requests, pages, times of change, and areas. */

import { areaIn } from './requests-area.ts';
import { SpecError } from './spec-error.ts';
import { wireDate } from './wire-date.ts';
import type { StoreQuery } from './store-query.ts';

const day = 24 * 60 * 60 * 1000;
const longestRange = 90 * day;
const mostRequests = 1000;

/** @throws SpecError 400 with one entry for each argument that cannot be read */
export function requestsQuery(search: URLSearchParams, now: Date): StoreQuery {
  const mistakes: string[] = [];
  const argument = (name: string): string | undefined => argumentIn(search, name);
  const moment = (name: string): Date | undefined => {
    const text = argument(name);
    if (text === undefined) return undefined;
    const date = wireDate(text, 'time');
    if (!date) mistakes.push(`${name} needs a date, a time and a zone, like 2026-11-01T00:00:00Z. (${name})`);
    return date;
  };
  const count = (name: string, otherwise: number, most: number): number => {
    const text = argument(name);
    if (text === undefined) return otherwise;
    const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    if (number < 1) mistakes.push(`${name} needs a whole number from 1. (${name})`);
    return Math.min(number, most);
  };

  const pageSize = count('page_size', mostRequests, mostRequests);
  const page = count('page', 1, 999_999);
  const limits = { limit: pageSize, offset: (page - 1) * pageSize };
  const refuse = (): void => {
    if (mistakes.length > 0) throw new SpecError(400, ...mistakes);
  };

  // "This overrides all other arguments", says the spec.
  const ids = listIn(search, 'service_request_id');
  if (ids) {
    refuse();
    return { ids, ...limits };
  }
  const start = moment('start_date');
  const end = moment('end_date');
  const updatedFrom = moment('updated_after');
  const updatedTo = moment('updated_before');
  // Who asks for changes alone means those of old requests too.
  const changesAlone = (updatedFrom ?? updatedTo) !== undefined && !start && !end;
  const range = changesAlone ? undefined : rangeOf(start, end, now);
  if (range && +range.to - +range.from > longestRange) {
    mistakes.push('Ask for 90 days at most between start_date and end_date. (start_date, end_date)');
  }
  const open = openIn(search, mistakes);
  const area = areaIn(argument, mistakes);
  refuse();
  const serviceCodes = listIn(search, 'service_code');
  return {
    ...range,
    ...limits,
    ...area,
    ...(updatedFrom && { updatedFrom }),
    ...(updatedTo && { updatedTo }),
    ...(serviceCodes ? { serviceCodes } : {}),
    ...(open === undefined ? {} : { open }),
  };
}

function argumentIn(search: URLSearchParams, name: string): string | undefined {
  const value = search.get(name)?.trim();
  return value === '' ? undefined : value;
}

/** The values of an argument that may be a list, with commas between; `undefined` if it says nothing. */
export function listIn(search: URLSearchParams, name: string): readonly string[] | undefined {
  return argumentIn(search, name)
    ?.split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/**
 * Whether open ones alone are wanted, or closed ones; `undefined` for both.
 * @param mistakes gets a line for each status that is none
 */
export function openIn(search: URLSearchParams, mistakes: string[]): boolean | undefined {
  const statuses = new Set(listIn(search, 'status') ?? []);
  for (const status of statuses) {
    if (status !== 'open' && status !== 'closed') mistakes.push('status is open or closed, or open,closed. (status)');
  }
  return statuses.size === 1 ? statuses.has('open') : undefined;
}

/** One end given, the other follows 90 days away; none given, the last 90 days. */
function rangeOf(start: Date | undefined, end: Date | undefined, now: Date): { from: Date; to: Date } {
  if (start) return { from: start, to: end ?? new Date(+start + longestRange) };
  const to = end ?? now;
  return { from: new Date(+to - longestRange), to };
}
