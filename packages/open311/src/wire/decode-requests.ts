/**
 * Reports as a city shows them: GET requests and requests/{id} → our types, with what extensions add.
 */
import type { RequestAttribute, RequestNote, ServiceRequest } from '../types.ts';
import { commaList, isBlank, isRow, text } from './kinds.ts';
import { photosIn } from './photos.ts';
import { readingOf, type Reading, type ReadingOptions } from './reading.ts';
import { datetime } from './request-kinds.ts';
import { noteRow, requestRow } from './request-tables.ts';
import { requestWrappers, rowsIn, someOf } from './unwrap.ts';

/** GET requests and requests/{id}. A row that has no id yet is left out. */
export function decodeRequests(answer: unknown, options?: ReadingOptions): readonly ServiceRequest[] | undefined {
  const at = readingOf(answer, options);
  const rows = rowsIn(answer, requestWrappers, at, 3);
  let waiting = false;
  const read = someOf(rows, (row) => {
    const request = decodeRequest(row, at);
    if (!request && isRow(row) && ('token' in row || 'status' in row || 'service_code' in row)) {
      at.mended(19, 'service_request_id');
      waiting = true;
    }
    return request;
  });
  return read ?? (waiting ? [] : undefined);
}

/** Extension (mySociety): GET servicerequestupdates. */
export function decodeUpdates(answer: unknown, options?: ReadingOptions): readonly RequestNote[] | undefined {
  const at = readingOf(answer, options);
  const wrappers = ['service_request_updates', 'service_requests_updates', 'request_updates', 'request_update'];
  return someOf(rowsIn(answer, wrappers, at), (row) =>
    isRow(row) && 'update_id' in row ? decodeNote(row, at) : undefined,
  );
}

function decodeRequest(row: unknown, at: Reading): ServiceRequest | undefined {
  const request = requestRow.read(row, at);
  if (!request) return undefined;
  const { lat, long, mediaUrl, status, ...rest } = request;
  if (status !== undefined && status !== 'open' && status !== 'closed') at.mended(18, 'status');
  const place = placeOf(lat, long);
  if (!place && (lat !== undefined || long !== undefined)) at.mended(12, 'lat');
  return {
    ...rest,
    status: isClosed(status) ? 'closed' : 'open',
    statusLabel: status ?? 'open',
    mediaUrls: mediaUrl,
    ...place,
    ...extensionsIn(row as Readonly<Record<string, unknown>>, mediaUrl, at),
  };
}

/** Unknown words are open: a resident who looks again loses less than one who thinks it is done. */
function isClosed(status = ''): boolean {
  return /^(closed|fixed|resolved|complete|done|archived|rejected|cancel|duplicate)/i.test(status);
}

/** Both or none; many cities write 0/0 where they know no place. */
function placeOf(lat?: number, long?: number): { lat: number; long: number } | undefined {
  if (lat === undefined || long === undefined || (lat === 0 && long === 0)) return undefined;
  return Math.abs(lat) <= 90 && Math.abs(long) <= 180 ? { lat, long } : undefined;
}

const photoFields = ['media_urls', 'photos'];
const known = [...photoFields, 'title', 'detailed_status', 'notes', 'updates', 'attributes'];

/** What is beyond the spec: fields of their own (Spot), or all in `extended_attributes` (CitySDK). */
function extensionsIn(
  row: Readonly<Record<string, unknown>>,
  mediaUrl: readonly string[],
  at: Reading,
): Partial<ServiceRequest> {
  const group = row['extended_attributes'];
  if (isBlank(group) && known.every((name) => isBlank(row[name]))) return {};
  const more = isRow(group) ? group : {};
  const field = (name: string) => (isBlank(row[name]) ? more[name] : row[name]);
  const title = text(field('title'), at, 'title');
  const detailedStatus = commaList(field('detailed_status'), at, 'detailed_status');
  const expectedDatetime =
    isBlank(row['expected_datetime']) && datetime(more['expected_datetime'], at, 'expected_datetime');
  const photos = photoFields.flatMap((name) => [inList(row[name], at), inList(more[name], at)]);
  const notes = someOf(rowsIn(field('notes') ?? field('updates') ?? [], noteWrappers, at), (each) =>
    decodeNote(each, at),
  );
  const attributes = attributesIn(field('attributes'), at);
  const others = Object.entries(more).flatMap(([name, value]) => {
    const said =
      known.includes(name) || name === 'expected_datetime' || typeof value === 'object'
        ? undefined
        : text(value, at, name);
    return said === undefined ? [] : [[name, said] as const];
  });
  return {
    ...(title !== undefined && { title }),
    ...(detailedStatus.length > 0 && { detailedStatus }),
    ...(expectedDatetime && { expectedDatetime }),
    ...(photos.some((each) => each.length > 0) && { mediaUrls: photosIn([mediaUrl, ...photos], at, 'media_urls') }),
    ...(notes?.length && { notes }),
    ...(attributes.length > 0 && { attributes }),
    ...(others.length > 0 && { extendedAttributes: Object.fromEntries(others) }),
  };
}

const noteWrappers = ['notes', 'note', 'updates', 'update', 'request_update'];

function inList(value: unknown, at: Reading): readonly unknown[] {
  return isBlank(value) ? [] : (rowsIn(value, ['media_urls', 'photo', 'photos'], at) ?? [value]);
}

function decodeNote(row: unknown, at: Reading): RequestNote | undefined {
  const note = noteRow.read(row, at);
  if (!note) return undefined;
  const { updateId, updatedDatetime, datetime = updatedDatetime, status, mediaUrl, ...rest } = note;
  return {
    ...rest,
    ...(updateId !== undefined && { id: updateId }),
    ...(datetime && { datetime }),
    ...(status !== undefined && { statusLabel: status }),
    mediaUrls: mediaUrl,
  };
}

/** A list of `{label, name, value, code}` (San Francisco), or one object from code to value (Chicago). */
function attributesIn(value: unknown, at: Reading): RequestAttribute[] {
  const byCode = isRow(value) && !('attribute' in value);
  const rows = byCode
    ? Object.entries(value).map(([code, said]) => ({ code, value: said }))
    : (rowsIn(value, ['attributes', 'attribute'], at) ?? []);
  return rows.filter(isRow).flatMap((row) => {
    const code = text(row['code'], at, 'attributes.code');
    const label = text(row['label'] ?? row['name'], at, 'attributes.label') ?? code;
    const said = text(row['value'], at, 'attributes.value');
    return label === undefined || said === undefined
      ? []
      : [{ ...(code !== undefined && { code }), label, value: said }];
  });
}
