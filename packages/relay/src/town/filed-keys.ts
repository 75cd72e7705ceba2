/** Which report was filed under which id of its sender's: a report that is sent again is the same one, and not a second. */

import type { DatabaseSync } from 'node:sqlite';

export const filedKeySchema = `
CREATE TABLE IF NOT EXISTS filed_key (
  key TEXT PRIMARY KEY,
  request_id TEXT NOT NULL REFERENCES request (id)
) STRICT;
`;

/** Where they are kept; the tables must be there. */
export function filedKeys(db: DatabaseSync) {
  const find = db.prepare('SELECT request_id AS id FROM filed_key WHERE key = ?');
  const insert = db.prepare('INSERT INTO filed_key (key, request_id) VALUES (?, ?)');
  return {
    /** The request's own number. */
    find: (key: string): string | undefined => (find.get(key) as { id: string } | undefined)?.id,
    put: (key: string, requestId: string): void => void insert.run(key, requestId),
  };
}
