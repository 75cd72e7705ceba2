// A server on an origin of its own that passes on what another one serves, for every page to use, and may have a page besides.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
  readonly origin: string;
  close(): Promise<void>;
}

/** What stands at `/page`. */
export interface ServedPage {
  readonly html: string;
  readonly policy: string;
}

export async function serveCopy(source: string, page?: ServedPage): Promise<Served> {
  const server = createServer(async ({ url = '/', headers }, response) => {
    if (page && url === '/page') {
      const type = 'text/html; charset=utf-8';
      response.writeHead(200, { 'content-type': type, 'content-security-policy': page.policy }).end(page.html);
      return;
    }
    const answer = await fetch(new URL(url, source), { headers: headers.range ? { range: headers.range } : {} });
    const kept = ['content-type', 'content-range', 'etag'].flatMap((name) => {
      const value = answer.headers.get(name);
      return value ? [[name, value] as const] : [];
    });
    response.writeHead(answer.status, { ...Object.fromEntries(kept), 'access-control-allow-origin': '*' });
    response.end(Buffer.from(await answer.arrayBuffer()));
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
