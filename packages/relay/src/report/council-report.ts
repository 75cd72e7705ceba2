/** Makes the report for the council of what the city's endpoint lists and of what was counted. */

import { cityReport, defaultLookback, reportWindow, type CityReport } from '@citydesk/core/city-report';
import { setImmediate } from 'node:timers/promises';
import { counted } from '../counts/counted.ts';
import type { CityBehind } from '../city.ts';
import type { RelayConfig } from '../config.ts';
import type { ReportPeriod } from './report-period.ts';
import type { Client, RequestsQuery, ServiceRequest } from '@citydesk/open311';
import type { DatabaseSync } from 'node:sqlite';

export interface CouncilReportOptions {
  readonly city: CityBehind;
  readonly config: Pick<RelayConfig, 'city' | 'zone' | 'counts' | 'costs' | 'privateServices' | 'services'>;
  /** Where the counts are; without it nothing is counted. */
  readonly db: DatabaseSync | undefined;
  readonly now: () => Date;
}

/** So many at a time: a page of them is all that is ever held of what residents wrote. */
const pageSize = 200;
/** A town is asked for a week at a time. For each page it has to go past all before it, and in a week there are few. */
const townDays = 7;
const day = 86_400_000;

/** Whoever cannot say where it is: the same as for the counts. */
export function zoneOf({ zone = 'UTC' }: Pick<RelayConfig, 'zone'>): string {
  return zone;
}

/**
 * Asks the city for all requests from a year before the period on, in stretches and pages that it takes, because a city can be asked by the day of
 * receiving alone: those that came earlier and were closed in the period are among them.
 * @throws {Open311Error} where the city does not answer
 */
export async function councilReport(
  { city, config, db, now }: CouncilReportOptions,
  period: ReportPeriod,
  signal?: AbortSignal,
): Promise<CityReport> {
  const reader = city.reader();
  const rows = config.counts && db ? counted(db) : undefined;
  const services = await reader.services({ signal });
  const made = now();
  const { startDate, endDate } = reportWindow(period);
  const asked = { startDate, endDate: endDate < made ? endDate : made };
  // The client itself takes the longest steps that a city allows.
  const stretches = config.services ? stretchesIn(asked, townDays) : [asked];
  return cityReport({
    requests: shownOf(requestsIn(reader, stretches, signal), config.privateServices),
    counts: rows?.between(period.from, period.to) ?? null,
    countedSince: rows?.firstDay(),
    costs: config.costs,
    services: new Map(services.map(({ serviceCode, serviceName }) => [serviceCode, serviceName])),
    city: config.city,
    zone: zoneOf(config),
    from: period.from,
    to: period.to,
    made,
    lookback: defaultLookback,
  });
}

interface Stretch {
  readonly startDate: Date;
  readonly endDate: Date;
}

/** Newest first; neighbours share their edge. */
function stretchesIn({ startDate, endDate }: Stretch, days: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let end = +endDate; end > +startDate; end -= days * day) {
    stretches.push({ startDate: new Date(Math.max(+startDate, end - days * day)), endDate: new Date(end) });
  }
  return stretches;
}

async function* requestsIn(
  reader: Client,
  stretches: readonly Stretch[],
  signal: AbortSignal | undefined,
): AsyncGenerator<ServiceRequest> {
  let before: ReadonlySet<string> = new Set();
  for (const stretch of stretches) {
    const here = new Set<string>();
    const query: RequestsQuery = {
      ...stretch,
      // Some cities list open ones alone unless both are named.
      status: ['open', 'closed'],
      // For the history, where there is one.
      extensions: true,
      pageSize,
    };
    for await (const request of reader.requests(query, { signal })) {
      here.add(request.serviceRequestId);
      // On the edge of two stretches, it is in both.
      if (!before.has(request.serviceRequestId)) yield request;
    }
    before = here;
  }
}

/**
 * Without those between a resident and the city, as in every list. A town answers in this process, and would let nobody else have a turn before the
 * last of them: so everybody has one after each page.
 */
async function* shownOf(
  requests: AsyncIterable<ServiceRequest>,
  privateServices: readonly string[],
): AsyncGenerator<ServiceRequest> {
  const hidden = new Set(privateServices);
  let count = 0;
  for await (const request of requests) {
    if (++count % pageSize === 0) await setImmediate();
    const { serviceCode } = request;
    if (hidden.size > 0 && (serviceCode === undefined || hidden.has(serviceCode))) continue;
    yield request;
  }
}
