/** A report that is kept on the device, and how it is read: another version of ours, or a curious hand, may have written it. */
import type { RequestAttribute, RequestNote, ServiceRequest } from '@citydesk/open311';

/** A report that the resident wants to find again on this device. */
export interface KeptReport {
  /** The report's number, or its token while it has none. */
  readonly reference: string;
  /** Whether `reference` is a token still. */
  readonly isToken?: boolean;
  /** Whether it was sent from this device, and is not only followed here. */
  readonly isOwn?: boolean;
  /** Absolute base URL of the city's API: several cities may share an origin. */
  readonly endpoint: string;
  readonly serviceName?: string;
  /** The place as it was said, in words. */
  readonly place?: string;
  readonly keptAt: Date;
  /** The report as it stood at the last visit. */
  readonly seen?: { readonly request: ServiceRequest; readonly at: Date };
}

/** The report in `row`, or `undefined` where there is none. What cannot be what it should be is left out. */
export function keptIn(row: unknown): KeptReport | undefined {
  const { reference, isToken, isOwn, endpoint, serviceName, place, keptAt, seen } = fieldsOf(row);
  if (!isText(reference) || !reference || !isText(endpoint) || !isDate(keptAt)) return undefined;
  const { request, at } = fieldsOf(seen);
  return {
    reference,
    endpoint,
    keptAt,
    ...(isToken === true && { isToken }),
    ...(isOwn === true && { isOwn }),
    ...(isText(serviceName) && { serviceName }),
    ...(isText(place) && { place }),
    ...(isRequest(request) && isDate(at) && { seen: { request, at } }),
  };
}

type Check = (value: unknown) => boolean;
type Fields<T> = { readonly [Key in keyof T]-?: Check };

const fieldsOf = (value: unknown) => (typeof value === 'object' && value ? value : {}) as Record<string, unknown>;
const isText = (value: unknown): value is string => typeof value === 'string';
const isDate = (value: unknown): value is Date => value instanceof Date && !Number.isNaN(value.getTime());

const isNumber: Check = (value) => Number.isFinite(value);
const isPhoto: Check = (value) => isText(value) && /^https?:/i.test(value);
const listOf =
  (is: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(is);
const maybe =
  (is: Check): Check =>
  (value) =>
    value === undefined || is(value);
const allAre =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' && !!value && Object.entries(fields).every(([key, is]) => is(fieldsOf(value)[key]));

const attribute: Fields<RequestAttribute> = { code: maybe(isText), label: isText, value: isText };

const note: Fields<RequestNote> = {
  id: maybe(isText),
  serviceRequestId: maybe(isText),
  datetime: maybe(isDate),
  description: maybe(isText),
  summary: maybe(isText),
  type: maybe(isText),
  statusLabel: maybe(isText),
  mediaUrls: listOf(isPhoto),
};

const request: Fields<ServiceRequest> = {
  serviceRequestId: isText,
  status: (value) => value === 'open' || value === 'closed',
  statusLabel: isText,
  statusNotes: maybe(isText),
  serviceCode: maybe(isText),
  serviceName: maybe(isText),
  description: maybe(isText),
  agencyResponsible: maybe(isText),
  serviceNotice: maybe(isText),
  requestedDatetime: maybe(isDate),
  updatedDatetime: maybe(isDate),
  expectedDatetime: maybe(isDate),
  address: maybe(isText),
  addressId: maybe(isText),
  zipcode: maybe(isText),
  lat: maybe(isNumber),
  long: maybe(isNumber),
  mediaUrls: listOf(isPhoto),
  title: maybe(isText),
  detailedStatus: maybe(listOf(isText)),
  attributes: maybe(listOf(allAre(attribute))),
  notes: maybe(listOf(allAre(note))),
  extendedAttributes: maybe((value) => typeof value === 'object' && Object.values(fieldsOf(value)).every(isText)),
};

const isRequest = allAre(request) as (value: unknown) => value is ServiceRequest;
