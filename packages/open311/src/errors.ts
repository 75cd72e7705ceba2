/**
 * What can go wrong, a class per cause that a page can act on. Messages name the method and the address without its query,
 * never what a resident wrote and never the api_key.
 *
 * After a POST, only a `RejectedError` below 500 and an `UnsupportedError` tell for sure that nothing was filed. After any
 * other error the report may have arrived: look before you send again.
 */
import type { SpecError } from './types.ts';
import { isDump } from './wire/is-dump.ts';

/** Which call failed. */
export interface Failure {
  readonly method: string;
  readonly url: string;
  /** The HTTP status, if there was an answer. */
  readonly status?: number;
  /** See `Open311Error`. */
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/** Above all others: `error instanceof Open311Error` tells our errors from an abort by the caller. */
export class Open311Error extends Error {
  override readonly name: string = 'Open311Error';
  /** The HTTP status, if there was an answer. */
  readonly status: number | undefined;
  /**
   * Milliseconds from the answer on for which the server asked to be left alone (Retry-After); `undefined` if it did not, or in words that
   * mean nothing. Of another origin a browser shows it only where the server exposes it. It may be years: bound it before you wait.
   */
  readonly retryAfter: number | undefined;
  /** The city's own words, fit for a resident: short plain text, never HTML. Mostly empty. */
  readonly reasons: readonly string[];

  constructor(what: string, { method, url, status, retryAfter, cause }: Failure, reasons: readonly string[] = []) {
    super(
      `${method} ${url.replace(/[?#].*/s, '').replace(/\/\/[^/@]*@/, '//')}: ${what}`,
      cause === undefined ? {} : { cause },
    );
    this.status = status;
    this.retryAfter = retryAfter;
    this.reasons = reasons.filter(isForResidents);
  }
}

/** The city could not be reached, or the connection broke. In a browser also: its answer carries no CORS header. */
export class NetworkError extends Open311Error {
  override readonly name = 'NetworkError';
  constructor(failure: Failure) {
    super('could not be reached', failure);
  }
}

/** No full answer came in time. */
export class TimeoutError extends Open311Error {
  override readonly name = 'TimeoutError';
  constructor(failure: Failure, timeout: number) {
    super(`no answer within ${timeout} ms`, failure);
  }
}

/** The server understood and said no: an error status, or an error list under any status. */
export class RejectedError extends Open311Error {
  override readonly name = 'RejectedError';
  /** As the server gave them, for the city's staff. For residents there are `reasons`. */
  readonly errors: readonly SpecError[];
  override readonly status: number;
  /** The city has this report already: it was sent twice. Nothing is left to do, but its number is not known here. */
  readonly alreadyFiled: boolean;

  /** @param alreadyFiled whether the errors say so; only who sent a report can tell */
  constructor(
    failure: Failure & { readonly status: number },
    errors: readonly SpecError[],
    alreadyFiled: (errors: readonly SpecError[]) => boolean = () => false,
  ) {
    // What a server says while it is failing is for its operators: stack traces, SQL, module names.
    super(
      `rejected with status ${failure.status} and ${errors.length} error(s)`,
      failure,
      failure.status < 500 ? sayable(errors) : [],
    );
    this.status = failure.status;
    this.errors = errors;
    this.alreadyFiled = failure.status < 500 && alreadyFiled(errors);
  }
}

/**
 * The one thing asked for is not there. `status` tells why: 404, 410 (it was there, and is gone for good), 200 for an empty list, and
 * `undefined` where the city gave others only.
 */
export class NotFoundError extends Open311Error {
  override readonly name = 'NotFoundError';
  constructor(failure: Failure) {
    super('not found', failure);
  }
}

/** An answer came and is no GeoReport: an HTML page, broken JSON, another shape, or more than a client should read. */
export class UnreadableError extends Open311Error {
  override readonly name = 'UnreadableError';
  constructor(failure: Failure, what: string, reasons?: readonly string[]) {
    super(what, failure, reasons);
  }
}

/** This endpoint cannot do it at all: it takes no such method (405, 501), or its address is none a client can use. */
export class UnsupportedError extends Open311Error {
  override readonly name = 'UnsupportedError';
  constructor(failure: Failure, what: string) {
    super(what, failure);
  }
}

/** Of a validator's dump the row above it, else every row. */
function sayable(errors: readonly SpecError[]): readonly string[] {
  const descriptions = errors.map(({ description }) => description);
  return descriptions.some(isDump) ? descriptions.slice(0, 1) : descriptions;
}

/** Short plain text, and none that only a programmer could have meant to be read. */
function isForResidents(words: string): boolean {
  return words !== '' && words.length <= 500 && !/<[a-z!/?]/i.test(words) && !isDump(words) && !isInternal(words);
}

function isInternal(words: string): boolean {
  return /\b(ORA|PLS|TNS)-\d|\bSQL\b|\bException\b|Stack ?[Tt]race|\/(var|usr|home|opt|srv)\/|\bat \S+ line \d+|\w::\w|Traceback|SQLSTATE|\b\w+(Exception|Error)\b: |\b(org|com|java|net)\.\w+\.\w+|\bundefined (method|value)|\{\{|\.(php|py|rb|pm|java|cs):?\d*\b/.test(
    words,
  );
}
