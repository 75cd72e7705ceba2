/** Codes that are paths with blanks, hardly a date, the desk's own word for the status, and fields of the vendor's. */

import { type Around, type Dialect, only, type Row, withDates, withRows } from '@citydesk/relay/town';
import { onTheClock } from '../local-dates.ts';
import { noAreas } from './no-areas.ts';
import { recoded, withoutQuestions } from './seed-changes.ts';

export const accela: Dialect = {
  like: 'Accela: service_code "ServiceRequest/Animals/Animal Nuisance/NA", status "Received"',
  unread: noAreas,
  seed: (seed) =>
    recoded(
      withoutQuestions(seed),
      ({ group, service_name: name }) => `ServiceRequest/${step(group ?? 'Other')}/${step(name)}/NA`,
    ),
  answer(answer, around) {
    const listed = withRows(answer, ['services'], (row) => ({
      module: 'ServiceRequest',
      value: String(row['service_code']).replaceAll('/', '-').replaceAll(' ', '.c'),
      description: row['service_name'],
      ...row,
      group: 'ServiceRequest',
    }));
    const filed = withRows(listed, ['post'], (row) => only(row, ['service_request_id']));
    return withRows(filed, ['requests', 'request'], (row) => requestRow(row, around));
  },
};

/** One step of a path. */
function step(name: string): string {
  return name.replaceAll('/', ' ');
}

function requestRow(row: Row, { stored, zone }: Around): Row {
  const request = stored(row['service_request_id']);
  const changed = request !== undefined && request.history.length > 1;
  const told = {
    address: row['address'] ?? '',
    agency_responsible: null,
    description: row['description'] ?? null,
    media_url: row['media_url'] ?? '',
    requested_datetime: null,
    service_code: row['service_code'],
    service_name: row['service_name'],
    service_request_id: row['service_request_id'],
    status: request?.deskStatus ?? row['status'],
    updated_datetime: changed ? request.updatedDatetime : null,
  };
  return withDates(told, (moment) => onTheClock(moment, zone).replace('T', ' '));
}
