/** Every time that taking a report once goes by, in one table, so that a test can run them faster and nothing disagrees with itself. */
import type { Report } from '@citydesk/open311';

/** All in milliseconds. */
export interface RelayTimes {
  /** How long the city has for an answer to a report, to the last byte. Shorter than a browser waits for ours. */
  readonly answer: number;
  /** What a report with photos gets on top, for each megabyte of them. */
  readonly perMegabyte: number;
  /** What a lease lasts beyond the answer time, so that no attempt outlives its own. */
  readonly margin: number;
  /** How long the city's list is read for one look. */
  readonly look: number;
  /** Between two looks for the same report. */
  readonly lookAgain: number;
  /** A list that could not be read for so long is taken for one that cannot tell. */
  readonly unread: number;
  /** A report that went out may still arrive for so long after its attempt was given up. */
  readonly lateCommit: number;
  /** When to come back where the city was busy or could not be reached. */
  readonly busy: number;
  /** What the city asks for by `Retry-After` is passed on, but no more than this. */
  readonly longestAsked: number;
  /** How long an answer is replayed, and an open end remembered. Published. */
  readonly keep: number;
}

/** So many looks that cannot tell, and the resident is asked. */
export const looksUntilHeld = 3;

const second = 1000;

export const realRelayTimes: RelayTimes = {
  answer: 12 * second,
  perMegabyte: 8 * second,
  margin: 15 * second,
  look: 8 * second,
  lookAgain: 5 * second,
  unread: 30 * 60 * second,
  lateCommit: 40 * second,
  busy: 5 * second,
  longestAsked: 60 * 60 * second,
  keep: 7 * 24 * 60 * 60 * second,
};

/** The same times, `factor` times as fast. */
export function fasterRelayTimes(times: RelayTimes, factor: number): RelayTimes {
  const scaled = Object.entries(times).map(([name, time]) => [name, (time as number) / factor]);
  return Object.fromEntries(scaled) as unknown as RelayTimes;
}

/** How long the city has for this report. */
export function answerTime({ media = [] }: Pick<Report, 'media'>, times: RelayTimes): number {
  const bytes = media.reduce((sum, { size }) => sum + size, 0);
  return times.answer + (bytes / 1_000_000) * times.perMegabyte;
}
