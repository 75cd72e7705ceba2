/** A mail as it crosses the wire: its head, its text, and its files. */

import MailComposer from 'nodemailer/lib/mail-composer';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import { oneLine } from './one-line.ts';
import type { Mail } from './message.ts';

export interface ComposeOptions {
  /** The address it comes from, and the name beside it. */
  readonly from: string;
  readonly name?: string | undefined;
  /** What stands before the `@` of its Message-ID. The same for every try, so that a mailbox can tell that two are one. */
  readonly messageId: string;
  readonly date: Date;
}

/** @param mail a clean one; the one receiver of its head is `to` */
export async function composeMail(mail: Mail, { from, name, messageId, date }: ComposeOptions): Promise<Buffer> {
  const { to, subject, text, html, attachments = [], language, stopAt } = mail;
  const composer = new MailComposer({
    // As objects, so that nothing in them is read as a list.
    from: { name: oneLine(name ?? ''), address: from },
    to: { name: '', address: to },
    messageId: `<${messageId}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    date,
    text,
    html,
    headers: {
      Subject: subjectHeader(subject),
      // So that no absent person's machine answers it (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(language && { 'Content-Language': language }),
      ...(stopAt && {
        'List-Unsubscribe': { prepared: true, value: `<${stopAt}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    attachments: attachments.map((file) => ({
      filename: file.name,
      contentType: file.type,
      content: Buffer.from(file.bytes),
      ...(file.shownAs === undefined
        ? { contentDisposition: 'attachment' }
        : { cid: file.shownAs, contentDisposition: 'inline' }),
    })),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Words that look as if they were encoded already would be read as what they say then, so they are encoded once more. */
function subjectHeader(subject: string) {
  if (!subject.includes('=?')) return subject;
  return { prepared: true, foldLines: true, value: encodeWord(subject, 'Q', 52) };
}
