/** How single values of a city's own files are read. What only answers need is in `faq/readers.ts`. */
import { weekdays, type Hours } from './hours.ts';

/** Is told which key is left out, and what was expected there. */
export type Tell = (key: string, expects: string) => void;

/** Gives the value if it is as expected, else `undefined`. */
export interface Reader<T> {
  /** Completes "Write …" for the web editor. */
  readonly expects: string;
  /** `tell` is for what is left out within the value, by its key there. */
  read(value: unknown, tell: Tell): T | undefined;
}

export const yes: Reader<boolean> = {
  expects: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

export const oneOf = <const T extends string>(...words: readonly T[]): Reader<T> => ({
  expects: words.map((word) => `"${word}"`).join(' or '),
  read: (value) => words.find((word) => word === value),
});

/** A line of opening hours. */
export const openHours: Reader<Hours> = {
  expects: '{ "days": ["mon", "tue"], "opens": "08:00", "closes": "16:30" }, within one day',
  read(value) {
    const { days, opens, closes } = (value ?? {}) as Partial<Hours>;
    const isClock = (time: unknown) => typeof time === 'string' && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time);
    const isRight =
      Array.isArray(days) && days.every((one) => weekdays.includes(one)) && isClock(opens) && isClock(closes);
    return isRight && opens! < closes! ? { days, opens: opens!, closes: closes! } : undefined;
  },
};
