/**
 * The small things all formats need: text that any of them can carry, dates, and addresses that are safe to link.
 */

/** Without the characters that XML 1.0 or UTF-8 cannot hold, and with one kind of line end. Markup stays what it is: text. */
export function plainText(words: string): string {
  // oxlint-disable-next-line no-control-regex
  return words.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\uFFFE\uFFFF]|\p{Surrogate}/gu, '');
}

/** ISO 8601 in UTC, to the second; `undefined` for a date that is none, or of a year that needs more than four digits. */
export function isoDate(date: Date | undefined): string | undefined {
  const iso = date && !Number.isNaN(+date) ? date.toISOString() : '';
  return /^\d{4}-/.test(iso) ? iso.replace(/\.\d+/, '') : undefined;
}

/** As a browser would write it; `undefined` if it is no absolute http(s) address. */
export function webAddress(address: string | undefined): string | undefined {
  try {
    const { protocol, href } = new URL(address ?? '');
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
