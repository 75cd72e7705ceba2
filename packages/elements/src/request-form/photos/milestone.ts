/** How far photos on their way are, as far as it is said to screen readers. */

/** Per cent to announce now: at the start, halfway, and when all has gone; `undefined` at any other time. Shares are 0 to 1. */
export function milestone(before: number | undefined, now: number): 0 | 50 | 100 | undefined {
  if (before === undefined && now < 0.5) return 0;
  if ((before ?? 0) < 1 && now >= 1) return 100;
  return (before ?? 0) < 0.5 && now >= 0.5 ? 50 : undefined;
}
