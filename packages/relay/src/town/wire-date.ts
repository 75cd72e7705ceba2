/** Reads and writes the spec's dates: the W3C note's subset of ISO 8601, where a time always has a zone. */

const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * The moment a text means, or `undefined` when it means none (`2026-02-30`, no zone, no date).
 * @param form whether a day without a time will do; it then means that day's start in UTC
 */
export function wireDate(text: string, form: 'time' | 'date or time'): Date | undefined {
  const parts = pattern.exec(text.trim());
  if (!parts) return undefined;
  const [, year, month, day, hour] = parts;
  if (form === 'time' && hour === undefined) return undefined;
  const dayAlone = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // Date turns February 30 into March 1; a real day comes back as it was.
  if (Number.isNaN(+dayAlone) || dayAlone.getUTCDate() !== Number(day)) return undefined;
  const moment = new Date(text.trim());
  return Number.isNaN(+moment) ? undefined : moment;
}

/** Whole seconds in UTC, the form of the spec's examples; it also sorts as text. */
export function iso(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
