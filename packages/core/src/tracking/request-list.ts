/** What a list of recent reports shows: which of them, in which order, and what there is to choose from. */
import type { ServiceRequest } from '@citydesk/open311';
import type { Position } from '../place/distance.ts';
import { distanceFrom, isPublic } from './shown-request.ts';

export { distanceMetres, type Position } from '../place/distance.ts';

export { distanceFrom, isPublic } from './shown-request.ts';

/** As many rows as a page can bear, and as the spec lets one list have. */
export const mostListed = 1000;

/** What is to be seen of a list. */
export interface ListQuery {
  /** Codes of services whose reports are nobody else's business. */
  readonly privateServices: readonly string[];
  /** Only of this service, as `serviceChoices` names it. */
  readonly serviceCode?: string | undefined;
  readonly status?: 'open' | 'closed' | undefined;
  /** All of these words, in part or whole, in number, service, address or description; upper case and accents count for nothing. */
  readonly words?: string | undefined;
  /** Nearest first; what has no place comes last. WGS84 degrees. */
  readonly near?: Position | undefined;
}

/** A service to choose from a list, and how many reports it has there. */
export interface ServiceChoice {
  /** The code; where the city sends none, the name. */
  readonly serviceCode: string;
  readonly serviceName: string;
  readonly count: number;
}

/** The reports to show, newest or nearest first, at most `mostListed`. Pure: the list given stays as it is. */
export function listed(requests: readonly ServiceRequest[], query: ListQuery): readonly ServiceRequest[] {
  const { serviceCode, status, near } = query;
  const words = plain(query.words ?? '').split(/\s+/);
  const shown = requests.filter(
    (request) =>
      isPublic(request, query.privateServices) &&
      (serviceCode === undefined || serviceOf(request) === serviceCode) &&
      (status === undefined || request.status === status) &&
      words.every((word) => textOf(request).includes(word)),
  );
  const order = new Map(shown.map((request) => [request, near ? -distanceTo(near, request) : timeOf(request)]));
  const compare = (a: ServiceRequest, b: ServiceRequest) =>
    order.get(b)! - order.get(a)! || (near && timeOf(b) - timeOf(a)) || 0;
  return shown.sort(compare).slice(0, mostListed);
}

/** The services of the reports that may be listed, by name. */
export function serviceChoices(
  requests: readonly ServiceRequest[],
  privateServices: readonly string[],
): readonly ServiceChoice[] {
  const choices = new Map<string, ServiceChoice>();
  for (const request of requests) {
    const serviceCode = serviceOf(request);
    if (serviceCode === undefined || !isPublic(request, privateServices)) continue;
    const { serviceName = request.serviceName || serviceCode, count = 0 } = choices.get(serviceCode) ?? {};
    choices.set(serviceCode, { serviceCode, serviceName, count: count + 1 });
  }
  return [...choices.values()].sort((a, b) => a.serviceName.localeCompare(b.serviceName));
}

/** Further than anything on earth for what has no place. */
const distanceTo = (here: Position, request: ServiceRequest) => distanceFrom(here, request) ?? 1e9;

/** A report without a date is older than any other. */
const timeOf = ({ requestedDatetime }: ServiceRequest) => requestedDatetime?.getTime() ?? -1e16;

const serviceOf = ({ serviceCode, serviceName }: ServiceRequest) => serviceCode ?? serviceName;

const texts = new WeakMap<ServiceRequest, string>();

/** All that can be searched, each report's once: the list is searched at every key. */
function textOf(request: ServiceRequest): string {
  let text = texts.get(request);
  if (text === undefined) {
    const { serviceRequestId, serviceName, address, description } = request;
    text = plain([serviceRequestId, serviceName, address, description].join('\n'));
    texts.set(request, text);
  }
  return text;
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
