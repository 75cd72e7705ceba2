/** Reading what a city wrote as JSON, key by key: what cannot be read is told to the web editor, the rest counts. */
import { dayNumber } from '../city/days.ts';
import { isOpenHours, type Hours } from '../city/open-hours.ts';
import { safeLink } from './safe-link.ts';

/** Is told which key is left out, and what was expected there. */
export type Tell = (key: string, expects: string) => void;

/** Gives the value if it is as expected, else `undefined`. */
export interface Reader<T> {
  /** Completes "Write …" for the web editor. */
  readonly expects: string;
  /** `tell` is for what is left out within the value, by its key there. */
  read(value: unknown, tell: Tell): T | undefined;
}

export type Readers = Readonly<Record<string, Reader<unknown>>>;
export type Read<R extends Readers> = {
  [Key in keyof R]?: R[Key] extends Reader<infer Value> ? Value : never;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What can be read of `value`. Keys that are not known are left alone: an older widget may read a newer file. */
export function readKeys<R extends Readers>(readers: R, value: unknown, tell: Tell): Read<R> {
  const found: Record<string, unknown> = {};
  if (!isObject(value)) return found as Read<R>;
  for (const [key, { expects, read }] of Object.entries(readers)) {
    const written = Object.hasOwn(value, key) ? value[key] : undefined;
    if (written === undefined || written === null) continue;
    const result = read(written, (inner, what) => tell(key + inner, what));
    if (result === undefined) tell(key, expects);
    else found[key] = result;
  }
  return found as Read<R>;
}

/** An object of which `needed` has to be there. */
export function objectOf<R extends Readers, Needed extends keyof R & string>(
  expects: string,
  readers: R,
  needed: Needed,
): Reader<Read<R> & Required<Pick<Read<R>, Needed>>> {
  return {
    expects,
    read(value, tell) {
      const found = readKeys(readers, value, (inner, what) => tell(`.${inner}`, what));
      return found[needed] === undefined ? undefined : (found as Read<R> & Required<Pick<Read<R>, Needed>>);
    },
  };
}

/** A list, of which every item counts that can be read. */
export function listOf<T>({ expects, read }: Reader<T>): Reader<readonly T[]> {
  return {
    expects: `a list of which each is ${expects}`,
    read(value, tell) {
      if (!Array.isArray(value)) return undefined;
      return value.flatMap((one, at) => {
        const found = read(one, (inner, what) => tell(`[${at}]${inner}`, what));
        if (found === undefined) tell(`[${at}]`, expects);
        return found === undefined ? [] : [found];
      });
    },
  };
}

const textThat = (expects: string, isRight: (words: string) => boolean): Reader<string> => ({
  expects,
  read: (value) => (typeof value === 'string' && isRight(value) ? value.trim() : undefined),
});

/** Never empty. */
export const text = textThat('a text', (words) => words.trim() !== '');

/** A code or name, which may be written as a number. */
export const code: Reader<string> = {
  expects: 'a text',
  read: (value, tell) => text.read(Number.isFinite(value) ? String(value) : value, tell),
};

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
  read: (value) => (isOpenHours(value) ? { days: value.days, opens: value.opens, closes: value.closes } : undefined),
};

export const day = textThat('a day, like "2026-11-24"', (words) => dayNumber(words) !== undefined);

export const link: Reader<string> = {
  expects: 'an address that begins with https:, http:, mailto: or tel:, or one of this site',
  read: (value) => (typeof value === 'string' ? safeLink(value) : undefined),
};

export const email = textThat('an e-mail address', (words) => /^[^\s@<>?&%"]{1,64}@[^\s@<>?&%"/]{1,253}$/.test(words));

/** "311", "(555) 010-0100", "1-800-CITY". */
export const phone = textThat('a phone number', (words) => words.length <= 60 && /\d/.test(words));

export const language: Reader<string> = {
  expects: 'a language, like "en" or "es-US"',
  read(value) {
    try {
      return typeof value === 'string' ? Intl.getCanonicalLocales(value)[0] : undefined;
    } catch {
      return undefined;
    }
  },
};

/** At most 20 sentences: a console is no place for thousands. */
export function firstOf(mistakes: readonly string[]): readonly string[] {
  const more = mistakes.length - 20;
  return more > 0 ? [...mistakes.slice(0, 20), `There are ${more} more mistakes like these.`] : mistakes;
}
