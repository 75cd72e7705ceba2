/** Which pages may use the relay, and how a browser is told. */

import type { RelayConfig } from './config.ts';

export interface Cors {
  /** Whether this caller may do this. */
  allows(request: Request): boolean;
  /** The answer to a browser's question before a call that is not simple. */
  preflight(request: Request): Response;
  /** Puts on the headers that let the page read the answer. */
  open(request: Request, headers: Headers): void;
}

const exposed = 'Citydesk-Relay, Retry-After, Date, Idempotent-Replayed';
const asked = 'Accept, Accept-Language, Authorization, Citydesk-Insist, Citydesk-Work, Content-Type, Idempotency-Key';

/** Callers that name no origin (apps, the check, links) are let in by `withoutOrigin`; the relay's own pages always. */
export function cors({
  origins,
  withoutOrigin,
  publicUrl,
}: Pick<RelayConfig, 'origins' | 'withoutOrigin' | 'publicUrl'>): Cors {
  const own = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  const isListed = (request: Request, origin: string): boolean =>
    origins === '*' || origins.includes(origin) || origin === (own ?? originOf(request.url));
  const open = (request: Request, headers: Headers): void => {
    const origin = request.headers.get('Origin');
    if (origins === '*') headers.set('Access-Control-Allow-Origin', '*');
    else {
      headers.append('Vary', 'Origin');
      if (origin === null || !isListed(request, origin)) return;
      headers.set('Access-Control-Allow-Origin', origin);
    }
    headers.set('Access-Control-Expose-Headers', exposed);
  };
  return {
    allows(request) {
      const origin = request.headers.get('Origin');
      if (origin !== null) return isListed(request, origin);
      const reads = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
      return withoutOrigin === 'everything' || (withoutOrigin === 'reading' && reads);
    },
    preflight(request) {
      const headers = new Headers({
        'Access-Control-Allow-Methods': 'GET, HEAD, POST, DELETE, OPTIONS',
        'Access-Control-Allow-Headers': asked,
        'Access-Control-Max-Age': '7200',
      });
      open(request, headers);
      return new Response(null, { status: 204, headers });
    },
    open,
  };
}

function originOf(url: string): string {
  return /^\w+:\/\/[^/?#]*/.exec(url)?.[0] ?? '';
}
