/** What residents said about their requests afterwards, kept beside the requests. Free words of strangers: for staff alone. */

import type { DatabaseSync } from 'node:sqlite';
import type { NewResidentAnswer, ResidentAnswer } from './stored-request.ts';

export const residentAnswerSchema = `
CREATE TABLE IF NOT EXISTS resident_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  request_id TEXT NOT NULL REFERENCES request (id),
  at TEXT NOT NULL,
  question TEXT,
  answer TEXT,
  words TEXT,
  looked TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS resident_answer_by_request ON resident_answer (request_id);
`;

/** Which questions there are is checked where they come in. A database of before held its table to two of them. */
export function askAnything(db: DatabaseSync): void {
  const { sql } = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'resident_answer'").get() as { sql: string };
  if (!sql.includes('CHECK')) return;
  db.exec(`
    BEGIN IMMEDIATE;
    ALTER TABLE resident_answer RENAME TO resident_answer_before;
    DROP INDEX resident_answer_by_request;
    ${residentAnswerSchema}
    INSERT INTO resident_answer SELECT id, request_id, at, question, answer, words, looked FROM resident_answer_before;
    DROP TABLE resident_answer_before;
    COMMIT;
  `);
}

/** Where they are kept; the tables must be there. */
export function residentAnswerShelf(db: DatabaseSync) {
  const all = db.prepare(
    'SELECT id, at, question, answer, words, looked FROM resident_answer WHERE request_id = ? ORDER BY id',
  );
  return {
    /** @returns its number, which no other answer has */
    put(requestId: string, { question, answer, words }: NewResidentAnswer, at: string): number {
      const { lastInsertRowid } = db
        .prepare('INSERT INTO resident_answer (request_id, at, question, answer, words) VALUES (?, ?, ?, ?, ?)')
        .run(requestId, at, question, answer, words);
      return Number(lastInsertRowid);
    },
    /** Oldest first. */
    of(requestId: string): readonly ResidentAnswer[] {
      // A row of SQLite has no prototype; what is kept here is compared and copied as any object.
      return all.all(requestId).map((row) => ({ ...row })) as unknown as readonly ResidentAnswer[];
    },
    /** Whether there is such an answer to this request. The first look counts. */
    look(requestId: string, id: number, at: string): boolean {
      const { changes } = db
        .prepare('UPDATE resident_answer SET looked = coalesce(looked, ?) WHERE request_id = ? AND id = ?')
        .run(at, requestId, id);
      return changes > 0;
    },
  };
}
