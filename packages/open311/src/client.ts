/**
 * The client: GeoReport v2 over fetch, typed. It does not know whether a city, a relay or the sandbox answers, and remembers of it
 * only how it speaks. What not every page needs (requests, definitions, sending, long lists, waiting, photos, updates, presets, discovery) is loaded when it is first needed.
 */
import { baseOf, inLanguage, type ClientOptions } from './client-options.ts';
import { NotFoundError } from './errors.ts';
import { addressOf, ask, type Asking } from './http/asking.ts';
import type { Habits } from './lists/pages.ts';
import { part } from './part.ts';
import type { PollOptions } from './poll-request-id.ts';
import type {
  Discovery,
  Receipt,
  Report,
  RequestsQuery,
  Service,
  ServiceDefinition,
  ServiceRequest,
  ServiceType,
  Update,
} from './types.ts';
import { decodeServices } from './wire/decode.ts';

export interface CallOptions {
  /** Aborting rejects with the signal's own reason, which is no `Open311Error`. */
  readonly signal?: AbortSignal | undefined;
}

export interface SubmitOptions extends CallOptions {
  /**
   * One id for one report, the same at every attempt: a UUID. Goes to a relay only, as `Idempotency-Key`, which then takes the report once however
   * often it is sent. Other endpoints leave it unsent: what they get twice they file twice.
   */
  readonly reportId?: string | undefined;
  /** Goes to a relay only: proof that a device has worked for this report, as `workFor` of the relay's challenge gives it. */
  readonly work?: string | undefined;
  /** Goes to a relay only: file it although nobody can tell whether it is filed already. */
  readonly insist?: boolean | undefined;
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
  /** Whether a relay answers (`Citydesk-Relay: 1`), once an answer has told; before that, as the options say. */
  readonly relay: boolean | undefined;
  /** Where else the city's API answers. Throws `NotFoundError` if the city says nothing about it. */
  discovery(options?: CallOptions): Promise<Discovery>;
  /** The kinds of report the city takes. */
  services(options?: CallOptions): Promise<readonly Service[]>;
  /** The questions of one service. Throws `NotFoundError` on 404, 410 and an empty list: ask only where `metadata` is true. */
  serviceDefinition(serviceCode: string, options?: CallOptions): Promise<ServiceDefinition>;
  /** Sends a report. Only a blackbox service gives a receipt without id and token: it is filed, without a number. */
  submitRequest(report: Report, options?: SubmitOptions): Promise<Receipt>;
  /**
   * Extension (mySociety): tells the city what a resident says about a report that is there already. Resolves once the city has taken it;
   * sent once, and never again by itself. Throws `UnsupportedError` where the city takes none (404, 405, 501).
   */
  submitUpdate(update: Update, options?: CallOptions): Promise<void>;
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

/** @throws {UnsupportedError} if the endpoint is no http(s) address */
export function createClient(given: ClientOptions): Client {
  const options = inLanguage(given);
  const base = baseOf(options.endpoint);
  const { jurisdictionId } = options;
  const habits: Habits = { repeats: false, days: 90, idsTogether: true };
  let types: ReadonlyMap<string, ServiceType> | undefined;
  let { relay } = options;

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
        async fetch(...request: Parameters<typeof fetch>) {
          const answer = await (options.fetch ?? globalThis.fetch)(...request);
          // What stands before a relay that is down says nothing of it.
          if (answer.headers.get('Citydesk-Relay') === '1') relay = true;
          else if (answer.ok) relay ??= false;
          return answer;
        },
        timeout: options.timeout ?? 15_000,
        locale: options.locale,
      },
    };
  });

  async function tell<T>(asking: Asking<T>): Promise<T> {
    return (await ask(await city(), asking)).value;
  }

  // What is asked for again and again is looked up once: an import of what is there already takes its time, too.
  const requestsPart = once(() => part(import('./wire/decode-requests.ts'), base));
  const sendPart = once(() => part(import('./send-request.ts'), base));
  const requestsReader = () => late(requestsPart(), ({ decodeRequests }) => decodeRequests);

  const client: Client = {
    get relay() {
      return relay;
    },

    async discovery({ signal } = {}) {
      const { discover } = await part(import('./discover.ts'), base);
      return discover(await city(), signal);
    },

    async services({ signal } = {}) {
      const services = await tell({ path: 'services', decode: decodeServices, signal });
      types = new Map(services.map(({ serviceCode, type }) => [serviceCode, type]));
      return services;
    },

    serviceDefinition: (serviceCode, { signal } = {}) =>
      tell({
        path: `services/${segment(serviceCode)}`,
        ...late(
          part(import('./wire/decode-definition.ts'), base),
          ({ decodeServiceDefinition }) =>
            (value, reading) =>
              decodeServiceDefinition(value, serviceCode, reading),
        ),
        single: true,
        signal,
      }),

    async submitRequest(report, { signal, ...toRelay } = {}) {
      const { sendRequest } = await sendPart();
      const typeOf = async (serviceCode: string) => {
        if (!types) await client.services({ signal }).catch(() => undefined);
        return types?.get(serviceCode);
      };
      return sendRequest(await city(), options, report, typeOf, signal, relay ? toRelay : {});
    },

    async submitUpdate(update, { signal } = {}) {
      const { sendUpdate } = await part(import('./send-update.ts'), base);
      return sendUpdate(await city(), options, update, signal);
    },

    async requestIdFor(token, { signal } = {}) {
      const path = `tokens/${segment(token)}`;
      const reader = late(part(import('./wire/decode-receipt.ts'), base), ({ decodeReceipt }) => decodeReceipt);
      return (await tell({ path, ...reader, single: true, signal })).serviceRequestId;
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
        ...requestsReader(),
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
          list: (fields) => ask(known, { path: 'requests', query: fields, ...requestsReader(), signal }),
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

/** A decoder that is fetched while the city answers, not before it is asked. */
function late<Part, T>(
  loading: Promise<Part>,
  pick: (part: Part) => Asking<T>['decode'],
): Pick<Asking<T>, 'ready' | 'decode'> {
  let decode: Asking<T>['decode'];
  const ready = loading.then((loaded) => (decode = pick(loaded)));
  // Whoever asks waits for it, if it comes to that.
  ready.catch(() => {});
  return { ready, decode: (value, reading) => decode(value, reading) };
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
