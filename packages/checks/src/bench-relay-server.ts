// One server of the relay's bench, in a process of its own: the relay, or what stands in its place for comparison. Its parent asks for what it
// has used so far.

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConfigFile } from '@citydesk/relay';

/** `proxy` reads the call, asks with `fetch`, and writes the answer; `pipe` lets the bytes run through and reads nothing. */
export type ServerKind = 'relay' | 'proxy' | 'pipe';

/** What the parent is sent: an address once, and then what was used, whenever it asks. */
export type Told =
  | { readonly url: string }
  /** CPU in microseconds, memory in bytes after collection. */
  | { readonly cpu: number; readonly rss: number; readonly heap: number };

const [kind, written = '{}'] = process.argv.slice(2) as [ServerKind, string];
const config = JSON.parse(written) as ConfigFile;
const { origin } = new URL(config.upstream);

async function serve(): Promise<string> {
  if (kind === 'relay') {
    const [{ configFrom }, { serveRelay }] = await Promise.all([
      import('@citydesk/relay'),
      import('@citydesk/relay/node'),
    ]);
    const { url } = await serveRelay({ config: configFrom(config), apiKey: 'the key of the bench', ownProcess: true });
    return url;
  }
  const server = http.createServer(kind === 'proxy' ? asked : piped);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function asked(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/', headers } = request;
  const type = headers['content-type'];
  const answer = await fetch(`${origin}${url}`, {
    method,
    headers: type === undefined ? {} : { 'Content-Type': type },
    body: method === 'POST' ? Buffer.concat(chunks) : null,
  });
  const body = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? 'text/plain' }).end(body);
}

const agent = new http.Agent({ keepAlive: true });

function piped(request: http.IncomingMessage, response: http.ServerResponse): void {
  const { method = 'GET', url = '/', headers } = request;
  const onward = http.request(`${origin}${url}`, { method, headers, agent }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  request.pipe(onward);
}

process.on('message', () => {
  // What is being asked for costs as well, so it is measured first.
  const { user, system } = process.cpuUsage();
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ cpu: user + system, rss, heap: heapUsed } satisfies Told);
});
process.on('disconnect', () => process.exit());

process.send?.({ url: await serve() } satisfies Told);
