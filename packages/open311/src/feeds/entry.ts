/**
 * A request as an entry of a feed, before it is written in one format or the other.
 */
import type { ServiceRequest } from '../types.ts';
import type { Feed, Head } from './feed.ts';
import { isoDate, plainText, webAddress } from './plain-text.ts';
import { fieldOf } from './spec-fields.ts';

export interface Entry {
  readonly request: ServiceRequest;
  /** The same in every feed of this host. */
  readonly id: string;
  readonly link: string | undefined;
  /** One line. */
  readonly title: string;
  /** Status, what was reported, who is at it; a line each. In the city's words alone, so that it is of one language. */
  readonly text: string;
  /** The service, by its name if it has one. */
  readonly service: string | undefined;
  readonly published: string | undefined;
  /** Moves when the request changes. `undefined` if the city gave no date at all. */
  readonly updated: string | undefined;
}

export function entryOf(request: ServiceRequest, { tag }: Head, { linkFor }: Feed): Entry {
  const said = (name: Parameters<typeof fieldOf>[1]) => String(fieldOf(request, name) ?? '').trim();
  const service = said('service_name') || said('service_code');
  const title = [service || plainText(request.title ?? '').trim() || said('service_request_id'), said('address')];
  const label = plainText(request.statusLabel).trim() || request.status;
  const status = [label, said('status_notes')];
  const published = isoDate(request.requestedDatetime);
  return {
    request,
    id: tag + encodeURIComponent(request.serviceRequestId.replace(/\p{Surrogate}/gu, '\uFFFD')),
    link: webAddress(linkFor?.(request)),
    title: joined(title, ', ').replace(/\s+/g, ' '),
    text: joined([joined(status, ': '), said('description'), said('agency_responsible')], '\n'),
    service: service || undefined,
    published,
    updated: newest([published, isoDate(request.updatedDatetime)]),
  };
}

/** When the feed last changed: with its newest entry, so that it stays as it is while no request changes. */
export function lastChange(entries: readonly Entry[], { updated }: Feed): string {
  return newest(entries.map((entry) => entry.updated)) ?? isoDate(updated) ?? '1970-01-01T00:00:00Z';
}

/** Of dates in one form the last in order of letters. */
function newest(dates: readonly (string | undefined)[]): string | undefined {
  return dates.reduce((last, date) => (date !== undefined && date > (last ?? '') ? date : last), undefined);
}

function joined(words: readonly string[], between: string): string {
  return words.filter((word) => word !== '').join(between);
}
