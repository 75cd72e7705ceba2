/** Chance that comes out the same every time. */

export interface Random {
  /** From 0 up to 1. */
  next(): number;
  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T;
  /** `undefined` for an empty list. */
  maybe<T>(list: readonly T[]): T | undefined;
  shuffle<T>(list: readonly T[]): T[];
}

/** A Weyl sequence, hashed: short, and even enough to make up a city. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  const maybe = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  return {
    next,
    maybe,
    pick: (list) => {
      const one = maybe(list);
      if (one === undefined) throw new RangeError('There is nothing to pick from');
      return one;
    },
    shuffle: (list) =>
      list
        .map((each) => ({ each, order: next() }))
        .sort((a, b) => a.order - b.order)
        .map(({ each }) => each),
  };
}
