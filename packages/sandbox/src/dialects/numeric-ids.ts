/** Ids are numbers, and what is not known is 0 or blank. */

import { type Dialect, filled, withRows } from '@citydesk/relay/town';
export const numericIds: Dialect = {
  like: 'mySociety\'s adapter, SeeClickFix, Rostock: "service_request_id": 7',
  ids: {
    out: (id) => (/^\d\d-\d{5}$/.test(id) ? Number(id.replace('-', '')) : id),
    in: (text) => (/^\d{5,7}$/.test(text) ? text.padStart(7, '0').replace(/^../, '$&-') : text),
  },
  answer: (answer) =>
    withRows(answer, ['requests', 'request'], (row) => ({
      ...filled(row, ['service_request_id', 'status', 'service_name', 'service_code', 'description'], ''),
      ...filled(row, ['requested_datetime', 'updated_datetime', 'address', 'address_id', 'zipcode', 'media_url'], ''),
      ...filled(row, ['lat', 'long'], 0),
    })),
};
