/** A running relay: HTTP around `createRelay`, with keys and photos where the configuration says. */

import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { logText, type LogLine } from './log.ts';
import { redisKeys } from './once/redis-keys.ts';
import { sqliteKeys } from './once/sqlite-keys.ts';
import { fasterRelayTimes, realRelayTimes } from './once/times.ts';
import { isLoopback } from './is-loopback.ts';
import { isTown } from './office-checks.ts';
import { ownSecret } from './own-secret.ts';
import { openOffice } from './office/open-office.ts';
import { folderShelf } from './photos/folder-shelf.ts';
import { s3Shelf, type Shelf } from './photos.ts';
import { plainFetch } from './plain-fetch.ts';
import { createRelay } from './relay.ts';
import { builtFolder } from './site/built-folder.ts';
import type { BuiltFiles } from './site/built-routes.ts';
import { relaySite } from './site.ts';
import { defend } from './slow-sockets.ts';
import { StartError } from './start-error.ts';
import type { RelayConfig } from './config.ts';
import type { KeyStore } from './once/key-store.ts';
import type { RelayOptions } from './relay.ts';

export interface ServeRelayOptions extends Pick<RelayOptions, 'config' | 'apiKey' | 'fetch' | 'site'> {
  /** Default: kept in a file beside the keys. */
  readonly secret?: string | undefined;
  /** CITYDESK_SMTP_PASSWORD, for the server that takes mail. */
  readonly smtpPassword?: string | undefined;
  /** CITYDESK_WEBHOOK_SECRET, for whoever gets reports or text messages as JSON. */
  readonly webhookSecret?: string | undefined;
  /** CITYDESK_STAFF_PASSWORD, for the desk of a town. */
  readonly staffPassword?: string | undefined;
  /** Keys of the bucket, where photos are kept in one. */
  readonly bucketKeys?: { readonly id: string; readonly secret: string } | undefined;
  /** Whether the relay has the process to itself: then it may put lighter ones in place of the global Request and Response. */
  readonly ownProcess?: boolean | undefined;
  /** Gets every line of the log. Default: none is kept. */
  readonly write?: ((text: string) => void) | undefined;
}

export interface ServedRelay {
  /** `http://127.0.0.1:8312/` */
  readonly url: string;
  /** Lets what is under way come to its end, for ten seconds at most; nothing is left running. */
  close(): Promise<void>;
}

const day = 86_400_000;
const hour = 3_600_000;
const patience = 10_000;

/** @throws {StartError} when it cannot start as asked */
export async function serveRelay(options: ServeRelayOptions): Promise<ServedRelay> {
  const { apiKey, write } = options;
  const isShared = /^rediss?:|^unix:/.test(options.config.keys);
  const secret = ownSecret(options.secret, isShared ? undefined : join(dirname(options.config.keys), 'relay-secret'));
  const log = write ? (line: LogLine) => write(logText(line, new Date())) : () => {};
  const { smtpPassword, webhookSecret, staffPassword } = options;
  checkDoor(options.config, staffPassword);
  const office = openOffice({ config: options.config, secret, smtpPassword, webhookSecret, staffPassword, log });
  const config = office?.town?.config ?? options.config;
  const fetch = office?.town?.fetch ?? options.fetch ?? plainFetch(config.limits.answer);
  const keys = keysFrom(config, isShared);
  const shelf = shelfFrom(config, options.bucketKeys);
  const site = options.site ?? relaySite({ secret, shelf, files: filesKeptIn(config.files) });
  const relay = createRelay({ config, apiKey, secret, keys, shelf, site, office: office?.parts, fetch, log });
  const failed = (error: unknown) =>
    log({ is: 'trouble', what: 'the shelf', why: error instanceof Error ? error.name : 'Error' });
  const sweep = () => void shelf.sweep().catch(failed);
  const sweeping = setInterval(sweep, hour);
  sweeping.unref();

  const server = createServer(
    { connectionsCheckingInterval: 2_000, maxHeaderSize: 32_768 },
    getRequestListener((request, { incoming }) => relay.fetch(request, { ip: incoming.socket.remoteAddress }), {
      overrideGlobalObjects: options.ownProcess ?? false,
    }),
  );
  const endWaiting = defend(server, config.limits.connections);
  try {
    await listening(server, config.port, config.host);
  } catch (error) {
    clearInterval(sweeping);
    await relay.close();
    await office?.close();
    throw startErrorFrom(error, config);
  }
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/`;
  office?.begin(url);
  return {
    url,
    async close() {
      clearInterval(sweeping);
      const closed = new Promise((resolve) => server.close(resolve));
      endWaiting();
      const timer = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearTimeout(timer);
      await relay.close();
      await office?.close();
    },
  };
}

/** @throws {StartError} where anybody could reach the desk of a town, and nobody could be told apart */
function checkDoor(config: RelayConfig, staffPassword: string | undefined): void {
  if (!isTown(config) || isLoopback(config.host) || staffPassword || config.staffHeader) return;
  throw new StartError(
    `Others can reach this computer at ${config.host}, and the staff desk shows names and phone numbers. ` +
      'Set a password in the environment variable CITYDESK_STAFF_PASSWORD, or name the header of your sign-in as "staffHeader".',
  );
}

/** @throws {StartError} where nothing can be kept there */
function filesKeptIn(folder: string): BuiltFiles {
  try {
    return builtFolder(undefined, folder);
  } catch {
    throw new StartError(
      `Nothing can be written to ${folder}. Let the relay write there, or name another folder as "files".`,
    );
  }
}

function keysFrom({ keys, faster }: RelayConfig, isShared: boolean): KeyStore {
  const times = fasterRelayTimes(realRelayTimes, faster);
  try {
    if (isShared) return redisKeys({ url: keys, times });
    mkdirSync(dirname(keys), { recursive: true });
    return sqliteKeys({ file: keys, times });
  } catch {
    throw new StartError(
      isShared
        ? '"keys" is no address of Redis. Write one like "redis://127.0.0.1:6379".'
        : `The keys cannot be kept in ${keys}. Choose another file with --keys.`,
    );
  }
}

function shelfFrom({ photos, photoDays }: RelayConfig, keys: ServeRelayOptions['bucketKeys']): Shelf {
  const keepFor = photoDays * day;
  if (typeof photos === 'string') return folderShelf({ folder: photos, keepFor });
  if (!keys) throw new StartError('Set CITYDESK_S3_KEY and CITYDESK_S3_SECRET, the two parts of the bucket’s key.');
  return s3Shelf({ ...photos, accessKeyId: keys.id, secretAccessKey: keys.secret, keepFor });
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function startErrorFrom(error: unknown, { port, host }: RelayConfig): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} is taken by another program. Stop it, or choose another with --port.`);
    case 'EACCES':
      return new StartError(`Port ${port} is not allowed. Choose one above 1023 with --port.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`This computer has no address ${host}. Choose another with --host.`);
    default:
      return error;
  }
}
