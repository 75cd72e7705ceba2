// The built demo city with our files on one machine, as from a CDN, and its pages on another, under a policy of the test's choice.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveCity, type City } from '@citydesk/sandbox';
import { site } from '../demo/site.ts';

export interface SplitCity {
  /** Of the pages, the map's style and its tiles, and of the city's answers. */
  readonly origin: string;
  /** Of the script tag and all it fetches. */
  readonly files: string;
  readonly city: City;
  close(): Promise<void>;
}

/** What the pages' machine does not have. */
const ours: ReadonlySet<string> = new Set(['citydesk', 'citydesk.js']);

/** @param policyFor the content policy of the pages, from the origin of our files */
export async function serveSplitCity(policyFor: (files: string) => string): Promise<SplitCity> {
  const cdn = await serveCity({
    port: 0,
    site,
    seed: 'empty',
    siteHeaders: { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
  });
  const files = new URL(cdn.url).origin;
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-split-'));
  cpSync(site, folder, { recursive: true, filter: (file) => !ours.has(path.relative(site, file)) });
  const page = path.join(folder, 'report/index.html');
  const text = readFileSync(page, 'utf8')
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('src="/citydesk.js"', `src="${files}/citydesk.js"`);
  writeFileSync(page, text);
  const pages = await serveCity({
    port: 0,
    site: folder,
    siteHeaders: { 'Content-Security-Policy': policyFor(files) },
  });
  return {
    origin: new URL(pages.url).origin,
    files,
    city: pages.city,
    close: async () => {
      await pages.close();
      await cdn.close();
      rmSync(folder, { recursive: true });
    },
  };
}
