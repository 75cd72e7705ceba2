/** The figures of the report for the council, as they travel from the relay to whatever shows them. Plain JSON; a share without a denominator is null. */

import type { Channel } from '../counts.ts';

/** `part` of `of`; both are whole numbers. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

export interface DaysToClose {
  /** How many closed requests these are taken from. */
  readonly of: number;
  /** Calendar days in the city's zone, 0 for the same day; with an even number in between, halves occur. */
  readonly median: number | null;
  /** The least number of days within which 90 of 100 were closed (nearest rank). */
  readonly ninetieth: number | null;
}

/** One stretch of the trend: a day, a week from Monday, or a month. The first and the last may be cut by the period. */
export interface Stretch {
  /** Its first day in the period, `2026-11-01`. */
  readonly from: string;
  readonly received: number;
  readonly closed: number;
}

export interface ServiceFigures {
  readonly code: string;
  /** As the city names it now, else as its requests do. */
  readonly name: string;
  readonly received: number;
  /** Of those of this service that were closed in the period. */
  readonly days: DaysToClose;
}

/** A place rounded to a hundredth of a degree (about 1 km), and only one with at least five requests received. */
export interface PlaceFigures {
  readonly lat: number;
  readonly long: number;
  readonly received: number;
}

/**
 * What the figures leave out, so that each can say so. All but `undated` and `closedUndated` are of those received in the period, and so they add up
 * with the figure they belong to.
 */
export interface LeftOut {
  /** The city says no day on which these came, so they are in no figure. They may be of any time that was asked for. */
  readonly undated: number;
  /** Closed, and the city says no day of it, or one before they came: not in `closed`, `days` and `late`. Of all times that were asked for. */
  readonly closedUndated: number;
  /** Not in `late`: no day was promised, or closed on a day nobody knows. */
  readonly late: number;
  /** Not in `reopened`: closed by now, and the city tells no history of it. */
  readonly reopened: number;
  /** Not in `places`: no point on the map. */
  readonly withoutPlace: number;
  /** Not in `places`: somewhere with fewer than five, or beyond the ten places with most. */
  readonly otherPlaces: number;
  /** Not in `closed` and `days`: what came more than so many days before the period was not asked for. */
  readonly lookback: number;
}

export interface RequestFigures {
  /** Requests whose `requested_datetime` lies in the period. */
  readonly received: number;
  /**
   * Requests that are closed by now and were closed in the period, whenever they came. The day of closing is that of the note that closed it, where the
   * city tells its history (`notes`, an extension): the first closing one after which none opened it again. Elsewhere it is that of
   * `updated_datetime`, so a later remark of the city makes it later.
   */
  readonly closed: number;
  /** By day up to 31 days, by week up to 184, else by month. No stretch is missing, also none in which nothing came. */
  readonly trend: { readonly unit: 'day' | 'week' | 'month'; readonly stretches: readonly Stretch[] };
  /** Of those closed in the period. */
  readonly days: DaysToClose;
  /** Of those received, the ones that are closed by now, that is when the report is made. */
  readonly shareClosed: Share;
  /** Of those received with a promised day, the ones closed on a later day, or still open on a later day than that. */
  readonly late: Share;
  /** Of those received and closed at least once, the ones that were opened again; null where the city tells no history of any. */
  readonly reopened: Share | null;
  /** The ten with most received; the rest is `otherServices`, as are requests without a service. */
  readonly services: readonly ServiceFigures[];
  readonly otherServices: number;
  /** The ten with most received. */
  readonly places: readonly PlaceFigures[];
  readonly leftOut: LeftOut;
}

export interface Named {
  readonly name: string;
  readonly count: number;
}

/** From the widgets' counts, of the days in the period. Who switched counting off, or uses no widget, is in none of them. */
export interface UseFigures {
  /** The day counting began, where that is within the period: there is nothing of the days before. Else null. */
  readonly since: string | null;
  readonly started: number;
  readonly submitted: number;
  readonly lookedUp: number;
  /** By step, in the order of the form; all of them, also with 0. */
  readonly stepsLeft: readonly Named[];
  /** By field, most first. */
  readonly fieldErrors: readonly Named[];
  /** By reason, most first. */
  readonly failed: readonly Named[];
  /** Submitted, by channel and by language tag, most first. */
  readonly channels: readonly { readonly name: Channel; readonly count: number }[];
  readonly languages: readonly Named[];
  readonly fixed: { readonly yes: number; readonly partly: number; readonly no: number };
  readonly easy: { readonly yes: number; readonly partly: number; readonly no: number };
  /** Confirmed: said to have answered it. Possible: read and left. Neither: a report was sent all the same. */
  readonly answers: { readonly confirmed: number; readonly possible: number; readonly reportedAfter: number };
  /**
   * FAQ entries to write, most wanted first: what nothing was found for, and what was reported without an answer, by service. One that the city does not
   * offer, or none, is an empty text with an empty name.
   */
  readonly unanswered: readonly {
    readonly service: string;
    readonly name: string;
    readonly notFound: number;
    readonly reportedWithout: number;
  }[];
}

/** In cents (or the currency's own hundredths), so that nothing is rounded on the way. */
export interface CostFigures {
  readonly currency: string;
  readonly call: number;
  readonly online: number;
  /** Reports that came by a widget and would have been calls; those of the channel `phone` were calls and are left out. */
  readonly reports: number;
  /** Confirmed answers. */
  readonly answers: number;
  /** `reports × (call − online) + answers × call`. */
  readonly avoided: number;
}

export interface CityReport {
  readonly version: 1;
  readonly city: string;
  /** IANA. */
  readonly zone: string;
  /** Days in that zone, both included. */
  readonly from: string;
  readonly to: string;
  /** When it was made, ISO 8601. */
  readonly made: string;
  readonly requests: RequestFigures;
  /** Null where nothing is counted. */
  readonly use: UseFigures | null;
  /** Null where the city gives no costs, or nothing is counted. */
  readonly costs: CostFigures | null;
}
