// The town's own website: a few pages on an origin of their own.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Pages {
  readonly origin: string;
  close(): Promise<void>;
}

/** @param bodies by path */
export async function servePages(bodies: Readonly<Record<string, string>>): Promise<Pages> {
  const server = createServer(({ url = '/' }, response) => {
    const body = bodies[url.split('?')[0] ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      body === undefined
        ? ''
        : `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Our town</title><link rel="icon" href="data:,"></head><body><main>${body}</main></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
