// The built script tag on pages that hold nothing but a form, one for each lane: they come and go a thousand times.

import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveCity } from '@citydesk/sandbox';
import { site } from '../demo/site.ts';

export interface LabSite {
  readonly port: number;
  /** Puts a lane's page and its city file there. Gives the page's path; with `all/` behind it, the page without a chosen service. */
  add(name: string, endpoint: string, serviceCode: string): string;
  close(): Promise<void>;
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self' http://127.0.0.1:* http://localhost:*; worker-src 'self'; base-uri 'none'; " +
  "require-trusted-types-for 'script'; trusted-types citydesk";

/** @throws Error when the script tag has not been built */
export async function serveLabSite(): Promise<LabSite> {
  if (!existsSync(path.join(site, 'citydesk.js'))) throw new Error('The script tag has not been built: npm run build');
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-faults-'));
  for (const each of ['citydesk', 'citydesk.js'])
    cpSync(path.join(site, each), path.join(folder, each), { recursive: true });
  const pages = await serveCity({
    port: 0,
    seed: 'empty',
    county: false,
    site: folder,
    siteHeaders: { 'Content-Security-Policy': policy, 'Referrer-Policy': 'no-referrer' },
  });
  const put = (at: string, name: string, text: string) => {
    mkdirSync(path.join(folder, at), { recursive: true });
    writeFileSync(path.join(folder, at, name), text);
  };
  put('elsewhere', 'index.html', '<!doctype html><title>Elsewhere</title><h1>Another page of the city</h1>');
  return {
    port: Number(new URL(pages.url).port),
    add(name, endpoint, serviceCode) {
      const city = {
        endpoint,
        cityName: 'Three Rivers',
        zone: 'America/Detroit',
        phone: '269-555-0142',
        media: 'multipart:media',
      };
      put(name, 'city.json', JSON.stringify(city));
      put(name, 'index.html', pageWith(name, `service-code="${serviceCode}"`));
      put(`${name}/all`, 'index.html', pageWith(name, ''));
      return `/${name}/`;
    },
    async close() {
      await pages.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const pageWith = (name: string, attributes: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Report a problem</title>
    <link rel="icon" href="data:," />
    <script type="module" src="/citydesk.js" data-config="/${name}/city.json"></script>
  </head>
  <body>
    <h1>Report a problem</h1>
    <citydesk-request-form ${attributes}><a href="tel:269-555-0142">Call 269-555-0142</a></citydesk-request-form>
  </body>
</html>
`;
