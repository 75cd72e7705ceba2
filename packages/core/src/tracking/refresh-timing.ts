/** When a report is looked at again. Pure: no clock, no network. */

/** What happened since the page was opened or came into view. */
export interface RefreshHistory {
  /** Looks in a row that brought nothing new. */
  readonly unchanged: number;
  /** Looks in a row that failed. */
  readonly failures: number;
  /** Milliseconds that the city asked to be left alone after the last failure. */
  readonly retryAfter?: number | undefined;
  /** Whether a report has no number yet: that comes within seconds or days. */
  readonly unnumbered: boolean;
}

const minute = 60_000;
/** Milliseconds over which those who were all told the same time spread: at most 5 % of them in any second. */
const spread = 20_000;
/** Milliseconds: a Retry-After of more than a day is a slip. */
const longest = 24 * 60 * minute;

/**
 * Milliseconds until the next look. At most a minute for the first ten quiet looks, then longer, up to five minutes; after failures up to
 * fifteen. Never before the city's own Retry-After. Between half and all of it, so that many trackers do not come together.
 * @param random from 0 to below 1
 */
export function refreshAfter({ unchanged, failures, retryAfter, unnumbered }: RefreshHistory, random: number): number {
  if (retryAfter !== undefined) return Math.min(Math.max(retryAfter, minute / 2), longest) + random * spread;
  const pause = failures > 0 ? Math.min(minute * 2 ** (failures - 1), 15 * minute) : quiet(unchanged, unnumbered);
  return pause * (0.5 + random / 2);
}

function quiet(unchanged: number, unnumbered: boolean): number {
  const first = unnumbered ? Math.min(minute, 20_000 * 2 ** unchanged) : minute;
  return Math.min(first * 1.5 ** Math.max(0, unchanged - 9), 5 * minute);
}
