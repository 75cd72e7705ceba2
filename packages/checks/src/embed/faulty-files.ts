// Our files as a server with a fault gives them: on an origin of its own, passed on from the city's.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `cut` breaks off in the middle; `gone` is a 404; `mute` has no word for other origins; a string comes in the answer's place. */
export type Fault = 'cut' | 'gone' | 'mute' | { readonly body: string };

export interface FaultyFiles {
  readonly origin: string;
  /** Paths in the order in which they were asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** @param faultOf what goes wrong with a path, the time it is asked for being counted from 1 */
export async function serveFaulty(
  city: string,
  faultOf: (path: string, time: number) => Fault | undefined,
): Promise<FaultyFiles> {
  const asked: string[] = [];
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, city);
    asked.push(pathname);
    const fault = faultOf(pathname, asked.filter((each) => each === pathname).length);
    const answer = await fetch(new URL(url, city));
    const bytes = Buffer.from(await answer.arrayBuffer());
    const headers = {
      'content-type': answer.headers.get('content-type') ?? 'text/plain',
      ...(fault !== 'mute' && { 'access-control-allow-origin': '*' }),
    };
    if (fault === 'gone') return void response.writeHead(404, headers).end();
    if (typeof fault === 'object') return void response.writeHead(200, headers).end(fault.body);
    response.writeHead(answer.status, { ...headers, 'content-length': bytes.length });
    if (fault !== 'cut') return void response.end(bytes);
    response.write(bytes.subarray(0, bytes.length >> 1), () => setTimeout(() => response.destroy(), 20));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
