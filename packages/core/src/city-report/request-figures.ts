/** Counts requests one by one, and keeps of none of them more than numbers, its service and its rounded place. */

import { closingOf } from './closing.ts';
import { DayCounts } from './day-counts.ts';
import { trendOf } from './stretches.ts';
import type { PlaceFigures, RequestFigures, ServiceFigures } from './figures.ts';
import type { ServiceRequest } from '@citydesk/open311';

export interface CountingOptions {
  /** Numbers of the first and the last day, and of the day on which the report is made. */
  readonly from: number;
  readonly to: number;
  readonly today: number;
  readonly dayOf: (moment: Date | undefined) => number | undefined;
  /** By code, as the city names them now. */
  readonly services: ReadonlyMap<string, string>;
  /** How many days before the period requests were asked for. */
  readonly lookback: number;
}

interface ServiceCounts {
  name: string;
  received: number;
  readonly days: DayCounts;
}

const fewest = 5;
const mostServices = 10;
const mostPlaces = 10;

export class RequestCounts {
  readonly #options: CountingOptions;
  readonly #receivedOn = new Map<number, number>();
  readonly #closedOn = new Map<number, number>();
  readonly #days = new DayCounts();
  readonly #services = new Map<string, ServiceCounts>();
  /** By latitude and longitude in hundredths of a degree. */
  readonly #places = new Map<string, number>();
  #closedByNow = 0;
  #promised = 0;
  #late = 0;
  #everClosed = 0;
  #reopened = 0;
  #undated = 0;
  #closedUndated = 0;
  #withoutHistory = 0;
  #withoutPlace = 0;

  constructor(options: CountingOptions) {
    this.#options = options;
  }

  add(request: ServiceRequest): void {
    const { from, to, dayOf } = this.#options;
    const received = dayOf(request.requestedDatetime);
    if (received === undefined) {
      this.#undated += 1;
      return;
    }
    const { closed: closedAt, reopened } = closingOf(request);
    const said = dayOf(closedAt);
    const closed = said !== undefined && said >= received ? said : undefined;
    const isClosed = request.status === 'closed';
    if (isClosed && closed === undefined) this.#closedUndated += 1;
    const service = this.#serviceOf(request);
    if (closed !== undefined && closed >= from && closed <= to) {
      more(this.#closedOn, closed);
      this.#days.add(closed - received);
      service?.days.add(closed - received);
    }
    if (received < from || received > to) return;
    more(this.#receivedOn, received);
    if (service) service.received += 1;
    if (isClosed) this.#closedByNow += 1;
    this.#addPromise(dayOf(request.expectedDatetime), isClosed, closed);
    this.#addHistory(isClosed, reopened);
    this.#addPlace(request);
  }

  figures(): RequestFigures {
    const { from, to, lookback } = this.#options;
    const received = sum(this.#receivedOn.values());
    const services = this.#topServices();
    const places = this.#topPlaces();
    return {
      received,
      closed: sum(this.#closedOn.values()),
      trend: trendOf(from, to, this.#receivedOn, this.#closedOn),
      days: this.#days.figures(),
      shareClosed: { part: this.#closedByNow, of: received },
      late: { part: this.#late, of: this.#promised },
      reopened: this.#everClosed === 0 ? null : { part: this.#reopened, of: this.#everClosed },
      services,
      otherServices: received - sum(services.map((each) => each.received)),
      places,
      leftOut: {
        undated: this.#undated,
        closedUndated: this.#closedUndated,
        late: received - this.#promised,
        reopened: this.#withoutHistory,
        withoutPlace: this.#withoutPlace,
        otherPlaces: received - this.#withoutPlace - sum(places.map((each) => each.received)),
        lookback,
      },
    };
  }

  #serviceOf({ serviceCode, serviceName }: ServiceRequest): ServiceCounts | undefined {
    const code = serviceCode ?? serviceName;
    if (code === undefined) return undefined;
    const named = this.#options.services.get(code) ?? serviceName ?? code;
    let counts = this.#services.get(code);
    if (!counts) this.#services.set(code, (counts = { name: named, received: 0, days: new DayCounts() }));
    // Requests may name a service that is gone in several ways; which of them comes first must not matter.
    if (named < counts.name) counts.name = named;
    return counts;
  }

  #addPromise(promised: number | undefined, isClosed: boolean, closed: number | undefined): void {
    if (promised === undefined || (isClosed && closed === undefined)) return;
    this.#promised += 1;
    if ((closed ?? this.#options.today) > promised) this.#late += 1;
  }

  #addHistory(isClosed: boolean, reopened: boolean | undefined): void {
    if (reopened !== undefined) {
      this.#everClosed += 1;
      if (reopened) this.#reopened += 1;
    } else if (isClosed) {
      this.#withoutHistory += 1;
    }
  }

  #addPlace({ lat, long }: ServiceRequest): void {
    if (lat === undefined || long === undefined) this.#withoutPlace += 1;
    else more(this.#places, `${Math.round(lat * 100)} ${Math.round(long * 100)}`);
  }

  #topServices(): readonly ServiceFigures[] {
    return [...this.#services]
      .filter(([, { received }]) => received > 0)
      .sort(([one, { received }], [other, than]) => than.received - received || compare(one, other))
      .slice(0, mostServices)
      .map(([code, { name, received, days }]) => ({ code, name, received, days: days.figures() }));
  }

  #topPlaces(): readonly PlaceFigures[] {
    return [...this.#places]
      .filter(([, received]) => received >= fewest)
      .sort(([one, received], [other, than]) => than - received || compare(one, other))
      .slice(0, mostPlaces)
      .map(([place, received]) => {
        const [lat = 0, long = 0] = place.split(' ').map((hundredths) => Number(hundredths) / 100);
        return { lat, long, received };
      });
  }
}

function more<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sum(numbers: Iterable<number>): number {
  let all = 0;
  for (const number of numbers) all += number;
  return all;
}

/** By characters, the same on every computer. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
