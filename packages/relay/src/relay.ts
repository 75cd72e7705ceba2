/** The relay: a GeoReport v2 endpoint in front of a city's own, as one `fetch`. */

import { encodeDiscovery } from '@citydesk/open311/wire';
import { Hono } from 'hono';
import { addressOf } from './address-of.ts';
import { botDefaults, createBots } from './bots/judge.ts';
import { cityBehind } from './city.ts';
import { cors } from './cors.ts';
import { filing } from './file-report.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { healthWatch } from './health.ts';
import { limit } from './limits.ts';
import { kindOf, type Log } from './log.ts';
import { mediaFor } from './media.ts';
import { isTown } from './office-checks.ts';
import { fasterRelayTimes, realRelayTimes } from './once/times.ts';
import { photoRoutes } from './photos.ts';
import { discoveryOf } from './reading/discovery.ts';
import { feeds } from './reading/feeds.ts';
import { knownFields } from './reading/public-request.ts';
import { openSide, readingRoutes } from './reading/reading-routes.ts';
import { reportingRoutes } from './reporting-routes.ts';
import { routeOf, type Place } from './route-of.ts';
import { secretWords } from './secret-words.ts';
import { formatOfPath, Refusal, specWriter } from './spec-answer.ts';
import type { RelayConfig } from './config.ts';
import type { FileReport } from './file-report.ts';
import type { OfficePart } from './office/office.ts';
import type { KeyStore } from './once/key-store.ts';
import type { Shelf } from './photos.ts';
import type { RelayEnv } from './relay-env.ts';

