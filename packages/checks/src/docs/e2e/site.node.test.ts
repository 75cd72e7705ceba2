// The built documentation as a reader has it: every page opens without a complaint and without asking anybody else, fits a phone, holds to axe, and
// its live widgets practise on a host that serves nothing but files.

import assert from 'node:assert/strict';
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { axeOn, fileFromExample } from '../../examples/file-from-example.ts';
import type { CityBrowser } from '../../e2e/city-browser.ts';
import { quietPage, startCutOffBrowser } from '../../e2e/quiet-page.ts';
import { root } from '../../workspace.ts';
import { docs, docsSite } from '../docs.ts';
import { docsPages } from '../pages.ts';

const pictures = path.join(root, '.cache/look/docs');
/** Of which pictures are taken. */
const looked = new Set(['/', '/guides/theming', '/reference/api/elements', '/builder/']);
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
};

describe('the built documentation', () => {
  let server: Server;
  let origin: string;
  let browser: CityBrowser;
  before(async () => {
    if (process.env['DOCS_BUILT'] !== '1') assert.ok(await docs('build'));
    server = createServer(({ url = '/' }, response) => {
      const file = fileFor(new URL(url, 'http://localhost').pathname);
      if (!file) return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    browser = await startCutOffBrowser();
    mkdirSync(pictures, { recursive: true });
  });
  after(async () => {
    await browser?.close();
    server?.close();
    server?.closeAllConnections();
  });

  it('opens every page quietly, and fits it at 320 and at 1280 pixels', async () => {
    const wrong: string[] = [];
    const { page, complaints, close } = await quietPage(browser, origin, 1280, 900);
    for (const { address } of docsPages()) {
      const before = complaints.length;
      await page.goto(origin + address, { waitUntil: 'load' });
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      for (const width of [320, 1280]) {
        await page.setViewport({ width, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) wrong.push(`${address} is ${wide} pixels wide at ${width}`);
        if (!looked.has(address)) continue;
        await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
        await page.screenshot({ path: path.join(pictures, `${address.replaceAll('/', '-')}${width}.png`) });
      }
      wrong.push(...complaints.slice(before).map((words) => `${address}: ${words}`));
    }
    await close();
    assert.deepEqual(wrong, []);
  });

  it('holds to axe where people begin', async () => {
    for (const address of ['/', '/guides/theming', '/reference/city-file']) {
      const { page, close } = await quietPage(browser, origin, 1280, 900);
      await page.goto(origin + address, { waitUntil: 'networkidle0' });
      assert.deepEqual(await axeOn(page), [], address);
      await close();
    }
  });

  it('lets a reader practise the form to its receipt, and sends nothing', async () => {
    const { page, complaints, close } = await quietPage(browser, origin, 1280, 900);
    const sent: string[] = [];
    page.on('request', (request) => request.method() !== 'GET' && sent.push(`${request.method()} ${request.url()}`));
    await page.goto(`${origin}/`, { waitUntil: 'networkidle0' });
    // Its code comes when it is near the view.
    await page.$eval('citydesk-request-form[practice]', (form) => form.scrollIntoView());
    const id = await fileFromExample(page, {
      name: 'the documentation',
      receipt: 'Practice is done. Nothing was sent',
    });
    assert.match(id, /^practice-/i);
    assert.deepEqual([sent, complaints], [[], []]);
    await close();
  });

  it('finds a page by its words', async () => {
    const { page, close } = await quietPage(browser, origin, 1280, 900);
    await page.goto(`${origin}/`, { waitUntil: 'networkidle0' });
    await page.click('.VPNavBarSearch button');
    await page.waitForSelector('#localsearch-input');
    await page.type('#localsearch-input', 'sixteen properties');
    await page.waitForSelector('#localsearch-list a[href*="theming"]');
    await close();
  });
});

/** As hosts do it that serve folders: the file, with `.html`, or the folder's page. */
function fileFor(address: string): string | undefined {
  const wanted = path.join(docsSite, decodeURIComponent(address));
  if (!wanted.startsWith(docsSite)) return undefined;
  return [wanted, `${wanted}.html`, path.join(wanted, 'index.html')].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
}
