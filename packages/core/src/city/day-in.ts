/**
 * The day of a moment in a zone (IANA name; the device's own when undefined), as `YYYY-MM-DD`.
 * @throws {RangeError} for a date or a zone that is none
 */
export function dayIn(date: Date, zone?: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(date);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
