/** A `fetch` that tells how much of a body has gone out, for the client's `fetch` option. */

export interface UploadOptions {
  /** Told 0 to 1, 1 once all has gone out; the answer may take its time after that. */
  readonly progress: (share: number) => void;
  /**
   * The other origin is known to answer a preflight, as a relay does. Whoever listens to an upload to another origin has the browser ask
   * that origin first (OPTIONS), which few cities answer: without this, such a body goes out as a plain fetch, without progress.
   */
  readonly preflight?: boolean | undefined;
}

/**
 * For POSTs with a form that ask for nothing but an answer; all else is a plain fetch. Answers and errors are those of `fetch`. What
 * differs: cookies of the page's own origin go along, also with `credentials: 'omit'`, and a redirect is told as status 302 after it was
 * followed.
 */
export function uploadingFetch(options: UploadOptions): typeof globalThis.fetch {
  return (input, init = {}) => {
    const { body } = init;
    const url = typeof input === 'string' || input instanceof URL ? new URL(input, document.baseURI) : undefined;
    const isForm = body instanceof FormData || body instanceof URLSearchParams;
    const mayListen = url && (url.origin === location.origin || options.preflight);
    return isForm && mayListen ? upload(url, init, body, options.progress) : fetch(input, init);
  };
}

function upload(
  url: URL,
  { method = 'GET', headers, redirect, signal }: RequestInit,
  body: FormData | URLSearchParams,
  progress: (share: number) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest();
    const stop = () => asked.abort();
    const fail = () => reject(signal?.aborted ? signal.reason : new TypeError('Failed to fetch'));
    if (signal?.aborted) return fail();
    asked.open(method, url);
    asked.responseType = 'arraybuffer';
    new Headers(headers).forEach((value, name) => asked.setRequestHeader(name, value));
    asked.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total && loaded < total) progress(loaded / total);
    };
    asked.upload.onload = () => progress(1);
    asked.onload = () => {
      try {
        resolve(answerOf(asked, url, redirect));
      } catch (error) {
        reject(error as Error);
      }
    };
    asked.onerror = asked.onabort = asked.ontimeout = fail;
    asked.onloadend = () => signal?.removeEventListener('abort', stop);
    signal?.addEventListener('abort', stop);
    progress(0);
    if (signal?.aborted) fail();
    else asked.send(body);
  });
}

function answerOf(asked: XMLHttpRequest, url: URL, redirect: RequestInit['redirect']): Response {
  const wasRedirected = asked.responseURL !== url.href.replace(/#.*/, '');
  if (wasRedirected && redirect === 'manual') return new Response(null, { status: 302 });
  if (wasRedirected && redirect === 'error') throw new TypeError('Failed to fetch');
  const { status, statusText } = asked;
  const headers = new Headers();
  for (const line of asked.getAllResponseHeaders().split('\r\n')) {
    const cut = line.indexOf(':');
    if (cut > 0) headers.append(line.slice(0, cut), line.slice(cut + 1).trim());
  }
  const hasNoBody = [204, 205, 304].includes(status);
  return new Response(hasNoBody ? null : (asked.response as ArrayBuffer), { status, statusText, headers });
}
