/** Who has a report, and who had it before: one row for each department it came to. */

import type { DatabaseSync } from 'node:sqlite';

/** A report in the hands of a department. */
export interface Held {
  /** Key of `departments` in the settings; it may have gone from there since. */
  readonly department: string;
  /** How often the report was passed on before it came here. */
  readonly hop: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Why the department before passed it on, in its own words; null for the first. */
  readonly why: string | null;
  /** Whether nobody else is left: who has it now either does the work or tells the resident where to go. */
  readonly isLast: boolean;
}

const schema = `
CREATE TABLE IF NOT EXISTS routing (
  request_id TEXT NOT NULL,
  department TEXT NOT NULL,
  hop INTEGER NOT NULL,
  at TEXT NOT NULL,
  why TEXT,
  is_last INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (request_id, hop)
) STRICT;
`;

export interface Routing {
  /** In the order in which they had it; empty for a report that came in before the town had departments. */
  of(requestId: string): readonly Held[];
  /** @throws Error where somebody else was quicker with this hop */
  put(requestId: string, held: Held): void;
}

/** Makes the table if it is not there. */
export function routingIn(db: DatabaseSync): Routing {
  db.exec(schema);
  return {
    of: (id) => heldOf(db, id),
    put(id, { department, hop, at, why, isLast }) {
      db.prepare('INSERT INTO routing (request_id, department, hop, at, why, is_last) VALUES (?, ?, ?, ?, ?, ?)').run(
        id,
        department,
        hop,
        at,
        why,
        Number(isLast),
      );
    },
  };
}

/** Who has this report now; `undefined` where nobody ever got it. The table has to be there. */
export function departmentOf(db: DatabaseSync, requestId: string): Held | undefined {
  return heldOf(db, requestId).at(-1);
}

function heldOf(db: DatabaseSync, requestId: string): readonly Held[] {
  return db
    .prepare('SELECT department, hop, at, why, is_last FROM routing WHERE request_id = ? ORDER BY hop')
    .all(requestId)
    .map((row) => ({
      department: String(row['department']),
      hop: Number(row['hop']),
      at: String(row['at']),
      why: row['why'] === null ? null : String(row['why']),
      isLast: row['is_last'] === 1,
    }));
}
