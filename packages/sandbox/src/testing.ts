/**
 * A fresh city for a test, from where the test runs (a browser page whose server mounts `@citydesk/sandbox/middleware`).
 *
 * ```ts
 * const city = await freshCity();
 * await city.fail({ route: 'post', kind: 'down', committed: true });
 * ```
 */

import type { Fault } from './faults.ts';
import type { StoredRequest } from './stored-request.ts';
import type { FreshCityOptions } from './test-cities.ts';

export interface TestCity {
  /** Base URL of the city's API, with a slash at the end. */
  readonly endpoint: string;
  /** Makes the city misbehave, in place of what it did before; see `Fault`. */
  fail(...faults: readonly Fault[]): Promise<void>;
  /** Makes the city behave again. */
  heal(): Promise<void>;
  /** Ends the waiting for ids: every token leads to its own from now on. */
  readyTokens(): Promise<void>;
  /** Every request the city has, newest first, with contact details and answers. */
  rows(): Promise<StoredRequest[]>;
  close(): Promise<void>;
}

/**
 * @param options what the city is like; by default the seeded Three Rivers
 * @param server where the test cities are mounted; by default where the page came from
 * @throws Error when no test cities are mounted there
 */
export async function freshCity(options: FreshCityOptions = {}, server: string = location.origin): Promise<TestCity> {
  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const answer = await fetch(new URL(path, server), {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const { id, endpoint } = (await (await call('POST', '/__city', options)).json()) as { id: string; endpoint: string };
  const at = `/__city/${id}`;
  return {
    endpoint,
    fail: async (...faults) => void (await call('PUT', `${at}/faults`, faults)),
    heal: async () => void (await call('PUT', `${at}/faults`, [])),
    readyTokens: async () => void (await call('PUT', `${at}/tokens`)),
    rows: async () => (await (await call('GET', `${at}/rows`)).json()) as StoredRequest[],
    close: async () => void (await call('DELETE', at)),
  };
}

export { dialectNames, type DialectName } from './dialect-names.ts';
export type { Fault, FaultRoute } from './faults.ts';
export type { Seed, SeedAttribute, SeedEntry, SeedRequest, SeedService } from './seed.ts';
export type { DeskStatus, HistoryEntry, StoredRequest } from './stored-request.ts';
export type { FreshCityOptions } from './test-cities.ts';
