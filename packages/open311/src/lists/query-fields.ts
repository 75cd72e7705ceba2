/**
 * A query as the arguments of GET requests.
 */
import type { RequestsQuery } from '../types.ts';
import type { ReadingOptions } from '../wire/reading.ts';

/** How a city wants to be told a date: in UTC with a `Z`, as in the spec, or in its own time, without a zone. */
export type WriteDate = (date: Date) => string;

/** In UTC to the second; or, for a city that refuses the `Z` of UTC, on the clocks of its zone (IANA) without saying so. */
export function writeDates(zone: string | undefined, onQuirk: ReadingOptions['onQuirk']): WriteDate {
  if (zone === undefined) return (date) => date.toISOString().replace(/\.\d+/, '');
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return (date) => {
    onQuirk?.({ row: 17, where: 'start_date' });
    return format.format(date).replace(' ', 'T');
  };
}

/** All but the dates of a window and the page, which the walk adds. What is not given is left out. */
export function queryFields(query: RequestsQuery, write: WriteDate): Record<string, string> {
  const { lat, long, radius, status, updatedAfter, updatedBefore, pageSize } = query;
  const fields: Record<string, string | number | undefined> = {
    service_request_id: query.serviceRequestIds?.join(','),
    service_code: query.serviceCodes?.join(','),
    status: typeof status === 'string' ? status : status?.join(','),
    updated_after: updatedAfter && write(updatedAfter),
    updated_before: updatedBefore && write(updatedBefore),
    // Half a place is none.
    ...(lat !== undefined && long !== undefined && { lat, long, radius }),
    bbox: query.bbox?.join(','),
    q: query.q,
    extensions: query.extensions ? 'true' : undefined,
    // The names in use for the same thing; none is in the spec.
    page_size: pageSize,
    per_page: pageSize,
  };
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => [name, String(value)]),
  );
}
