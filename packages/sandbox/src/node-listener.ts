/** Lets a `fetch` function answer Node's HTTP requests, and hang up when it says so. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { ConnectionCut } from './faults.ts';

/**
 * @param fetch answers a request; a ConnectionCut it throws cuts the connection
 * @param failed told of any other error it throws; the answer is then a plain 500
 */
export function nodeListener(
  fetch: (request: Request) => Promise<Response>,
  failed: (error: unknown) => void = () => {},
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  return getRequestListener(
    async (request, env) => {
      try {
        return await fetch(request);
      } catch (error) {
        if (error instanceof ConnectionCut) cut(env.incoming.socket);
        else failed(error);
        return new Response('Something went wrong on our side.', { status: 500 });
      }
    },
    // The global Request and Response stay what they are: the server shares its process with tests.
    { overrideGlobalObjects: false },
  );
}

/**
 * Hangs up in the middle of an answer. Just closing would not do: browsers send a request again, POST or not, when a
 * connection they used before closes without a byte. A head that breaks off in a contradiction is final everywhere.
 */
function cut(socket: Socket): void {
  socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n');
  socket.destroySoon();
}
