/** The addresses that messages hold: to confirm, to stop, to follow. */

import { createHmac } from 'node:crypto';
import { fragmentFor } from '@citydesk/core/tracking';
import { signedLink } from '../signed-link.ts';
import { timingSafeText } from '../timing-safe-text.ts';
import type { OfficeAround } from '../office/office.ts';
import type { Subscription } from './subscriptions.ts';

export type AlertLink =
  | { readonly is: 'confirm'; readonly id: string; readonly language: string }
  | { readonly is: 'stop'; readonly id: string }
  /** Of a text message, which has room for one short link alone: to confirm until that is done, then to stop. */
  | { readonly is: 'either'; readonly id: string }
  | { readonly is: 'forged' | 'expired' };

export interface AlertLinks {
  confirm(id: string, language: string, until: Date): string;
  stop(id: string, until: Date): string;
  either(id: string): string;
  read(word: string, now: Date): AlertLink;
  /** The tracker, at this request. */
  follow(about: Pick<Subscription, 'request_id' | 'token'>): string;
}

export function alertLinks(around: Pick<OfficeAround, 'secret' | 'publicUrl' | 'config'>): AlertLinks {
  const signed = signedLink(around.secret);
  // Late: only the running relay knows where it is.
  const page = (word: string) => new URL(`alerts/${word}`, around.publicUrl).href;
  // 72 bits: long enough that nobody guesses one, short enough for a text message.
  const mark = (id: string) =>
    createHmac('sha256', around.secret).update(`citydesk alert by text ${id}`).digest('base64url').slice(0, 12);
  return {
    confirm: (id, language, until) => page(signed.make('confirm', [id, language], until)),
    stop: (id, until) => page(signed.make('stop', [id], until)),
    either: (id) => page(`${id}${mark(id)}`),
    read(word, now) {
      const short = /^[\w-]{24}$/.test(word) ? word.slice(0, 12) : undefined;
      if (short !== undefined)
        return timingSafeText(word.slice(12), mark(short)) ? { is: 'either', id: short } : forged;
      for (const purpose of ['confirm', 'stop'] as const) {
        const read = signed.read(purpose, word, now);
        if (read === 'forged') continue;
        if (read === 'expired') return { is: 'expired' };
        const [id = '', language = 'en'] = read.content;
        return purpose === 'confirm' ? { is: purpose, id, language } : { is: purpose, id };
      }
      return forged;
    },
    follow({ request_id: id, token }) {
      const { tracker } = around.config;
      const own = tracker ?? new URL('citydesk/embed?widget=status-tracker', around.publicUrl).href;
      return `${own.replace(/#.*/s, '')}${fragmentFor([{ reference: id ?? token ?? '', isToken: id === null }])}`;
    },
  };
}

const forged: AlertLink = { is: 'forged' };
