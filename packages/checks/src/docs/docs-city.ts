// What stands in for the city of the documentation while its snippets run: the demo's chain for https://311.example.gov, a second origin for
// the city's own pages, one browser for all.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveChain } from '../demo/chain.ts';
import { site, siteHeaders } from '../demo/site.ts';
import { startCutOffBrowser } from '../e2e/quiet-page.ts';
import type { CityBrowser } from '../e2e/city-browser.ts';
import { root } from '../workspace.ts';
import { documented } from './verdict.ts';

export interface DocsCity {
  /** Of the relay and the files, with a slash at the end: what `https://311.example.gov/` is in the documentation. */
  readonly host: string;
  /** Of the city's own pages, with a slash at the end. */
  readonly pages: string;
  readonly browser: CityBrowser;
  /** A snippet with this city in place of the documented one, and the true hashes in place of `sha384-…`. */
  local(text: string): string;
  /** Shows a page under the city's own origin. @returns its address */
  show(html: string, headers?: Readonly<Record<string, string>>): string;
  close(): Promise<void>;
}

const stamp = 'sha384-…';

/** @throws Error when the packages have not been built */
export async function openDocsCity(): Promise<DocsCity> {
  const data = mkdtempSync(path.join(tmpdir(), 'citydesk-docs-'));
  const chain = await serveChain({
    ...{ port: 0, data, site, siteHeaders: siteHeaders() },
    relay: [path.join(root, 'packages/relay/bin/citydesk-relay.mjs')],
  });
  if (!(await chain.relay.answers(20_000))) throw new Error('The relay does not answer');
  const shown = new Map<string, { readonly html: string; readonly headers: Readonly<Record<string, string>> }>();
  const server = createServer(async ({ url = '/', headers, method = 'GET' }, response) => {
    const page = shown.get(url);
    if (page)
      return void response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers })
        .end(page.html);
    // A page may have its city's files and API beside it.
    const answer = await fetch(new URL(url, chain.url), {
      method,
      ...(headers.range && { headers: { range: headers.range } }),
    });
    const type = answer.headers.get('content-type');
    response
      .writeHead(answer.status, { ...(type && { 'content-type': type }) })
      .end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pages = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const browser = await startCutOffBrowser();
  return {
    host: chain.url,
    pages,
    browser,
    local: (text) => withHashes(text).replaceAll(documented.host, chain.url).replaceAll(documented.page, pages),
    show(html, headers = {}) {
      const address = `/shown/${shown.size}`;
      shown.set(address, { html, headers });
      return new URL(address, pages).href;
    },
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
      await chain.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** `integrity="sha384-…"` stands for the hash of the file that its tag names. */
function withHashes(text: string): string {
  const file = path.join(root, 'packages/embed/dist/citydesk/integrity.json');
  if (!text.includes(stamp) || !existsSync(file)) return text;
  const { files } = JSON.parse(readFileSync(file, 'utf8')) as { files: Readonly<Record<string, string>> };
  return text.replace(/<script\b[^>]*>/g, (tag) => {
    const [, name = ''] = /src="[^"]*?\/(citydesk(?:\.\w+)?\.js)"/.exec(tag) ?? [];
    return tag.replace(stamp, files[name] ?? stamp);
  });
}
