/** An outbox and its sender on one database, with a clock to turn, for tests. */

import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '../src/database.ts';
import { logText } from '../src/log.ts';
import { messageOutbox } from '../src/mail/outbox.ts';
import { messageSender } from '../src/mail/sender.ts';
import type { Message, TroubledMessage } from '../src/mail/message.ts';

export interface PostOfficeOptions {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** Where mail goes; without it mail waits. */
  readonly server: string | undefined;
  readonly password?: string;
  readonly sms?: string;
  readonly silence?: number;
}

export interface PostOffice {
  readonly db: DatabaseSync;
  readonly clock: { now(): Date; forward(ms: number): void };
  put(key: string, message: Message): boolean;
  withdraw(beginning: string): void;
  again(key: string): boolean;
  troubled(): readonly TroubledMessage[];
  wake(): void;
  /** Waits until nothing is under way any more. @param first done before */
  settled(first?: () => void): Promise<void>;
  /** All lines of the log so far. */
  logged(): string;
  /** What the table says, by key. */
  rows(): readonly { readonly key: string; readonly state: string; readonly body: string }[];
  readonly tables: { files(): number; nextAt(key: string): number };
  close(patience?: number): Promise<void>;
}

export const officeSecret = 'a secret for tests, of 32 or more';

export function postOffice({ file, server, ...rest }: PostOfficeOptions): PostOffice {
  let time = Date.UTC(2026, 10, 22, 12);
  const clock = { now: () => new Date(time), forward: (ms: number) => void (time += ms) };
  const db = openDatabase(file);
  const lines: string[] = [];
  const outbox = messageOutbox(db, () => sender.wake());
  const sender = messageSender({
    ...rest,
    db,
    mail: server === undefined ? undefined : { from: '311@example.gov', server },
    name: 'Maple Falls, MI',
    webhookSecret: officeSecret,
    now: clock.now,
    log: (line) => lines.push(logText(line, clock.now())),
  });
  const count = (sql: string, ...values: string[]) => Number(Object.values(db.prepare(sql).get(...values) ?? {})[0]);
  let isOpen = true;
  return {
    db,
    clock,
    put: (key, message) => outbox.put(key, message, clock.now()),
    withdraw: (beginning) => outbox.withdraw(beginning),
    again: (key) => outbox.again(key, clock.now()),
    troubled: () => outbox.troubled(),
    wake: () => sender.wake(),
    async settled(first) {
      first?.();
      await sender.rest();
    },
    logged: () => lines.join(''),
    rows: () =>
      db
        .prepare('SELECT key, state, body FROM outbox ORDER BY key')
        .all()
        .map(({ key, state, body }) => ({ key: String(key), state: String(state), body: String(body) })),
    tables: {
      files: () => count('SELECT count(*) FROM outbox_file'),
      nextAt: (key) => count('SELECT next_at FROM outbox WHERE key = ?', key),
    },
    async close(patience) {
      if (!isOpen) return;
      isOpen = false;
      await sender.close(patience);
      db.close();
    },
  };
}
