/** A running city: HTTP around `createCity`, on loopback unless the staff desk has a password. */

import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { apiAnswer } from '@citydesk/relay/town';
import { createCity, type City, type CityOptions } from './city.ts';
import { nodeListener } from './node-listener.ts';
import type { Fault } from './faults.ts';

export interface ServeOptions extends Omit<CityOptions, 'database' | 'base'> {
  /** 0 for any free port. Default 8311. */
  readonly port?: number | undefined;
  /** Default 127.0.0.1; any other but loopback needs a `staffPassword`. */
  readonly host?: string | undefined;
  /** Folder of the database; made if it is not there. Without it the city forgets all when it stops. */
  readonly data?: string | undefined;
  /** Forget what is in `data` and start anew. */
  readonly reset?: boolean | undefined;
  /**
   * Whether a second body answers beside the city: St. Joseph County Roads, at `/county/open311/v2/`, with a staff desk at
   * `/county/staff/` and reports of its own in `county.sqlite`. Default: whether the city is Three Rivers.
   */
  readonly county?: boolean | undefined;
  /** Lets tests make the city misbehave: PUT /__switches/faults with a list of faults; GET /__switches/rows. */
  readonly switches?: boolean | undefined;
}

export interface ServedCity {
  readonly city: City;
  /** The second body, where there is one. */
  readonly county: City | undefined;
  /** `http://localhost:8311/` */
  readonly url: string;
  /** Ends all connections and closes the database; nothing is left running. */
  close(): Promise<void>;
}

/** Something the person who started the city can put right; the message says how. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** @throws StartError when it cannot start as asked */
export async function serveCity(options: ServeOptions = {}): Promise<ServedCity> {
  const { port = 8311, host = '127.0.0.1', data, reset, switches, county: wanted, ...cityOptions } = options;
  const hasCounty = wanted ?? (options.seed ?? 'three-rivers') === 'three-rivers';
  if (!isLoopback(host) && !options.staffPassword) {
    throw new StartError(
      `Others can reach this computer at ${host}, and the staff desk shows names and phone numbers. ` +
        'Set a password with --staff-password, or leave out --host.',
    );
  }
  const databaseFor = (name: string): string => (data === undefined ? ':memory:' : databaseIn(data, name, reset));
  // Each dialect has its own services and codes, so it keeps its own reports.
  const database = databaseFor(options.dialect === undefined ? 'city' : `city-${options.dialect}`);
  const city = createCity({ ...cityOptions, database });
  const county = hasCounty ? countyBeside(options, databaseFor('county')) : undefined;
  const bodyFor = (request: Request): City =>
    county && new URL(request.url).pathname.startsWith(`${countyBase}/`) ? county : city;
  const server = createServer(
    nodeListener(
      async (request) => {
        const refused = options.staffPassword ? undefined : refuseStrangeHost(request);
        return refused ?? (switches ? await flip(city, request) : undefined) ?? bodyFor(request).fetch(request);
      },
      // The message of an error may quote what a resident wrote; its place in the code does not.
      (error) => console.error(error instanceof Error ? (error.stack?.split('\n    at ')[1] ?? error.name) : 'Error'),
    ),
  );
  try {
    await listening(server, port, host);
  } catch (error) {
    city.close();
    county?.close();
    throw startErrorFrom(error, port, host);
  }
  const address = server.address();
  const open = typeof address === 'object' && address ? address.port : port;
  return {
    city,
    county,
    url: `http://${isLoopback(host) ? 'localhost' : bracketed(host)}:${open}/`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      city.close();
      county?.close();
    },
  };
}

const countyBase = '/county';

/** The county's pages, if it has any, lie in the city's site. */
function countyBeside({ site, siteHeaders, staffPassword, now }: ServeOptions, database: string): City {
  return createCity({ database, seed: 'county', base: countyBase, site, siteHeaders, staffPassword, now });
}

function databaseIn(folder: string, name: string, reset = false): string {
  const file = join(folder, `${name}.sqlite`);
  if (reset) for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  mkdirSync(folder, { recursive: true });
  return file;
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function startErrorFrom(error: unknown, port: number, host: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') {
    return new StartError(`Port ${port} is taken by another program. Stop it, or choose another with --port.`);
  }
  if (code === 'EACCES') return new StartError(`Port ${port} is not allowed. Choose one above 1023 with --port.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartError(`This computer has no address ${host}. Choose another with --host.`);
  }
  return error;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/**
 * Without a password the desk trusts whoever reaches loopback. A web page could make its own name point there (DNS
 * rebinding) and read the desk as its own; its name in the Host header gives it away.
 */
function refuseStrangeHost(request: Request): Response | undefined {
  const { hostname, pathname } = new URL(request.url);
  if (!/\/staff(\/|$)/.test(pathname) || isLoopback(hostname.replace(/^\[|\]$/g, ''))) return undefined;
  return new Response('Open the staff desk at localhost.', { status: 403, headers: { 'Content-Type': 'text/plain' } });
}

async function flip(city: City, request: Request): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  if (pathname === '/__switches/rows') return apiAnswer(city.store.all());
  if (pathname !== '/__switches/faults' || request.method !== 'PUT') return undefined;
  city.faults = (await request.json()) as readonly Fault[];
  return new Response(null, { status: 204 });
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
