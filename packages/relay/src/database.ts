/** The one SQLite file of what the relay keeps for the people behind it: a town's reports, mail that waits, alerts, counts. */

import { DatabaseSync } from 'node:sqlite';

/**
 * Opens the file, and makes it if it is not there.
 * @param file a path, or `:memory:`
 * @throws Error when it cannot be opened or is no database
 */
export function openDatabase(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 5000 });
  // FULL: a commit waits for the disk, so that also a power cut takes back nothing that was answered. Secure: what is deleted is overwritten.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;');
  return db;
}

/** All of `work` or nothing of it. Inside another transaction it is a part of that one. `work` must not be asynchronous. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
