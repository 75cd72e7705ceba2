/** The declaration of the wire, second part: what GET requests tells. See `tables.ts`. */
import { id, number, text, type Kind } from './kinds.ts';
import { mediaUrls } from './photos.ts';
import { datetime, names } from './request-kinds.ts';
import { table } from './table.ts';

/** A row says nothing without it: the type says that it is there. */
const key = id as Kind<string>;

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
