/**
 * How one answer is read: what may be assumed about it, and who hears of what had to be mended.
 */
import type { Quirk } from '../types.ts';

/** What a caller may say about an answer. */
export interface ReadingOptions {
  /** For dates without a zone: an IANA name (`America/Chicago`) or an offset (`-06:00`). Default: the zone of this device. */
  readonly zone?: string | undefined;
  /** Told of each mend, once for each row and place in an answer, however many rows of the answer need it. */
  readonly onQuirk?: ((quirk: Quirk) => void) | undefined;
}

/** What every kind is given along with a value. */
export interface Reading {
  readonly zone: string | undefined;
  /** XML has words and repeats only: what deviates in JSON (`"true"`, one thing for a list of one) is its nature. */
  readonly xml: boolean;
  readonly mended: (row: number, where: string) => void;
}

/** Marks the value of an XML answer at its root. */
export const fromXml = Symbol('from XML');

/** Begins to read `answer`. */
export function readingOf(answer: unknown, { zone, onQuirk }: ReadingOptions = {}): Reading {
  const told = new Set<string>();
  return {
    zone,
    xml: typeof answer === 'object' && answer !== null && fromXml in answer,
    mended(row, where) {
      if (!onQuirk || told.has(`${row} ${where}`)) return;
      told.add(`${row} ${where}`);
      onQuirk({ row, where });
    },
  };
}

/** For what is no answer, or needs no one to hear of its mends. */
export const quietly: Reading = readingOf(undefined);
