import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { builtTag } from '../module-graph.ts';
import { site } from '../demo/site.ts';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { fileAReport, headings } from './file-a-report.ts';

/** Every script the engine has compiled since, by address, as bytes of brotli. */
async function weighScripts(page: Page): Promise<() => Promise<ReadonlyMap<string, number>>> {
  const session = await page.createCDPSession();
  const sources = new Map<string, Promise<string>>();
  session.on('Debugger.scriptParsed', ({ url, scriptId }) => {
    if (!url.startsWith('http') || sources.has(url)) return;
    const source = session.send('Debugger.getScriptSource', { scriptId }).then(({ scriptSource }) => scriptSource);
    source.catch(() => undefined); // the page may be closed before it has been asked for
    sources.set(url, source);
  });
  await session.send('Debugger.enable');
  return async () => {
    const texts = await Promise.all([...sources].map(async ([url, source]) => [url, await source] as const));
    return new Map(texts.map(([url, text]) => [url, brotli(text)]));
  };
}

function brotli(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function sum(weights: ReadonlyMap<string, number>): number {
  return [...weights.values()].reduce((one, other) => one + other, 0);
}

describe('what a resident has to fetch', () => {
  let city: BuiltCity;
  let browser: CityBrowser;
  before(async () => {
    city = await serveBuiltCity();
    browser = await startCityBrowser();
  });
  after(async () => {
    await browser?.close();
    await city?.close();
  });

  it('is at most 20 kB of script before the first field, the client beside it', async () => {
    const { page, driver, close } = await browser.newPage();
    const weights = await weighScripts(page);
    await driver.open(`${city.origin}/report/`);
    await driver.heading(headings.what);
    const names = new Set(builtTag(site).firstField.map((file) => file.split('/').at(-1)));
    const before = new Map([...(await weights())].filter(([url]) => names.has(url.split('/').at(-1))));
    await close();
    assert.equal(before.size, names.size, `ran ${[...before.keys()].join(', ')}`);
    assert.ok([...before.values()].every((bytes) => bytes > 0));
    console.log(`first field: ${sum(before)} bytes of script`);
    assert.ok(sum(before) <= 20_000, `${sum(before)} bytes`);
  });

  it('is at most 32 kB of script when typed words have found a service', async () => {
    const { page, driver, close } = await browser.newPage();
    const weights = await weighScripts(page);
    await driver.open(`${city.origin}/report/`);
    await driver.fill('Say it in your own words', 'pot hole');
    await driver.heading('Closest matches');
    await page.waitForNetworkIdle();
    const bytes = sum(await weights());
    await close();
    console.log(`service found: ${bytes} bytes of script`);
    assert.ok(bytes <= 32_000, `${bytes} bytes`);
  });

  it('is at most 50 kB of script from page load to receipt', async () => {
    const { page, driver, close } = await browser.newPage();
    const weights = await weighScripts(page);
    await fileAReport(driver, city.origin);
    await page.waitForNetworkIdle();
    const bytes = sum(await weights());
    await close();
    console.log(`receipt: ${bytes} bytes of script`);
    assert.ok(bytes <= 50_000, `${bytes} bytes`);
  });

  it('takes at most two round trips from the tag to the first field, also by the clock', async () => {
    assert.ok(builtTag(site).roundTrips <= 2);
    // Every answer but the page's own comes this late, so that each trip that waits for another one shows.
    const late = 1000;
    const { page, driver, close } = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const wait = request.isNavigationRequest() ? 0 : late;
      setTimeout(() => void request.continue().catch(() => undefined), wait);
    });
    await page.evaluateOnNewDocument(() => {
      const look = () => {
        const root = document.querySelector('citydesk-request-form')?.shadowRoot;
        if (root?.querySelector('input')) performance.mark('first-field');
        else requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(`${city.origin}/report/`, { waitUntil: 'domcontentloaded' });
    await driver.heading(headings.what);
    const [tag = 0, field = Infinity] = await page.evaluate(() => [
      performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/citydesk.js'))?.startTime,
      performance.getEntriesByName('first-field')[0]?.startTime,
    ]);
    await close();
    const trips = (field - tag) / late;
    console.log(`first field: ${trips.toFixed(2)} round trips of ${late} ms after the tag`);
    assert.ok(trips < 3, `${trips.toFixed(2)} round trips`);
  });
});
