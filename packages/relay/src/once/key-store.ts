/**
 * What a relay remembers of each idempotency key, so that the report behind it is filed once. Several relays may share a store: every
 * transition is atomic, and takes the time from the store's own clock. An eventually consistent store cannot keep this promise.
 */
import type { Receipt, SpecError } from '@citydesk/open311';

/** What the city has said for good: it has the report, or it does not want it. */
export type Settled =
  | { readonly is: 'filed'; readonly receipt: Receipt }
  | { readonly is: 'refused'; readonly status: number; readonly errors: readonly SpecError[] };

/** How a key stands. */
export type KeyStanding =
  /** It was free, and is now the caller's for the lease. */
  | { readonly is: 'new'; readonly attempt: number }
  /** An attempt is under way, for `left` milliseconds at most. */
  | { readonly is: 'in-flight'; readonly left: number }
  | { readonly is: 'done'; readonly settled: Settled }
  /** It was used for another report. */
  | { readonly is: 'mismatch' }
  /** An attempt has ended `sinceEnd` milliseconds ago, and nobody knows how; also where its process died or froze. */
  | {
      readonly is: 'unknown';
      readonly attempt: number;
      readonly sinceEnd: number;
      /** Looks that could not tell, since that attempt. */
      readonly looks: number;
      /** Whether it is the caller's turn to look: true at most once in `RelayTimes.lookAgain`. */
      readonly mayLook: boolean;
    };

/** Every method may reject where the store cannot be reached. Nothing may be sent then. */
export interface KeyStore {
  /** For operators. */
  readonly kind: 'memory' | 'sqlite' | 'redis';
  /** Whether the key was taken before and is not forgotten. Changes nothing. */
  knows(key: string): Promise<boolean>;
  /** Takes a free key for `lease` milliseconds, or tells how it stands. */
  begin(key: string, fingerprint: string, lease: number): Promise<KeyStanding>;
  /** Takes a key of unknown standing for one more attempt, whose number it gives; `undefined` where somebody else was quicker. */
  again(key: string, attempt: number, lease: number): Promise<number | undefined>;
  /**
   * Keeps what the city said. That a report is filed is kept whoever says so; a refusal only of the last attempt.
   * @returns what stands from now on; `undefined` where a later attempt is under way
   */
  finish(key: string, fingerprint: string, attempt: number, settled: Settled): Promise<Settled | undefined>;
  /** The attempt has ended now, and nobody knows how. */
  unsure(key: string, attempt: number): Promise<void>;
  /** The attempt has not arrived, for sure. The key is free again, unless an earlier attempt may have arrived. */
  release(key: string, attempt: number): Promise<void>;
  /** A look could not tell. @returns how many could not, since the last attempt */
  untold(key: string, attempt: number): Promise<number>;
  /** Rejects where the store does not work. */
  check(): Promise<void>;
  close(): Promise<void>;
}
