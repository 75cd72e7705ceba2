/**
 * Lists longer than one answer: back through time in the steps the city takes, page by page, each request once. Loaded when a
 * list is first asked for.
 */
import { NotFoundError, Open311Error, RejectedError } from '../errors.ts';
import type { RequestsQuery, ServiceRequest } from '../types.ts';
import type { ReadingOptions } from '../wire/reading.ts';
import { mostPages, pagesOf, type Fields, type Habits, type List } from './pages.ts';
import { queryFields, type WriteDate } from './query-fields.ts';
import { halvesOf, isLonger, isWithin, windowsIn, type Window } from './windows.ts';

/** What the walk needs of its client. */
export interface Source {
  readonly list: List;
  /** @throws {NotFoundError} */
  readonly one: (serviceRequestId: string) => Promise<ServiceRequest>;
  readonly write: WriteDate;
  readonly habits: Habits;
  readonly onQuirk: ReadingOptions['onQuirk'];
}

/** By the spec a list ends here. */
const mostRequests = 1000;
/** A city may refuse ranges as long as the spec allows. */
const shortDays = 25;
/** Ids in one address, which has to stay shorter than old servers take. */
const idsAtOnce = 50;

export { writeDates } from './query-fields.ts';

/** What a query finds, each request once, in the city's order from window to window. */
export async function* listRequests(source: Source, query: RequestsQuery): AsyncGenerator<ServiceRequest> {
  refuseNoDates(query);
  const { serviceRequestIds } = query;
  if (serviceRequestIds) return yield* byIds(source, query, [...new Set(serviceRequestIds)]);
  const { write, habits, onQuirk } = source;
  const fields = queryFields(query, write);
  const seen = new Set<string>();
  let { days } = habits;
  let windows = windowsIn(query.startDate, query.endDate, days);
  for (;;) {
    const [window, ...others] = windows;
    if (!window) return;
    windows = others;
    const inWindow = new Set<string>();
    let pages = 0;
    // Whether the last page had any request that was on no page of this window before.
    let isNews = true;
    let ignored = true;
    try {
      for await (const requests of pagesOf(source.list, { ...fields, ...datesOf(window, write) }, habits)) {
        pages += 1;
        const before = inWindow.size;
        for (const { serviceRequestId } of requests) inWindow.add(serviceRequestId);
        isNews = inWindow.size > before;
        for (const request of requests) {
          const isNew = !seen.has(request.serviceRequestId);
          ignored &&= !isNew && !isWithin(window, request.requestedDatetime);
          seen.add(request.serviceRequestId);
          if (isNew) yield request;
        }
      }
    } catch (error) {
      if (pages > 0 || days <= shortDays || !isRefusal(error) || !isLonger(window, shortDays)) throw error;
      // Asked for less at a time, some cities that refused do answer. If not, the range was not the reason. All that is left is cut
      // anew: the windows follow each other without a gap.
      days = shortDays;
      windows = windowsIn((others.at(-1) ?? window).from, window.to, days);
      continue;
    }
    if (days < habits.days) onQuirk?.({ row: 52, where: 'start_date' });
    habits.days = days;
    // Nothing new, and from another time: this city does not read dates.
    if (inWindow.size > 0 && ignored) return;
    // Exactly as long as a list may be, or longer and then nothing more, be it an error, nothing or the same again: mostly the city
    // cut it off, and there is more in this window.
    const isCut = inWindow.size === mostRequests || (inWindow.size > mostRequests && !isNews);
    if (isCut && pages < mostPages) {
      windows = [...halvesOf(window), ...others];
    }
  }
}

async function* byIds(source: Source, query: RequestsQuery, ids: readonly string[]): AsyncGenerator<ServiceRequest> {
  const { habits, write } = source;
  let failure: unknown;
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    const missing = new Set(ids.slice(start, start + idsAtOnce));
    if (habits.idsTogether && missing.size > 1) {
      const fields = queryFields({ ...query, serviceRequestIds: [...missing] }, write);
      const dates = datesOf({ from: query.startDate, to: query.endDate }, write);
      for (const request of await source.list({ ...fields, ...dates }).then(({ value }) => value, unlessAnswered)) {
        if (missing.delete(request.serviceRequestId)) yield request;
      }
      if (missing.size === Math.min(idsAtOnce, ids.length - start)) habits.idsTogether = false;
    }
    // Also those that a list leaves out: many cities show a new request only to who knows its number.
    for (const id of missing) {
      try {
        yield await source.one(id);
      } catch (error) {
        if (error instanceof NotFoundError) continue;
        // Some cities fail over a number they do not know. The others are still worth asking for.
        unlessAnswered(error);
        failure ??= error;
      }
    }
  }
  if (failure !== undefined) throw failure;
}

/** @throws {RangeError} for `new Date('soon')` and its like */
function refuseNoDates({ startDate, endDate, updatedAfter, updatedBefore }: RequestsQuery): void {
  for (const [name, date] of Object.entries({ startDate, endDate, updatedAfter, updatedBefore })) {
    if (date && Number.isNaN(+date)) throw new RangeError(`requests(): ${name} is no valid date`);
  }
}

function datesOf({ from, to }: Window, write: WriteDate): Fields {
  return { ...(from && { start_date: write(from) }), ...(to && { end_date: write(to) }) };
}

function isRefusal(error: unknown): boolean {
  return error instanceof RejectedError && error.status < 500;
}

/** Nothing, if the city answered; else the error again. */
function unlessAnswered(error: unknown): readonly ServiceRequest[] {
  if (error instanceof Open311Error && error.status !== undefined) return [];
  throw error;
}
