/** The table of the counts: one row for each day and kind of event, with how many there were. */

import type { CountRow } from '@citydesk/core/counts';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../database.ts';

export interface CountTable {
  /** Adds one to each, all of them or none. */
  add(happened: readonly Omit<CountRow, 'count'>[]): void;
}

export function countTable(db: DatabaseSync): CountTable {
  db.exec(`CREATE TABLE IF NOT EXISTS count_row (
    day TEXT NOT NULL,
    event TEXT NOT NULL,
    detail TEXT NOT NULL,
    service TEXT NOT NULL,
    language TEXT NOT NULL,
    channel TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, event, detail, service, language, channel)
  ) STRICT, WITHOUT ROWID`);
  const addOne = db.prepare(`INSERT INTO count_row (day, event, detail, service, language, channel, count)
    VALUES (?, ?, ?, ?, ?, ?, 1)
    ON CONFLICT DO UPDATE SET count = count + 1`);
  return {
    add(happened) {
      inTransaction(db, () => {
        for (const { day, event, detail, service, language, channel } of happened)
          addOne.run(day, event, detail, service, language, channel);
      });
    },
  };
}
