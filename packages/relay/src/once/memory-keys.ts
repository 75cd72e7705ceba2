/**
 * Keys in the memory of one process, which forgets them when it ends: for tests, and for hosts where nothing can be kept. A report whose
 * answer got lost just before is filed again after that; `/health` says so.
 */
import * as rows from './key-row.ts';
import type { KeyStore } from './key-store.ts';
import type { RelayTimes } from './times.ts';

export interface KeyStoreOptions {
  readonly times: Pick<RelayTimes, 'keep' | 'lookAgain'>;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

export function memoryKeys({ times, now = Date.now }: KeyStoreOptions): KeyStore {
  const kept = new Map<string, rows.KeyRow>();
  let swept = now();

  const change = async <T>(
    key: string,
    make: (row: rows.KeyRow | undefined, clock: { now: number; keep: number }) => rows.Change<T>,
  ): Promise<T> => {
    const clock = { now: now(), keep: times.keep };
    if (clock.now - swept > times.keep / 24) {
      swept = clock.now;
      for (const [old, { until }] of kept) if (until <= clock.now) kept.delete(old);
    }
    const { row, tells } = make(rows.living(kept.get(key), clock.now), clock);
    if (row) kept.set(key, row);
    else kept.delete(key);
    return tells;
  };

  return {
    kind: 'memory',
    knows: async (key) => rows.living(kept.get(key), now()) !== undefined,
    begin: (key, fingerprint, lease) =>
      change(key, (row, clock) => rows.begin(row, { ...clock, fingerprint, lease, lookAgain: times.lookAgain })),
    again: (key, attempt, lease) => change(key, (row, clock) => rows.again(row, { ...clock, attempt, lease })),
    finish: (key, fingerprint, attempt, settled) =>
      change(key, (row, clock) => rows.finish(row, { ...clock, fingerprint, attempt, settled })),
    unsure: (key, attempt) => change(key, (row, clock) => rows.unsure(row, { ...clock, attempt })),
    release: (key, attempt) => change(key, (row, clock) => rows.release(row, { ...clock, attempt })),
    untold: (key, attempt) => change(key, (row) => rows.untold(row, { attempt })),
    check: async () => {},
    close: async () => {},
  };
}
