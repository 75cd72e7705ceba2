/**
 * A fresh city for a test, from where the test runs (a browser page whose server mounts `@citydesk/sandbox/middleware`).
 *
 * ```ts
 * const city = await freshCity();
 * await city.fail({ route: 'post', kind: 'down', committed: true });
 * ```
 */

import type { DeskStatus, StoredRequest } from '@citydesk/relay/town';
import type { Fault } from './faults.ts';
import type { FreshCityOptions } from './test-cities.ts';

/** What a clerk saves on the staff desk. */
export interface ClerkChange {
  readonly status: DeskStatus;
  readonly note?: string;
  /** Photo of the work: JPEG, PNG, WebP or GIF. */
  readonly afterPhoto?: Blob;
  /** When it was. Default: now, by the city's clock. */
  readonly at?: Date | string;
}

export interface TestCity {
  /** Base URL of the city's API, with a slash at the end. */
  readonly endpoint: string;
  /** Makes the city misbehave, in place of what it did before; see `Fault`. */
  fail(...faults: readonly Fault[]): Promise<void>;
  /** Makes the city behave again. */
  heal(): Promise<void>;
  /** Ends the waiting for ids: every token leads to its own from now on. */
  readyTokens(): Promise<void>;
  /**
   * Changes a request as a clerk would on the staff desk, and gives it as it is then.
   * @throws Error with the desk's words when the desk would refuse it
   */
  change(id: string, change: ClerkChange): Promise<StoredRequest>;
  /** Every request the city has, newest first, with contact details and all answers. */
  rows(): Promise<StoredRequest[]>;
  /**
   * The photos that came with a request, in the order they were sent, byte for byte as the city keeps them; `type` is what their first bytes
   * say. Of private services too.
   * @throws Error when there is no such request
   */
  photos(id: string): Promise<readonly Blob[]>;
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
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const { id, endpoint } = (await (await call('POST', '/__city', options)).json()) as { id: string; endpoint: string };
  const at = `/__city/${id}`;
  const rows = async () => (await (await call('GET', `${at}/rows`)).json()) as StoredRequest[];
  return {
    endpoint,
    fail: async (...faults) => void (await call('PUT', `${at}/faults`, faults)),
    heal: async () => void (await call('PUT', `${at}/faults`, [])),
    readyTokens: async () => void (await call('PUT', `${at}/tokens`)),
    change: async (request, { status, note, afterPhoto, at: moment }) => {
      const form = new FormData();
      form.set('service_request_id', request);
      form.set('status', status);
      if (note !== undefined) form.set('note', note);
      if (afterPhoto) form.set('media', afterPhoto);
      if (moment !== undefined) form.set('at', moment instanceof Date ? moment.toISOString() : moment);
      return (await (await call('POST', `${at}/changes`, form)).json()) as StoredRequest;
    },
    rows,
    photos: async (request) => {
      const found = (await rows()).find(({ serviceRequestId }) => serviceRequestId === request);
      if (!found) throw new Error(`The city has no request ${request}.`);
      return Promise.all(found.photos.map(async (name) => (await call('GET', `${at}/photos/${name}`)).blob()));
    },
    close: async () => void (await call('DELETE', at)),
  };
}

export { dialectNames, type DialectName } from './dialect-names.ts';
export type { Fault, FaultRoute } from './faults.ts';
export type {
  DeskStatus,
  HistoryEntry,
  ResidentAnswer,
  Seed,
  SeedAttribute,
  SeedEntry,
  SeedRequest,
  SeedService,
  StoredRequest,
} from '@citydesk/relay/town';
export type { FreshCityOptions } from './test-cities.ts';
