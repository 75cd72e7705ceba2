/**
 * The pages of one list. The spec knows none, so each city has its own way; one that has none answers every page with the same list.
 */
import { Open311Error } from '../errors.ts';
import type { Told } from '../http/asking.ts';
import type { ServiceRequest } from '../types.ts';

export type Fields = Readonly<Record<string, string>>;
export type List = (fields: Fields) => Promise<Told<readonly ServiceRequest[]>>;

/** What a client has learnt of a city's lists. */
export interface Habits {
  /** A further page was the same list again. */
  repeats: boolean;
  /** The longest range in days that was not refused. */
  days: number;
  /** Several ids in one call. */
  idsTogether: boolean;
}

/** Pages of one list: a city that has another for every number it is asked for must not keep a page for ever. */
export const mostPages = 1000;

/**
 * Each page's requests, until the city says that was the last, has nothing more, or repeats itself. Where it answers a further page
 * with an error, that page is empty.
 */
export async function* pagesOf(list: List, fields: Fields, habits: Habits): AsyncGenerator<readonly ServiceRequest[]> {
  const seen = new Set<string>();
  let first = 0;
  let next: Fields = fields;
  for (let page = 1; page <= mostPages; page++) {
    const told = page === 1 ? await list(next) : await list(next).catch(endOfList);
    if (!told) return yield [];
    const { value: requests, headers } = told;
    if (page === 1) first = requests.length;
    const known = requests.filter(({ serviceRequestId }) => seen.has(serviceRequestId)).length;
    yield requests;
    // While we read, new reports push some from one page to the next: only a page that is mostly known repeats the last.
    const repeated = known > 0 && known * 2 >= requests.length;
    if (repeated) habits.repeats = true;
    if (requests.length < Math.max(first, 1) || repeated || isLast(headers, page, requests.length)) return;
    // One that repeats itself, or has nothing beyond its last page, is asked again only if this may be a full page.
    if (habits.repeats && requests.length % 5 !== 0) return;
    for (const { serviceRequestId } of requests) seen.add(serviceRequestId);
    next = { ...fields, page: String(page + 1), ...fieldsOfNext(headers) };
  }
}

/** Beyond the last page some cities answer with an error. One that fails is another matter. */
function endOfList(error: unknown): undefined {
  if (error instanceof Open311Error && error.status !== undefined && error.status < 500 && error.status !== 429) return;
  throw error;
}

/** What the headers in use say; false if they say nothing. */
function isLast(headers: Headers, page: number, count: number): boolean {
  const number = (...names: string[]) => {
    const said = names.map((name) => headers.get(name)).find((value) => value !== null && /^\d+$/.test(value));
    return said === undefined ? undefined : Number(said);
  };
  const pages = number('X-Page-Count', 'page-TotalPages');
  if (pages !== undefined) return page >= pages;
  const all = number('X-Result-Count', 'page-TotalSize', 'X-Total-Count');
  const size = number('X-Page-Size', 'page-Size') ?? count;
  return all !== undefined && page * size >= all;
}

/** Only the arguments of the next address are taken: a city behind a proxy does not always know its own name. */
function fieldsOfNext(headers: Headers): Fields {
  const [, linked] = /<([^<>]*)>\s*;\s*rel="?next"?/i.exec(headers.get('Link') ?? '') ?? [];
  const address = headers.get('X-Next-Page-URL') ?? linked;
  const [, query] = /\?([^#]*)/.exec(address ?? '') ?? [];
  return Object.fromEntries(new URLSearchParams(query));
}
