// Two machines for tests of a host page: one with the files of the script tag, as a CDN has them, and one with the pages of a web site. What lies
// on them can be changed while they run.

import { createServer } from 'node:http';
import { globSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { root } from '../workspace.ts';

/** The folder of the script tag's files. */
export const built = path.join(root, 'packages/embed/dist');

export interface ServedFile {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ServedFiles {
  /** For example `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** What lies there, by its path from the origin, with a slash at the beginning. */
  readonly files: Map<string, ServedFile>;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** @param headers sent with every file */
export async function serveFiles(
  files: Map<string, ServedFile>,
  headers: Readonly<Record<string, string>> = {},
): Promise<ServedFiles> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = files.get(pathname);
    if (!file) return void response.writeHead(404, headers).end();
    const type = file.type ?? types[path.extname(pathname)] ?? 'text/html; charset=utf-8';
    response.writeHead(200, { 'content-type': type, ...headers, ...file.headers }).end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The script tag's files on an origin of their own, under `/citydesk/<version>/`, for every page to use. */
export function serveScriptTag(...versions: readonly (readonly [string, ReadonlyMap<string, Buffer>])[]) {
  const all = versions.flatMap(([version, files]) =>
    [...files].map(([name, body]) => [`/citydesk/${version}/${name}`, { body }] as const),
  );
  return serveFiles(new Map(all), { 'access-control-allow-origin': '*' });
}

/** The built scripts by their names, for example `citydesk/where-B79uRzx_.js`. */
export function builtScripts(): ReadonlyMap<string, Buffer> {
  const names = globSync('**/*.js', { cwd: built }).sort();
  return new Map(names.map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(built, name))]));
}

/** What the build has written of each file's digest, `citydesk.js` → `sha384-…`. */
export function integrityManifest(): { readonly version: string; readonly files: Readonly<Record<string, string>> } {
  return JSON.parse(readFileSync(path.join(built, 'citydesk/integrity.json'), 'utf8'));
}
