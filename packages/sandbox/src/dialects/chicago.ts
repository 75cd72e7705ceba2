/** What is not known is not there, answers are an object by code, and a date with a Z is refused. */

import { type Dialect, type Row, SpecError, type StoredRequest, withDates, withRows } from '@citydesk/relay/town';
import { withOffset } from '../local-dates.ts';
import { noAreas } from './no-areas.ts';

export const chicago: Dialect = {
  like: 'Chicago (Spot): sparse rows, no Z in start_date',
  unread: noAreas,
  answer: (answer, { zone, stored }) =>
    withRows(answer, ['requests', 'request'], (row) => {
      const { service_notice: _notice, expected_datetime: _expected, address_id: _id, notes, ...rest } = row;
      const request = notes === undefined ? undefined : stored(row['service_request_id']);
      const told = { ...rest, ...(request && extended(request)), ...(notes !== undefined && { notes }) };
      return withDates(told, (moment) => withOffset(moment, zone));
    }),
  checkQuery(search) {
    for (const name of ['start_date', 'end_date', 'updated_after', 'updated_before']) {
      if (/z$/i.test(search.get(name) ?? '')) throw new SpecError(400, `${name} is not a valid date. (${name})`);
    }
  },
};

function extended({ attributes }: StoredRequest): Row {
  return { attributes, extended_attributes: { channel: 'web', ward: '42', police_district: '18' } };
}
