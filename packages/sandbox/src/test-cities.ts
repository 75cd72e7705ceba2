/**
 * Fresh cities for tests, over HTTP: each test asks for its own, in memory, and may make it misbehave.
 *
 * POST   /__city              { seed?, apiKey?, jurisdictionId?, canned?, dialect?, tokenDelay? } → { id, endpoint }
 * PUT    /__city/{id}/faults  a list of faults, in place of the ones before
 * PUT    /__city/{id}/tokens  every token leads to its id from now on
 * GET    /__city/{id}/rows    every stored request, contact details and answers too
 * DELETE /__city/{id}
 * and the city itself under /__city/{id}/
 */

import { createCity, type City } from './city.ts';
import { readBody } from './report-form.ts';
import { apiAnswer } from './spec-error.ts';
import type { DialectName } from './dialect-names.ts';
import type { Fault } from './faults.ts';
import type { Seed } from './seed.ts';

/** What a fresh city is like. */
export interface FreshCityOptions {
  /** Default `three-rivers`. */
  readonly seed?: Seed | 'three-rivers' | 'empty';
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
  const cities = new Map<string, { city: City; canned: FreshCityOptions['canned'] }>();
  let last = 0;

  const open = (options: FreshCityOptions, origin: string): Response => {
    const id = String((last += 1));
    const { canned, ...rest } = options;
    const city = createCity({ ...rest, base: `${root}/${id}`, takeAnything: canned !== undefined });
    cities.set(id, { city, canned });
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
      const { city, canned } = found;
      switch (`${request.method} ${rest.join('/')}`) {
        case 'PUT faults':
          city.faults = (await json(request)) as readonly Fault[];
          return new Response(null, { status: 204 });
        case 'PUT tokens':
          city.store.readyTokens(new Date());
          return new Response(null, { status: 204 });
        case 'GET rows':
          return apiAnswer(city.store.all());
        case 'DELETE ':
          shut(id);
          return new Response(null, { status: 204 });
      }
      return cannedAnswer(canned, request.method, pathname) ?? city.fetch(request);
    },
    close: () => {
      for (const id of [...cities.keys()]) shut(id);
    },
  };
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