export interface RelayOptions {
  readonly config: RelayConfig;
  /** The city's key for reports. It leaves in the body of a POST to the city, and nowhere else. */
  readonly apiKey?: string | undefined;
  /** Signs challenges, look-up codes and the keys that remove photos; the same in all relays of a city, 32 characters or more. */
  readonly secret: string;
  /** Where it is kept what became of each report. Without it the relay only reads. */
  readonly keys?: KeyStore | undefined;
  /** Where photos are kept for a while. Without it there are none. */
  readonly shelf?: Shelf | undefined;
  /** The widgets' files and the plain form, made once the relay stands. */
  readonly site?: ((around: SiteAround) => Hono) | undefined;
  /** What it does for the people behind it, made once the relay stands. */
  readonly office?: ((around: SiteAround) => readonly OfficePart[]) | undefined;
  /** Default: the global one. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly log?: Log | undefined;
}

/** What pages of the relay may use of it. */
export interface SiteAround {
  readonly city: ReturnType<typeof cityBehind>;
  readonly file: FileReport | undefined;
  readonly config: RelayConfig;
}

export interface Relay {
  /** @param info the address at the other end of the connection, for the limits */
  fetch(request: Request, info?: { readonly ip?: string | undefined }): Promise<Response>;
  close(): Promise<void>;
}

export function createRelay(options: RelayOptions): Relay {
  const { config, apiKey, secret, keys, shelf, log = () => {} } = options;
  const now = () => performance.now();
  const times = fasterRelayTimes(realRelayTimes, config.faster);
  const watch = healthWatch();
  const write = specWriter(apiKey?.trim(), config.faster);
  const words = secretWords(secret);
  const baseUrlOf = (request: Request) => new URL(config.base, config.publicUrl ?? request.url).href;

  const guarded = guardedFetch({
    upstream: config.upstream,
    limit: config.limits.answer,
    fetch: options.fetch,
    redirected: (to) =>
      log({
        is: 'trouble',
        what: 'the city redirects',
        why: `Put the final address into "upstream". It leads to ${to}`,
      }),
  });
  const { media, takesPhotos } = mediaFor(config, shelf);
  const city = cityBehind({
    endpoint: config.upstream,
    jurisdictionId: config.jurisdictionId,
    preset: config.preset,
    zone: config.zone,
    format: config.format,
    fetch: watch.watched(guarded),
    apiKey,
    media,
    answer: times.answer,
    timeout: config.timeout,
    now,
  });
  const bots = createBots({
    secret,
    now: Date.now,
    perAddress: config.limits.suspicious,
    together: config.limits.suspiciousTogether,
    fillTime: botDefaults.fillTime / config.faster,
  });
  const onTrouble = (what: string, error: unknown) => log({ is: 'trouble', what, why: kindOf(error) });
  const isPrivate = (code: string) => config.privateServices.includes(code);
  const { idAttribute } = config;
  const file =
    keys &&
    filing({
      city,
      bots,
      keys,
      times,
      now,
      idAttribute,
      isOnce: isTown(config),
      isPrivate,
      takesPhotos,
      photoLimit: config.limits.photo,
      onTrouble: (error) => onTrouble('the keys', error),
    });
  const open = openSide(config, knownFields);

  const app = new Hono<RelayEnv>();
  const base = config.base.replace(/\/$/, '');
  const around: SiteAround = { city, file, config };
  const office = options.office?.(around) ?? [];
  for (const { api, pages } of office) {
    if (api) app.route(base, api);
    if (pages) app.route('/', pages);
  }
  app.route(base, readingRoutes({ city, config, open, words, write, now }));
  app.route(base, reportingRoutes({ config, city, file, bots, words, write, now }));
  for (const path of new Set([`${base}/discovery`, new URL('../discovery', `http://relay${base}/`).pathname])) {
    app.on('GET', [`${path}.json`, `${path}.xml`], (c) => {
      const endpoint = baseUrlOf(c.req.raw).replace(/\/$/, '');
      return write.answer(encodeDiscovery(discoveryOf(config, endpoint)), 'discovery', {
        format: formatOfPath(c.req.path),
      });
    });
  }
  app.route('/', feeds({ city, open, config, write, rootOf: (request) => new URL(baseUrlOf(request)).origin }));
  if (shelf) {
    const publicBase = config.publicUrl && new URL(`${config.base}photos/`, config.publicUrl).href;
    app.route(base, photoRoutes({ shelf, secret, publicBase, limits: { bytes: config.limits.photo } }));
  }
  app.get('/health', async () => {
    const photosFor = config.photoDays * 86_400;
    const health = await watch.look({ city, keys, shelf, keysFor: Math.round(times.keep / 1000), photosFor, now });
    return Response.json(Object.assign({}, health, ...office.map((part) => part.health?.())), {
      status: health.status === 'ok' ? 200 : 503,
      headers: { 'Cache-Control': 'no-store' },
    });
  });
  if (options.site) app.route('/', options.site(around));
  app.all('*', () => {
    throw new Refusal(404, 'There is nothing at this address.');
  });
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) onTrouble('a call', error);
    const known = error instanceof Refusal ? error : new Refusal(500, 'Something went wrong on our side.');
    const { errors, status, retryAfter } = known;
    return write.errors(errors, { format: formatOfPath(c.req.path), status, retryAfter });
  });

  const pages = cors(config);
  const limits = { reading: limit(config.limits.reading, now), updates: limit(config.limits.updates, now) };

  /** What is refused before anybody looks at it. */
  const refused = (request: Request, place: Place, path: string, who: string): Response | undefined => {
    const format = formatOfPath(path);
    if (place.is === 'api' && !pages.allows(request)) {
      const description =
        'This site may not use the relay. Its operator can add the origin to "origins", or allow callers without one.';
      return write.errors([{ code: '403', description }], { format, status: 403 });
    }
    if (request.method === 'OPTIONS' && place.is !== 'page') return pages.preflight(request);
    const wait = place.limit === undefined ? 0 : limits[place.limit].take(who);
    if (wait === 0) return undefined;
    const errors = [{ code: 'slow', description: 'You are asking too often. Please try again in a moment.' }];
    return write.errors(errors, { format, status: 429, retryAfter: wait });
  };

  return {
    async fetch(request, info) {
      const began = now();
      const path = new URL(request.url).pathname;
      const who = addressOf(info?.ip, request.headers.get('X-Forwarded-For'), config.trustProxy);
      const place = routeOf(request.method, path, config.base);
      const noted: RelayEnv['Bindings']['noted'] = {};
      const answer = refused(request, place, path, who) ?? (await app.fetch(request, { who, noted }));
      const { headers, status } = answer;
      headers.set('Citydesk-Relay', '1');
      if (!headers.has('X-Content-Type-Options')) headers.set('X-Content-Type-Options', 'nosniff');
      if (place.is !== 'page') pages.open(request, headers);
      log({ is: 'call', method: request.method, route: place.route, status, ms: Math.round(now() - began), ...noted });
      return answer;
    },
    async close() {
      await keys?.close();
    },
  };
}
