/** All requests of a town with all that its staff may see of them, as a table for spreadsheets. Whoever opens it holds names and phone numbers. */

import { csvText } from '@citydesk/open311/feeds';
import { followersOf, type Store, type StoredRequest } from '../town.ts';

type Cell = string | number | undefined;

/** Each column by its name: the standard's where it has one. */
const columns: Readonly<Record<string, (request: StoredRequest, store: Store) => Cell | null>> = {
  service_request_id: (request) => request.serviceRequestId,
  status: (request) => request.deskStatus,
  status_notes: (request) => request.statusNotes,
  service_code: (request) => request.serviceCode,
  service_name: (request) => request.serviceName,
  description: (request) => request.description,
  answers: answersIn,
  agency_responsible: (request) => request.agencyResponsible,
  service_notice: (request) => request.serviceNotice,
  requested_datetime: (request) => request.requestedDatetime,
  updated_datetime: (request) => request.updatedDatetime,
  expected_datetime: (request) => request.expectedDatetime,
  closed_datetime: closedAt,
  address: (request) => request.address,
  address_id: (request) => request.addressId,
  zipcode: (request) => request.zipcode,
  lat: (request) => request.lat,
  long: (request) => request.long,
  photos: (request) => request.photos.length,
  media_url: (request) => request.mediaUrl,
  first_name: (request) => request.firstName,
  last_name: (request) => request.lastName,
  email: (request) => request.email,
  phone: (request) => request.phone,
  followers: followersOf,
  resident_answers: saidAfterwards,
  history: (request) =>
    request.history.map(({ at, status, note }) => [at, status, note].filter(Boolean).join(' ')).join('\n'),
};

export function requestsCsv(store: Store): string {
  const readers = Object.values(columns);
  const rows = store.all().map((request) => readers.map((read) => read(request, store) ?? undefined));
  return csvText([Object.keys(columns), ...rows]);
}

/** A line for each question, with the answer in its own words; the codes where the service no longer asks it. */
function answersIn({ serviceCode, attributes }: StoredRequest, store: Store): string {
  const questions = store.service(serviceCode)?.attributes ?? [];
  return Object.entries(attributes)
    .map(([code, answer]) => {
      const question = questions.find((each) => each.code === code);
      const names = [answer].flat().map((key) => question?.values?.find((value) => value.key === key)?.name ?? key);
      return `${question?.description ?? code}: ${names.join(', ')}`;
    })
    .join('\n');
}

/** When it was last closed; nothing while it is open. */
function closedAt({ deskStatus, history }: StoredRequest): string | undefined {
  if (deskStatus !== 'Closed') return undefined;
  const lastOpen = history.findLastIndex(({ status }) => status !== 'Closed');
  return history[lastOpen + 1]?.at;
}

function saidAfterwards({ answers }: StoredRequest): string {
  return answers
    .map(({ at, question, answer, words }) => [at, question, answer, words].filter(Boolean).join(' '))
    .join('\n');
}
