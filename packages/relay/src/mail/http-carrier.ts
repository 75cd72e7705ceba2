/**
 * Hands a message to a web address, as JSON. At least once: what breaks off in between is sent again with the same `Idempotency-Key`, by which the
 * receiver knows it.
 *
 * `Citydesk-Signature: t=<seconds since 1970>,v1=<hex>` is HMAC-SHA256 of `<t>.<body>` with CITYDESK_WEBHOOK_SECRET: a receiver that knows the secret
 * counts it again, and takes nothing that is older than some minutes. It is a secret of its own: the relay's signs links, which a receiver could make up.
 */

import { createHmac, hash } from 'node:crypto';
import { kindOf } from '../log.ts';
import { oneLine } from './one-line.ts';
import type { Outcome } from './outcome.ts';

export interface HttpCarrier {
  carry(key: string, url: string, body: unknown, now: Date): Promise<Outcome>;
  /** Breaks off what is under way. */
  breakOff(): void;
}

/** Milliseconds for the whole answer. */
const patience = 10_000;

/** @param secret signs what is posted; without it there is no signature */
export function httpCarrier(secret: string | undefined): HttpCarrier {
  const stopping = new AbortController();
  return {
    async carry(key, url, body, now) {
      const text = JSON.stringify(body ?? null);
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'Idempotency-Key': hash('sha256', key),
            ...(secret && { 'Citydesk-Signature': webhookSignature(text, secret, now) }),
          },
          body: text,
          redirect: 'error',
          signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(patience)]),
        });
        await answer.body?.cancel();
        return outcomeOf(answer);
      } catch (error) {
        return { is: 'waits', why: oneLine(kindOf(causeOf(error))), all: true };
      }
    },
    breakOff: () => stopping.abort(),
  };
}

/** @param text the body as it is sent */
function webhookSignature(text: string, secret: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${text}`).digest('hex')}`;
}

function outcomeOf({ ok, status, statusText }: Response): Outcome {
  if (ok) return { is: 'sent' };
  const why = oneLine(`${status} ${statusText}`);
  const isForGood = status >= 400 && status < 500 && status !== 408 && status !== 429;
  return isForGood ? { is: 'refused', why } : { is: 'waits', why };
}

function causeOf(error: unknown): unknown {
  return error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
}
