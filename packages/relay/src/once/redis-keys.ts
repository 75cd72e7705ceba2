/**
 * Keys in Redis or Valkey, for several relays of one city. The server has to keep what it was told: `appendonly yes`, `appendfsync always`, and
 * `maxmemory-policy noeviction`. What it forgets, a relay files again.
 */
import { createHash } from 'node:crypto';
import { createClient } from '@redis/client';
import type { KeyStanding, KeyStore, Settled } from './key-store.ts';
import { nameOfKey } from './key-name.ts';
import type { KeyStoreOptions } from './memory-keys.ts';
import { scripts } from './redis-scripts.ts';

export interface RedisKeysOptions extends KeyStoreOptions {
  /** `redis://`, `rediss://` or `unix:` address. Its password is in no error. */
  readonly url: string;
  /** In front of every name, where several relays of different cities share a server. */
  readonly prefix?: string | undefined;
  /** Milliseconds until a call counts as failed. Default 3,000. */
  readonly patience?: number | undefined;
  /** By default the server's clock, which all relays share. */
  readonly now?: (() => number) | undefined;
}

/**
 * Connects by itself, and again whenever the connection breaks; until then every method rejects.
 * @throws Error for an address that is none
 */
export function redisKeys({ url, prefix = 'citydesk:', times, now, patience = 3_000 }: RedisKeysOptions): KeyStore {
  const client = createClient({
    ...placeOf(url),
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
  });
  // Every call tells of its own failure; without a listener this one would end the process.
  client.on('error', () => {});
  const connected = client.connect().catch(() => {});
  const shas = new Map(Object.values(scripts).map((text) => [text, createHash('sha1').update(text).digest('hex')]));

  const within = async <T>(work: () => Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer in time')), patience);
    });
    try {
      return await Promise.race([connected.then(work), late]);
    } catch (error) {
      throw new Error(`The key store (Redis) does not work: ${withoutSecret(error, url)}`);
    } finally {
      clearTimeout(timer);
    }
  };

  const run = async (
    script: string,
    key: string,
    ...rest: readonly (string | number)[]
  ): Promise<readonly string[]> => {
    const name = prefix + (await nameOfKey(key));
    const time = now ? String(Math.round(now())) : '';
    const call = { keys: [name], arguments: [time, String(times.keep), ...rest.map(String)] };
    return within(async () => {
      try {
        return (await client.evalSha(shas.get(script)!, call)) as string[];
      } catch (error) {
        // A server that has never seen the script, or has been started again since.
        if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
        return (await client.eval(script, call)) as string[];
      }
    });
  };

  return {
    kind: 'redis',
    knows: async (key) => (await run(scripts.knows, key)).length > 0,
    begin: async (key, fingerprint, lease) =>
      standingOf(await run(scripts.begin, key, fingerprint, Math.ceil(lease), times.lookAgain)),
    again: async (key, attempt, lease) => {
      const [next] = await run(scripts.again, key, attempt, Math.ceil(lease));
      return next === undefined ? undefined : Number(next);
    },
    finish: async (key, fingerprint, attempt, settled) => {
      const [stands] = await run(scripts.finish, key, fingerprint, attempt, settled.is, JSON.stringify(settled));
      return stands === undefined ? undefined : (JSON.parse(stands) as Settled);
    },
    unsure: async (key, attempt) => void (await run(scripts.unsure, key, attempt)),
    release: async (key, attempt) => void (await run(scripts.release, key, attempt)),
    untold: async (key, attempt) => Number((await run(scripts.untold, key, attempt))[0]),
    check: async () => void (await within(() => client.ping())),
    close: async () => {
      if (client.isOpen) client.destroy();
      await connected;
    },
  };
}

function standingOf([is, ...rest]: readonly string[]): KeyStanding {
  if (is === 'new') return { is, attempt: Number(rest[0]) };
  if (is === 'done') return { is, settled: JSON.parse(rest[0]!) as Settled };
  if (is === 'in-flight') return { is, left: Number(rest[0]) };
  if (is === 'mismatch') return { is };
  const [attempt, sinceEnd, looks, mayLook] = rest;
  return {
    is: 'unknown',
    attempt: Number(attempt),
    sinceEnd: Number(sinceEnd),
    looks: Number(looks),
    mayLook: mayLook === '1',
  };
}

function placeOf(url: string): Parameters<typeof createClient>[0] {
  if (url.startsWith('unix:')) return { socket: { path: url.slice('unix:'.length), tls: false, reconnectStrategy } };
  // What URL throws quotes the whole address.
  if (!/^rediss?:\/\/./.test(url) || !URL.canParse(url)) {
    throw new Error('The address of the key store has to begin with redis://, rediss:// or unix:');
  }
  return { url, socket: { reconnectStrategy, connectTimeout: 3_000 } };
}

const reconnectStrategy = (retries: number): number => Math.min(100 * (retries + 1), 2_000);

/** The words of an error, without user and password, in case a server or the client quotes them. */
function withoutSecret(error: unknown, url: string): string {
  const words = error instanceof Error ? error.message || error.name : 'unknown';
  const { username = '', password = '' } = URL.canParse(url) ? new URL(url) : {};
  return [password, decoded(password), username, decoded(username)]
    .filter((secret) => secret !== '')
    .reduce((told, secret) => told.replaceAll(secret, '…'), words);
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
