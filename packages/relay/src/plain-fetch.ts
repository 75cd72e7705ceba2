/**
 * A `fetch` to one city over Node's own HTTP, which takes a fraction of the work of the global one. It knows what the relay needs: text in a form,
 * no redirects, answers held to a limit. Files go the usual way.
 */

import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** Milliseconds without a call until a line is closed; less where the city says so. */
const idle = 4_000;

/** @param limit bytes of one answer */
export function plainFetch(limit: number): typeof globalThis.fetch {
  // Closed by us before the city does it: a report on a line that is just being closed is one of which nobody knows.
  const kept = { keepAlive: true, maxSockets: 256, scheduling: 'lifo', timeout: idle } as const;
  const [http, https] = [new HttpAgent(kept), new HttpsAgent(kept)];
  return (input, init = {}) => {
    const { body, method = 'GET', signal } = init;
    if (body instanceof FormData || input instanceof Request) return globalThis.fetch(input, init);
    const text = body === undefined || body === null ? undefined : String(body);
    const url = new URL(String(input));
    const isForm = body instanceof URLSearchParams;
    const headers = {
      Accept: '*/*',
      ...(init.headers as Record<string, string> | undefined),
      ...(isForm && { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' }),
      ...(text !== undefined && { 'Content-Length': String(Buffer.byteLength(text)) }),
    };
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const isSafe = url.protocol === 'https:';
      const options = { method, headers, agent: isSafe ? https : http };
      const call = (isSafe ? httpsRequest : httpRequest)(url, options, (answer) => {
        read(answer, limit).then(resolve, failed).finally(done);
      });
      const stop = () => call.destroy(signal?.reason as Error);
      const done = () => signal?.removeEventListener('abort', stop);
      const failed = (cause: unknown) => {
        done();
        call.destroy();
        reject(signal?.aborted ? (signal.reason as Error) : new TypeError('fetch failed', { cause }));
      };
      signal?.addEventListener('abort', stop);
      call.on('error', failed);
      call.end(text);
    });
  };
}

async function read(answer: IncomingMessage, limit: number): Promise<Response> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new RangeError(`longer than ${limit} bytes`);
    chunks.push(chunk);
  }
  const { statusCode: status = 0, headers } = answer;
  if (headers['content-encoding'] && headers['content-encoding'] !== 'identity')
    throw new TypeError('a packing nobody asked for');
  const said = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  const isEmpty = status === 204 || status === 205 || status === 304;
  return plainAnswer(status, new Headers(said), isEmpty ? undefined : chunks);
}

/** What the client reads of an answer. A whole `Response` would build streams around bytes that are here. */
function plainAnswer(status: number, headers: Headers, chunks: Buffer[] | undefined): Response {
  const body = chunks && {
    getReader: () => ({
      read: async () => ({ done: chunks.length === 0, value: chunks.shift() }),
      cancel: async () => void chunks.splice(0),
    }),
    cancel: async () => void chunks.splice(0),
  };
  const ok = status >= 200 && status < 300;
  return { status, ok, headers, body: body ?? null, type: 'default' } as unknown as Response;
}
