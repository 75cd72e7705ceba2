/**
 * The client: GeoReport v2 over fetch, typed. It does not know whether a city, a relay or the sandbox answers, and remembers of it
 * only how it speaks. What few calls need (long lists, waiting, photos, presets) is loaded when it is first needed.
 */
import { baseOf, inLanguage, type ClientOptions } from './client-options.ts';
import { NetworkError, NotFoundError, Open311Error, UnreadableError, UnsupportedError } from './errors.ts';
import { addressOf, ask, type Asking } from './http/asking.ts';
import { exchange } from './http/exchange.ts';
import type { Habits } from './lists/pages.ts';
import type { PollOptions } from './poll-request-id.ts';
import { settle } from './settle.ts';
import type {
  Discovery,
  Receipt,
  Report,
  RequestsQuery,
  Service,
  ServiceDefinition,
  ServiceRequest,
  ServiceType,
} from './types.ts';
import {
  decodeDiscovery,
  decodeReceipt,
  decodeRequests,
  decodeServiceDefinition,
  decodeServices,
} from './wire/decode.ts';
import { encodeReport } from './wire/encode.ts';

export interface CallOptions {
  /** Aborting rejects with the signal's own reason, which is no `Open311Error`. */
  readonly signal?: AbortSignal | undefined;
}

export interface RequestOptions extends CallOptions {
  /** Extension (CitySDK, Spot): ask for all the city can tell. */
  readonly extensions?: boolean | undefined;
}

/**
 * Every method may throw `NetworkError`, `TimeoutError`, `RejectedError`, `UnreadableError` or `UnsupportedError`; the rest stands beside it.
 * GETs are tried up to three times where that may help; a report is sent once, and never again by itself.
 */
export interface Client {
  /** Where else the city's API answers. Throws `NotFoundError` if the city says nothing about it. */
  discovery(options?: CallOptions): Promise<Discovery>;
  /** The kinds of report the city takes. */
  services(options?: CallOptions): Promise<readonly Service[]>;
  /** The questions of one service. Throws `NotFoundError` on 404, 410 and an empty list: ask only where `metadata` is true. */
  serviceDefinition(serviceCode: string, options?: CallOptions): Promise<ServiceDefinition>;
  /** Sends a report. Only a blackbox service gives a receipt without id and token: it is filed, without a number. */
  submitRequest(report: Report, options?: CallOptions): Promise<Receipt>;
  /** The id a token stands for; `undefined` while there is none yet, which an empty list says too. Throws `NotFoundError` on 404 and 410. */
  requestIdFor(token: string, options?: CallOptions): Promise<string | undefined>;
  /** Waits for the id a token stands for, with growing pauses. To go on another day, keep the token and call this again. */
  pollRequestId(token: string, options?: PollOptions): Promise<string>;
  /**
   * One report. Throws `NotFoundError` on 404, 410, an empty list, and where the city gives others only: a lone one is this one if
   * its id differs in nothing but leading zeros, upper and lower case, and blanks around it.
   */
  request(serviceRequestId: string, options?: RequestOptions): Promise<ServiceRequest>;
  /**
   * Reports, each once, newest stretch of time first, within it in the city's order. Asks as far as you iterate: without dates the
   * city's last 90 days, else from `endDate` back to `startDate`. With `serviceRequestIds`, those of them that the city knows.
   * Throws a `RangeError` for a date that is none.
   */
  requests(query?: RequestsQuery, options?: CallOptions): AsyncIterable<ServiceRequest>;
}

/** Bytes: a receipt is a few lines. */
const receiptLimit = 64_000;
/** Bytes a millisecond: what photos count on of a slow uplink, 256 kbit/s. */
const uplink = 32;

