/** How many were closed after how many days; all that is remembered of any number of requests. */

import type { DaysToClose } from './figures.ts';

export class DayCounts {
  readonly #counts = new Map<number, number>();
  #of = 0;

  add(days: number): void {
    this.#counts.set(days, (this.#counts.get(days) ?? 0) + 1);
    this.#of += 1;
  }

  figures(): DaysToClose {
    const of = this.#of;
    if (of === 0) return { of, median: null, ninetieth: null };
    const sorted = [...this.#counts].sort(([one], [other]) => one - other);
    // In whole numbers, so that no rank is off by a hair.
    const [middle, other, ninetieth] = [Math.ceil(of / 2), Math.floor(of / 2) + 1, Math.ceil((of * 9) / 10)];
    return {
      of,
      median: (daysAt(sorted, middle) + daysAt(sorted, other)) / 2,
      ninetieth: daysAt(sorted, ninetieth),
    };
  }
}

/** @param rank from 1 to as many as there are */
function daysAt(sorted: readonly (readonly [days: number, count: number])[], rank: number): number {
  let before = 0;
  for (const [days, count] of sorted) {
    before += count;
    if (before >= rank) return days;
  }
  throw new RangeError(`There are fewer than ${rank}.`);
}
