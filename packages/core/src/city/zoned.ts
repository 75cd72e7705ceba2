/** Dates that a resident writes on a wall clock, as instants of the city's time zone. */

/**
 * `2026-11-19` or `2026-11-19T14:30` on a clock in `zone` (IANA name; the device's own when undefined) as ISO 8601
 * with its offset, `2026-11-19T14:30:00-05:00`: GeoReport requires a zone in every date. A day without a time is sent
 * as its first minute.
 */
export function zonedIso(local: string, zone: string | undefined): string {
  const wall = local.length === 10 ? `${local}T00:00` : local;
  const asUtc = Date.parse(`${wall}:00Z`);
  // Twice: the first guess may lie on the other side of a daylight-saving change.
  let offset = offsetAt(new Date(asUtc), zone);
  offset = offsetAt(new Date(asUtc - offset * 60_000), zone);
  const sign = offset < 0 ? '-' : '+';
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  return `${wall}:00${sign}${two(offset / 60)}:${two(offset % 60)}`;
}

/** Minutes east of UTC in `zone` at `instant`. */
function offsetAt(instant: Date, zone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((wall - instant.getTime()) / 60_000);
}
