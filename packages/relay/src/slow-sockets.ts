/**
 * Keeps those who open connections and then say nothing, or a letter a minute, from taking the room of all others: beyond so many connections
 * the one that has kept its request back for longest is closed, whoever it belongs to.
 */

import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds for the head of a request, and for all of it: photos come over slow lines. */
const headTime = 10_000;
const wholeTime = 120_000;

/**
 * @param most connections at a time
 * @returns closes all that keep us waiting: to call when the server ends
 */
export function defend(server: Server, most: number): () => void {
  server.headersTimeout = headTime;
  server.requestTimeout = wholeTime;
  server.keepAliveTimeout = 15_000;
  server.maxHeadersCount = 100;
  /** In order of how long they have been keeping us waiting. */
  const waiting = new Set<Socket>();
  let open = 0;

  server.on('connection', (socket) => {
    open += 1;
    waiting.add(socket);
    socket.once('close', () => {
      open -= 1;
      waiting.delete(socket);
    });
    if (open <= most) return;
    const [slowest] = waiting;
    // All are at work: then the new one has to come again.
    (slowest ?? socket).destroy();
  });

  server.on('request', (request, response) => {
    const { socket } = request;
    const arrived = () => waiting.delete(socket);
    if (hasBody(request)) request.once('end', arrived);
    else arrived();
    response.once('finish', () => {
      if (!socket.destroyed) waiting.add(socket);
    });
  });

  return () => {
    for (const socket of waiting) socket.destroy();
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
