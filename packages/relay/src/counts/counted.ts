/** Reads the counts, for the report. */

import type { CountRow } from '@citydesk/core/counts';
import type { DatabaseSync } from 'node:sqlite';

export interface CountsReader {
  /** All rows of these days, both included, in the order of their days. Days are written `2026-11-22`. */
  between(from: string, to: string): readonly CountRow[];
  /** The first day on which anything was counted; `undefined` where nothing ever was. */
  firstDay(): string | undefined;
}

/** Where nothing was ever counted there is no table, and so there are no rows. */
export function counted(db: DatabaseSync): CountsReader {
  const isThere = (): boolean =>
    db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'count_row'").get() !== undefined;
  return {
    between(from, to) {
      if (!isThere()) return [];
      const rows = db
        .prepare(
          `SELECT day, event, detail, service, language, channel, count FROM count_row
           WHERE day BETWEEN ? AND ? ORDER BY day, event, detail, service, language, channel`,
        )
        .all(from, to);
      return rows.map((row) => ({ ...row }) as unknown as CountRow);
    },
    firstDay() {
      if (!isThere()) return undefined;
      const row = db.prepare('SELECT min(day) AS day FROM count_row').get() as { readonly day: string | null };
      return row.day ?? undefined;
    },
  };
}
