/** What the tests of this package share: a relay in front of a city, in one process and without a port. */

import { createClient, type Client, type ClientOptions } from '@citydesk/open311';
import { configFrom, type ConfigFile } from './config.ts';
import { memoryKeys } from './once/memory-keys.ts';
import { fasterRelayTimes, realRelayTimes } from './once/times.ts';
import { createRelay, type Relay, type RelayOptions } from './relay.ts';
import type { LogLine } from './log.ts';

export const cityUrl = 'http://127.0.0.1:1/open311/v2/';
export const relayUrl = 'http://relay.test/open311/v2/';
export const secret = 'a secret for tests, of 32 or more';

/** Enough for any test that is not about limits. */
export const noLimits: NonNullable<ConfigFile['limits']> = {
  reading: { burst: 100_000, perMinute: 100_000 },
  updates: { burst: 100_000, perMinute: 100_000 },
  suspicious: { burst: 100_000, perMinute: 100_000 },
  suspiciousTogether: { burst: 100_000, perMinute: 100_000 },
  idsPerHour: 100_000,
};

export interface TestRelay extends Relay {
  readonly lines: readonly LogLine[];
  /** Addresses that were asked of the city. */
  readonly asked: readonly string[];
}

/** A city of the sandbox, as far as it matters here. */
interface City {
  fetch(request: Request): Promise<Response>;
}

/** Relays made by `relayTo`, for `closeAll`. */
const made: Relay[] = [];

export async function closeAll(): Promise<void> {
  await Promise.all(made.splice(0).map((relay) => relay.close()));
}

/** @param answers the city: one of the sandbox, or a function in its place */
export function relayTo(
  answers: City | typeof globalThis.fetch,
  config: Partial<ConfigFile> = {},
  options: Partial<Omit<RelayOptions, 'config'>> = {},
): TestRelay {
  const lines: LogLine[] = [];
  const asked: string[] = [];
  const ask: typeof globalThis.fetch =
    typeof answers === 'function' ? answers : (url, init) => answers.fetch(new Request(url, init));
  const written: ConfigFile = {
    upstream: cityUrl,
    origins: '*',
    withoutOrigin: 'everything',
    faster: 20,
    limits: noLimits,
    ...config,
  };
  const read = configFrom(written);
  const relay = createRelay({
    config: read,
    secret,
    keys: memoryKeys({ times: fasterRelayTimes(realRelayTimes, read.faster) }),
    fetch: (url, init) => {
      asked.push(String(url));
      return ask(url, init);
    },
    log: (line) => lines.push(line),
    ...options,
  });
  made.push(relay);
  return { ...relay, lines, asked };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of the answer; `undefined` for one that is none. */
  // eslint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** GET under `/open311/v2/`, or under the root for a path that starts with a slash. */
export function get(
  relay: Relay,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  ip = '192.0.2.1',
): Promise<Answer> {
  return answerOf(relay.fetch(new Request(new URL(path, relayUrl), { headers }), { ip }));
}

/** POST under `/open311/v2/`. */
export function post(
  relay: Relay,
  fields: Readonly<Record<string, string>> | FormData | string,
  headers: Readonly<Record<string, string>> = {},
  path = 'requests.json',
  ip = '192.0.2.1',
): Promise<Answer> {
  return answerOf(
    (async () => {
      const encoded = new Response(
        typeof fields === 'string' || fields instanceof FormData ? fields : new URLSearchParams(fields),
      );
      const type =
        typeof fields === 'string' ? 'application/x-www-form-urlencoded' : (encoded.headers.get('Content-Type') ?? '');
      const body = await encoded.arrayBuffer();
      const request = new Request(new URL(path, relayUrl), {
        method: 'POST',
        body,
        headers: { 'Content-Type': type, ...headers },
      });
      return relay.fetch(request, { ip });
    })(),
  );
}

async function answerOf(answer: Promise<Response>): Promise<Answer> {
  const { status, headers, ...response } = await answer.then(async (got) => ({
    status: got.status,
    headers: got.headers,
    text: await got.text(),
  }));
  const isJson = /json/.test(headers.get('Content-Type') ?? '');
  return { status, headers, text: response.text, body: isJson ? JSON.parse(response.text) : undefined };
}

/** The client of the widgets, with the relay in place of the city. */
export function clientOf(relay: Relay, options: Partial<ClientOptions> = {}): Client {
  return createClient({
    endpoint: relayUrl,
    fetch: (url, init) => relay.fetch(new Request(url, init), { ip: '192.0.2.1' }),
    ...options,
  });
}
