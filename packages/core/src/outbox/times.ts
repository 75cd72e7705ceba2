/** Every time that sending, looking and keeping go by, in one table, so that a test can run them faster and a page never disagrees with itself. */

/** All in milliseconds. */
export interface Times {
  /** How long the city has for an answer, from the first byte out to the last one in. Photos get more, by their size. */
  readonly answer: number;
  /** The first pause after a failure, at most; each further one may be twice as long. */
  readonly firstPause: number;
  /** No pause is longer by itself. */
  readonly longestPause: number;
  /** From so many attempts on, pauses are `slowPause`: whoever is down for that long is not helped by more. */
  readonly slowPause: number;
  /** What a server asks for by `Retry-After` is kept, but for no longer than this. */
  readonly longestAsked: number;
  /** How long a tab has an item for itself. Longer than any attempt takes. */
  readonly lease: number;
  /** A report that went out may still arrive for so long after its attempt was given up. */
  readonly lateCommit: number;
  /** Pause between two looks into the city's list. */
  readonly lookAgain: number;
  /** How long an answer that nobody can settle is looked for, until the resident is asked. */
  readonly lookFor: number;
  /** An unsent report older than this is not sent without asking again. */
  readonly keepItem: number;
  /** What became of a report that was confirmed while no form was open is told for so long. */
  readonly keepNews: number;
  /** A draft is offered again for so long. */
  readonly keepDraft: number;
  /** A draft is saved at most once in so long. */
  readonly saveDraft: number;
}

/** Attempts with growing pauses; after them comes one every `slowPause`. */
export const eagerAttempts = 20;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

export const realTimes: Times = {
  answer: 15 * second,
  firstPause: second,
  longestPause: 20 * second,
  slowPause: 5 * minute,
  longestAsked: hour,
  lease: 3 * minute,
  lateCommit: minute,
  lookAgain: 10 * second,
  lookFor: 3 * minute,
  keepItem: 7 * day,
  keepNews: day,
  keepDraft: day,
  saveDraft: second,
};

/** The same times, `factor` times as fast. */
export function faster(times: Times, factor: number): Times {
  return Object.fromEntries(Object.entries(times).map(([name, time]) => [name, time / factor])) as unknown as Times;
}
