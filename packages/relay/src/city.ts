/** The city behind the relay, as its client sees it: one for reports, and one for each language that pages are read in. */

import { createClient, type Client, type ClientOptions, type Service, type ServiceRequest } from '@citydesk/open311';
import type { RequestsQuery } from '@citydesk/open311';
import { notLeft } from './guarded-fetch.ts';

export interface CityOptions extends Omit<ClientOptions, 'locale' | 'locales' | 'media' | 'apiKey'> {
  readonly fetch: typeof globalThis.fetch;
  readonly apiKey?: string | undefined;
  readonly media?: ClientOptions['media'];
  /** Milliseconds the city has for an answer to a report. */
  readonly answer: number;
  /** Milliseconds the city has for an answer to a GET, all tries together. */
  readonly timeout: number;
  /** Milliseconds, from a clock that never goes back. */
  readonly now: () => number;
}

export interface CityBehind {
  /** For reports, updates, and looking for reports. It has the key. */
  readonly client: Client;
  /** Without the key. */
  reader(language?: string): Client;
  /** One page of a list, and no more than one answer of the city for it, unless it takes shorter ranges than the spec. */
  page(
    query: RequestsQuery,
    page: number,
    most: number,
    language?: string,
    signal?: AbortSignal,
  ): Promise<readonly ServiceRequest[]>;
  /** What the city said of a service in the last minute or so; `undefined` where it has not said anything yet. */
  service(code: string): Service | undefined;
}

const minute = 60_000;
/** Languages and pages for which a client is kept. What it learnt of the city is all that is lost with one. */
const mostClients = 64;

export function cityBehind({ answer, timeout, apiKey, media, now, ...shared }: CityOptions): CityBehind {
  const filing = createClient({ ...shared, apiKey, media, timeout: answer });
  const clients = new Map<string, Client>();
  const clientFor = (language: string | undefined, page: number | 'any'): Client => {
    const name = `${language ?? ''} ${page}`;
    let known = clients.get(name);
    if (!known) {
      const fetch = page === 'any' ? shared.fetch : pageFetch(shared.fetch, page);
      known = createClient({ ...shared, fetch, timeout, locale: language });
      if (clients.size >= mostClients) clients.delete(clients.keys().next().value!);
      clients.set(name, known);
    }
    return known;
  };

  let services: ReadonlyMap<string, Service> | undefined;
  let asked = -Infinity;
  let asking: Promise<void> | undefined;
  const refresh = (): Promise<void> => {
    asked = now();
    return (asking ??= filing
      .services({ signal: AbortSignal.timeout(Math.ceil(answer / 3)) })
      .then((list) => void (services = new Map(list.map((each) => [each.serviceCode, each]))))
      .finally(() => (asking = undefined)));
  };
  /** A report goes out in the format the city has answered in. Where it never answered, nothing leaves. */
  const learn = async (): Promise<void> => {
    if (services || (shared.format ?? 'auto') !== 'auto') return;
    await refresh().catch(() => {
      throw notLeft(shared.endpoint, 'nobody knows yet how the city is spoken to');
    });
  };
  const client: Client = Object.assign(Object.create(filing) as Client, {
    submitRequest: (...report: Parameters<Client['submitRequest']>) =>
      learn().then(() => filing.submitRequest(...report)),
    submitUpdate: (...update: Parameters<Client['submitUpdate']>) => learn().then(() => filing.submitUpdate(...update)),
  });

  return {
    client,
    reader: (language) => clientFor(language, 'any'),
    async page(query, page, most, language, signal) {
      const found: ServiceRequest[] = [];
      if (most === 0) return found;
      for await (const request of clientFor(language, page).requests(query, { signal })) {
        found.push(request);
        if (found.length >= most) break;
      }
      return found;
    },
    service(code) {
      if (now() - asked > minute) refresh().catch(() => undefined);
      return services?.get(code);
    },
  };
}

/**
 * The client walks through all pages of a list; a caller of the relay wants one. So the first page it asks for is the one that is wanted, and
 * where it goes on to a further one, that is empty.
 */
function pageFetch(fetch: typeof globalThis.fetch, page: number): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(String(input));
    if (url.searchParams.has('page')) return Response.json([]);
    if (page > 1) url.searchParams.set('page', String(page));
    return fetch(url.href, init);
  };
}
