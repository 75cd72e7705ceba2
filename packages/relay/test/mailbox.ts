/**
 * A real SMTP server on this computer that keeps what it gets, for everybody's tests.
 *
 *     const mailbox = await openMailbox();
 *     // settings of the relay: mail: { from: 'city@example.gov', server: mailbox.url }
 *     const mail = await mailbox.waitFor(({ to }) => to.includes('streets@example.gov'));
 *     mail.subject; mail.text; mail.html; mail.links[0]; mail.attachments[0]?.bytes; mail.header('list-unsubscribe');
 *     mailbox.mails;                                // all that arrived so far, oldest first
 *     mailbox.behave({ refuses: 451 }, 1);          // the next mail is refused for now, those after it are taken
 *     mailbox.behave({ breaksOff: 'after data' });  // from now on it keeps the mail and hangs up without a reply
 *     mailbox.behave('takes');                      // well again
 *     await mailbox.close();
 */

import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

export type Behaviour =
  | 'takes'
  /** 421: busy, and hangs up · 451: not now · 550: never. `at` the receiver's address (default), or with the mail read. */
  | { readonly refuses: 421 | 451 | 550; readonly at?: 'receiver' | 'data' }
  /** `before data`: at the receiver's address · `in data`: has the mail and throws it away · `after data`: has the mail and keeps it. No reply to any. */
  | { readonly breaksOff: 'before data' | 'in data' | 'after data' }
  /** Keeps the mail and never says so, but does not hang up either. */
  | 'falls silent'
  /** Milliseconds until it replies to a mail that it keeps. */
  | { readonly slow: number };

export interface ArrivedMail {
  /** The addresses of the envelope: where it really went, whatever its headers say. */
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** As it was sent, with `cid:` for pictures; `undefined` where there is none. */
  readonly html: string | undefined;
  readonly attachments: readonly {
    readonly name: string | undefined;
    readonly type: string;
    readonly bytes: Uint8Array;
    readonly cid: string | undefined;
  }[];
  /** Every web address in the text, in order. */
  readonly links: readonly string[];
  /** What stands behind the name, unfolded but not decoded; `undefined` where there is none. @param name in small letters */
  header(name: string): string | undefined;
  /** Names of all headers in small letters, in order, with those that come twice. */
  readonly headerNames: readonly string[];
  /** Whether it came encrypted. */
  readonly secure: boolean;
  /** Number of the connection, from 1. */
  readonly connection: number;
  readonly raw: string;
}

export interface MailboxOptions {
  /** Takes mail only from this user. */
  readonly only?: { readonly user: string; readonly password: string };
  /** Whether it offers STARTTLS (default: yes), with a certificate that nobody knows. */
  readonly encrypts?: boolean;
  /** The port to listen on. Default: one that is free. */
  readonly port?: number;
}

export interface Mailbox {
  /** `smtp://127.0.0.1:PORT` */
  readonly url: string;
  readonly mails: readonly ArrivedMail[];
  /**
   * The first mail that matches, arrived or still to come.
   * @throws after `ms` (default: 15 000), naming the subjects that came instead
   */
  waitFor(matches: (mail: ArrivedMail) => boolean, ms?: number): Promise<ArrivedMail>;
  /** @param mails how many it is like that for; default: for all from now on */
  behave(how: Behaviour, mails?: number): void;
  /** How many connections were made. */
  readonly connections: number;
  /** Closes at once, also what is under way. */
  close(): Promise<void>;
}

