/** A whole city behind one `fetch`: the Open311 API, the staff desk, and the pages of its site. */

import { Hono } from 'hono';
import {
  type Dialect,
  emptySeed,
  errorAnswer,
  feeds,
  formatOfPath,
  geoReport,
  openDatabase,
  openStore,
  type Seed,
  SpecError,
  staffDesk,
  type Store,
} from '@citydesk/relay/town';
import { addressList } from './addresses.ts';
import { stJosephCounty } from './county.ts';
import { dialects, isDialectName } from './dialects.ts';
import { misbehave, routeOf, type Fault } from './faults.ts';
import { geocoder } from './geocoder.ts';
import { staticSite, strictHeaders } from './site.ts';
import { welcomePage } from './welcome-page.ts';
import { threeRivers } from './three-rivers.ts';
import type { DialectName } from './dialect-names.ts';

export interface CityOptions {
  /** Path of the SQLite file, or `:memory:` (the default). */
  readonly database?: string | undefined;
  /** What a new database is filled with; `county` is St. Joseph County, around Three Rivers. Default `three-rivers`. */
  readonly seed?: Seed | 'three-rivers' | 'county' | 'empty' | undefined;
  /** When set, a report needs it. */
  readonly apiKey?: string | undefined;
  /** When set, every call of the API needs it. */
  readonly jurisdictionId?: string | undefined;
  /** When set, the staff desk asks for it (HTTP Basic, any user name). */
  readonly staffPassword?: string | undefined;
  /** Folder of built pages that answer for all other paths; without it there is a page that says where things are. */
  readonly site?: string | undefined;
  /** Sent with every page and file of the site. Default: a strict content security policy. */
  readonly siteHeaders?: Readonly<Record<string, string>> | undefined;
  readonly now?: (() => Date) | undefined;
  /** The path under which the city answers, without a slash at the end. Default: the root. */
  readonly base?: string | undefined;
  /** See GeoReportOptions. Default false. */
  readonly takeAnything?: boolean | undefined;
  /** Whose ways it has, of those in `dialectNames`. Default: the spec's. */
  readonly dialect?: DialectName | undefined;
  /** Milliseconds until the token of a `batch` service leads to an id. Default: what the service says. */
  readonly tokenDelay?: number | undefined;
}

export interface City {
  /** @throws ConnectionCut where a fault says so */
  fetch(request: Request): Promise<Response>;
  /** How the city misbehaves now. The first that fits a call befalls it; setting the list starts its counts anew. */
  faults: readonly Fault[];
  readonly store: Store;
  close(): void;
}

/** @throws Error when the database cannot be opened, or the dialect is not known */
export function createCity(options: CityOptions = {}): City {
  const now = options.now ?? (() => new Date());
  const base = options.base ?? '';
  const dialect = dialectNamed(options.dialect);
  const seed = seedFor(options.seed ?? 'three-rivers', now());
  const db = openDatabase(options.database ?? ':memory:');
  const store = openStore(db, dialect.seed?.(seed) ?? seed, { tokenDelay: options.tokenDelay });
  // Not strict: /staff and /staff/ both lead to the desk.
  const app = new Hono({ strict: false });
  app.route(
    `${base}/open311`,
    geoReport({
      store,
      now,
      base,
      apiKey: options.apiKey,
      jurisdictionId: options.jurisdictionId,
      takeAnything: options.takeAnything ?? false,
      dialect,
      discovery: {
        contact: `${store.city}. This is a sandbox: what you send reaches no real city.`,
        keyService:
          options.apiKey === undefined ? 'No api_key is needed.' : 'Ask whoever started this sandbox for the api_key.',
        type: 'test',
      },
    }),
  );
  app.route(base === '' ? '/' : base, feeds({ store, now, base, ids: dialect.ids }));
  app.route(base === '' ? '/' : base, addressList());
  app.route(base === '' ? '/' : base, geocoder());
  app.route(`${base}/staff`, staffDesk({ store, now, base, password: options.staffPassword }));
  const site = options.site === undefined ? undefined : staticSite(options.site, options.siteHeaders ?? strictHeaders);
  app.all('*', (c) => site?.(c.req.raw) ?? welcomePage(c, store.city, base));
  app.onError((error, c) => {
    const known = error instanceof SpecError ? error : new SpecError(500, 'Something went wrong on our side.');
    return errorAnswer(known.errors, known.status, formatOfPath(c.req.path));
  });

  let faults: readonly Fault[] = [];
  let left: number[] = [];
  const nextFault = (route: string): Fault | undefined => {
    const index = faults.findIndex((fault, at) => (fault.route === route || fault.route === '*') && left[at] !== 0);
    if (index >= 0) left[index] = (left[index] ?? 0) - 1;
    return faults[index];
  };

  return {
    store,
    get faults() {
      return faults;
    },
    set faults(list) {
      faults = [...list];
      left = faults.map((fault) => fault.times ?? Infinity);
    },
    async fetch(request) {
      const route = routeOf(request.method, new URL(request.url).pathname);
      const fault = route && nextFault(route);
      const answer = async (): Promise<Response> => app.fetch(request);
      return fault && route ? misbehave(fault, route, formatOfPath(new URL(request.url).pathname), answer) : answer();
    },
    close: () => store.close(),
  };
}

function dialectNamed(name: string | undefined): Dialect {
  if (name === undefined) return { like: 'the spec' };
  if (!isDialectName(name)) throw new Error(`There is no dialect ${name}.`);
  return dialects[name];
}

function seedFor(seed: NonNullable<CityOptions['seed']>, now: Date): Seed {
  if (seed === 'empty') return emptySeed;
  if (seed === 'county') return stJosephCounty(now);
  if (seed === 'three-rivers') return threeRivers(now);
  return seed;
}
