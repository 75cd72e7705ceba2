/** Codes with leading zeros, no definitions, `metadata` always "false", a receipt without a list, errors of two kinds. */

import {
  type Answer,
  type Around,
  type Dialect,
  only,
  type Row,
  specShape,
  staffPhotosOf,
  type WireError,
  withRows,
} from '@citydesk/relay/town';
import { noCircles } from './no-areas.ts';
import { recoded, withoutQuestions } from './seed-changes.ts';

export const markASpot: Dialect = {
  like: 'Mark-a-Spot (Bonn, Köln, Gießen): {"service_requests": {"request": {…}}}',
  unread: noCircles,
  seed: (seed) => recoded(withoutQuestions(seed), (_service, index) => String(index + 1).padStart(3, '0')),
  answer(answer, around) {
    if (answer.failed) return around.format === 'json' ? { ...answer, body: errorBody(answer.body) } : answer;
    const listed = withRows(answer, ['services'], serviceRow);
    const told = withRows(listed, ['requests', 'request'], (row) => withAllPhotos(row, around));
    return around.format === 'json' ? unlisted(told) : told;
  },
  xml: (answer) => (answer.failed ? undefined : { ...specShape(answer), rootAttributes: 'is_array="true"' }),
};

function serviceRow(row: Row): Row {
  const fields = ['service_code', 'service_name', 'metadata', 'type', 'description', 'keywords'];
  return only({ description: '', ...row, metadata: 'false' }, fields);
}

/** All photos in one text, also those of staff; notes have none of their own. */
function withAllPhotos(row: Row, around: Around): Row {
  const request = around.stored(row['service_request_id']);
  if (!request) return row;
  const { notes } = row as { readonly notes?: readonly Row[] };
  return {
    ...row,
    media_url: [...around.photosOf(request), ...staffPhotosOf(request, around)].join(','),
    ...(notes && { notes: notes.map(({ media_url: _among, ...note }) => note) }),
  };
}

function unlisted(answer: Answer): Answer {
  if (answer.route === 'post') {
    const [receipt] = answer.body as readonly Row[];
    return { ...answer, body: { service_requests: { request: only(receipt ?? {}, ['service_request_id']) } } };
  }
  if (answer.route !== 'discovery') return answer;
  const { endpoints, ...about } = answer.body as { readonly endpoints: readonly unknown[] };
  return { ...answer, body: { ...about, endpoints: endpoints[0] } };
}

/** A list for what is wrong with a field, else one object. */
function errorBody(body: unknown): unknown {
  const errors = body as readonly WireError[];
  const rows = errors.map(({ code, description }) => {
    const [, field] = /\((\w+)[^()]*\)$/.exec(description) ?? [];
    return { code: field === undefined || code !== 400 ? code : `103 - ${field}`, description };
  });
  return rows.some(({ code }) => typeof code === 'string') ? rows : { error: rows[0] };
}
