/**
 * One request and its whole answer, within a time and a size, or one typed error.
 */
import { NetworkError, TimeoutError, UnreadableError } from '../errors.ts';
import { readText } from './read-text.ts';

/** What all requests of a client share. */
export interface Line {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds for one attempt, to the last byte. */
  readonly timeout: number;
  readonly locale: string | undefined;
}

export interface Call {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** Sent form-urlencoded or, with files, as multipart: either is a cross-origin request without preflight. */
  readonly body?: URLSearchParams | FormData;
  /** To whom is known to answer a preflight. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes of the answer. */
  readonly limit: number;
  /** Milliseconds on top of the line's, for a body that takes its time. */
  readonly patience?: number;
  readonly signal: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Of another origin only those that it exposes. */
  readonly headers: Headers;
  /** Milliseconds from now on, see `retryAfterIn`. */
  readonly retryAfter?: number | undefined;
}

/**
 * GET, tried again while that may help.
 * @throws {NetworkError | TimeoutError | UnreadableError} or the signal's reason
 */
export async function get(line: Line, url: string, limit: number, signal: AbortSignal | undefined): Promise<Answer> {
  const ask = () => exchange(line, { method: 'GET', url, limit, signal });
  const first = await ask().catch((error: unknown) => {
    if (error instanceof NetworkError || error instanceof TimeoutError) return error;
    throw error;
  });
  if ('text' in first && ![429, 502, 503, 504].includes(first.status)) return first;
  // Most answers are there at once. Where this does not come either, nothing would.
  const again = await import('./ask-again.ts').catch(() => undefined);
  if (again) return again.askAgain(first, ask, signal);
  if ('text' in first) return first;
  throw first;
}

/**
 * One attempt, also for POST.
 * @throws {NetworkError | TimeoutError | UnreadableError} or the signal's reason
 */
export async function exchange({ fetch, timeout, locale }: Line, call: Call): Promise<Answer> {
  const { url, method, body, limit, signal } = call;
  const time = timeout + (call.patience ?? 0);
  signal?.throwIfAborted();
  // Composed by hand: AbortSignal.any is younger than the browsers we serve.
  const stop = new AbortController();
  const stopByCaller = () => stop.abort();
  signal?.addEventListener('abort', stopByCaller);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop.abort();
  }, time);
  try {
    const response = await fetch(url, {
      method,
      ...(body && { body }),
      signal: stop.signal,
      credentials: 'omit',
      // Accept-Language is safelisted. Any other header would cost a preflight, which few cities answer.
      headers: { ...(locale && /^[\w-]+$/.test(locale) && { 'Accept-Language': locale }), ...call.headers },
      // Followed, a redirected POST becomes a GET, and the list of other people's reports looks like a receipt.
      redirect: method === 'POST' ? 'manual' : 'follow',
    });
    const { status, headers } = response;
    // Few ask for a pause.
    const retryAfter = headers.has('Retry-After')
      ? await import('./retry-after.ts').then(
          ({ retryAfterIn }) => retryAfterIn(headers),
          () => undefined,
        )
      : undefined;
    const failure = { method, url, status, retryAfter };
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      throw new UnreadableError(failure, 'redirected: use the final address as endpoint');
    }
    const text = await readText(response, limit);
    if (text === undefined) throw new UnreadableError(failure, `longer than ${limit} bytes`);
    return { status, text, headers, retryAfter };
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (late) throw new TimeoutError({ method, url }, time);
    if (cause instanceof UnreadableError) throw cause;
    throw new NetworkError({ method, url, cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stopByCaller);
  }
}
