/** Carries waiting messages out, one after the other, and writes down how it went. */

import type { DatabaseSync } from 'node:sqlite';
import { kindOf, type Log } from '../log.ts';
import { composeMail } from './compose-mail.ts';
import { httpCarrier } from './http-carrier.ts';
import { retryAfter } from './retry-after.ts';
import { senderRows } from './sender-rows.ts';
import { smtpCarrier } from './smtp-carrier.ts';
import { smtpServer } from './smtp-server.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';
import type { OutboxRow } from './outbox-table.ts';

export interface SenderOptions {
  readonly db: DatabaseSync;
  /** The address mail comes from, and the server that takes it; without them mail waits. */
  readonly mail: { readonly from: string; readonly server: string } | undefined;
  /** Whom mail is from, beside the address. */
  readonly name?: string | undefined;
  /** CITYDESK_SMTP_PASSWORD. */
  readonly password?: string | undefined;
  /** Takes text messages. */
  readonly sms?: string | undefined;
  /** CITYDESK_WEBHOOK_SECRET: signs what webhooks get; without it they get no signature. */
  readonly webhookSecret?: string | undefined;
  readonly now: () => Date;
  readonly log: Log;
  /** Sets the times between tries this many times as fast: for tests. */
  readonly faster?: number | undefined;
  /** Milliseconds without a word of the mail server until it is given up. Default: ten minutes, as SMTP asks. */
  readonly silence?: number | undefined;
}

export interface Sender {
  /** Looks for what waits, once the transaction under way is over. Safe to call at any time. */
  wake(): void;
  /** Settles when all that was due when it was last woken has been tried. */
  rest(): Promise<void>;
  /** Lets the messages under way come to their end, then breaks them off. @param patience milliseconds until then; default: five seconds */
  close(patience?: number): Promise<void>;
}

const minute = 60_000;
const hour = 60 * minute;
/** For so long a server may put off a message. */
const givenUpAfter = 120 * hour;
/** For so long a server that cannot be reached is left alone, whatever comes to wait in the meantime. */
const leftAlone = 30_000;
/** The longest that a server which cannot be reached keeps a message back. */
const longestAway = 15 * minute;

type Kind = Message['by'];
const kinds: readonly Kind[] = ['mail', 'sms', 'webhook'];

/**
 * Mail is sent once at most: where the connection breaks between the first byte of its text and the server's answer, it is `doubtful` and waits
 * for a person to send it again. Everything else is tried until a server takes it or refuses it for good. Several senders may share a database.
 * @throws {StartError} where the mail server cannot be reached as the settings say
 */
export function messageSender(options: SenderOptions): Sender {
  const { db, mail, sms, webhookSecret, log, faster = 1 } = options;
  const rows = senderRows(db);
  const time = () => options.now().getTime();
  const smtp = mail && smtpCarrier(smtpServer(mail.server, options.password, options.silence));
  const http = httpCarrier(webhookSecret);
  const trouble = (by: Kind | 'messages', why: string) => log({ is: 'trouble', what: by, why });
  const running = new Map<Kind, Promise<void>>();
  const woken = new Set<Kind>();
  const awayUntil = new Map<Kind, number>();
  let isClosed = false;
  let swept = -Infinity;

  const left = rows.takeOver(time());
  if (left > 0) trouble('mail', `doubtful: ${left} were on their way when the relay stopped`);

  async function carry(row: OutboxRow): Promise<Outcome> {
    const message = rows.messageOf(row);
    if (message.by === 'webhook') return http.carry(row.key, message.url, message.body, options.now());
    if (message.by === 'sms') {
      return http.carry(row.key, sms ?? '', { to: message.to, text: message.text }, options.now());
    }
    if (!smtp || !mail) return { is: 'waits', why: 'No mail server is set.' };
    const { from } = mail;
    const bytes = await composeMail(message, { ...options, from, messageId: row.message_id, date: options.now() });
    return smtp.carry(from, message.to, bytes, () => rows.markInDoubt(row.key, time()));
  }

  function write(row: OutboxRow, outcome: Outcome): void {
    const { key, by, attempts, first_try } = row;
    const now = time();
    switch (outcome.is) {
      case 'sent':
        return rows.sent(key, now);
      case 'refused':
      case 'doubtful':
        rows.troubled(key, outcome.is, outcome.why, now);
        return trouble(by, `${outcome.is}: ${codeIn(outcome.why)}`);
      case 'waits': {
        if (isClosed) return rows.waits(key, row.why, attempts, first_try, now);
        const firstTry = first_try ?? now;
        if (now - firstTry >= givenUpAfter) return write(row, { is: 'refused', why: `For five days: ${outcome.why}` });
        const after = retryAfter(attempts + 1, outcome.all ? longestAway : undefined) / faster;
        rows.waits(key, outcome.why, attempts + 1, firstTry, Math.ceil(now + after));
        return trouble(by, `waits: ${codeIn(outcome.why)}`);
      }
      case 'not ours':
    }
  }

  /** All that is due, as long as the server is there. */
  async function pass(by: Kind): Promise<void> {
    // Whoever woke us may be in a transaction, which ends before anything else runs.
    await new Promise(setImmediate);
    try {
      if (by === 'webhook' && !isClosed && time() - swept > hour) {
        swept = time();
        rows.sweep(swept);
      }
      let row: OutboxRow | undefined;
      while (!isClosed && time() >= (awayUntil.get(by) ?? 0) && (row = rows.claim(by, time()))) {
        const outcome = await carry(row).catch((error): Outcome => {
          return { is: 'refused', why: `It could not be written: ${kindOf(error)}` };
        });
        write(row, outcome);
        if (outcome.is === 'waits' && outcome.all) awayUntil.set(by, time() + leftAlone / faster);
      }
    } catch (error) {
      // The row stays as it is, and is looked at again when its lease is over.
      trouble('messages', kindOf(error));
    } finally {
      if (by === 'mail') smtp?.rest();
    }
  }

  function begin(by: Kind): void {
    woken.delete(by);
    const turn = pass(by).then(() => {
      running.delete(by);
      if (woken.has(by) && !isClosed) begin(by);
    });
    running.set(by, turn);
  }

  return {
    wake() {
      if (isClosed) return;
      for (const by of kinds) {
        if ((by === 'mail' && !mail) || (by === 'sms' && !sms)) continue;
        if (running.has(by)) woken.add(by);
        else begin(by);
      }
    },
    async rest() {
      while (running.size > 0) await Promise.all(running.values());
    },
    async close(patience = 5_000) {
      isClosed = true;
      const timer = setTimeout(() => {
        smtp?.breakOff();
        http.breakOff();
      }, patience);
      await Promise.all(running.values());
      clearTimeout(timer);
    },
  };
}

/** Of what a server says, what names nobody: its code, or the kind of trouble. */
function codeIn(why: string): string {
  return /^(?:[A-Z][^:]*: |Error )?(\d{3}|E[A-Z]+|[A-Z]\w*Error)\b/.exec(why)?.[1] ?? 'no answer';
}
