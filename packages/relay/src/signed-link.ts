/** What stands in a link so that nobody else can make one: a few words, until when they hold, and a signature over both. */

import { createHmac } from 'node:crypto';
import { timingSafeText } from './timing-safe-text.ts';

export interface SignedLink {
  /**
   * A word for one segment of an address. Who has it can read `content`, so nothing belongs there that its receiver may not know.
   * @param purpose what the link is for: a link made for one purpose serves no other
   * @param until the first moment at which it does not hold any more
   */
  make(purpose: string, content: readonly string[], until: Date): string;
  /** What was put into the link. One that was made with another secret, for another purpose, or by hand is `forged`, however old it claims to be. */
  read(purpose: string, token: string, now: Date): LinkRead;
}

export type LinkRead = { readonly content: readonly string[] } | 'forged' | 'expired';

/** What is longer was never made here. */
const longest = 2000;

/** @param secret of the relay, 32 characters or more */
export function signedLink(secret: string): SignedLink {
  // What was signed has no blanks, so that no purpose can reach into it.
  const signatureOf = (purpose: string, said: string): string =>
    createHmac('sha256', secret)
      .update(`citydesk link ${encodeURIComponent(purpose)} ${said}`)
      .digest('base64url');
  return {
    make(purpose, content, until) {
      const said = Buffer.from(JSON.stringify([until.getTime(), ...content])).toString('base64url');
      return `${said}.${signatureOf(purpose, said)}`;
    },
    read(purpose, token, now) {
      if (token.length > longest) return 'forged';
      const cut = token.indexOf('.');
      const said = token.slice(0, Math.max(0, cut));
      // As text and not as bytes: of some last letters several mean the same bytes, and only one of them was given out.
      if (!timingSafeText(token.slice(cut + 1), signatureOf(purpose, said))) return 'forged';
      const [until, ...content] = JSON.parse(Buffer.from(said, 'base64url').toString('utf8')) as [number, ...string[]];
      return now.getTime() < until ? { content } : 'expired';
    },
  };
}
