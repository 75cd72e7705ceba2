/** Fetches a source of answers within bounds, and says in words for the web editor why it cannot be had. */

export interface Bounds {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for all of it. Default 15,000. */
  readonly timeout?: number | undefined;
  /** Bytes, unpacked. Default 8,000,000. */
  readonly limit?: number | undefined;
}

export interface Fetched {
  readonly text: string;
  readonly headers: Headers;
}

/** An answer under another status than success. */
export class StatusError extends Error {
  readonly status: number;
  constructor(url: string, status: number) {
    super(`${url} answered with status ${status}. Check the address in "faq".`);
    this.name = 'StatusError';
    this.status = status;
  }
}

/**
 * The text at an absolute address.
 * @throws {Error} with a message for the web editor; the signal's reason where it was aborted
 */
export async function fetchText(
  url: string,
  { signal, timeout = 15_000, limit = 8_000_000 }: Bounds = {},
): Promise<Fetched> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const leave = () => stop.abort(signal?.reason);
  signal?.addEventListener('abort', leave);
  const late = new Error(`${url} took longer than ${timeout / 1000} seconds.`);
  const timer = setTimeout(() => stop.abort(late), timeout);
  try {
    const response = await fetch(url, { signal: stop.signal });
    if (!response.ok) throw new StatusError(url, response.status);
    const text = await textOf(response, limit);
    if (text === undefined) {
      throw new Error(
        `${url} is larger than ${limit / 1_000_000} MB. Give the answers files of their own with "answers".`,
      );
    }
    return { text, headers: response.headers };
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason;
    if (!(error instanceof TypeError)) throw error;
    const advice = 'Check the address; if it is of another site, that site has to allow this page to read it (CORS).';
    throw new Error(`${url} could not be reached. ${advice}`, { cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
    // Whatever has not been read is not wanted any more.
    stop.abort();
  }
}

/** `undefined` where it is too long; the rest is not read then. */
async function textOf(response: Response, limit: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
