/** Days as whole numbers since January 1, 1970, so that counting them knows no clock and no zone. */

/** The number of a day `YYYY-MM-DD`; `undefined` for all else, February 30 included. */
export function dayNumber(day: unknown): number | undefined {
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const number = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  return dayText(number) === day ? number : undefined;
}

/** The day of a number, as `YYYY-MM-DD`; empty where there is none, as after the year 9999. */
export function dayText(number: number): string {
  const date = new Date(number * 86_400_000);
  const [day = ''] = Number.isNaN(+date) ? [] : date.toISOString().split('T');
  return day.length === 10 ? day : '';
}
