// What can go wrong between two machines: which calls it befalls, at which moment, and what is seen of it.

/** Between browser and relay, or between relay and city. */
export type Leg = 'near' | 'far';

/** Whether the city has the report at the moment the fault cuts in. */
export type Committed = 'yes' | 'no' | 'unknown' | 'mixed';

/** Which calls: all of the API; reading the services; a report with a photo; or the page itself, where no proxy is needed. */
export type On = 'POST' | 'POST media' | 'GET' | 'GET services' | 'OPTIONS' | 'ALL' | 'PAGE';

/**
 * How far a call has come when the fault cuts in.
 * - `connect`: nothing was passed on
 * - `half`: half of the request's body was passed on, the rest never is
 * - `request`: the request has been read, and is not passed on
 * - `answer`: the request was passed on and answered: if the city took it, the report is there
 */
export type When = 'connect' | 'half' | 'request' | 'answer';

/** How bytes of an answer go out: so many at once, with a pause in between (milliseconds of real life, scaled with all other times). */
export interface Pace {
  readonly bytes: number;
  readonly pause: number;
}

/** Times are milliseconds of real life; the lab runs them faster. */
export type What =
  /** Nobody listens on the port, for so long. */
  | { readonly is: 'refused'; readonly ms: number }
  /** RST. */
  | { readonly is: 'reset' }
  /** The connection ends in good order, without an answer. */
  | { readonly is: 'closed' }
  /** No byte comes back, and after so long a RST. */
  | { readonly is: 'silence'; readonly ms: number }
  /** Another answer in place of the true one. */
  | {
      readonly is: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly pace?: Pace;
      /** Lets pages of other origins read it, as an answer of the API would. */
      readonly cors?: boolean;
    }
  /** These very bytes, then the end. */
  | { readonly is: 'bytes'; readonly latin1: string; readonly reset?: boolean }
  /** The true answer's head, and so many bytes of its body. */
  | { readonly is: 'cut'; readonly bytes: number; readonly how: 'reset' | 'closed' }
  /** The true answer's head, and not even all of that. */
  | { readonly is: 'cut-head'; readonly bytes: number }
  /** The true answer, drop by drop. */
  | { readonly is: 'dripping'; readonly pace: Pace; readonly head?: boolean }
  /** The true answer after so long. */
  | { readonly is: 'late-answer'; readonly ms: number }
  /** The true answer, changed. */
  | { readonly is: 'changed'; readonly change: Change }
  /** Cut with a RST now; the request arrives at the other side after so long. */
  | { readonly is: 'late-delivery'; readonly ms: number }
  /** The request is delivered twice at once. */
  | { readonly is: 'twice' }
  /** A token in place of the number. The number comes after so many looks, or never. */
  | { readonly is: 'token'; readonly looks: number }
  /** So long up, so long down, again and again. */
  | { readonly is: 'flap'; readonly ms: number; readonly rounds: number }
  /** So many bytes of JSON, as fast as they are taken. */
  | { readonly is: 'flood'; readonly bytes: number }
  /** What befalls the page or the browser, by its name in `page-faults.ts`. */
  | { readonly is: 'page'; readonly name: PageFault };

export type Change =
  | 'no-cors'
  | 'text-plain'
  | 'utf-16'
  | 'bom'
  | 'object'
  | 'null-id'
  | 'empty-id'
  | 'truncated'
  | 'wrong-length'
  | 'gzip-garbage'
  | 'html-type'
  | 'double-code'
  | 'with-1xx'
  | 'many-headers'
  | 'huge-header'
  | 'chunked'
  | 'chunked-garbage'
  | 'no-relay-mark';

export type PageFault =
  | 'dns'
  | 'offline-before'
  | 'offline-during-upload'
  | 'kill-before-send'
  | 'kill-in-flight'
  | 'nav-away'
  | 'two-tabs'
  | 'double-click'
  | 'quota'
  | 'idb-denied'
  | 'clock'
  | 'bfcache'
  | 'reload'
  | 'tab-closed';

export interface Fault {
  readonly id: string;
  readonly on: On;
  /** Where it can happen; each leg is a row of the table. */
  readonly legs: readonly Leg[];
  readonly committed: Committed;
  readonly when: When;
  readonly what: What;
  /** How often it happens to a report before it heals. By default once, every other report twice. */
  readonly times?: number;
  /** It heals so long after it first happened, however often that was. */
  readonly lasts?: number;
  /** A definite no of the city: the report need not be taken. */
  readonly rejects?: true;
  /** Why it is not run on the other leg, or is done elsewhere. */
  readonly note?: string;
}
