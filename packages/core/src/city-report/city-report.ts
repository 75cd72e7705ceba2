/** Makes the report for the council of a city's requests and of the widgets' counts. */

import { dayNumber } from '../city/days.ts';
import { RequestCounts } from './request-figures.ts';
import { useFigures } from './use-figures.ts';
import { zoneDays } from './zone-days.ts';
import type { CountRow } from '../counts.ts';
import type { CityReport, CostFigures, UseFigures } from './figures.ts';
import type { ServiceRequest } from '@citydesk/open311';

export interface CityReportOptions {
  /**
   * Every request that was received in the period, or before it and closed in it, each once, in any order; others may be among them. A city can be
   * asked by the day of receiving alone, so whoever lists them begins `lookback` days before the period: see `reportWindow`. They are read one by
   * one, and none is kept.
   */
  readonly requests: AsyncIterable<ServiceRequest> | Iterable<ServiceRequest>;
  /** All counts of the period, others may be among them; null where nothing is counted. */
  readonly counts: readonly CountRow[] | null;
  /** The first day of all that anything was counted, `2026-10-05`. */
  readonly countedSince?: string | undefined;
  /** What one contact costs the city, in units of money such as dollars, with cents at most. */
  readonly costs?: { readonly currency: string; readonly call: number; readonly online: number } | undefined;
  /** Names of the city's services by code. */
  readonly services: ReadonlyMap<string, string>;
  readonly city: string;
  /** IANA. */
  readonly zone: string;
  /** Days in that zone, `2026-10-01`, both included. */
  readonly from: string;
  readonly to: string;
  /** Now: what is open now is open, and late if its day is over. */
  readonly made: Date;
  /** How many days before the period the requests begin. Default 366. */
  readonly lookback?: number | undefined;
}

export const defaultLookback = 366;
const day = 86_400_000;

/** @throws {RangeError} for a day or a zone that is none, and for a period that ends before it begins */
export async function cityReport(options: CityReportOptions): Promise<CityReport> {
  const { requests, counts, countedSince, costs, services, city, zone, made, lookback = defaultLookback } = options;
  const { from, to } = periodOf(options);
  const dayOf = zoneDays(zone);
  const counted = new RequestCounts({ from, to, today: dayOf(made)!, dayOf, services, lookback });
  for await (const request of requests) counted.add(request);

  const begins = countedSince !== undefined && countedSince > options.from ? countedSince : null;
  const within = counts?.filter((row) => row.day >= options.from && row.day <= options.to);
  const use = within ? useFigures(within, services, begins) : null;
  return {
    version: 1,
    city,
    zone,
    from: options.from,
    to: options.to,
    made: made.toISOString(),
    requests: counted.figures(),
    use,
    costs: use && costs ? costFigures(use, costs) : null,
  };
}

/** From when to when a city is to be asked for the requests of a report: a day more at both ends, for wherever on earth its days begin. */
export function reportWindow(
  period: { readonly from: string; readonly to: string },
  lookback = defaultLookback,
): { readonly startDate: Date; readonly endDate: Date } {
  const { from, to } = periodOf(period);
  return { startDate: new Date((from - lookback - 1) * day), endDate: new Date((to + 2) * day) };
}

function periodOf({ from, to }: { readonly from: string; readonly to: string }): { from: number; to: number } {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first === undefined) throw new RangeError(`${from} is no day`);
  if (last === undefined) throw new RangeError(`${to} is no day`);
  if (last < first) throw new RangeError(`The period ends on ${to}, before it begins`);
  return { from: first, to: last };
}

function costFigures(use: UseFigures, costs: NonNullable<CityReportOptions['costs']>): CostFigures {
  const [call, online] = [Math.round(costs.call * 100), Math.round(costs.online * 100)];
  const reports = use.channels.filter(({ name }) => name !== 'phone').reduce((all, { count }) => all + count, 0);
  const answers = use.answers.confirmed;
  const avoided = reports * (call - online) + answers * call;
  return { currency: costs.currency, call, online, reports, answers, avoided };
}
