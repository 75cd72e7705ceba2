/** Few fields by default; with `extensions=true` the answers, the photos in full, and notes on what happened. */

import {
  type Around,
  type Dialect,
  only,
  type Row,
  type StoredRequest,
  withDates,
  withRows,
} from '@citydesk/relay/town';
import { withOffset } from '../local-dates.ts';

const fields = [
  'service_request_id',
  'status',
  'service_name',
  'service_code',
  'description',
  'requested_datetime',
  'updated_datetime',
  'address',
  'lat',
  'long',
  'media_url',
];

export const spot: Dialect = {
  like: 'San Francisco and Boston (Spot): attributes, extended_attributes, notes',
  answer: (answer, around) =>
    withRows(answer, ['requests', 'request'], (row) => {
      const stored = 'notes' in row ? around.stored(row['service_request_id']) : undefined;
      const told = { ...only(row, fields), ...(stored && extended(row, stored, around)) };
      return withDates(told, (moment) => withOffset(moment, around.zone));
    }),
};

function extended(row: Row, stored: StoredRequest, around: Around): Row {
  const questions = around.service(stored.serviceCode)?.attributes ?? [];
  const answers = Object.entries(stored.attributes).flatMap(([code, given]) => {
    const question = questions.find((each) => each.code === code);
    return [given].flat().map((key) => ({
      label: question?.description ?? code,
      name: code,
      value: question?.values?.find((value) => value.key === key)?.name ?? key,
      code: key,
    }));
  });
  const photos = [
    ...around.photosOf(stored).map((address) => photoRow(address, 'Submitted', stored.requestedDatetime)),
    // Those of staff stand among them; only their titles and dates tell them apart.
    ...stored.history.flatMap(({ at, status, photo }) =>
      photo === null ? [] : [photoRow(around.photoAt(photo), status, at)],
    ),
  ];
  return {
    attributes: answers,
    // Where the city's own maps put it, in feet.
    extended_attributes: { channel: 'web', x: 6_006_819.58, y: 2_112_060.15, photos },
    notes: (row['notes'] as readonly Row[]).map((note) => ({ description: '', ...only(note, noteFields) })),
  };
}

function photoRow(media_url: string, title: string, created_at: string): Row {
  return { media_url, title, width: 1200, height: 1600, orientation: 'portrait', created_at };
}

const noteFields = ['datetime', 'description', 'type'];
