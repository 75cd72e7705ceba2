/**
 * Wall clocks → instants, for dates that a city sends without a zone.
 */

/**
 * The instant at which clocks in `zone` show `wall` (`2014-07-02T18:23:44`). What the clocks show twice (in autumn) is the first of
 * both; what they skip (in spring) is as much later. A zone this runtime does not know is read as that of the device.
 */
export function instantIn(zone: string | undefined, wall: string): Date {
  const utc = Date.parse(`${wall}Z`);
  const [, offset] = /^(Z|[+-]\d\d:?\d\d)$/i.exec(zone ?? '') ?? [];
  if (offset) return new Date(`${wall}${offset.toUpperCase().replace(/(\d\d)(\d\d)$/, '$1:$2')}`);
  const clock = clockIn(zone);
  if (!clock || Number.isNaN(utc)) return new Date(wall);
  const [before, after] = [offsetAt(clock, utc - day), offsetAt(clock, utc + day)];
  // Both offsets of a change are tried; where neither fits, the clocks skipped this time.
  const fits = [before, after].find((each) => offsetAt(clock, utc - each) === each);
  return new Date(utc - (fits ?? before));
}

const day = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat | undefined>();

function clockIn(zone: string | undefined): Intl.DateTimeFormat | undefined {
  if (!zone) return undefined;
  if (!clocks.has(zone)) {
    let clock: Intl.DateTimeFormat | undefined;
    try {
      clock = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    } catch {
      // An unknown name: see above.
    }
    clocks.set(zone, clock);
  }
  return clocks.get(zone);
}

/** Milliseconds east of UTC: `7/2/2014, GMT-05:00`, or `GMT` alone. */
function offsetAt(clock: Intl.DateTimeFormat, instant: number): number {
  const [, sign, hours = 0, minutes = 0] = /GMT([+-])(\d+):(\d+)/.exec(clock.format(instant)) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
}
