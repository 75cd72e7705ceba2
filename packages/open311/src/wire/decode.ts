/**
 * Answers → our types. Liberal: it takes what cities send, not only what the spec asks for, and what it cannot use it leaves out.
 * Each function takes what `valueIn` gives, from JSON or XML, and gives `undefined` for an answer that is something else altogether;
 * `decodeErrors` may then tell what. Numbers in `mended` are rows of the quirk table in the README.
 */
import type { Discovery, Receipt, Service } from '../types.ts';
import { decodeErrors } from './decode-errors.ts';
import { bare, id, isRow, text, word, type Kind } from './kinds.ts';
import { readingOf, type Reading, type ReadingOptions } from './reading.ts';
import { discoveryRow, endpointRow, receiptRow, serviceRow } from './tables.ts';
import { each, requestWrappers, rowsIn, someOf } from './unwrap.ts';

export { decodeServiceDefinition } from './decode-definition.ts';
export { decodeRequests, decodeUpdates } from './decode-requests.ts';

/** GET services. A row without a code is left out: nothing could be reported to it. Of rows with the same code the first counts. */
export function decodeServices(answer: unknown, options?: ReadingOptions): readonly Service[] | undefined {
  const at = readingOf(answer, options);
  const codes = new Set<string>();
  return someOf(rowsIn(answer, ['services', 'service'], at, 5), (row) => {
    const service = serviceRow.read(row, at);
    return service && { ...service, serviceName: service.serviceName ?? service.serviceCode };
  })?.filter(({ serviceCode }) => {
    if (!codes.has(serviceCode)) return codes.add(serviceCode);
    at.mended(9, 'service_code');
    return false;
  });
}

/**
 * POST requests and GET tokens/{token}. A blackbox service gives neither id nor token: an empty receipt. A list of several
 * is none: it is what a redirected POST brings.
 */
export function decodeReceipt(answer: unknown, options?: ReadingOptions): Receipt | undefined {
  const at = readingOf(answer, options);
  const rows = rowsIn(answer, requestWrappers, at, 3);
  if (rows?.length === 0) return {};
  const row = rows?.length === 1 ? bareRow(rows[0], at) : undefined;
  if (!row) return undefined;
  // An empty row is how the spec's own form says neither id nor token; a row of other fields is some other answer.
  const names = Object.keys(row);
  if (names.length > 0 && !names.some((name) => Object.hasOwn(receiptRow.kinds, name))) return undefined;
  // An id that is there and cannot be read, or an error beside an empty one, is no sign that nothing more is to come.
  if (['service_request_id', 'token'].some((name) => isUnreadable(row[name], id, at, name))) return undefined;
  const receipt = receiptRow.read(row, at);
  const named = receipt?.serviceRequestId ?? receipt?.token;
  return named === undefined && decodeErrors(answer).length > 0 ? undefined : receipt;
}

/** GET discovery. */
export function decodeDiscovery(answer: unknown, options?: ReadingOptions): Discovery | undefined {
  const at = readingOf(answer, options);
  const wrapped = isRow(answer) && 'discovery' in answer ? (answer['discovery'] ?? {}) : answer;
  if (wrapped !== answer && !at.xml) at.mended(1, 'discovery');
  if (!isRow(wrapped) || (wrapped === answer && !('endpoints' in wrapped))) return undefined;
  const { endpoints, ...about } = discoveryRow.read(wrapped, at) ?? {};
  const rows = rowsIn(endpoints, ['endpoints', 'endpoint'], at, 5) ?? [];
  return { ...about, endpoints: each(rows, (row) => decodeEndpoint(row, at)) };
}

function decodeEndpoint(row: unknown, at: Reading): Discovery['endpoints'][number] | undefined {
  const endpoint = endpointRow.read(row, at);
  if (!endpoint) return undefined;
  const formats = rowsIn(endpoint.formats, ['formats', 'format'], at) ?? [endpoint.formats];
  return {
    ...endpoint,
    specification: endpoint.specification ?? '',
    formats: each(formats, (format) => text(word(format), at, 'formats')),
  };
}

function bareRow(row: unknown, at: Reading): Readonly<Record<string, unknown>> | undefined {
  const inner = bare(row, at, 'row');
  return isRow(inner) ? inner : undefined;
}

/** Whether a field says something that its kind can make nothing of. */
function isUnreadable(value: unknown, kind: Kind<unknown>, at: Reading, where: string): boolean {
  return bare(value, at, where) !== undefined && kind(value, at, where) === undefined;
}
