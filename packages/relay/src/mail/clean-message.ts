/** What is let into the outbox: a message that can go to one receiver alone, and whose head says nothing of its own. */

import { domainToASCII } from 'node:url';
import { mailAddress } from '../office-config.ts';
import { oneLine, plainText } from './one-line.ts';
import type { Attachment, Mail, Message } from './message.ts';

/** A message that nobody can be sent. Does not quote it. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
}

/** @throws {MessageError} where the receiver, the language or a link cannot be what it says it is */
export function cleanMessage(message: Message): Message {
  switch (message.by) {
    case 'mail':
      return { by: 'mail', ...cleanMail(message) };
    case 'sms':
      if (!/^\+[1-9]\d{1,14}$/.test(message.to)) {
        throw new MessageError('A text message was for something that is no telephone number like "+12695550100".');
      }
      return { by: 'sms', to: message.to, text: plainText(message.text) };
    case 'webhook':
      return { by: 'webhook', url: webAddress(message.url), body: message.body ?? null };
  }
}

function cleanMail(mail: Mail): Mail {
  const { html, attachments = [], language, stopAt } = mail;
  return {
    to: cleanAddress(mail.to),
    subject: oneLine(mail.subject),
    text: plainText(mail.text),
    ...(html !== undefined && { html: plainText(html) }),
    attachments: attachments.map(cleanAttachment),
    ...(language !== undefined && { language: cleanLanguage(language) }),
    ...(stopAt !== undefined && { stopAt: webAddress(stopAt) }),
  };
}

/** As a server understands it: letters of a country's own before the `@` stay, those of the domain get their plain form where they have one. */
function cleanAddress(to: string): string {
  if (!mailAddress.safeParse(to).success) {
    throw new MessageError('A mail was for something that is no mail address like "streets@example.gov".');
  }
  if (/^[\x21-\x7e]*$/.test(to)) return to;
  const at = to.lastIndexOf('@');
  const plain = `${to.slice(0, at)}@${domainToASCII(to.slice(at + 1))}`;
  return mailAddress.safeParse(plain).success ? plain : to;
}

function cleanAttachment({ name, type, bytes, shownAs }: Attachment): Attachment {
  const isType = /^[a-z]+\/[a-z0-9][\w.+-]*$/i.test(type);
  return {
    name: oneLine(name.replace(/[/\\]/g, ' ')) || 'file',
    type: isType ? type : 'application/octet-stream',
    bytes,
    ...(shownAs !== undefined && { shownAs: shownAs.replace(/[^\w.@-]/g, '') }),
  };
}

function cleanLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    throw new MessageError('A mail was in something that is no language like "en-US".');
  }
}

function webAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new MessageError('A message had something for a link that is no web address like "https://example.gov/".');
  }
  return url.href;
}
