/** How often one address may ask: token buckets, kept in memory and bounded, so that nobody can fill it. */

export interface Bucket {
  /** How many come at once. */
  readonly burst: number;
  /** How many come back in a minute. */
  readonly perMinute: number;
}

export interface Limit {
  /** Takes one. Gives 0 if there was one, else the milliseconds until there is. */
  take(who: string): number;
}

/** Addresses remembered at once. Whoever came longest ago is forgotten first, and then has a full bucket again. */
const mostRemembered = 50_000;

/** @param now milliseconds, from a clock that never goes back */
export function limit({ burst, perMinute }: Bucket, now: () => number, most = mostRemembered): Limit {
  const buckets = new Map<string, { left: number; at: number }>();
  const perMillisecond = perMinute / 60_000;
  return {
    take(who) {
      const at = now();
      const known = buckets.get(who);
      const left = known ? Math.min(burst, known.left + (at - known.at) * perMillisecond) : burst;
      // Put at the end: the map's order is that of the last calls.
      buckets.delete(who);
      buckets.set(who, { left: left >= 1 ? left - 1 : left, at });
      if (buckets.size > most) buckets.delete(buckets.keys().next().value!);
      return left >= 1 ? 0 : Math.ceil((1 - left) / perMillisecond);
    },
  };
}
