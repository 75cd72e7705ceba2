/**
 * Fresh cities for tests, over HTTP: each test asks for its own, in memory, and may make it misbehave.
 *
 * POST   /__city              FreshCityOptions → { id, endpoint }
 * PUT    /__city/{id}/faults  a list of faults, in place of the ones before
 * POST   /__city/{id}/changes the desk's form and service_request_id, at?: what a clerk does
 * PUT    /__city/{id}/tokens  every token leads to its id from now on
 * GET    /__city/{id}/rows    every stored request, contact details and answers too
 * GET    /__city/{id}/photos/{name} a photo as it is stored, of private services too
 * DELETE /__city/{id}
 * and the city itself under /__city/{id}/
 */

import { apiAnswer, changeIn, photoAnswer, readBody, readForm, type Seed } from '@citydesk/relay/town';
import { createCity, type City } from './city.ts';
import type { DialectName } from './dialect-names.ts';
import type { Fault } from './faults.ts';

/** What a fresh city is like. */
export interface FreshCityOptions {
  /** Default `three-rivers`. */
  readonly seed?: Seed | 'three-rivers' | 'county' | 'empty';
  readonly apiKey?: string;
  readonly jurisdictionId?: string;
  /**
   * Answers given verbatim in place of the city's own, by path under `/open311/v2/` (`services.json`,
   * `services/001.json`; `POST requests.json` for a POST). A text is sent as it is, anything else as JSON.
   * A city with canned answers takes a report for any service code it does not know, unchecked.
   */
  readonly canned?: Readonly<Record<string, unknown>>;
  /** Whose ways it has; see `dialectNames`. Default: the spec's. */
  readonly dialect?: DialectName;
  /** Milliseconds until a token leads to an id. Default: what the service says. */
  readonly tokenDelay?: number;
  /** Milliseconds by which the city's clock is ahead of the real one; behind it when negative. Default 0. */
  readonly clockOffset?: number;
}

export interface TestCities {
  /** @throws ConnectionCut where a fault says so */
  fetch(request: Request): Promise<Response>;
  close(): void;
}

const root = '/__city';
const longestBody = 8 * 1024 * 1024;
/** Tests that die leave their city behind; the oldest make room. */
const mostCities = 200;

/** Whether a path is for the test cities. */
export function isTestCityPath(path: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

export function testCities(): TestCities {
  const cities = new Map<string, TestCity>();
  let last = 0;

  const open = (options: FreshCityOptions, origin: string): Response => {
    const id = String((last += 1));
    const { canned, clockOffset = 0, ...rest } = options;
    const now = (): Date => new Date(Date.now() + clockOffset);
    const city = createCity({ ...rest, now, base: `${root}/${id}`, takeAnything: canned !== undefined });
    cities.set(id, { city, canned, now, clockOffset });
    const [oldest] = cities.keys();
    if (cities.size > mostCities && oldest !== undefined) shut(oldest);
    return apiAnswer({ id, endpoint: `${origin}${root}/${id}/open311/v2/` }, 201);
  };
  const shut = (id: string): void => {
    cities.get(id)?.city.close();
    cities.delete(id);
  };

  return {
    async fetch(request) {
      const { pathname, origin } = new URL(request.url);
      const [id, ...rest] = pathname.slice(root.length + 1).split('/');
      if (!id) return request.method === 'POST' ? open((await json(request)) as FreshCityOptions, origin) : unknown();
      const found = cities.get(id);
      if (!found) return unknown();
      const { city, canned, now } = found;
      const [kind, name] = rest;
      if (kind === 'photos' && name !== undefined) return storedPhoto(city, name);
      switch (`${request.method} ${rest.join('/')}`) {
        case 'PUT faults':
          city.faults = (await json(request)) as readonly Fault[];
          return new Response(null, { status: 204 });
        case 'POST changes':
          return asClerk(found, request);
        case 'PUT tokens':
          city.store.readyTokens(now());
          return new Response(null, { status: 204 });
        case 'GET rows':
          return apiAnswer(city.store.all());
        case 'DELETE ':
          shut(id);
          return new Response(null, { status: 204 });
      }
      const answer = cannedAnswer(canned, request.method, pathname) ?? (await city.fetch(request));
      // A server whose clock is wrong says so in every answer.
      if (found.clockOffset !== 0) answer.headers.set('Date', now().toUTCString());
      return answer;
    },
    close: () => {
      for (const id of [...cities.keys()]) shut(id);
    },
  };
}

interface TestCity {
  readonly city: City;
  readonly canned: FreshCityOptions['canned'];
  readonly now: () => Date;
  readonly clockOffset: number;
}

/** What the staff desk would do with this form, at another time if it says one; the answer is the request as it is then. */
async function asClerk({ city: { store }, now }: TestCity, sent: Request): Promise<Response> {
  const form = await readForm(sent);
  const found = store.request(form.fields.get('service_request_id') ?? '');
  if (!found) return apiAnswer([{ code: 404, description: 'There is no request with this number.' }], 404);
  const change = await changeIn(found, form);
  if ('message' in change) return apiAnswer([{ code: 400, description: change.message }], 400);
  const at = form.fields.get('at');
  const { status, note, photo } = change;
  return apiAnswer(store.change(found.serviceRequestId, status, note, at === null ? now() : new Date(at), photo));
}

function storedPhoto({ store }: City, name: string): Response {
  const photo = store.photo(name);
  return photo ? photoAnswer(photo) : apiAnswer([{ code: 404, description: 'There is no such photo.' }], 404);
}

async function json(request: Request): Promise<unknown> {
  const text = new TextDecoder().decode(await readBody(request, longestBody));
  return text === '' ? {} : JSON.parse(text);
}

function unknown(): Response {
  return apiAnswer([{ code: 404, description: 'There is no such test city.' }], 404);
}

function cannedAnswer(canned: FreshCityOptions['canned'], method: string, pathname: string): Response | undefined {
  const path = pathname.split('/open311/v2/')[1];
  if (!canned || path === undefined) return undefined;
  const names = [path, decoded(path)].map((name) => (method === 'GET' ? name : `${method} ${name}`));
  const name = names.find((each) => Object.hasOwn(canned, each));
  if (name === undefined) return undefined;
  const body = canned[name];
  if (typeof body !== 'string') return apiAnswer(body);
  const type = body.trimStart().startsWith('<') ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8';
  return new Response(body, { headers: { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' } });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
