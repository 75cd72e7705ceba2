/**
 * Keys in one SQLite file, which outlives the process: every transition is on the disk before it counts. Several processes of one machine may
 * share the file; a network drive is no place for it.
 */
import { hash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import * as rows from './key-row.ts';
import type { KeyStore, Settled } from './key-store.ts';
import type { KeyStoreOptions } from './memory-keys.ts';

export interface SqliteKeysOptions extends KeyStoreOptions {
  /** Made if it is not there, with its folder. */
  readonly file: string;
}

const layout = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS keys (
    key TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    state TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    ends REAL NOT NULL,
    before REAL NOT NULL,
    looks INTEGER NOT NULL,
    looked_at REAL NOT NULL,
    settled TEXT,
    until REAL NOT NULL
  ) WITHOUT ROWID, STRICT;
`;

/** @throws Error where the file cannot be opened or written */
export function sqliteKeys({ file, times, now = Date.now }: SqliteKeysOptions): KeyStore {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec(layout);
  const find = database.prepare('SELECT * FROM keys WHERE key = ?');
  const put = database.prepare('INSERT OR REPLACE INTO keys VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM keys WHERE key = ?');
  const sweep = database.prepare('DELETE FROM keys WHERE until <= ?');
  const [open, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];
  let swept = -Infinity;

  const change = async <T>(
    key: string,
    make: (row: rows.KeyRow | undefined, clock: { now: number; keep: number }) => rows.Change<T>,
  ): Promise<T> => {
    const name = nameOf(key);
    // From here to the end nothing else runs in this process, and nobody else writes.
    open.run();
    try {
      const clock = { now: now(), keep: times.keep };
      if (clock.now - swept > times.keep / 24) {
        swept = clock.now;
        sweep.run(clock.now);
      }
      const old = rows.living(rowOf(find.get(name)), clock.now);
      const { row, tells } = make(old, clock);
      if (!row) remove.run(name);
      else if (row !== old) put.run(name, ...columnsOf(row));
      commit.run();
      return tells;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    kind: 'sqlite',
    knows: async (key) => rows.living(rowOf(find.get(nameOf(key))), now()) !== undefined,
    begin: (key, fingerprint, lease) =>
      change(key, (row, clock) => rows.begin(row, { ...clock, fingerprint, lease, lookAgain: times.lookAgain })),
    again: (key, attempt, lease) => change(key, (row, clock) => rows.again(row, { ...clock, attempt, lease })),
    finish: (key, fingerprint, attempt, settled) =>
      change(key, (row, clock) => rows.finish(row, { ...clock, fingerprint, attempt, settled })),
    unsure: (key, attempt) => change(key, (row, clock) => rows.unsure(row, { ...clock, attempt })),
    release: (key, attempt) => change(key, (row, clock) => rows.release(row, { ...clock, attempt })),
    untold: (key, attempt) => change(key, (row) => rows.untold(row, { attempt })),
    check: async () => {
      database.exec('BEGIN IMMEDIATE; COMMIT');
    },
    close: async () => {
      if (database.isOpen) database.close();
    },
  };
}

/** What `nameOfKey` gives, at once: a promise for each step would cost more than the step. */
const nameOf = (key: string): string => hash('sha256', key, 'hex');

function rowOf(found: Record<string, SQLOutputValue> | undefined): rows.KeyRow | undefined {
  return (
    found && {
      fingerprint: String(found['fingerprint']),
      state: found['state'] as rows.KeyRow['state'],
      attempt: Number(found['attempt']),
      end: Number(found['ends']),
      before: Number(found['before']),
      looks: Number(found['looks']),
      lookedAt: Number(found['looked_at']),
      settled: found['settled'] === null ? undefined : (JSON.parse(String(found['settled'])) as Settled),
      until: Number(found['until']),
    }
  );
}

/** In the order of the table, without the key. */
function columnsOf(row: rows.KeyRow): (string | number | null)[] {
  const { fingerprint, state, attempt, end, before, looks, lookedAt, settled, until } = row;
  return [fingerprint, state, attempt, end, before, looks, lookedAt, settled ? JSON.stringify(settled) : null, until];
}
