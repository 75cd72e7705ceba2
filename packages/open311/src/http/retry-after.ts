/**
 * What a server says on when to ask again.
 */

/** The three forms of RFC 9110, section 5.6.7; the third names no zone and means GMT. `Date.parse` alone also takes nonsense for a date. */
const httpDate = /^\w+,? [\w -]+ \d\d:\d\d:\d\d (GMT|\d{4})$/;

/**
 * Milliseconds from now on, 0 for a time that has passed; `undefined` without a Retry-After, and for one that is neither whole seconds nor a date.
 * A date is measured by the server's own clock where its `Date` can be read, else by this device's.
 */
export function retryAfterIn(headers: Headers): number | undefined {
  const said = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d{1,12}$/.test(said)) return +said * 1000;
  if (!httpDate.test(said)) return undefined;
  const now = Date.parse(headers.get('Date') ?? '') || Date.now();
  const pause = Date.parse(said.replace(/\d$/, '$& GMT')) - now;
  return Number.isNaN(pause) ? undefined : Math.max(0, pause);
}
