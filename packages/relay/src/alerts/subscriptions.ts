/** Who wants to hear of which request: the one place where these addresses are kept, and only until they are of no use any more. */

import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../database.ts';

const schema = `
CREATE TABLE IF NOT EXISTS subscription (
  id TEXT PRIMARY KEY,
  request_id TEXT,
  token TEXT,
  opened INTEGER NOT NULL,
  by TEXT NOT NULL CHECK (by IN ('mail', 'sms')),
  address TEXT NOT NULL,
  mailbox TEXT NOT NULL,
  language TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  asks INTEGER NOT NULL,
  confirmed_at TEXT,
  told TEXT,
  changes INTEGER NOT NULL DEFAULT 0,
  closed_since TEXT,
  missing_since TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS subscription_by_request ON subscription (request_id);
`;

export interface Subscription {
  readonly id: string;
  /** Null while the city has given a token alone. */
  readonly request_id: string | null;
  readonly token: string | null;
  /** 1 where the look-up code of a private request was known. */
  readonly opened: number;
  readonly by: 'mail' | 'sms';
  readonly address: string;
  /** BCP 47. */
  readonly language: string;
  /** ISO 8601 in UTC, as all times here. */
  readonly asked_at: string;
  /** How often a message to confirm was asked for since it was confirmed last, or within a day. */
  readonly asks: number;
  /** Null until whoever reads mail there has said yes: until then nothing else is sent. */
  readonly confirmed_at: string | null;
  /** See `toldText`; null when nothing was told yet. */
  readonly told: string | null;
  /** How many messages there were. */
  readonly changes: number;
  readonly closed_since: string | null;
  /** Since when the city does not know the request. */
  readonly missing_since: string | null;
}

export interface Asked extends Pick<
  Subscription,
  'request_id' | 'token' | 'opened' | 'by' | 'address' | 'language' | 'told'
> {}

export interface Subscriptions {
  /** Writes it down, or the same once more; `undefined` where this address or request has been asked for often enough. */
  ask(asked: Asked, now: Date): Subscription | undefined;
  get(id: string): Subscription | undefined;
  /** @param language of the message that was answered */
  confirm(id: string, language: string, now: Date): void;
  remove(id: string): void;
  /** Numbers of the requests that confirmed ones are about. */
  watched(): readonly string[];
  /** The confirmed ones of a request. */
  of(requestId: string): readonly Subscription[];
  /** Confirmed ones of requests that had no number yet. */
  unnumbered(): readonly Subscription[];
  /** Gives it the number of its request. Of two of one address one stays. */
  number(id: string, requestId: string): void;
  tell(id: string, told: string, changes: number): void;
  closed(id: string, since: Date | undefined): void;
  /** @param requestIds those the city does not know, and has known no more since `now`, if that was not so before */
  missing(requestIds: readonly string[], now: Date): void;
  found(requestId: string): void;
  /** Those to be forgotten: not confirmed in time, closed or missing for so long. */
  overdue(now: Date): readonly string[];
}

const day = 86_400_000;
/** How long a link to confirm holds. */
export const confirmFor = 3 * day;
const keptFor = 30 * day;
/** Messages to confirm that one mailbox gets in a day, and that are open at a time for one request. */
const mostPerAddress = 5;
const mostPerRequest = 20;

