/**
 * A real HTTP server for one test: it answers by a function, remembers what it was asked, and is closed with the test.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

export interface Asked {
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: URLSearchParams;
}

export type Answering = (asked: Asked, response: ServerResponse, count: number) => void;

export interface City {
  /** With trailing slash: …/open311/v2/ */
  readonly endpoint: string;
  readonly asked: readonly Asked[];
}

/** Starts the server on a free port. */
export async function answering(test: TestContext, answer: Answering): Promise<City> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, headers, body: new URLSearchParams(body) });
      answer(asked.at(-1)!, response, asked.length);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}/open311/v2/`, asked };
}

/** Always the same answer. */
export function always(status: number, body: unknown, headers: Record<string, string> = {}): Answering {
  return (_, response) => send(response, status, body, headers);
}

/** Text as it is, anything else as JSON. */
export function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
