/** Every field is always there, with null, "" or 0 for nothing, and texts have the line ends of Windows. */

import { type Dialect, filled, type Row, withDates, withRows } from '@citydesk/relay/town';
import { withOffset } from '../local-dates.ts';
import { noCircles } from './no-areas.ts';

export const bloomington: Dialect = {
  like: 'Bloomington (uReport): null, "" and 0/0 in one list',
  unread: noCircles,
  answer(answer, { zone }) {
    const listed = withRows(answer, ['services'], (row) => ({ ...row, ...filled(row, ['description', 'group'], '') }));
    return withRows(listed, ['requests', 'request'], (row) =>
      withDates(inFull(row), (moment) => withOffset(moment, zone)),
    );
  },
};

function inFull(row: Row): Row {
  const { description, address } = row;
  return {
    ...filled(row, ['service_request_id', 'status', 'service_name', 'service_code'], null),
    description: typeof description === 'string' ? description.replace(/\r?\n/g, '\r\n') : null,
    ...filled(row, ['agency_responsible', 'requested_datetime', 'updated_datetime'], null),
    ...filled(row, ['address', 'address_id', 'zipcode'], null),
    // A place it could not find is 0/0; no place at all is null.
    ...filled(row, ['lat', 'long'], address === undefined ? null : 0),
    ...filled(row, ['media_url'], ''),
  };
}
