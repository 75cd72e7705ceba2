/** How many different requests one address may look at in an hour, so that nobody can walk through all numbers. */

export interface IdsLookedAt {
  /** Gives 0 if this one may be looked at, else the milliseconds until it may. */
  take(who: string, id: string): number;
}

const hour = 60 * 60 * 1000;
/** Addresses remembered at once. */
const mostRemembered = 5_000;

/** An id that was looked at within the hour costs nothing, so that a page may refresh what it shows. */
export function idsLookedAt(perHour: number, now: () => number): IdsLookedAt {
  const known = new Map<string, { readonly ids: Set<string>; readonly since: number }>();
  return {
    take(who, id) {
      const at = now();
      const before = known.get(who);
      const entry = before && at - before.since < hour ? before : { ids: new Set<string>(), since: at };
      known.delete(who);
      known.set(who, entry);
      if (known.size > mostRemembered) known.delete(known.keys().next().value!);
      // Cut: a stranger chooses how long it is.
      const short = id.slice(0, 100);
      if (!entry.ids.has(short) && entry.ids.size >= perHour) return entry.since + hour - at;
      entry.ids.add(short);
      return 0;
    },
  };
}
