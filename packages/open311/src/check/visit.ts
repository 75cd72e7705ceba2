/**
 * One request to a city and all that came back, kept as evidence. Outside of browsers it comes with the `Origin` of a page and
 * follows redirects step by step; in a browser it asks as a page would, and infers what the browser does not tell.
 */

export interface Hop {
  /** Unknown in browsers. */
  readonly status: number | undefined;
  readonly to: string;
  readonly headers: Headers;
}

export interface Visit {
  readonly method: string;
  readonly url: string;
  readonly hops: readonly Hop[];
  /** `undefined` if no answer could be read. */
  readonly status: number | undefined;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** There was more to read than a client should. */
  readonly tooLong: boolean;
  /** To the last byte. */
  readonly ms: number;
  /** Why there is no answer, in words. */
  readonly failure?: string;
  /** In a browser: the server answered, and the page may not read it. */
  readonly hidden?: boolean;
}

export interface Asking {
  readonly method?: string;
  readonly body?: BodyInit | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Traveller {
  readonly fetch: typeof globalThis.fetch;
  /** `undefined` in a browser, which says it by itself. */
  readonly origin: string | undefined;
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

/** Bytes read of an answer; the client stops there too. */
const mostBytes = 8_000_000;
const mostHops = 5;

/**
 * Never throws for what the city does.
 * @throws the signal's reason
 */
export async function visit(traveller: Traveller, url: string, asking: Asking = {}): Promise<Visit> {
  const { method = 'GET', body, headers } = asking;
  const { origin } = traveller;
  const hops: Hop[] = [];
  const began = performance.now();
  const stop = new AbortController();
  const abort = () => stop.abort();
  traveller.signal?.throwIfAborted();
  traveller.signal?.addEventListener('abort', abort);
  const timer = setTimeout(abort, traveller.timeout);
  const outcome = (rest: Partial<Visit>): Visit => ({
    method,
    url,
    hops,
    status: undefined,
    headers: new Headers(),
    bytes: new Uint8Array(),
    tooLong: false,
    ms: performance.now() - began,
    ...rest,
  });
  const go = (to: string, redirect: RequestRedirect) =>
    traveller.fetch(to, {
      method,
      redirect,
      credentials: 'omit',
      signal: stop.signal,
      ...(body === undefined ? {} : { body }),
      ...(origin || headers ? { headers: { ...(origin && { Origin: origin }), ...headers } } : {}),
    });
  try {
    let response = await go(url, origin === undefined && method === 'GET' ? 'follow' : 'manual');
    // A page learns that it was redirected, and to where, but not by which status.
    if (response.redirected) hops.push({ status: undefined, to: response.url, headers: response.headers });
    while (isRedirect(response)) {
      const to = response.headers.get('Location');
      const next = to === null ? undefined : addressOf(to, hops.at(-1)?.to ?? url);
      hops.push({ status: response.status || undefined, to: next ?? '', headers: response.headers });
      if (next === undefined || method !== 'GET') return outcome({ status: response.status || undefined });
      if (hops.length > mostHops) return outcome({ failure: 'It redirects without end.' });
      await response.body?.cancel();
      response = await go(next, 'manual');
    }
    const { status, headers: answered } = response;
    const text = await read(response);
    return outcome({ status, headers: answered, ...text });
  } catch (error) {
    traveller.signal?.throwIfAborted();
    if (stop.signal.aborted) return outcome({ failure: `No full answer within ${traveller.timeout / 1000} seconds.` });
    if (origin === undefined && method === 'GET' && (await isThere(traveller, url))) {
      return outcome({ failure: 'The server answers, but the browser keeps the answer from the page.', hidden: true });
    }
    return outcome({ failure: `The server cannot be reached (${reasonIn(error)}).` });
  } finally {
    clearTimeout(timer);
    traveller.signal?.removeEventListener('abort', abort);
  }
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(status);
}

/** A page may send what it cannot read: whether that arrives tells a missing CORS header from a server that is not there. */
async function isThere({ fetch, timeout }: Traveller, url: string): Promise<boolean> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeout);
  try {
    await fetch(url, { mode: 'no-cors', credentials: 'omit', signal: stop.signal });
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function read(response: Response): Promise<Pick<Visit, 'bytes' | 'tooLong'>> {
  const chunks: Uint8Array[] = [];
  const reader = response.body?.getReader();
  let size = 0;
  while (reader && size <= mostBytes) {
    const { done, value } = await reader.read();
    if (done) return { bytes: joined(chunks, size), tooLong: false };
    chunks.push(value);
    size += value.byteLength;
  }
  reader?.cancel().catch(() => undefined);
  return { bytes: joined(chunks, size), tooLong: size > mostBytes };
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** A whole address, or `undefined` for what is none. */
export function addressOf(location: string, from?: string): string | undefined {
  try {
    return new URL(location, from).href;
  } catch {
    return undefined;
  }
}

/** Node hides the reason in the cause: ECONNREFUSED, DEPTH_ZERO_SELF_SIGNED_CERT. */
function reasonIn(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: unknown }; message?: unknown };
  return String(cause?.code ?? message ?? 'no reason given');
}

/** Why nothing more can be said of a visit. */
export function silence({ failure, status }: Visit): string {
  return failure ?? `The answer had status ${status} and could not be read.`;
}

/**
 * The visit once more, for a client. A server that was only busy is not asked again: to the client it failed.
 * @throws TypeError where there was no answer, as fetch does
 */
export function responseFrom({ status, headers, bytes, hops }: Visit): Response {
  const [hop] = hops;
  if (status === undefined && !hop) throw new TypeError('Failed to fetch');
  const lasting = status !== undefined && [429, 502, 503, 504].includes(status) ? 500 : (status ?? hop?.status ?? 301);
  const empty = lasting === 204 || lasting === 205 || lasting === 304;
  return new Response(empty ? null : new Uint8Array(bytes), { status: lasting, headers: plain(headers) });
}

/** Without what the first response already undid. */
function plain(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'Transfer-Encoding', 'Set-Cookie']) kept.delete(name);
  return kept;
}