/** @throws {UnsupportedError} if the endpoint is no http(s) address */
export function createClient(given: ClientOptions): Client {
  const options = inLanguage(given);
  const base = baseOf(options.endpoint);
  const { jurisdictionId, apiKey } = options;
  const habits: Habits = { repeats: false, days: 90, idsTogether: true };
  let types: ReadonlyMap<string, ServiceType> | undefined;

  const city = once(async () => {
    const preset = options.preset && (await part(import('./presets.ts'), base)).presetFor(options.preset, base);
    const { zone = preset?.zone, media = preset?.media ?? 'none', format = preset?.format ?? 'auto' } = options;
    habits.days = preset?.days ?? habits.days;
    return {
      base,
      jurisdictionId,
      format: format === 'auto' ? undefined : format,
      reading: { zone, onQuirk: options.onQuirk },
      localZone: preset?.localDates && zone,
      media,
      line: {
        fetch: options.fetch ?? ((...request: Parameters<typeof fetch>) => globalThis.fetch(...request)),
        timeout: options.timeout ?? 15_000,
        locale: options.locale,
      },
    };
  });

  async function tell<T>(asking: Asking<T>): Promise<T> {
    return (await ask(await city(), asking)).value;
  }

  const client: Client = {
    async discovery({ signal } = {}) {
      // The spec lets it live anywhere. Mostly it lies beside the version (…/open311/discovery.json, …/open311/v2/),
      // sometimes in it, sometimes at the root of the site.
      const paths = ['../discovery', './discovery', '/discovery'];
      const places = new Map(paths.map((path) => [new URL(path, base).href, path]));
      let failing: Open311Error | undefined;
      const known = await city();
      for (const path of places.values()) {
        try {
          // A copy: by the spec the discovery comes in both formats, whatever the endpoint speaks.
          const { value } = await ask({ ...known }, { path, decode: decodeDiscovery, single: true, signal });
          known.format ??= onlyXml(value, base) ? 'xml' : undefined;
          return value;
        } catch (error) {
          if (!isAnswer(error)) throw error;
          if (error.status >= 500) failing ??= error;
        }
      }
      throw failing ?? new NotFoundError({ method: 'GET', url: new URL('../discovery.json', base).href });
    },

    async services({ signal } = {}) {
      const services = await tell({ path: 'services', decode: decodeServices, signal });
      types = new Map(services.map(({ serviceCode, type }) => [serviceCode, type]));
      return services;
    },

    serviceDefinition: (serviceCode, { signal } = {}) =>
      tell({
        path: `services/${segment(serviceCode)}`,
        decode: (value, reading) => decodeServiceDefinition(value, serviceCode, reading),
        single: true,
        signal,
      }),

    async submitRequest({ media: photos = [], ...report }, { signal } = {}) {
      const { line, media, reading, format } = await city();
      // The jurisdiction goes along in the body.
      const url = addressOf({ base, format, jurisdictionId: undefined }, 'requests');
      const failure = { method: 'POST' as const, url };
      let body: URLSearchParams | FormData = encodeReport(report, { apiKey, jurisdictionId });
      let bytes = 0;
      if (photos.length > 0) {
        if (media === 'none')
          throw new UnsupportedError(failure, 'the `media` option says that this city takes no photos');
        const { bodyWithPhotos } = await part(import('./photos.ts'), base);
        ({ body, bytes } = await bodyWithPhotos(body, photos, media, signal));
      }
      const answer = await exchange(line, { ...failure, body, limit: receiptLimit, patience: bytes / uplink, signal });
      const worked = answer.status >= 200 && answer.status < 300;
      // An empty body is as good as an empty list: below it is asked whether that is a receipt.
      const receipt: Receipt =
        worked && answer.text.trim() === ''
          ? {}
          : await settle(answer, { ...failure, decode: decodeReceipt, single: false, reading, secret: apiKey?.trim() });
      if (receipt.serviceRequestId === undefined && receipt.token === undefined) {
        // Nothing to hold on to: an answer only where the city said beforehand that it gives none.
        if (!types) await client.services({ signal }).catch(() => undefined);
        if (types?.get(report.serviceCode) !== 'blackbox') {
          throw new UnreadableError({ ...failure, status: answer.status }, 'a receipt with neither id nor token');
        }
      }
      return receipt;
    },

    async requestIdFor(token, { signal } = {}) {
      const path = `tokens/${segment(token)}`;
      return (await tell({ path, decode: decodeReceipt, single: true, signal })).serviceRequestId;
    },

    async pollRequestId(token, options = {}) {
      const { pollRequestId } = await part(import('./poll-request-id.ts'), base);
      return pollRequestId(() => client.requestIdFor(token, options), options);
    },

    async request(serviceRequestId, { signal, extensions } = {}) {
      const path = `requests/${segment(serviceRequestId)}`;
      const query = { ...(extensions && { extensions: 'true' }) };
      const found = await tell({
        path,
        query,
        decode: decodeRequests,
        single: true,
        signal,
        // Some cities have another path for one request, but all have the list.
        elsewhere: { path: 'requests', query: { ...query, service_request_id: serviceRequestId } },
      });
      // A server that answers with a whole list has not looked for this one, and one that answers with another has not found it.
      const [first] = found;
      const request =
        found.find((each) => each.serviceRequestId === serviceRequestId) ??
        (first && found.length === 1 && tidy(first.serviceRequestId) === tidy(serviceRequestId) ? first : undefined);
      if (!request) throw new NotFoundError({ method: 'GET', url: addressOf(await city(), path) });
      return request;
    },

    async *requests(query = {}, { signal } = {}) {
      const [known, { listRequests, writeDates }] = [
        await city(),
        await part(import('./lists/list-requests.ts'), base),
      ];
      yield* listRequests(
        {
          list: (fields) => ask(known, { path: 'requests', query: fields, decode: decodeRequests, signal }),
          one: (id) => client.request(id, { signal, extensions: query.extensions }),
          write: writeDates(known.localZone, options.onQuirk),
          habits,
          onQuirk: options.onQuirk,
        },
        query,
      );
    },
  };
  return client;
}

/** The first call's outcome for all; after a failure the next call tries again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}

/** A part of this package that is loaded late. One that does not come is a broken connection like any other. */
function part<T>(loading: Promise<T>, { href }: URL): Promise<T> {
  return loading.catch((cause: unknown) => {
    throw new NetworkError({ method: 'import for', url: href, cause });
  });
}

/** A code or id as one step of a path. Half a character, as a typed id may hold, would make encodeURIComponent throw. */
function segment(word: string): string {
  return encodeURIComponent(word.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** An id as typed by hand and one as the city writes it may differ in leading zeros, case and blanks around it. */
function tidy(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/^0+(?=.)/, '');
}

/** Whether the discovery says of the endpoint at `base` that it speaks XML alone. */
function onlyXml({ endpoints }: Discovery, base: URL): boolean {
  const bare = base.href.slice(0, -1);
  const own = endpoints.find(({ url }) => url.startsWith(bare) && /^\/*$/.test(url.slice(bare.length)));
  const formats = own?.formats.join() ?? '';
  return /xml/i.test(formats) && !/json/i.test(formats);
}

/** Whether the city answered, but not with its discovery. */
function isAnswer(error: unknown): error is Open311Error & { readonly status: number } {
  return error instanceof Open311Error && error.status !== undefined;
}
