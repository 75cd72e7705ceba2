/**
 * No definitions; every field always there; times to the microsecond; 201 and the whole request for a report; errors as
 * `{code, detail}`. One request alone, in JSON, is a bare object with the words of the city's feedback system.
 */

import {
  type Answer,
  type Around,
  type DeskStatus,
  type Dialect,
  filled,
  htmlPage,
  only,
  type Row,
  staffPhotosOf,
  type StoredRequest,
  type WireError,
  withDates,
  withRows,
} from '@citydesk/relay/town';
import { withMicroseconds, withOffset } from '../local-dates.ts';
import { withoutQuestions } from './seed-changes.ts';

export const helsinki: Dialect = {
  like: 'Helsinki (6aika, and palautews for one request): 201, {code, detail}, no definitions',
  seed: withoutQuestions,
  answer(answer, around) {
    if (answer.route === 'definition') return { ...answer, status: 404, failed: true, page: htmlPage(404) };
    if (answer.failed) return refusal(answer);
    if (answer.route === 'request' && around.format === 'json') return { ...answer, body: bareRequest(answer, around) };
    const listed = withRows(answer, ['services'], (row) => ({ ...row, ...filled(row, ['description', 'group'], '') }));
    const filed = listed.route === 'post' ? { ...listed, status: 201 } : listed;
    return withRows(filed, ['requests', 'request', 'post'], (row) => fullRow(row, around));
  },
  xml: ({ route, failed }) =>
    route === 'discovery' || ((route === 'services' || route === 'updates') && !failed)
      ? undefined
      : { root: 'requests', item: 'request', inner: 'request' },
};

/** A row of the list, made from what is stored: also the receipt is one. */
function fullRow(row: Row, around: Around): Row {
  const { stored, zone } = around;
  const request = stored(row['service_request_id']);
  if (!request) return row;
  const { lat, long, expectedDatetime } = request;
  const photos = allPhotosOf(request, around);
  const told = {
    address: request.address ?? '',
    agency_responsible: request.agencyResponsible ?? '',
    description: request.description ?? '',
    ...(expectedDatetime !== null && { expected_datetime: expectedDatetime }),
    ...(('notes' in row || photos.length > 0) && {
      extended_attributes: { handler: null, log: [], tasks: [], media_urls: photos },
    }),
    ...(lat !== null && long !== null && { lat, long }),
    media_url: '',
    requested_datetime: request.requestedDatetime,
    service_code: request.serviceCode,
    service_name: request.serviceName,
    service_notice: request.serviceNotice ?? '',
    service_request_id: request.serviceRequestId,
    status: request.deskStatus === 'Closed' ? 'closed' : 'open',
    status_notes: request.statusNotes ?? '',
    updated_datetime: request.updatedDatetime,
  };
  return withDates(told, (moment) => withMicroseconds(moment, zone));
}

/** One list, of residents and staff alike. */
function allPhotosOf(request: StoredRequest, around: Around): readonly string[] {
  return [...around.photosOf(request), ...staffPhotosOf(request, around)];
}

function bareRequest({ body }: Answer, around: Around): Row {
  const { stored, zone } = around;
  const [row = {}] = body as readonly Row[];
  const request = stored(row['service_request_id']);
  const { lat, long } = row;
  const told = {
    ...only(row, ['service_request_id', 'service_code', 'description', 'requested_datetime', 'updated_datetime']),
    ...only(row, ['status', 'status_notes', 'agency_responsible']),
    service_name: '',
    ...(lat !== undefined && { lat: String(lat), long: String(long) }),
    ...('notes' in row && request && { extended_attributes: extended(request, around) }),
  };
  const write = (moment: Date): string => withOffset(moment, zone);
  return withDates(told, write);
}

const detailed: Readonly<Record<DeskStatus, string>> = {
  Received: 'RECEIVED',
  'In progress': 'IN_PROCESS',
  Closed: 'PROCESSED',
};

function extended(request: StoredRequest, around: Around): Row {
  const { history } = request;
  const worked = staffPhotosOf(request, around).length > 0;
  return {
    title: request.serviceName,
    tasks: history.map(({ at }, index) => ({
      task_created: at,
      task_modified: history[index + 1]?.at ?? at,
      owner_name: request.agencyResponsible ?? '',
      task_type: 'assigned',
      task_state: index + 1 < history.length ? 're_assigned' : 'new',
    })),
    detailed_status: detailed[request.deskStatus],
    ...(worked && { media_urls: allPhotosOf(request, around) }),
  };
}

function refusal(answer: Answer): Answer {
  const errors = answer.body as readonly WireError[];
  // A wrong key is a 400 like any other.
  if (answer.status === 403) return { ...answer, status: 400, body: { code: 400, detail: ['Invalid API key'] } };
  if (answer.status !== 400) return { ...answer, body: { code: answer.status, detail: 'Not Found' } };
  const detail: Record<string, string[]> = {};
  for (const { description } of errors) {
    const [whole, field = 'non_field_errors'] = /\s*\((\w+(?:\[[^\]]*\])?)[^()]*\)$/.exec(description) ?? [''];
    (detail[field] ??= []).push(description.slice(0, description.length - whole.length));
  }
  return { ...answer, body: { code: 400, detail } };
}
