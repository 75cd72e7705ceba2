// Work of which two pieces are under way at once, for what mostly waits: for a page, for a screen reader.

/**
 * Begins at once.
 * @param work is told which of the two lanes it is in: what stands in one lane is used by one piece at a time
 * @returns what comes of each, in the order of `all`, so that it can be told in that order
 */
export function twoAtOnce<T, R>(all: readonly T[], work: (one: T, lane: 0 | 1) => Promise<R>): readonly Promise<R>[] {
  const waiting: ((lane: 0 | 1) => Promise<unknown>)[] = [];
  const outcomes = all.map(
    (one) =>
      new Promise<R>((resolve, reject) => {
        waiting.push((lane) => work(one, lane).then(resolve, reject));
      }),
  );
  const go = async (lane: 0 | 1) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next(lane);
  };
  void Promise.all([go(0), go(1)]);
  // It is awaited, and fails, in its turn.
  for (const outcome of outcomes) outcome.catch(() => undefined);
  return outcomes;
}
