/** A real Redis for a test, that keeps nothing and listens on loopback only. */

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@redis/client';

/** Why tests with Redis cannot run here; `false` where they can. With CI=true they have to. */
export const noRedis: string | false =
  spawnSync('redis-server', ['--version']).status === 0
    ? false
    : 'there is no redis-server here (apt-get install redis-server)';
if (noRedis && process.env['CI'] === 'true') throw new Error(noRedis);

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

export interface RedisOptions {
  readonly port?: number;
  readonly password?: string;
}

export async function startRedis({ port, password }: RedisOptions = {}): Promise<RedisServer> {
  const open = port ?? (await freePort());
  const options = ['--bind', '127.0.0.1', '--port', String(open), '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', [...options, ...(password ? ['--requirepass', password] : [])], {
    stdio: 'ignore',
    cwd: '/',
  });
  // Also where the test fails.
  process.once('exit', () => server.kill('SIGKILL'));
  const url = `redis://${password ? `:${password}@` : ''}127.0.0.1:${open}`;
  await answers(url, server);
  return {
    url,
    port: open,
    kill: () =>
      new Promise((resolve) => {
        if (server.exitCode !== null || server.signalCode !== null) return resolve();
        server.once('exit', () => resolve());
        server.kill('SIGKILL');
      }),
  };
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`redis-server has ended with ${server.exitCode}`);
    const client = createClient({ url, socket: { reconnectStrategy: false } });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.ping();
      return client.destroy();
    } catch {
      await pause(50);
    }
  }
  throw new Error('redis-server does not answer');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
