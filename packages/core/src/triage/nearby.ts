/** Is it known already? Which open reports to ask the city for, and which of its answers may be the same problem. */
import type { RequestsQuery, ServiceRequest } from '@citydesk/open311';
import { readKeys, type Reader, type Tell } from '../faq/readers.ts';
import type { Draft, Point } from '../request/draft.ts';
import { distanceFrom, isPublic } from '../tracking/shown-request.ts';
import type { Nearby } from './stop.ts';

/** How near is near, in metres. 0: it is not asked. */
export interface NearbyRules {
  readonly radius: number;
  /** By service code. */
  readonly services: Readonly<Record<string, number>>;
}

export const usualNearby: NearbyRules = { radius: 100, services: {} };

/** More would be a list to search, not a question. */
const most = 4;
/** Just below what the spec lets one request look back; a report that is open longer says little. */
const days = 89;

const metres: Reader<number> = {
  expects: 'a number of metres from 0 to 5000; 0 never asks',
  read: (value) => (typeof value === 'number' && value >= 0 && value <= 5000 ? value : undefined),
};

const services: Reader<Readonly<Record<string, number>>> = {
  expects: 'an object like { "street_light": 30, "noise": 0 }',
  read(value, tell) {
    if (typeof value !== 'object' || !value || Array.isArray(value)) return undefined;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => {
        const found = metres.read(one, tell);
        if (found === undefined) tell(`.${key}`, metres.expects);
        return found === undefined ? [] : [[key, found]];
      }),
    );
  },
};

/** Reads `"nearby": { "radius"?, "services"? }`, or `false`. What is wrong is told, and is as if it were not there. Never throws. */
export function readNearby(json: unknown, tell: Tell): NearbyRules {
  if (json === undefined || json === null || json === true) return usualNearby;
  if (json === false) return { radius: 0, services: {} };
  if (typeof json !== 'object' || Array.isArray(json)) {
    tell('', 'false, or an object like { "radius": 100 }');
    return usualNearby;
  }
  return { ...usualNearby, ...readKeys({ radius: metres, services }, json, tell) };
}

/** Metres within which a report of this service may be the same; 0 where it is not asked. */
export function radiusFor({ radius, services: own }: NearbyRules, serviceCode: string): number {
  return Object.hasOwn(own, serviceCode) ? own[serviceCode]! : radius;
}

/** What to ask the city for; `undefined` where nothing is to be asked: no service, no point, or the city does not want it. */
export function nearbyQuery({ serviceCode, place }: Draft, rules: NearbyRules, now: Date): RequestsQuery | undefined {
  if (serviceCode === undefined || !place.point) return undefined;
  const radius = radiusFor(rules, serviceCode);
  if (!radius) return undefined;
  const { lat, long } = place.point;
  return {
    serviceCodes: [serviceCode],
    status: ['open'],
    startDate: new Date(+now - days * 86_400_000),
    lat,
    long,
    radius,
    pageSize: 50,
    // How far each is, where the city tells more than open and closed.
    extensions: true,
  };
}

export interface NearbyQuestion {
  readonly point: Point;
  readonly serviceCode: string;
  /** Metres. */
  readonly radius: number;
  /** Codes of services whose reports are nobody else's business. */
  readonly privateServices: readonly string[];
}

/** Those that may be the same problem, nearest first, four at most. Cities that do not know a radius send others, too. */
export function nearbyAmong(
  requests: readonly ServiceRequest[],
  { point, serviceCode, radius, privateServices }: NearbyQuestion,
): readonly Nearby[] {
  const found = requests.flatMap((request): readonly Nearby[] => {
    const distance = distanceFrom(point, request);
    const fits =
      distance !== undefined &&
      distance <= radius &&
      request.status === 'open' &&
      request.serviceCode === serviceCode &&
      !!request.serviceRequestId &&
      isPublic(request, privateServices);
    return fits ? [{ request, distance }] : [];
  });
  return found.sort((a, b) => a.distance - b.distance).slice(0, most);
}
