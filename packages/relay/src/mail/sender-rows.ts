/**
 * What a sender does with the rows of the outbox. Each step is one statement that holds only for a row the sender still has, so that of several
 * senders on one database one at most sends a message.
 */

import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../database.ts';
import { makeOutboxTables, type FileRow, type OutboxRow } from './outbox-table.ts';
import type { Message } from './message.ts';

export interface SenderRows {
  /** Takes over what another process has left: also what it was just sending becomes `doubtful`, until that one says how it went. How many. */
  takeOver(now: number): number;
  /** The next one that is due. Nobody else gets it while the lease runs. */
  claim(by: Message['by'], now: number): OutboxRow | undefined;
  /** Its message, with its files. */
  messageOf(row: OutboxRow): Message;
  /** Says on the disk that its text leaves now. False where it was withdrawn or is somebody else's by now: then it must not leave. */
  markInDoubt(key: string, now: number): boolean;
  /** Empties it. */
  sent(key: string, now: number): void;
  /** @param nextAt when it is tried again */
  waits(key: string, why: string, attempts: number, firstTry: number | null, nextAt: number): void;
  troubled(key: string, is: 'doubtful' | 'refused', why: string, now: number): void;
  /** What has been kept for long enough goes. */
  sweep(now: number): void;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** More than the slowest server takes for one mail. */
const lease = 20 * minute;
/** For so long it is known that a message was sent, and for so long one in trouble can be sent again. */
const keptFor = { key: 400 * day, trouble: 30 * day, unclaimed: 60 * day };

export function senderRows(db: DatabaseSync): SenderRows {
  makeOutboxTables(db);
  const me = randomUUID();
  const stopped = 'The relay stopped before the server had answered.';
  const mine = `key = ? AND claimed_by = ?`;
  const over = 'claimed_by = NULL, claimed_until = NULL';
  const claim = db.prepare(`UPDATE outbox SET claimed_by = ?, claimed_until = ? WHERE key = (
      SELECT key FROM outbox WHERE state = 'waiting' AND by = ? AND next_at <= ?
        AND (claimed_until IS NULL OR claimed_until <= ?) ORDER BY next_at, at, key LIMIT 1
    ) RETURNING key, by, body, message_id, state, at, attempts, first_try, why`);
  const files = db.prepare('SELECT name, type, bytes, shown_as FROM outbox_file WHERE key = ? ORDER BY position');
  const mark = db.prepare(`UPDATE outbox SET state = 'in doubt', claimed_until = ?, first_try = coalesce(first_try, ?)
    WHERE ${mine} AND state = 'waiting'`);
  const empty = db.prepare(`UPDATE outbox SET state = 'sent', body = '', why = '', settled = ?, ${over} WHERE ${mine}`);
  const removeFiles = db.prepare('DELETE FROM outbox_file WHERE key = ?');
  const wait = db.prepare(`UPDATE outbox
    SET state = 'waiting', why = ?, attempts = ?, first_try = ?, next_at = ?, ${over} WHERE ${mine}`);
  const trouble = db.prepare(`UPDATE outbox SET state = ?, why = ?, settled = ?, ${over} WHERE ${mine}`);
  const giveUpLeft = db.prepare(`UPDATE outbox SET state = 'doubtful', why = ?, settled = ?
    WHERE state = 'in doubt' AND claimed_until <= ?`);
  const freeAll = db.prepare(`UPDATE outbox SET ${over} WHERE state = 'waiting' AND claimed_by IS NOT NULL`);

  return {
    takeOver(now) {
      freeAll.run();
      return Number(giveUpLeft.run(stopped, now, Number.MAX_SAFE_INTEGER).changes);
    },
    claim: (by, now) => claim.get(me, now + lease, by, now, now) as unknown as OutboxRow | undefined,
    messageOf({ key, body }) {
      const message = JSON.parse(body) as Message;
      if (message.by !== 'mail') return message;
      const attachments = (files.all(key) as unknown as FileRow[]).map(({ name, type, bytes, shown_as }) => ({
        name,
        type,
        bytes,
        shownAs: shown_as ?? undefined,
      }));
      return { ...message, attachments };
    },
    markInDoubt: (key, now) => mark.run(now + lease, now, key, me).changes === 1,
    sent(key, now) {
      inTransaction(db, () => {
        if (empty.run(now, key, me).changes === 1) removeFiles.run(key);
      });
    },
    waits: (key, why, attempts, firstTry, nextAt) => void wait.run(why, attempts, firstTry, nextAt, key, me),
    troubled: (key, is, why, now) => void trouble.run(is, why, now, key, me),
    sweep: (now) => inTransaction(db, () => sweep(db, now, stopped)),
  };
}

function sweep(db: DatabaseSync, now: number, stopped: string): void {
  const isOver = [now - keptFor.trouble, now - keptFor.unclaimed] as const;
  const old = `(state IN ('doubtful', 'refused') AND settled <= ?1) OR (state = 'waiting' AND at <= ?2 AND next_at <= ?2)`;
  db.prepare(
    `UPDATE outbox SET state = 'doubtful', why = ?, settled = ? WHERE state = 'in doubt' AND claimed_until <= ?`,
  ).run(stopped, now, now);
  db.prepare(`DELETE FROM outbox_file WHERE key IN (SELECT key FROM outbox WHERE ${old})`).run(...isOver);
  db.prepare(`UPDATE outbox SET state = 'dropped', body = '', why = '' WHERE ${old}`).run(...isOver);
  db.prepare(`DELETE FROM outbox WHERE state IN ('sent', 'dropped') AND at <= ?`).run(now - keptFor.key);
}
