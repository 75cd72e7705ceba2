/** How a mail server is reached, from the address in the settings. */

import type { SMTPConnectionAuth, SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { isLoopback } from '../is-loopback.ts';
import { StartError } from '../start-error.ts';

export interface SmtpServer {
  readonly options: SMTPConnectionOptions;
  readonly auth: SMTPConnectionAuth | undefined;
}

const second = 1000;

/**
 * Without a user, encryption is taken where it is offered, from whoever offers it: the next best is none. With one, the server has to prove that it
 * is who it says before it gets the password, except on this computer.
 * @param address `smtp://user@mail.example.gov:587` or `smtps://…`
 * @param silence milliseconds without a word after which a server is given up
 * @throws {StartError} where the address is none, or the password is missing
 */
export function smtpServer(address: string, password: string | undefined, silence = 600 * second): SmtpServer {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url?.hostname) throw new StartError('"mail.server" is no address like "smtp://mail.example.gov:587".');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const user = decodeURIComponent(url.username);
  const pass = password ?? decodeURIComponent(url.password);
  if (user && !pass) throw new StartError('Set CITYDESK_SMTP_PASSWORD to the password of the user in "mail.server".');
  const secure = url.protocol === 'smtps:';
  const isNear = isLoopback(host);
  const isStrict = !isNear && (secure || user !== '');
  return {
    options: {
      host,
      port: url.port || (secure ? 465 : user ? 587 : 25),
      secure,
      requireTLS: isStrict && !secure,
      opportunisticTLS: !isStrict,
      tls: { rejectUnauthorized: isStrict },
      allowInternalNetworkInterfaces: true,
      connectionTimeout: Math.min(silence, 30 * second),
      greetingTimeout: Math.min(silence, 30 * second),
      dnsTimeout: Math.min(silence, 20 * second),
      socketTimeout: silence,
      socketCloseTimeout: second,
      logger: false,
    },
    auth: user ? { user, credentials: { user, pass } } : undefined,
  };
}
