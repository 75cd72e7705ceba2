// Puts the demo city's site together, as plain files that any web server can serve: pages with their head, header and
// footer, styles, fonts, pictures, the city file, and the built script tag. Only `/open311/v2/` and the feeds come from elsewhere.

import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../workspace.ts';

const source = path.join(root, 'examples/city-page');

/** The folder of the built site. */
export const site = path.join(source, 'dist');

/** The headers that a web server sends with every file of the site, from `headers.json`. */
export function siteHeaders(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(source, 'headers.json'), 'utf8')) as Record<string, string>;
}

/** The addresses of all pages, for example `/report/` and `/404.html`, and the file each is written in. */
export function pages(): ReadonlyMap<string, string> {
  const files = globSync('**/*.html', { cwd: path.join(source, 'pages') }).sort();
  return new Map(
    files.map((file) => [
      `/${file
        .split(path.sep)
        .join('/')
        .replace(/(^|\/)index\.html$/, '$1')}`,
      file,
    ]),
  );
}

/** A whole page: what it includes put in, its policy filled in, and the link to itself marked in the menu. */
export function pageAt(address: string): string | undefined {
  const file = pages().get(address);
  if (!file) return undefined;
  const text = includeParts(readFileSync(path.join(source, 'pages', file), 'utf8'));
  return markCurrent(text.replaceAll('{{policy}}', policyForMeta()), address);
}

/** Writes the whole site anew. The script tag has to be built by then. */
export function assembleSite(): void {
  rmSync(site, { recursive: true, force: true });
  for (const [address, file] of pages()) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), pageAt(address) ?? '');
  }
  for (const folder of ['styles', 'fonts', 'images', 'assets', 'responsibility', 'map']) {
    cpSync(path.join(source, folder), path.join(site, folder), {
      recursive: true,
      filter: (file) => !file.endsWith('.mjs'),
    });
  }
  // `answers` holds those of faq.json that are fetched when they are opened. The page of that name is there already.
  for (const each of ['citydesk.json', 'county.json', 'faq.json', 'notices.json', 'answers'])
    cpSync(path.join(source, each), path.join(site, each), { recursive: true });
  cpSync(path.join(root, 'packages/embed/dist'), site, {
    recursive: true,
    filter: (file) => !/\.d\.ts(\.map)?$/.test(file),
  });
}

function includeParts(text: string): string {
  return text.replace(/^([ \t]*)<!-- include (\S+) -->\n/gm, (_, indent: string, name: string) =>
    includeParts(readFileSync(path.join(source, 'parts', name), 'utf8').replace(/^(?=.)/gm, indent)),
  );
}

/** The policy stands in the page as well, for a copy of it on a server without headers. There it may not speak of frames. */
function policyForMeta(): string {
  const policy = siteHeaders()['Content-Security-Policy'] ?? '';
  return policy.replace(/\s*frame-ancestors [^;]*;?/, '');
}

/** The one link of the menu that leads to this page, or to the part of the site it stands in. */
function markCurrent(text: string, address: string): string {
  const section = /^\/[^/]+\//.exec(address)?.[0];
  return text.replace(/<nav [^>]*aria-label="Main"[\s\S]*?<\/nav>/g, (nav) =>
    section
      ? nav.replaceAll(`href="${section}"`, `href="${section}" aria-current="${section === address ? 'page' : 'true'}"`)
      : nav,
  );
}
