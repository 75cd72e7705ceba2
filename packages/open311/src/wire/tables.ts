/**
 * The one declaration of the wire: the fields of GeoReport v2 under the spec's own names, and how each is read. Decoders and encoders
 * stand on it, and `schemas.ts` gives it to others as zod schemas; lists and wrappers around rows are the business of `decode.ts`.
 * Source: GeoReport v2, https://wiki.open311.org/GeoReport_v2/
 */
import type { ServiceType } from '../types.ts';
import {
  anything,
  commaList,
  datetime,
  id,
  names,
  no,
  number,
  oneOf,
  text,
  typed,
  typedId,
  yes,
  type Kind,
} from './kinds.ts';
import { mediaUrls } from './photos.ts';
import { table } from './table.ts';

/** A row that says nothing without it: the type says that it is there. */
const key = id as Kind<string>;

/** A row of GET services. */
export const serviceRow = table(
  {
    service_code: key,
    service_name: text,
    description: text,
    metadata: no,
    type: oneOf<ServiceType>(['realtime', 'batch', 'blackbox'], 'realtime'),
    keywords: commaList,
    group: text,
  },
  'service_code',
);

/** The answer to GET services/{code}; its rows are of `attributeRow`. */
export const definitionRow = table({ service_code: id, attributes: anything, attribute: anything });

/** One question or notice of a service definition; its choices are of `valueRow`. */
export const attributeRow = table({
  code: id,
  datatype: text,
  required: no,
  variable: yes,
  order: number(26),
  description: text,
  datatype_description: text,
  values: anything,
  /** Extension (mySociety). */
  automated: text,
  /** Extension (Boston). */
  dependencies: anything,
});

/** One choice of a list. */
export const valueRow = table({ key, name: text }, 'key');

/** What comes back from POST requests and from GET tokens/{token}. */
export const receiptRow = table({ service_request_id: id, token: id, service_notice: text, account_id: id });

/** A row of GET requests. */
export const requestRow = table(
  {
    service_request_id: key,
    status: text,
    status_notes: text,
    service_code: id,
    service_name: text,
    description: text,
    agency_responsible: names,
    service_notice: text,
    requested_datetime: datetime,
    updated_datetime: datetime,
    expected_datetime: datetime,
    address: text,
    address_id: id,
    zipcode: text,
    lat: number(11),
    long: number(11),
    media_url: mediaUrls,
  },
  'service_request_id',
);

/** Extension: one note (Spot) or update (mySociety) of a request. */
export const noteRow = table({
  update_id: id,
  service_request_id: id,
  datetime,
  updated_datetime: datetime,
  description: text,
  summary: text,
  type: text,
  status: text,
  media_url: mediaUrls,
});

/** The answer to GET discovery; its rows are of `endpointRow`. */
export const discoveryRow = table({ endpoints: anything, changeset: text, contact: text, key_service: text });

export const endpointRow = table(
  {
    specification: text,
    url: key,
    changeset: text,
    type: oneOf(['production', 'test'], 'production'),
    formats: anything,
  },
  'url',
);

/** The fields of POST requests, but for `attribute[code]` and `attribute[code][]`. */
export const reportRow = table({
  api_key: typedId,
  jurisdiction_id: typedId,
  service_code: typedId,
  lat: number(11),
  long: number(11),
  address_string: typed,
  address_id: typedId,
  description: typed,
  email: typed,
  first_name: typed,
  last_name: typed,
  phone: typed,
  device_id: typedId,
  account_id: typedId,
  media_url: typed,
});
