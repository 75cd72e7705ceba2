// One call through the proxy: what came in, and how it is passed on and read.

import { request, type Agent, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Answer } from './raw-answer.ts';
import type { On } from './fault.ts';

export interface Upstream {
  readonly port: number;
  readonly agent: Agent;
}

/** Whether a fault of this kind befalls this call. */
export function befalls(on: On, { method = '', url = '', headers }: IncomingMessage): boolean {
  const path = url.split('?')[0]!;
  if (!path.includes('/open311/')) return false;
  const isReport = method === 'POST' && /\/requests\.(json|xml)$/.test(path);
  switch (on) {
    case 'POST':
      return isReport;
    case 'POST media':
      return (
        method === 'POST' &&
        (/\/photos$/.test(path) || (isReport && !!headers['content-type']?.startsWith('multipart/')))
      );
    case 'GET':
      return method === 'GET';
    case 'GET services':
      return method === 'GET' && /\/services\.(json|xml)$/.test(path);
    case 'OPTIONS':
      return method === 'OPTIONS';
    case 'ALL':
      return true;
    case 'PAGE':
      return false;
  }
}

/** The whole body of a message. @throws Error when the other side goes before its end */
export async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  if (!message.complete) throw new Error('The message was cut.');
  return Buffer.concat(chunks);
}

/** Begins a call to the other side with the same words. The caller writes the body. */
export function ask({ method, url, rawHeaders }: IncomingMessage, { port, agent }: Upstream): ClientRequest {
  const headers = endToEnd(rawHeaders);
  return request({ host: '127.0.0.1', port, method, path: url, headers, agent, setHost: false });
}

/** Without what is between two neighbours only: each connection of the proxy is its own. */
function endToEnd(rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter((_, at) => !/^(connection|keep-alive|proxy-connection)$/i.test(rawHeaders[at - (at % 2)]!));
}

/** Passes a whole request on and reads the whole answer. @throws Error when the other side does not answer to the end */
export function delivered(incoming: IncomingMessage, body: Buffer, upstream: Upstream): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = ask(incoming, upstream);
    asking.once('error', reject);
    asking.once('response', (answer) => {
      bodyOf(answer).then(
        (whole) => resolve({ status: answer.statusCode ?? 502, rawHeaders: answer.rawHeaders, body: whole }),
        reject,
      );
    });
    asking.end(body);
  });
}

/** Passes the first half of the body on, and then nothing more. */
export async function halfDelivered(incoming: IncomingMessage, body: Buffer, upstream: Upstream): Promise<void> {
  const asking = ask(incoming, upstream);
  await new Promise<void>((resolve) => {
    asking.once('error', () => resolve());
    asking.once('socket', (socket) => {
      asking.write(body.subarray(0, body.byteLength >> 1), () => setTimeout(resolve, 20));
      socket.once('close', () => resolve());
    });
  });
  asking.destroy();
}

/** Passes a call on as it comes, in both directions; where the other side cuts, so is this one. */
export function passOn(incoming: IncomingMessage, outgoing: ServerResponse, upstream: Upstream): void {
  const asking = ask(incoming, upstream);
  asking.once('error', () => incoming.socket.resetAndDestroy());
  asking.once('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, endToEnd(answer.rawHeaders));
    answer.once('error', () => incoming.socket.resetAndDestroy());
    answer.pipe(outgoing);
  });
  asking.on('information', ({ statusCode }) => {
    if (statusCode === 100) outgoing.writeContinue();
  });
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) asking.destroy();
  });
  incoming.pipe(asking);
}
