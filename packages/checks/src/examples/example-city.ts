// What the examples are opened against: the real chain of front, relay and sandbox city, and a web server on another site for the pages.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveChain } from '../demo/chain.ts';
import { rowsWith, type CityRow } from '../e2e/city-rows.ts';
import { root } from '../workspace.ts';
import { descriptionOf } from './file-from-example.ts';

/** The address that stands in examples and in the docs for the city's own. */
export const documentedHost = 'https://311.example.gov';

export interface ExampleCity {
  /** In place of `https://311.example.gov`: the API at `/open311/v2/`, our files and the plain form under `/citydesk/`. */
  readonly origin: string;
  /** The reports filed from an example, from the city's own database. */
  rows(name: string): readonly CityRow[];
  close(): Promise<void>;
}

export async function serveExampleCity(): Promise<ExampleCity> {
  const data = mkdtempSync(path.join(tmpdir(), 'citydesk-examples-'));
  const relay = [path.join(root, 'packages/relay/bin/citydesk-relay.mjs')];
  const chain = await serveChain({ port: 0, data, relay });
  if (!(await chain.relay.answers(20_000))) {
    const said = readFileSync(path.join(data, 'relay.log'), 'utf8');
    await chain.close();
    throw new Error(`The relay does not answer. It printed:\n${said}`);
  }
  return {
    origin: new URL(chain.url).origin,
    // The city adds the word that a resident may give on the phone.
    rows: (name) =>
      rowsWith(data, descriptionOf(name)).filter(
        ({ description }) => description.split('\n')[0] === descriptionOf(name),
      ),
    async close() {
      await chain.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export interface ServedPages {
  readonly origin: string;
  /** Paths that were asked for and are not there. */
  readonly missing: readonly string[];
  close(): Promise<void>;
}

/** A file of the pages, or `undefined` for what is not there. */
export type Pages = (path: string) => string | Buffer | undefined;

/**
 * Serves pages at 127.0.0.1, which to a browser is another site than `localhost`. In all text, the documented host is replaced by the city's.
 * @param more headers of every answer
 */
export async function servePages(pages: Pages, city: string, more: Record<string, string> = {}): Promise<ServedPages> {
  const missing: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://pages.test');
    const asked = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = pages(asked.slice(1));
    if (file === undefined) {
      if (asked !== '/favicon.ico') missing.push(asked);
      response.writeHead(404).end();
      return;
    }
    const type = types[path.extname(asked)] ?? 'application/octet-stream';
    const isText = /^text|json|svg/.test(type);
    response.writeHead(200, { 'Content-Type': isText ? `${type}; charset=utf-8` : type, ...more });
    response.end(isText ? inThisCity(String(file), city) : file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    missing,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The files of an example as they stand in the repository; what it would have installed comes from the repository, too. */
export function exampleFiles(name: string): Pages {
  const folder = path.join(root, 'examples', name);
  return (asked) => {
    const file = path.join(asked.startsWith('node_modules/') ? root : folder, path.normalize(`/${asked}`));
    return existsSync(file) ? readFileSync(file) : undefined;
  };
}

/** The text as a city would have it: its own host, and the integrity of the files that it serves. */
function inThisCity(text: string, city: string): string {
  return text
    .replaceAll(documentedHost, city)
    .replaceAll(/(\w[\w.]*\.js)"(\s+)integrity="sha384-…"/g, (_, file, gap) => {
      return `${file}"${gap}integrity="${integrityOf(file)}"`;
    });
}

/** From the published manifest. */
export function integrityOf(file: string): string {
  const manifest = readFileSync(path.join(root, 'packages/embed/dist/citydesk/integrity.json'), 'utf8');
  const { files } = JSON.parse(manifest) as { readonly files: Readonly<Record<string, string>> };
  const known = files[file];
  if (!known) throw new Error(`The integrity manifest does not know ${file}.`);
  return known;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
