/** The tables of the messages that wait, and what a row of them says. */

import type { DatabaseSync } from 'node:sqlite';
import type { Message } from './message.ts';

/**
 * Where a message stands:
 * - `waiting`: to be sent, once `next_at` has come;
 * - `in doubt`: its text is on the way to a server that has not answered yet;
 * - `doubtful`: that answer never came;
 * - `refused`: given up;
 * - `sent`, `dropped`: nothing is left of it but its key, so that it is not told a second time.
 */
export type MessageState = 'waiting' | 'in doubt' | 'doubtful' | 'refused' | 'sent' | 'dropped';

/** All times are milliseconds since 1970. */
const tables = `
CREATE TABLE IF NOT EXISTS outbox (
  key TEXT PRIMARY KEY,
  by TEXT NOT NULL CHECK (by IN ('mail', 'sms', 'webhook')),
  body TEXT NOT NULL,
  message_id TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'in doubt', 'doubtful', 'refused', 'sent', 'dropped')),
  at INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  first_try INTEGER,
  claimed_by TEXT,
  claimed_until INTEGER,
  why TEXT NOT NULL DEFAULT '',
  settled INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS outbox_by_state ON outbox (state, by, next_at);
CREATE TABLE IF NOT EXISTS outbox_file (
  key TEXT NOT NULL REFERENCES outbox (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  shown_as TEXT,
  PRIMARY KEY (key, position)
) STRICT;
`;

export interface OutboxRow {
  readonly key: string;
  readonly by: Message['by'];
  readonly body: string;
  readonly message_id: string;
  readonly state: MessageState;
  readonly at: number;
  readonly attempts: number;
  readonly first_try: number | null;
  readonly why: string;
}

export interface FileRow {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly shown_as: string | null;
}

/** Makes the tables where they are not there. */
export function makeOutboxTables(db: DatabaseSync): void {
  db.exec(tables);
}
