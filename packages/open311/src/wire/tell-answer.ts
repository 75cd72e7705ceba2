/**
 * What an answer is, told from its content alone: for tools that look at answers without having asked for them.
 */
import { decodeServiceDefinition } from './decode-definition.ts';
import { decodeDiscovery } from './decode-discovery.ts';
import { decodeReceipt } from './decode-receipt.ts';
import { decodeServices } from './decode.ts';
import { decodeRequests, decodeUpdates } from './decode-requests.ts';
import { decodeErrors } from './decode-errors.ts';
import { isRow } from './kinds.ts';
import { quietly, type ReadingOptions } from './reading.ts';
import { requestWrappers, rowsIn } from './unwrap.ts';

export type AnswerKind =
  | 'services'
  | 'definition'
  | 'requests'
  | 'receipt'
  | 'discovery'
  | 'updates'
  | 'errors'
  /** A list of nothing, which may be of anything. */
  | 'empty';

export interface ToldAnswer {
  readonly kind: AnswerKind;
  /** Services, questions, requests, endpoints, updates or errors. */
  readonly count: number;
  /** Id, token or code of the first; of errors also what the first says. */
  readonly first?: string | undefined;
}

/** `undefined` if it is no answer of GeoReport v2. */
export function tellAnswer(value: unknown, options?: ReadingOptions): ToldAnswer | undefined {
  const errors = decodeErrors(value, false, options);
  if (errors[0]) {
    return { kind: 'errors', count: errors.length, first: `${errors[0].code} ${errors[0].description}`.trim() };
  }
  const services = decodeServices(value);
  const receipt = decodeReceipt(value);
  const rows = rowsIn(value, [...requestWrappers, 'services', 'service', 'service_definition'], quietly) ?? [];
  const [row] = rows;
  const has = (...names: string[]) => isRow(row) && names.some((name) => name in row);

  const updates = decodeUpdates(value);
  if (updates?.length) return { kind: 'updates', count: updates.length, first: decodeUpdates(value, options)?.[0]?.id };
  if (has('attributes', 'attribute') && !has('service_request_id', 'status')) {
    const definition = decodeServiceDefinition(value, '', options);
    if (definition) return { kind: 'definition', count: definition.attributes.length, first: definition.serviceCode };
  }
  const discovery = decodeDiscovery(value);
  if (discovery) {
    decodeDiscovery(value, options);
    return { kind: 'discovery', count: discovery.endpoints.length, first: discovery.endpoints[0]?.url };
  }
  if (rows.length === 0 && (services || receipt)) return { kind: 'empty', count: 0 };
  if (services?.length && !has('service_request_id', 'status', 'requested_datetime')) {
    decodeServices(value, options);
    return { kind: 'services', count: services.length, first: services[0]?.serviceCode };
  }
  if (receipt && !has('status', 'requested_datetime', 'service_code', 'description')) {
    decodeReceipt(value, options);
    return { kind: 'receipt', count: 1, first: receipt.serviceRequestId ?? receipt.token };
  }
  const requests = decodeRequests(value, options);
  return requests && { kind: 'requests', count: requests.length, first: requests[0]?.serviceRequestId };
}
