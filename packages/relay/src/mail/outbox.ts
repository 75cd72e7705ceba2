/** The messages that wait in the database. What they tell about stands there too, so that both are written or none. */

import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../database.ts';
import { cleanMessage } from './clean-message.ts';
import { makeOutboxTables } from './outbox-table.ts';
import type { Attachment, Message, MessageOutbox, TroubledMessage } from './message.ts';

/**
 * @param onPut called with each message that is new, still in the caller's transaction: for `wake` of a sender, which looks when that is over
 * @returns an outbox whose `put` throws a {@link MessageError} at a receiver that is none
 */
export function messageOutbox(db: DatabaseSync, onPut?: () => void): MessageOutbox {
  makeOutboxTables(db);
  const insert = db.prepare(`INSERT INTO outbox (key, by, body, message_id, at, next_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (key) DO NOTHING`);
  const insertFile = db.prepare('INSERT INTO outbox_file VALUES (?, ?, ?, ?, ?, ?)');
  const beginsWith = 'key >= ?1 AND key < ?1 || char(1114111)';
  const deleteWaiting = db.prepare(`DELETE FROM outbox WHERE ${beginsWith} AND state = 'waiting'`);
  const dropFiles = db.prepare(`DELETE FROM outbox_file WHERE ${beginsWith}
    AND key IN (SELECT key FROM outbox WHERE state IN ('doubtful', 'refused'))`);
  const drop = db.prepare(`UPDATE outbox SET state = 'dropped', body = '', why = ''
    WHERE ${beginsWith} AND state IN ('doubtful', 'refused')`);
  const inTrouble = db.prepare(`SELECT key, by, at, state, why FROM outbox
    WHERE state IN ('doubtful', 'refused') ORDER BY at, key`);
  const waitAgain = db.prepare(`UPDATE outbox
    SET state = 'waiting', next_at = ?, attempts = 0, first_try = NULL, why = '', claimed_by = NULL, settled = NULL
    WHERE key = ? AND state IN ('doubtful', 'refused')`);

  return {
    put(key, message, at) {
      const clean = cleanMessage(message);
      const { body, files } = apart(clean);
      const when = at.getTime();
      return inTransaction(db, () => {
        const isNew = insert.run(key, clean.by, body, randomUUID(), when, when).changes === 1;
        if (!isNew) return false;
        files.forEach(({ name, type, bytes, shownAs }, position) =>
          insertFile.run(key, position, name, type, bytes, shownAs ?? null),
        );
        onPut?.();
        return true;
      });
    },
    withdraw(beginning) {
      inTransaction(db, () => {
        deleteWaiting.run(beginning);
        // Whether these arrived is not known or settled: their words go, their keys stay.
        dropFiles.run(beginning);
        drop.run(beginning);
      });
    },
    troubled: () => inTrouble.all().map((row) => troubledFrom(row as unknown as TroubledRow)),
    again(key, at) {
      const isThere = waitAgain.run(at.getTime(), key).changes === 1;
      if (isThere) onPut?.();
      return isThere;
    },
  };
}

interface TroubledRow {
  readonly key: string;
  readonly by: Message['by'];
  readonly at: number;
  readonly state: TroubledMessage['is'];
  readonly why: string;
}

function troubledFrom({ key, by, at, state, why }: TroubledRow): TroubledMessage {
  return { key, by, at: new Date(at).toISOString(), is: state, why };
}

/** Text for one column, and files for rows of their own. */
function apart(message: Message): { readonly body: string; readonly files: readonly Attachment[] } {
  if (message.by !== 'mail') return { body: JSON.stringify(message), files: [] };
  const { attachments = [], ...rest } = message;
  return { body: JSON.stringify(rest), files: attachments };
}
