/**
 * The only way out of the relay: to the city's endpoint, below its path, and nowhere else, whatever an answer or a resident says. A redirect
 * is not followed, and nothing longer than a limit is read.
 */

import { NetworkError } from '@citydesk/open311';

export interface Guard {
  /** Absolute base URL of the city's endpoint. */
  readonly upstream: string;
  /** Bytes of one answer, unpacked. */
  readonly limit: number;
  /** Default: the global one at the time of the call. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Told when the city sends us elsewhere: to which origin, or a word where it does not say. */
  readonly redirected?: ((to: string) => void) | undefined;
}

/** Thrown before anything leaves. */
export class StrayError extends TypeError {
  override readonly name = 'StrayError';
}

/** A report that has not left, for sure, in the client's own words. */
export function notLeft(url: string, why: string): NetworkError {
  return new NetworkError({ method: 'POST', url, cause: new StrayError(why) });
}

/** A `fetch` that throws a `StrayError` for any other address than those of the city, and hands a redirect back as it came. */
export function guardedFetch({ upstream, limit, redirected, ...options }: Guard): typeof globalThis.fetch {
  const { origin, pathname } = new URL(upstream);
  const base = pathname.replace(/\/*$/, '/');
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin || !url.pathname.startsWith(base) || url.username || url.password) {
      throw new StrayError('not an address of the city');
    }
    const response = await (options.fetch ?? globalThis.fetch)(url.href, { ...init, redirect: 'manual' });
    if (response.status >= 300 && response.status < 400) {
      redirected?.(originIn(response.headers.get('Location'), url));
      response.body?.cancel().catch(() => undefined);
      return new Response(null, { status: response.status });
    }
    return limited(response, limit);
  };
}

/** The response, which breaks off with an error once it is longer than it may be. */
function limited(response: Response, limit: number): Response {
  if (Number(response.headers.get('Content-Length') ?? 0) <= limit || !response.body) return response;
  response.body.cancel().catch(() => undefined);
  throw new TypeError(`the answer is longer than ${limit} bytes`);
}

function originIn(location: string | null, from: URL): string {
  if (location === null || !URL.canParse(location, from)) return 'an address nobody can read';
  return new URL(location, from).origin;
}