export async function openMailbox({ only, encrypts = true, port = 0 }: MailboxOptions = {}): Promise<Mailbox> {
  const mails: ArrivedMail[] = [];
  const waiting = new Set<(mail: ArrivedMail) => void>();
  const numbers = new Map<string, number>();
  let how: Behaviour = 'takes';
  let left = Infinity;

  /** What happens to the mail of this session, decided at the receiver's address. */
  const plans = new Map<string, Behaviour>();
  const decide = (): Behaviour => {
    if (left <= 0) return 'takes';
    left -= 1;
    return how;
  };
  const hangUp = (session: SMTPServerSession) => {
    for (const each of server.connections) if (each.id === session.id) each._socket.destroy();
  };
  const refuse = (code: number, session: SMTPServerSession): Error => {
    if (code === 421) setTimeout(() => hangUp(session), 50).unref();
    return Object.assign(new Error(code === 550 ? 'Nobody here of that name' : 'Not now'), { responseCode: code });
  };

  const options: SMTPServerOptions = {
    logger: false,
    authOptional: !only,
    allowInsecureAuth: true,
    disabledCommands: [...(encrypts ? [] : ['STARTTLS']), ...(only ? [] : ['AUTH'])],
    disableReverseLookup: true,
    closeTimeout: 1,
    onConnect(session, done) {
      numbers.set(session.id, numbers.size + 1);
      done();
    },
    onAuth({ username, password }, _session, done) {
      if (username === only?.user && password === only?.password) done(null, { user: username });
      else done(Object.assign(new Error('Wrong name or password'), { responseCode: 535 }));
    },
    onRcptTo(_address, session, done) {
      const plan = decide();
      plans.set(session.id, plan);
      if (typeof plan === 'object' && 'refuses' in plan && plan.at !== 'data') done(refuse(plan.refuses, session));
      else if (typeof plan === 'object' && 'breaksOff' in plan && plan.breaksOff === 'before data') hangUp(session);
      else done();
    },
    onData(stream, session, done) {
      const plan = plans.get(session.id) ?? 'takes';
      const take = async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        if (typeof plan === 'object' && 'refuses' in plan) return done(refuse(plan.refuses, session));
        if (typeof plan === 'object' && 'breaksOff' in plan && plan.breaksOff === 'in data') return hangUp(session);
        const mail = await arrived(Buffer.concat(chunks), session, numbers.get(session.id) ?? 0);
        mails.push(mail);
        for (const tell of waiting) tell(mail);
        if (plan === 'falls silent') return;
        if (plan === 'takes') return done();
        if ('slow' in plan) setTimeout(done, plan.slow);
        else hangUp(session);
      };
      // Who breaks off in the middle has sent nothing.
      take().catch(() => hangUp(session));
    },
  };
  const server = new SMTPServer(options);
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  if (typeof address !== 'object' || !address) throw new Error('The mailbox has no port.');

  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    get connections() {
      return numbers.size;
    },
    waitFor(matches, ms = 15_000) {
      const there = mails.find(matches);
      if (there) return Promise.resolve(there);
      return new Promise((resolve, reject) => {
        const tell = (mail: ArrivedMail) => {
          if (!matches(mail)) return;
          clearTimeout(timer);
          waiting.delete(tell);
          resolve(mail);
        };
        const timer = setTimeout(() => {
          waiting.delete(tell);
          const came = mails.map(({ to, subject }) => `“${subject}” to ${to.join(', ')}`);
          reject(new Error(`No such mail came in ${ms} ms. What came: ${came.join('; ') || 'nothing'}`));
        }, ms);
        waiting.add(tell);
      });
    },
    behave(next, count = Infinity) {
      how = next;
      left = count;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const each of server.connections) each._socket.destroy();
      }),
  };
}

async function arrived(raw: Buffer, session: SMTPServerSession, connection: number): Promise<ArrivedMail> {
  const parsed: ParsedMail = await simpleParser(raw, { keepCidLinks: true, skipTextToHtml: true });
  const { mailFrom, rcptTo } = session.envelope;
  const header = (name: string) =>
    parsed.headerLines
      .find(({ key }) => key === name)
      ?.line.slice(name.length + 1)
      .replace(/\r?\n[ \t]+/g, ' ')
      .trim();
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map((each) => each.address),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || undefined,
    attachments: parsed.attachments.map(({ filename, contentType, content, cid }) => ({
      name: filename,
      type: contentType,
      bytes: content,
      cid,
    })),
    links: parsed.text?.match(/https?:\/\/[^\s<>"]+/g) ?? [],
    header,
    headerNames: parsed.headerLines.map(({ key }) => key),
    secure: session.secure,
    connection,
    raw: raw.toString('utf8'),
  };
}
