// Tokens in the place of numbers: what a city gives that numbers its reports later.

import type { IncomingMessage, ServerResponse } from 'node:http';

/** Tokens that were given out in place of a number, and how often they have been asked about. */
export class Tokens {
  #given = new Map<string, { readonly id: string; left: number }>();

  give(id: string, looks: number): string {
    const token = `t-${id}`;
    this.#given.set(token, { id, left: looks });
    return token;
  }

  /** Answers a call about a token of its own. */
  answer({ method, url = '' }: IncomingMessage, outgoing: ServerResponse): boolean {
    const [, token = '', format] = /\/tokens\/([^/]+)\.(json|xml)/.exec(url) ?? [];
    const known = this.#given.get(decodeURIComponent(token));
    if (!known || method !== 'GET') return false;
    const isReady = known.left-- <= 0;
    const xmlId = isReady ? `<service_request_id>${known.id}</service_request_id>` : '';
    const body =
      format === 'xml'
        ? `<?xml version="1.0"?><service_requests><request>${xmlId}<token>${token}</token></request></service_requests>`
        : JSON.stringify([{ ...(isReady && { service_request_id: known.id }), token }]);
    outgoing.writeHead(200, {
      'Content-Type': format === 'xml' ? 'text/xml' : 'application/json',
      'Access-Control-Allow-Origin': '*',
    });
    outgoing.end(body);
    return true;
  }
}
