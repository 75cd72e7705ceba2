// The mail server of a town: a real one, on this computer, that keeps what it gets.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { until } from '../e2e/until.ts';

export interface Mailbox {
  /** `smtp://127.0.0.1:41234` */
  readonly url: string;
  readonly mails: readonly ParsedMail[];
  /** Waits for a mail to this address with a subject that matches; those looked at before do not count. */
  next(to: string, subject: RegExp): Promise<ParsedMail>;
  close(): Promise<void>;
}

/** @param refuses what the addresses of nobody here begin with */
export async function openMailbox(refuses?: string): Promise<Mailbox> {
  const mails: ParsedMail[] = [];
  const seen = new Set<ParsedMail>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const isNobody = refuses !== undefined && address.startsWith(refuses);
      done(isNobody ? Object.assign(new Error('No such mailbox here'), { responseCode: 550 }) : null);
    },
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    async next(to, subject) {
      const found = await until(`a mail to ${to} about ${subject}`, () =>
        mails.find((mail) => !seen.has(mail) && receiverOf(mail) === to && subject.test(mail.subject ?? '')),
      );
      seen.add(found);
      return found;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function receiverOf({ to }: ParsedMail): string | undefined {
  return [to].flat()[0]?.value[0]?.address;
}

/** The address behind the first link of the mail with these words. */
export function linkIn({ html }: ParsedMail, words: string): string {
  const links = [...String(html).matchAll(/<a\b[^>]*\bhref="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)];
  const found = links.find(([, , text = '']) => text.replaceAll(/<[^>]*>/g, '').includes(words));
  if (!found?.[1]) throw new Error(`The mail has no link "${words}": ${String(html)}`);
  return found[1].replaceAll('&amp;', '&');
}
