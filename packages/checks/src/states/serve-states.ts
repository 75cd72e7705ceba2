// Serves the built city, and beside it a page for every base state, `/states/<name>/?lang=…&dir=…`, each opening with a city of its own behind it.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { realTimes } from '@citydesk/core/outbox';
import { isTestCityPath, nodeListener, testCities } from '@citydesk/sandbox/middleware';
import { freshCity } from '@citydesk/sandbox/testing';
import { transformWithOxc } from 'vite';
import { site } from '../demo/site.ts';
import { passOn } from '../demo/front.ts';
import { serveBuiltCity } from '../e2e/built-city.ts';
import { pageOf, pageStyle } from './page.ts';
import { statesSeed } from './seed.ts';
import type { State } from './state.ts';
import { states } from './states.ts';
import { wordsIn } from './words.ts';

export interface ServedStates {
  /** For example `http://localhost:41234`. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** The scripts of the state pages lie here; none of them is built. */
const scripts = path.resolve(import.meta.dirname, '..');
const rightToLeft = /^(ar|ur|fa|he)\b/;

/**
 * @param folder Of the built city.
 * @throws Error when the city has not been built
 */
export async function serveStates(folder = site): Promise<ServedStates> {
  const built = await serveBuiltCity(undefined, folder);
  const cities = testCities();
  const config = JSON.parse(readFileSync(path.join(folder, 'citydesk.json'), 'utf8')) as Record<string, unknown>;
  const configs: object[] = [];

  async function openState(state: State, lang: string, dir: string | null): Promise<string> {
    const seed = typeof state.seed === 'function' ? await state.seed() : state.seed;
    const city = await freshCity({ seed: statesSeed(), ...seed }, origin);
    await state.prepare?.(city);
    if (state.faults) await city.fail(...state.faults);
    const at = configs.push({ ...config, trackerUrl: '', endpoint: city.endpoint, ...state.city }) - 1;
    const { hangs, breaks, offline, located, times, link, isFlat } = state;
    return pageOf({
      state,
      lang,
      dir: dir === 'rtl' || (dir === null && rightToLeft.test(lang)) ? 'rtl' : 'ltr',
      opened: {
        name: state.name,
        config: `/states/city/${at}.json`,
        words: wordsIn(lang),
        conditions: {
          hangs,
          breaks,
          offline,
          located,
          link,
          isFlat,
          ...(times && { times: { ...realTimes, ...times } }),
        },
      },
    });
  }

  async function answer({ pathname, searchParams }: URL): Promise<Response> {
    const [, , first = '', ...rest] = pathname.split('/');
    if (first === 'page.css') return text(pageStyle, 'text/css');
    if (first === 'scripts') return text(await scriptAt(rest.join('/')), 'text/javascript');
    if (first === 'city') return Response.json(configs[Number.parseInt(rest[0]!, 10)]);
    const state = states.find(({ name }) => name === first);
    if (!state) return new Response('There is no such state.', { status: 404 });
    return text(await openState(state, searchParams.get('lang') ?? 'en', searchParams.get('dir')), 'text/html');
  }

  const toCities = nodeListener(cities.fetch, (error) => console.error(error));
  const toStates = nodeListener(
    (request) => answer(new URL(request.url)),
    (error) => console.error(error),
  );
  const toBuilt = passOn(() => Number(new URL(built.origin).port));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (isTestCityPath(pathname)) void toCities(request, response);
    else if (pathname.startsWith('/states/')) void toStates(request, response);
    else toBuilt(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      cities.close();
      await built.close();
    },
  };
}

const text = (body: string, type: string): Response =>
  new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' } });

const known = new Map<string, Promise<string>>();

/** A script without its types. Only what is for pages is given. */
function scriptAt(name: string): Promise<string> {
  if (!/^(states|drive|a11y)\/[\w-]+\.ts$/.test(name)) throw new Error('There is no such script.');
  const file = path.join(scripts, name);
  const script =
    known.get(name) ??
    transformWithOxc(readFileSync(file, 'utf8'), file, { sourcemap: false }).then(({ code }) => code);
  known.set(name, script);
  return script;
}
