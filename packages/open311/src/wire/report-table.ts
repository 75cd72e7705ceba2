/** The declaration of the wire: what is sent. See `tables.ts`. */
import { number, typed, typedId } from './kinds.ts';
import { table } from './table.ts';

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
