/** What whoever sent a report is told, in the words of the spec's error list. */
import type { Receipt, SpecError } from '@citydesk/open311';
import type { Settled } from './key-store.ts';

/** Ours, as `code` of the error list: what a client goes by. The descriptions are for people who see them all the same. */
export type OnceCode = 'unknown' | 'held' | 'busy' | 'in-flight' | 'mismatch';

export type Submitted =
  | { readonly status: 200; readonly receipt: Receipt; readonly replayed: boolean }
  | {
      readonly status: number;
      readonly errors: readonly SpecError[];
      /** Milliseconds until it makes sense to come back. */
      readonly retryAfter?: number | undefined;
      readonly replayed: boolean;
    };

const told: Readonly<Record<OnceCode, readonly [status: number, description: string]>> = {
  unknown: [
    503,
    'Nobody can tell yet whether the city has this report. Send it again with the same key; it is filed once.',
  ],
  held: [409, 'Nobody can tell whether the city has this report. It is not sent again unless you insist.'],
  busy: [503, 'The city cannot take this report just now. Nothing was filed. Send it again later.'],
  'in-flight': [409, 'This report is being sent just now.'],
  mismatch: [422, 'This key was used for another report.'],
};

export function failed(code: OnceCode, retryAfter?: number, status = told[code][0]): Submitted {
  return { status, errors: [{ code, description: told[code][1] }], retryAfter, replayed: false };
}

export function answered(settled: Settled, replayed: boolean): Submitted {
  if (settled.is === 'filed') return { status: 200, receipt: settled.receipt, replayed };
  return { status: settled.status, errors: settled.errors, replayed };
}
