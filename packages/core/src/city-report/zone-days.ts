/** Days of moments in one zone, for many moments: the formatter is made once, and asked once for each quarter of an hour. */

/** Clocks change at whole quarters of an hour of UTC, in every zone since 1972, so a day begins at one. */
const quarter = 15 * 60_000;
/** Quarters remembered at a time: about two years of them, should something have come in each. */
const most = 70_000;

/**
 * Gives the number of the day (see `dayNumber`) on which a moment falls in the zone; `undefined` for none.
 * @param zone IANA name
 * @throws {RangeError} for a zone that is none
 */
export function zoneDays(zone: string): (moment: Date | undefined) => number | undefined {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const known = new Map<number, number>();
  return (moment) => {
    if (!moment || Number.isNaN(+moment)) return undefined;
    const at = Math.floor(+moment / quarter);
    let number = known.get(at);
    if (number === undefined) {
      const parts = format.formatToParts(new Date(at * quarter));
      const [year, month, day] = (['year', 'month', 'day'] as const).map((type) =>
        Number(parts.find((part) => part.type === type)?.value),
      ) as [number, number, number];
      number = Date.UTC(year, month - 1, day) / 86_400_000;
      if (known.size >= most) known.clear();
      known.set(at, number);
    }
    return number;
  };
}
