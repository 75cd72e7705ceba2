/**
 * GeoReport v2 and Service Discovery over HTTP, in JSON and XML, spoken in the city's dialect.
 * Source: http://wiki.open311.org/GeoReport_v2 and http://wiki.open311.org/Service_Discovery
 */

import {
  encodeDiscovery,
  encodeReceipt,
  encodeRequests,
  encodeServiceDefinition,
  encodeServices,
  type Format,
} from '@citydesk/open311/wire';
import { Hono, type Context } from 'hono';
import { mediaAddress, photoAnswer, photosIn } from './photos.ts';
import { publicSide } from './public-side.ts';
import { checkReport, reportAsSent } from './report-check.ts';
import { readForm } from './report-form.ts';
import { requestsQuery } from './requests-query.ts';
import { SpecError } from './spec-error.ts';
import { timingSafeText } from '../timing-safe-text.ts';
import { checkUpdate } from './update-check.ts';
import { utter } from './utter.ts';
import {
  hasDefinition,
  photosOf,
  publicDefinition,
  publicReceipt,
  publicRequest,
  publicService,
} from './wire-answers.ts';
import { formatOfPath } from './write-answer.ts';
import type { Route } from './answer.ts';
import type { Dialect } from './dialect.ts';
import type { Discovery } from '@citydesk/open311';
import type { Store } from './store.ts';
import type { StoredRequest } from './stored-request.ts';

export interface GeoReportOptions {
  readonly store: Store;
  /** Needed on a POST when set. */
  readonly apiKey?: string | undefined;
  /** Needed on every call when set. */
  readonly jurisdictionId?: string | undefined;
  readonly now: () => Date;
  /** The path under which the city answers, without a slash at the end. */
  readonly base: string;
  /** Takes a report of any kind with any answers, unchecked: for tests that put recorded services before the city. */
  readonly takeAnything: boolean;
  readonly dialect: Dialect;
  /** Code of an attribute that no service asks, in which a report may bring an id of its sender's: it is then filed once, however often it comes. */
  readonly idAttribute?: string | undefined;
  /** What discovery says of whom to ask, of keys, and of whether reports are meant. */
  readonly discovery: Required<Pick<Discovery, 'contact' | 'keyService'>> &
    Pick<Discovery['endpoints'][number], 'type'>;
}

const changeset = '2026-11-01 09:00';
const mimeTypes: Readonly<Record<Format, string>> = { xml: 'text/xml', json: 'application/json' };
const tenMinutes = 10 * 60 * 1000;