export function subscriptions(db: DatabaseSync): Subscriptions {
  // What is deleted is overwritten, so that no address outlives its row in the file.
  db.exec('PRAGMA secure_delete = ON');
  db.exec(schema);
  const one = (sql: string, ...values: (string | null)[]) =>
    db.prepare(sql).get(...values) as unknown as Subscription | undefined;
  const all = (sql: string, ...values: string[]) =>
    db.prepare(sql).all(...values) as unknown as readonly Subscription[];
  const get = (id: string) => one('SELECT * FROM subscription WHERE id = ?', id);
  const count = (sql: string, ...values: (string | null)[]): number =>
    Number((db.prepare(sql).get(...values) as { readonly n: number | null }).n ?? 0);

  return {
    ask: (asked, now) =>
      inTransaction(db, () => {
        const { request_id: request, token, opened, by, address, language, told } = asked;
        const mailbox = mailboxOf(address);
        const yesterday = new Date(+now - day).toISOString();
        const mails = count(
          'SELECT sum(asks) AS n FROM subscription WHERE mailbox = ? AND asked_at > ?',
          mailbox,
          yesterday,
        );
        if (mails >= mostPerAddress) return undefined;
        const about = 'coalesce(request_id, token) = coalesce(?, ?)';
        const known = one(
          `SELECT * FROM subscription WHERE address = ? COLLATE NOCASE AND ${about}`,
          address,
          request,
          token,
        );
        if (known) {
          const asks = known.asked_at > yesterday ? known.asks + 1 : 1;
          db.prepare('UPDATE subscription SET asks = ?, asked_at = ? WHERE id = ?').run(
            asks,
            now.toISOString(),
            known.id,
          );
          // Whoever gets messages already decides in their own mail; strangers change nothing.
          if (known.confirmed_at === null) {
            db.prepare('UPDATE subscription SET language = ?, told = ?, opened = max(opened, ?) WHERE id = ?').run(
              language,
              told,
              opened,
              known.id,
            );
          }
          return get(known.id);
        }
        const open = count(
          `SELECT count(*) AS n FROM subscription WHERE ${about} AND confirmed_at IS NULL`,
          request,
          token,
        );
        if (open >= mostPerRequest) return undefined;
        const id = randomBytes(9).toString('base64url');
        db.prepare(
          `INSERT INTO subscription (id, request_id, token, opened, by, address, mailbox, language, asked_at, asks, told)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`,
        ).run(id, request, token, opened, by, address, mailbox, language, now.toISOString(), told);
        return get(id);
      }),
    get,
    confirm(id, language, now) {
      const sql =
        'UPDATE subscription SET confirmed_at = coalesce(confirmed_at, ?), language = ?, asks = 0 WHERE id = ?';
      db.prepare(sql).run(now.toISOString(), language, id);
    },
    remove: (id) => void db.prepare('DELETE FROM subscription WHERE id = ?').run(id),
    watched: () =>
      all(
        'SELECT DISTINCT request_id FROM subscription WHERE confirmed_at IS NOT NULL AND request_id IS NOT NULL ORDER BY request_id',
      ).map((row) => row.request_id!),
    of: (requestId) => all('SELECT * FROM subscription WHERE request_id = ? AND confirmed_at IS NOT NULL', requestId),
    unnumbered: () => all('SELECT * FROM subscription WHERE request_id IS NULL AND confirmed_at IS NOT NULL'),
    number: (id, requestId) =>
      inTransaction(db, () => {
        const own = get(id);
        if (!own) return;
        const others = all(
          'SELECT * FROM subscription WHERE request_id = ? AND address = ? COLLATE NOCASE',
          requestId,
          own.address,
        );
        // One that has had messages goes on: their links stop it.
        const isSecond = others.some(({ confirmed_at: confirmed }) => confirmed !== null);
        for (const { id: other } of isSecond ? [own] : others)
          db.prepare('DELETE FROM subscription WHERE id = ?').run(other);
        db.prepare('UPDATE subscription SET request_id = ? WHERE id = ?').run(requestId, id);
      }),
    tell: (id, told, changes) =>
      void db.prepare('UPDATE subscription SET told = ?, changes = ? WHERE id = ?').run(told, changes, id),
    closed: (id, since) =>
      void db.prepare('UPDATE subscription SET closed_since = ? WHERE id = ?').run(since?.toISOString() ?? null, id),
    missing(requestIds, now) {
      const mark = db.prepare(
        'UPDATE subscription SET missing_since = coalesce(missing_since, ?) WHERE request_id = ?',
      );
      inTransaction(db, () => requestIds.forEach((id) => mark.run(now.toISOString(), id)));
    },
    found: (requestId) =>
      void db
        .prepare('UPDATE subscription SET missing_since = NULL WHERE request_id = ? AND missing_since IS NOT NULL')
        .run(requestId),
    overdue: (now) => {
      const old = new Date(+now - keptFor).toISOString();
      return all(
        `SELECT id FROM subscription WHERE (confirmed_at IS NULL AND asked_at <= ?1) OR closed_since <= ?2 OR missing_since <= ?2
         OR (request_id IS NULL AND asked_at <= ?3)`,
        new Date(+now - confirmFor).toISOString(),
        old,
        new Date(+now - 3 * keptFor).toISOString(),
      ).map(({ id }) => id);
    },
  };
}

/** Many addresses can lead to one mailbox; whoever fills it uses those. */
function mailboxOf(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@)/, '');
}
