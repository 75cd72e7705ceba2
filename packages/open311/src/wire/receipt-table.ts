/** The declaration of the wire: what comes back from POST requests and from GET tokens/{token}. See `tables.ts`. */
import { id, text } from './kinds.ts';
import { table } from './table.ts';

export const receiptRow = table({
  service_request_id: id,
  token: id,
  service_notice: text,
  account_id: id,
  /** Extension of our relay. */
  lookup_code: text,
});
