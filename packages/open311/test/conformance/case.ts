/**
 * One case of the conformance suite, as data: what a client is made with and asked, what the city answers, and what must come of it.
 */
import type { ClientOptions } from '../../src/client-options.ts';
import type { Client } from '../../src/index.ts';

export interface CannedAnswer {
  /** Default 200. */
  readonly status?: number;
  /** Text goes out as it is, anything else as JSON; `here:` stands for the address of the case. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Instead of an answer: `drop` breaks the connection, `silence` never answers, `cut` breaks off within the body, `drip` sends a
   * blank now and then for ever, `flood` sends blanks as fast as they are taken.
   */
  readonly fault?: 'drop' | 'silence' | 'cut' | 'drip' | 'flood';
}

/** A method of the client and its arguments, without `{ signal }`. */
export type Call = {
  readonly [M in Method]: readonly [M, ...Partial<Parameters<Client[M]>>];
}[Method];

type Method = Exclude<keyof Client, 'relay'>;

export interface Case {
  /** A sentence on what the client does. */
  readonly title: string;
  readonly options?: Partial<ClientOptions>;
  /** In turn, by one client; what the last one gives counts. */
  readonly calls: readonly Call[];
  /**
   * By method and path below the endpoint; with a query only where all of its arguments are asked for. A list is answered in turn, its
   * last entry for ever. What is not here is a page with status 404.
   */
  readonly city: Readonly<Record<string, CannedAnswer | readonly CannedAnswer[]>>;
  /** As JSON: dates are text, what is `undefined` is left out. A list gives an array. */
  readonly gives?: unknown;
  /** The error, as far as it is written here; `aborted` is the reason of the caller's own signal. */
  readonly throws?: 'aborted' | { readonly name: string; readonly [field: string]: unknown };
  /** Every request the city got, in order, as `METHOD path?query`. */
  readonly asked?: readonly (string | RegExp)[];
  /** How many requests the city got. */
  readonly times?: number;
  /** The form fields of the last POST, in order; a file as `photo-1.jpg image/jpeg 3`. A pattern stands for what no case can know. */
  readonly sent?: readonly (readonly [string, string | RegExp])[];
  /** Headers of the last request. */
  readonly headers?: Readonly<Record<string, string | RegExp>>;
  /** Rows of the quirk table that were reported, each once, in order of number. */
  readonly quirks?: readonly number[];
  /** For a list: how many are taken before the caller stops. */
  readonly take?: number;
  /** Milliseconds after which the caller's signal is aborted. */
  readonly abortAfter?: number;
  /** Milliseconds. */
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** What the city remembers of one request. */
export interface Heard {
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: readonly (readonly [string, string])[];
}
