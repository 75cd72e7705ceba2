// What stands before the demo city's servers, as a web server would: it passes each request on to the one that has the answer, byte by byte as
// it comes, and says so where nobody is there.

import {
  createServer,
  request as ask,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What only this connection is about (RFC 9110, 7.6.1), and what is said anew: who asked. */
const notPassed = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
]);

/**
 * Passes requests on and their answers back, both as they come. Each is cut when the other side is. Who finds nobody there, or whose question was
 * left without any answer, gets a 502 in GeoReport's error form.
 * @param portFor the port on this computer that answers for a path; `undefined` while nobody does
 */
export function passOn(portFor: (path: string) => number | undefined): RequestListener {
  return (request, response) => {
    const port = portFor((request.url ?? '/').split('?', 1)[0] ?? '/');
    if (port === undefined) return answerNobody(request, response);
    const further = ask({
      host: '127.0.0.1',
      port,
      method: request.method,
      path: request.url,
      headers: headersOf(request),
      // One that is kept open may be dead, which a report would find out too late.
      agent: false,
    });
    let [isThere, answered] = [false, false];
    further.once('socket', (socket) => socket.once('connect', () => (isThere = true)));
    further.on('response', (answer) => {
      answered = true;
      answer.on('error', () => response.destroy());
      response.on('error', () => answer.destroy());
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, passedHeaders(answer));
      response.flushHeaders();
      answer.pipe(response);
    });
    further.on('error', () => {
      // An answer that came before the end of the report is still an answer.
      if (answered || response.destroyed) return void request.unpipe(further).resume();
      // In the middle of a report nobody knows how much has arrived: the same is told as if there were no front.
      if (isThere && !request.complete) return void request.destroy();
      request.unpipe(further);
      answerNobody(request, response);
    });
    // Whoever asked is gone.
    response.on('close', () => {
      if (!response.writableFinished) further.destroy();
    });
    request.pipe(further);
  };
}

/** The person who started it can put this right; the message says how. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

/**
 * Serves on loopback until it is closed.
 * @param port 0 for any
 * @throws PortError when the port cannot be had
 */
export async function listenOn(
  port: number,
  listener: RequestListener,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portErrorFrom(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function headersOf(request: IncomingMessage): Record<string, string | string[] | undefined> {
  const named = namedBy(request.headers.connection);
  const kept = Object.entries(request.headers).filter(([name]) => !notPassed.has(name) && !named.has(name));
  return {
    ...Object.fromEntries(kept),
    // Without a length, the end of the body has to be seen.
    ...(request.headers['transfer-encoding'] && { 'transfer-encoding': 'chunked' }),
    'x-forwarded-for': request.socket.remoteAddress?.replace(/^::ffff:/, ''),
    'x-forwarded-host': request.headers.host,
    'x-forwarded-proto': 'http',
  };
}

/** Names and values in turn, as they came: a name may stand there twice. */
function passedHeaders({ rawHeaders, headers }: IncomingMessage): string[] {
  const named = namedBy(headers.connection);
  return rawHeaders.flatMap((name, at) => {
    const known = name.toLowerCase();
    return at % 2 || notPassed.has(known) || named.has(known) ? [] : [name, rawHeaders[at + 1] ?? ''];
  });
}

const namedBy = (connection = ''): ReadonlySet<string> =>
  new Set(connection.split(',').map((name) => name.trim().toLowerCase()));

/** Nobody is there, or whoever was is gone without an answer. */
function answerNobody(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  const words = 'The service is being started again. Please try again in a moment.';
  const isXml = /\.xml$/.test((request.url ?? '').split('?', 1)[0] ?? '');
  const body = isXml
    ? `<?xml version="1.0" encoding="utf-8"?>\n<errors><error><code>502</code><description>${words}</description></error></errors>\n`
    : JSON.stringify([{ code: 502, description: words }]);
  response.writeHead(502, {
    'Content-Type': `${isXml ? 'text/xml' : 'application/json'}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'Retry-After': '1',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Retry-After',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function portErrorFrom(error: NodeJS.ErrnoException, port: number): Error {
  const another = 'another like this: PORT=8399 npm start';
  if (error.code === 'EADDRINUSE')
    return new PortError(`Port ${port} is taken by another program. Stop it, or choose ${another}.`);
  if (error.code === 'EACCES') return new PortError(`Port ${port} is not allowed. Choose ${another}.`);
  return error;
}