export function geoReport(options: GeoReportOptions): Hono {
  const { store, apiKey, jurisdictionId, now, base, takeAnything, dialect, idAttribute } = options;
  const app = new Hono();
  const open = publicSide(store, now);

  /** Lets `handle` answer at this path, whatever format is asked for. */
  const on = (method: 'GET' | 'POST', path: string, route: Route, handle: (c: Context) => unknown): void => {
    const paths = path.endsWith('*') ? [path] : [`${path}.json`, `${path}.xml`];
    app.on(method, paths, (c) => utter(dialect, route, () => handle(c), around(c)));
  };
  const around = (c: Context) => ({
    format: formatOfPath(c.req.path),
    zone: store.timeZone,
    stored: (id: unknown) => {
      const request = store.request(String(id));
      return request && open.shown(request);
    },
    service: store.service,
    photosOf: (request: StoredRequest) => photosOf(request, photoAt(c)),
    photoAt: photoAt(c),
  });
  const photoAt = (c: Context) => mediaAddress(c.req.url, base);

  const checkJurisdiction = (given: string | null | undefined): void => {
    if (jurisdictionId === undefined) return;
    if (!given) throw new SpecError(400, 'jurisdiction_id was not provided. (jurisdiction_id)');
    if (given !== jurisdictionId) throw new SpecError(404, 'jurisdiction_id was not found. (jurisdiction_id)');
  };
  const checkKey = (form: URLSearchParams): void => {
    if (apiKey === undefined) return;
    const key = form.get('api_key');
    if (key === null) throw new SpecError(403, 'api_key was not provided. (api_key)');
    if (!timingSafeText(key, apiKey)) throw new SpecError(403, 'api_key is not valid. (api_key)');
  };

  app.options('*', () => preflight());
  on('GET', '/discovery', 'discovery', (c) => encodeDiscovery(discovery(c)));
  on('GET', '/v2/discovery', 'discovery', (c) => encodeDiscovery(discovery(c)));

  on('GET', '/v2/services', 'services', (c) => {
    checkJurisdiction(c.req.query('jurisdiction_id'));
    return encodeServices(store.services().map(publicService));
  });

  on('GET', '/v2/services/*', 'definition', (c) => {
    const code = lastPart(c, '/services/');
    checkJurisdiction(c.req.query('jurisdiction_id'));
    const service = store.service(code);
    if (!service) throw new SpecError(404, 'service_code was not found. (service_code)');
    if (!hasDefinition(service)) throw new SpecError(404, 'This service has no definition. (service_code)');
    return encodeServiceDefinition(publicDefinition(service));
  });

  on('POST', '/v2/requests', 'post', async (c) => {
    const { fields, files } = await readForm(c.req.raw);
    checkJurisdiction(fields.get('jurisdiction_id') ?? c.req.query('jurisdiction_id'));
    checkKey(fields);
    const key = takeOut(fields, idAttribute);
    const before = key === undefined ? undefined : store.byKey(key);
    if (before) return encodeReceipt(publicReceipt(before, store.service(before.serviceCode)));
    const known = store.service(fields.get('service_code') ?? '');
    const report = takeAnything && !known ? reportAsSent(fields) : checkReport(fields, store.service);
    const photos = await photosIn(files);
    dialect.checkReport?.(report, store.list({ from: new Date(+now() - tenMinutes), limit: 100 }));
    const kept = store.add(report, now(), photos, key);
    return encodeReceipt(publicReceipt(kept, known));
  });

  on('GET', '/v2/requests', 'requests', (c) => {
    checkJurisdiction(c.req.query('jurisdiction_id'));
    const { searchParams } = new URL(c.req.url);
    dialect.checkQuery?.(searchParams);
    for (const name of dialect.unread ?? []) searchParams.delete(name);
    const { ids, ...query } = requestsQuery(searchParams, now());
    return told(c, ids ? open.named({ ...query, ids: ids.map(idIn) }) : open.list(query));
  });

  on('GET', '/v2/requests/*', 'request', (c) => {
    const id = lastPart(c, '/requests/');
    checkJurisdiction(c.req.query('jurisdiction_id'));
    return told(c, [open.request(idIn(id)) ?? noSuchRequest()]);
  });

  on('GET', '/v2/tokens/*', 'token', (c) => {
    const token = lastPart(c, '/tokens/');
    checkJurisdiction(c.req.query('jurisdiction_id'));
    const request = store.byToken(token);
    if (!request) throw new SpecError(404, 'token was not found. (token)');
    const id = open.isNumbered(request) ? { serviceRequestId: request.serviceRequestId } : {};
    return encodeReceipt({ ...id, token });
  });

  // Extension (mySociety): what a resident says afterwards. It is kept for staff; there is no GET.
  on('POST', '/v2/servicerequestupdates', 'updates', async (c) => {
    const { fields, files } = await readForm(c.req.raw);
    checkJurisdiction(fields.get('jurisdiction_id') ?? c.req.query('jurisdiction_id'));
    checkKey(fields);
    const { id, said } = checkUpdate(fields);
    if ((await photosIn(files)).length > 0) throw new SpecError(400, 'Send photos with a new report. (media)');
    const { serviceRequestId } = open.request(idIn(id)) ?? noSuchRequest();
    // By the city's own clock: the resident's may be wrong.
    return [{ update_id: String(store.answer(serviceRequestId, said, now())) }];
  });

  app.get('/media/:name', (c) => {
    const photo = open.photo(c.req.param('name'));
    return photo ? photoAnswer(photo) : c.text('There is no such photo.', 404);
  });

  app.all('*', (c) => utter(dialect, 'elsewhere', nothingHere, around(c)));

  const told = (c: Context, requests: readonly StoredRequest[]): unknown => {
    const extensions = c.req.query('extensions') === 'true';
    return encodeRequests(requests.map((each) => publicRequest(each, photoAt(c), extensions)));
  };
  const idIn = (text: string): string => dialect.ids?.in(text) ?? text;

  const discovery = (c: Context): Discovery => ({
    changeset,
    contact: options.discovery.contact,
    keyService: options.discovery.keyService,
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${new URL(c.req.url).origin}${base}/open311/v2`,
        changeset,
        type: options.discovery.type,
        formats: (dialect.formats ?? (['xml', 'json'] as const)).map((format) => mimeTypes[format]),
      },
    ],
  });

  return app;
}

/** The sender's id of a report, which is then no answer to a question any more. */
function takeOut(fields: URLSearchParams, idAttribute: string | undefined): string | undefined {
  if (idAttribute === undefined) return undefined;
  const name = `attribute[${idAttribute}]`;
  const id = fields.get(name) ?? undefined;
  fields.delete(name);
  return id !== undefined && id.length <= 200 ? id : undefined;
}

/** What follows `after` in the path, decoded: a service code may hold blanks and encoded slashes. */
function lastPart(c: Context, after: string): string {
  const { pathname } = new URL(c.req.url);
  const raw = pathname.slice(pathname.indexOf(after, pathname.indexOf('/v2/')) + after.length);
  const [, name] = /^(.*)\.(?:json|xml)$/s.exec(raw) ?? [];
  if (name === undefined) return nothingHere();
  try {
    return decodeURIComponent(name);
  } catch {
    throw new SpecError(400, 'The address has a broken percent code.');
  }
}

function noSuchRequest(): never {
  throw new SpecError(404, 'service_request_id was not found. (service_request_id)');
}

function nothingHere(): never {
  throw new SpecError(404, 'There is nothing at this address.');
}

function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Accept, Content-Type',
      'Access-Control-Max-Age': '600',
    },
  });
}
