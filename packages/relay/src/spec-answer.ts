/** Answers of GeoReport v2 as they go out, in JSON or XML by the ending of the address that was asked. */

import { encodeErrors, encodeReceipt, type Format, type SpecError } from '@citydesk/open311/wire';
import { xmlText, type XmlShape } from './answers/xml.ts';
import type { Submitted } from './once/submit-once.ts';

export type { Submitted };

/** What was asked, as far as XML has a name for it. */
export type Kind = 'services' | 'definition' | 'requests' | 'discovery' | 'updates' | 'errors' | 'challenge';

const shapes: Readonly<Record<Kind, XmlShape>> = {
  services: { root: 'services', item: 'service' },
  definition: { root: 'service_definition', item: 'attribute' },
  requests: { root: 'service_requests', item: 'request' },
  discovery: { root: 'discovery', item: 'endpoint' },
  updates: { root: 'service_request_updates', item: 'request_update' },
  errors: { root: 'errors', item: 'error' },
  challenge: { root: 'challenge', item: 'item' },
};

const types: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

/** The format a path asks for by its ending; JSON where it has none. */
export function formatOfPath(path: string): Format {
  return path.endsWith('.xml') ? 'xml' : 'json';
}

export interface Writing {
  readonly format: Format;
  /** Default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes answers in which a secret does not occur, even if the city says it. */
export interface SpecWriter {
  /** The text without the secret. */
  hidden(text: string): string;
  /** @param body what the spec's JSON would hold */
  answer(body: unknown, kind: Kind, writing: Writing): Response;
  /** A list of errors. `retryAfter`, in milliseconds, goes out in whole seconds, 1 at least. */
  errors(errors: readonly SpecError[], writing: Writing & { readonly retryAfter?: number | undefined }): Response;
  /** @param extension fields beside those of the spec, in the receipt */
  submitted(submitted: Submitted, format: Format, extension?: Readonly<Record<string, string>>): Response;
}

/**
 * @param secret shorter than 8 characters it is a common word, and left alone
 * @param faster how many times as fast as in real life all goes; only then may it be no second at all until the next time
 */
export function specWriter(secret = '', faster = 1): SpecWriter {
  const hidden: SpecWriter['hidden'] = (text) => (secret.length >= 8 ? text.replaceAll(secret, '…') : text);
  const answer: SpecWriter['answer'] = (body, kind, { format, status = 200, headers = {} }) =>
    new Response(hidden(format === 'xml' ? xmlText(body, shapes[kind]) : JSON.stringify(body)), {
      status,
      headers: { 'Content-Type': types[format], 'Cache-Control': 'no-store', ...headers },
    });
  const errors: SpecWriter['errors'] = (list, { retryAfter, headers, ...writing }) =>
    answer(encodeErrors(list), 'errors', { ...writing, headers: { ...headers, ...retryHeader(retryAfter, faster) } });
  return {
    hidden,
    answer,
    errors,
    submitted(submitted, format, extension = {}) {
      const { status } = submitted;
      const headers: Record<string, string> = submitted.replayed ? { 'Idempotent-Replayed': 'true' } : {};
      if ('errors' in submitted) {
        return errors(submitted.errors, { format, status, headers, retryAfter: submitted.retryAfter });
      }
      const receipts = encodeReceipt(submitted.receipt).map((each) => ({ ...each, ...extension }));
      return answer(receipts, 'requests', { format, status, headers });
    },
  };
}

/** A list of errors of our own, in which no city has a word. */
export const errorAnswer = specWriter().errors;

function retryHeader(milliseconds: number | undefined, faster: number): Readonly<Record<string, string>> {
  if (milliseconds === undefined) return {};
  const seconds = milliseconds / 1000;
  return { 'Retry-After': String(faster > 1 ? Math.round(seconds) : Math.max(1, Math.ceil(seconds))) };
}

/** Thrown by whatever finds a call wrong, or the city silent; the relay's front door turns it into the answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly errors: readonly SpecError[];
  /** Milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(status: number, errors: string | readonly SpecError[], retryAfter?: number) {
    const list = typeof errors === 'string' ? [{ code: String(status), description: errors }] : errors;
    super(list[0]?.description);
    this.status = status;
    this.errors = list;
    this.retryAfter = retryAfter;
  }
}
