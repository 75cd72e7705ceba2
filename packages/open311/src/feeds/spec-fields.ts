/**
 * A request under the spec's own names, in the spec's order, as words and numbers: the cells of a table.
 */
import type { ServiceRequest } from '../types.ts';
import { isoDate, plainText, webAddress } from './plain-text.ts';

/** What a request says under each name; blank is `undefined`. */
const readers = {
  service_request_id: ({ serviceRequestId }) => serviceRequestId,
  status: ({ status }) => status,
  status_notes: ({ statusNotes }) => statusNotes,
  service_name: ({ serviceName }) => serviceName,
  service_code: ({ serviceCode }) => serviceCode,
  description: ({ description }) => description,
  agency_responsible: ({ agencyResponsible }) => agencyResponsible,
  service_notice: ({ serviceNotice }) => serviceNotice,
  requested_datetime: ({ requestedDatetime }) => isoDate(requestedDatetime),
  updated_datetime: ({ updatedDatetime }) => isoDate(updatedDatetime),
  expected_datetime: ({ expectedDatetime }) => isoDate(expectedDatetime),
  address: ({ address }) => address,
  address_id: ({ addressId }) => addressId,
  zipcode: ({ zipcode }) => zipcode,
  lat: ({ lat }) => lat,
  long: ({ long }) => long,
  media_url: ({ mediaUrls }) => mediaUrls.map(webAddress).find((url) => url !== undefined),
} satisfies Readonly<Record<string, (request: ServiceRequest) => string | number | undefined>>;

/** A field of GET requests, by its name on the wire. */
export type SpecField = keyof typeof readers;

export const specFields = Object.keys(readers) as readonly SpecField[];

/** One field. A number is finite, a text can be carried by any format. */
export function fieldOf(request: ServiceRequest, name: SpecField): string | number | undefined {
  const value = readers[name](request);
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return (value && plainText(value)) || undefined;
}
