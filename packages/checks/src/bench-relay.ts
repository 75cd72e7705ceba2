// Measures what the relay costs: CPU for a GET of one request and for a POST of 2 kB with its key kept on disk, beside a bare proxy of Node in the
// same run, and how much more memory it holds after many calls. `--quick` makes fewer calls.

import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ConfigFile } from '@citydesk/relay';
import type { ServerKind, Told } from './bench-relay-server.ts';

type Used = Extract<Told, { cpu: number }>;

interface Server {
  readonly url: string;
  used(): Promise<Used>;
  close(): void;
}

const atOnce = 16;
const rounds = 5;
const kinds: readonly ServerKind[] = ['relay', 'proxy', 'pipe'];
// Idle lines are closed here, before anybody else does.
const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce, timeout: 2_000 });

/** A city that costs next to nothing. */
const request = {
  service_request_id: '26-00001',
  status: 'open',
  service_code: 'a',
  service_name: 'Pothole',
  description: 'A large pothole in the right lane has grown for several weeks, and cars swerve around it.',
  requested_datetime: '2026-11-20T10:00:00Z',
  updated_datetime: '2026-11-20T10:00:00Z',
  address: '318 Hoffman St',
  lat: 41.94,
  long: -85.63,
};
const services = JSON.stringify([{ service_code: 'a', service_name: 'Pothole', metadata: false, type: 'realtime' }]);
const answers: readonly (readonly [RegExp, string])[] = [
  [/^POST/, '[{"service_request_id":"26-00001"}]'],
  [/services\./, services],
  [/./, JSON.stringify([request])],
];

const report = new URLSearchParams({
  service_code: 'a',
  address_string: '318 Hoffman St',
  description: 'A hole. '.repeat(235),
}).toString();

export async function benchRelay(): Promise<void> {
  const [calls, first, last] = process.argv.includes('--quick') ? [500, 2_000, 10_000] : [2_000, 20_000, 100_000];
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-bench-'));
  const city = http.createServer((asked, response) => {
    const body = answers.find(([like]) => like.test(`${asked.method} ${asked.url}`))![1];
    asked.resume().on('end', () => response.setHeader('Content-Type', 'application/json').end(body));
  });
  city.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => city.listen(0, '127.0.0.1', resolve));
  const much = { burst: 1_000_000, perMinute: 1_000_000 };
  const config: ConfigFile = {
    upstream: `http://127.0.0.1:${(city.address() as AddressInfo).port}/open311/v2/`,
    port: 0,
    origins: '*',
    withoutOrigin: 'everything',
    keys: path.join(folder, 'keys.sqlite'),
    photos: path.join(folder, 'photos'),
    limits: { reading: much, updates: much, suspicious: much, suspiciousTogether: much, idsPerHour: 1_000_000 },
  };
  const servers = new Map<ServerKind, Server>();
  try {
    for (const kind of kinds) servers.set(kind, await start(kind, config));
    await benchCalls(servers, calls);
    await benchMemory(servers.get('relay')!, first, last);
  } finally {
    for (const server of servers.values()) server.close();
    agent.destroy();
    city.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each in turn, several times over; the least of the rounds counts. */
async function benchCalls(servers: ReadonlyMap<ServerKind, Server>, calls: number): Promise<void> {
  console.log(`\nThe relay beside a bare proxy, CPU for a call, least of ${rounds} rounds of ${calls}`);
  for (const [name, call] of Object.entries({ 'GET of one request': get, 'POST of 2 kB': post })) {
    const least = new Map<ServerKind, number>();
    // One round more: the first warms up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const [kind, server] of servers) {
        const before = await server.used();
        await many(calls, () => call(server));
        const each = ((await server.used()).cpu - before.cpu) / calls / 1000;
        if (round > 0) least.set(kind, Math.min(least.get(kind) ?? Infinity, each));
      }
    }
    const [relay, proxy, pipe] = kinds.map((kind) => least.get(kind)!) as [number, number, number];
    const row = (title: string, ms: number, than: string) =>
      console.log(`  ${title.padEnd(32)}${ms.toFixed(3).padStart(7)} ms  ${than}`);
    console.log(name);
    row('the relay', relay, '');
    row('a proxy with fetch', proxy, `the relay takes ${(relay / proxy).toFixed(2)} × as much`);
    row('a pipe that reads nothing', pipe, `the relay takes ${(relay / pipe).toFixed(2)} × as much`);
  }
}

/** Nine reads to one report, with the memory after the first of them and after all. */
async function benchMemory(relay: Server, first: number, last: number): Promise<void> {
  let count = 0;
  const mixed = () => (count++ % 10 === 0 ? post(relay) : get(relay));
  await many(first, mixed);
  const before = await relay.used();
  await many(last - first, mixed);
  const after = await relay.used();
  console.log(`Memory of the relay after ${first} calls and after ${last}, one in ten a report`);
  for (const [title, name] of [
    ['resident', 'rss'],
    ['heap after collection', 'heap'],
  ] as const) {
    const more = after[name] - before[name];
    console.log(`  ${title.padEnd(32)}${mb(before[name])} → ${mb(after[name])}: ${mb(more)} more`);
  }
}

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const get = ({ url }: Server): Promise<void> => call(`${url}open311/v2/requests/26-00001.json`, { method: 'GET' });

const post = ({ url }: Server): Promise<void> =>
  call(`${url}open311/v2/requests.json`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(report),
      'Idempotency-Key': `"${randomUUID()}"`,
    },
  });

function call(url: string, options: http.RequestOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = http.request(url, { agent, ...options }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${options.method} ${url} brought ${answer.statusCode}.`));
      });
    });
    asked.on('error', reject).end(options.method === 'POST' ? report : undefined);
  });
}

/** So many calls, some of them at once. */
async function many(count: number, run: () => Promise<void>): Promise<void> {
  let left = count;
  const line = async () => {
    while (left-- > 0) await run();
  };
  await Promise.all(Array.from({ length: atOnce }, line));
}

async function start(kind: ServerKind, config: ConfigFile): Promise<Server> {
  const file = path.join(import.meta.dirname, 'bench-relay-server.ts');
  const child = fork(file, [kind, JSON.stringify(config)], {
    // The last is as the relay's command has it.
    execArgv: ['--conditions=citydesk-source', '--expose-gc', '--max-semi-space-size=16'],
  });
  const { url } = (await next(child)) as { readonly url: string };
  return {
    url,
    async used() {
      const told = next(child);
      child.send('used');
      return (await told) as Used;
    },
    close: () => child.disconnect(),
  };
}

function next(child: ChildProcess): Promise<Told> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('A server of the bench has ended.'));
    child.once('exit', ended);
    child.once('message', (told) => {
      child.off('exit', ended);
      resolve(told as Told);
    });
  });
}
