/** Dates as the clocks in the city show them, with a blank in the middle and no word about the zone; 0.0 for no place. */

import { type Dialect, filled, type Row, specShape, withDates, withRows } from '@citydesk/relay/town';
import { onTheClock } from '../local-dates.ts';
import { noAreas } from './no-areas.ts';

export const zonelessDates: Dialect = {
  like: 'San Francisco (2012): 2012-05-22 23:57:23.97',
  unread: noAreas,
  answer: (answer, { zone }) => {
    const listed = withRows(answer, ['services'], (row) => ({ ...row, ...filled(row, ['description', 'group'], '') }));
    return withRows(listed, ['requests', 'request'], (row) =>
      withDates(inFull(row), (moment) => `${onTheClock(moment, zone).replace('T', ' ')}.0`),
    );
  },
  xml: (answer) =>
    answer.failed
      ? undefined
      : {
          ...specShape(answer),
          rootAttributes: 'xmlns:m="urn:city:services" xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"',
          nil: true,
        },
};

function inFull(row: Row): Row {
  const { requested_datetime: requested, updated_datetime: updated, expected_datetime: expected } = row;
  return {
    ...filled(row, ['service_request_id'], ''),
    status: row['status'] === 'closed' ? 'Closed' : 'Open',
    ...filled(row, ['status_notes', 'service_name', 'service_code', 'description'], ''),
    ...filled(row, ['agency_responsible', 'service_notice'], ''),
    requested_datetime: requested,
    updated_datetime: updated === requested ? null : updated,
    expected_datetime: expected ?? null,
    ...filled(row, ['address', 'address_id'], ''),
    ...filled(row, ['zipcode'], '0'),
    ...filled(row, ['lat', 'long'], '0.0'),
    ...('media_url' in row && { media_url: row['media_url'] }),
  };
}
