/** How the messages are doing, in numbers. */

import type { DatabaseSync } from 'node:sqlite';

export interface MessageHealth {
  readonly waiting: number;
  /** Since the oldest of them was due for the first time; 0 where none waits. */
  readonly oldestWaitingSeconds: number;
  /** Doubtful and refused: somebody has to look at them. */
  readonly troubled: number;
}

/** @param db with the tables of an outbox */
export function messageHealth(db: DatabaseSync, now: Date): MessageHealth {
  const row = db
    .prepare(
      `SELECT count(*) FILTER (WHERE state IN ('waiting', 'in doubt')) AS waiting,
        min(at) FILTER (WHERE state IN ('waiting', 'in doubt')) AS oldest,
        count(*) FILTER (WHERE state IN ('doubtful', 'refused')) AS troubled
      FROM outbox WHERE state IN ('waiting', 'in doubt', 'doubtful', 'refused')`,
    )
    .get() as { waiting: number; oldest: number | null; troubled: number };
  const age = row.oldest === null ? 0 : now.getTime() - row.oldest;
  return { waiting: row.waiting, oldestWaitingSeconds: Math.max(0, Math.round(age / 1000)), troubled: row.troubled };
}
