// For tests of the proxy: a city that counts, the proxy before it, and a plain client that tells what it sees. Importing it puts it up.

import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach } from 'node:test';
import { openFaultProxy, type FaultProxy } from './fault-proxy.ts';

export const scale = 200;
export const seen = { posts: 0, bodies: [] as string[], cutBodies: 0 };
export const receipt = '[{"service_request_id":"26-00042","service_notice":"Thanks"}]';

const city = createServer(async (incoming, outgoing) => {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    seen.cutBodies++;
    return;
  }
  if (incoming.method === 'POST') {
    seen.posts++;
    seen.bodies.push(Buffer.concat(chunks).toString());
  }
  outgoing.setHeader('Access-Control-Allow-Origin', '*');
  outgoing.setHeader('Citydesk-Relay', '1');
  outgoing.setHeader('Content-Type', 'application/json');
  outgoing.end(incoming.url?.includes('services') ? '[{"service_code":"a"},{"service_code":"b"}]' : receipt);
});

export let proxy: FaultProxy;
before(async () => {
  await new Promise<void>((resolve) => city.listen(0, '127.0.0.1', resolve));
  proxy = await openFaultProxy({ to: (city.address() as AddressInfo).port, scale });
});
after(async () => {
  await proxy.close();
  await new Promise((resolve) => city.close(resolve));
});
beforeEach(() => {
  Object.assign(seen, { posts: 0, bodies: [], cutBodies: 0 });
  proxy.heal();
});

export const body = `service_code=pothole&description=${'x'.repeat(2000)}`;

export interface Got {
  readonly status?: number | undefined;
  readonly text?: string | undefined;
  readonly headers?: Record<string, unknown> | undefined;
  /** The code of the error, where no whole answer came. */
  readonly error?: string | undefined;
  readonly early?: readonly number[];
}

/** One call, and what a plain client sees of it. `patience`: milliseconds. */
export function call(method: 'GET' | 'POST', path: string, patience = 3000): Promise<Got> {
  return new Promise((resolve) => {
    const early: number[] = [];
    const chunks: Buffer[] = [];
    let answer: IncomingMessage | undefined;
    const end = (error?: string) => {
      clearTimeout(timer);
      const text = Buffer.concat(chunks).toString();
      resolve({ status: answer?.statusCode, text, headers: answer?.headers, error, early });
    };
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const asking = request({ host: '127.0.0.1', port: proxy.port, method, path, headers }, (got) => {
      answer = got;
      got.on('data', (chunk: Buffer) => chunks.push(chunk));
      got.once('end', () => end(got.complete ? undefined : 'incomplete'));
      got.once('error', (error: NodeJS.ErrnoException) => end(error.code));
    });
    const timer = setTimeout(
      () => asking.destroy(Object.assign(new Error('too long'), { code: 'PATIENCE' })),
      patience,
    );
    asking.on('information', ({ statusCode }) => early.push(statusCode));
    asking.once('error', (error: NodeJS.ErrnoException) => end(error.code));
    asking.end(method === 'POST' ? body : undefined);
  });
}

export const post = (patience?: number) => call('POST', '/open311/v2/requests.json', patience);
