/**
 * Hands mail to a server. Until the first byte of a mail leaves, nothing is in doubt, and after the server's answer neither; what happens to the
 * connection in between leaves one in doubt, and such a mail is never sent again by itself.
 */

import { Readable } from 'node:stream';
import SMTPConnection, { type SMTPEnvelope } from 'nodemailer/lib/smtp-connection';
import { oneLine } from './one-line.ts';
import type { Outcome } from './outcome.ts';
import type { SmtpServer } from './smtp-server.ts';

export interface SmtpCarrier {
  /** @param mark called when the first byte is about to leave; where it gives false, nothing leaves */
  carry(from: string, to: string, bytes: Buffer, mark: () => boolean): Promise<Outcome>;
  /** Closes the connection that was kept for the next one. */
  rest(): void;
  /** Breaks off what is under way. */
  breakOff(): void;
}

/** As nodemailer tells of trouble. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

interface Line {
  readonly connection: SMTPConnection;
  /** Ends whatever waits for this connection. */
  fail: (error: Error) => void;
}

export function smtpCarrier({ options, auth }: SmtpServer): SmtpCarrier {
  let open: Line | undefined;
  let current: Line | undefined;
  let isStopping = false;

  async function connected(): Promise<Line> {
    const line: Line = { connection: new SMTPConnection(options), fail: () => {} };
    const { connection } = line;
    current = line;
    connection.on('error', (error: Error) => line.fail(error));
    // What the server said last comes first.
    connection.on('end', () => setImmediate(() => line.fail(new Error('The connection ended.'))));
    await waitOn(line, (done) => connection.connect(done));
    if (auth) await waitOn(line, (done) => connection.login(auth, done));
    return line;
  }

  /** With the connection that is open, or with a new one where the server has closed that in the meantime. */
  async function carry(from: string, to: string, bytes: Buffer, mark: () => boolean): Promise<Outcome> {
    const kept = open;
    open = undefined;
    if (kept && !kept.connection.destroyed) {
      const outcome = await over(kept, from, to, bytes, mark);
      if (isStopping || outcome.is !== 'waits' || !outcome.all) return outcome;
    }
    let line: Line;
    try {
      line = await connected();
    } catch (error) {
      current?.connection.close();
      return { is: 'waits', why: said(error as SmtpError), all: true };
    }
    return over(line, from, to, bytes, mark);
  }

  async function over(line: Line, from: string, to: string, bytes: Buffer, mark: () => boolean): Promise<Outcome> {
    const envelope: SMTPEnvelope = { from, to: [to], size: bytes.length };
    const source = marked(bytes, mark);
    current = line;
    try {
      await waitOn(line, (done) => line.connection.send(envelope, source.stream, done));
      open = line;
      return { is: 'sent' };
    } catch (error) {
      // A refusal of one receiver spoils nothing for the next; anything else may have left half a mail on the line.
      if ((error as SmtpError).command === 'RCPT TO' && (await isFree(line))) open = line;
      else line.connection.close();
      return source.outcome(error as SmtpError);
    } finally {
      current = undefined;
    }
  }

  return {
    carry,
    rest() {
      if (open && !open.connection.destroyed) open.connection.quit();
      open = undefined;
    },
    breakOff() {
      isStopping = true;
      current?.fail(new Error('The relay is stopping.'));
      current?.connection.close();
    },
  };
}

/** The bytes as a stream that asks `mark` before it gives the first of them. */
function marked(bytes: Buffer, mark: () => boolean) {
  let state: 'here' | 'left' | 'not ours' = 'here';
  let at = 0;
  const stream = new Readable({
    read() {
      if (state === 'here') {
        try {
          state = mark() ? 'left' : 'not ours';
        } catch (error) {
          this.destroy(error as Error);
          return;
        }
      }
      if (state === 'not ours') {
        this.destroy(new Error('It is not to be sent any more.'));
        return;
      }
      const end = at + 65_536;
      this.push(bytes.subarray(at, end));
      at = end;
      if (at >= bytes.length) this.push(null);
    },
  });
  const outcome = (error: SmtpError): Outcome => {
    const why = said(error);
    const { responseCode = 0, command, code } = error;
    if (state === 'not ours') return { is: 'not ours' };
    if (state === 'left') {
      if (responseCode >= 400 && responseCode < 500) return { is: 'waits', why };
      return { is: responseCode >= 500 && responseCode < 600 ? 'refused' : 'doubtful', why };
    }
    const isAboutMail = command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA';
    if (isAboutMail && responseCode >= 500) return { is: 'refused', why };
    // Larger than the server has said it takes.
    if (isAboutMail && code === 'EMESSAGE') return { is: 'refused', why };
    return { is: 'waits', why, all: !isAboutMail || responseCode === 421 };
  };
  return { stream, outcome };
}

/** The server's words, or what has happened to the connection. */
function said({ response, originalCode, code, message }: SmtpError): string {
  return oneLine(response ?? [originalCode ?? code, message].filter(Boolean).join(': '));
}

/** Whether the server has forgotten what was begun, and the next mail can go over the same line. */
async function isFree(line: Line): Promise<boolean> {
  try {
    await waitOn(line, (done) => line.connection.reset(done));
    return true;
  } catch {
    return false;
  }
}

function waitOn(line: Line, start: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    line.fail = reject;
    start((error) => (error ? reject(error) : resolve()));
  });
}
