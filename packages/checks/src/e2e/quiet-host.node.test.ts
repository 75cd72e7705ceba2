import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { fileAReport, headings } from './file-a-report.ts';

/** Everything the page keeps on the device. */
function kept(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    cookie: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    // Not there on an insecure origin other than localhost.
    caches: 'caches' in globalThis ? await caches.keys() : [],
    workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
  }));
}

const nothing = { cookie: '', local: [], session: [], databases: [], caches: [], workers: 0 };

describe('a guest on the city page', () => {
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

  it('keeps nothing on the device before the resident acts', async () => {
    const { page, driver, close } = await browser.newPage();
    await driver.open(`${city.origin}/report/`);
    await driver.heading(headings.what);
    await driver.heading('Or choose from the list');
    await page.waitForNetworkIdle();
    const found = await kept(page);
    const cookies = await page.browserContext().cookies();
    await close();
    assert.deepEqual(found, nothing);
    assert.deepEqual(cookies, []);
  });

  it('asks nobody but the city, sets no cookie and breaks no rule of the page until the receipt', async () => {
    const { page, driver, close } = await browser.newPage();
    const strangers: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${city.origin}/`) && !request.url().startsWith('data:'))
        strangers.push(request.url());
    });
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.exposeFunction('complain', (words: string) => complaints.push(words));
    await page.evaluateOnNewDocument(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
        (globalThis as unknown as { complain(words: string): void }).complain(
          `CSP ${effectiveDirective} ${blockedURI} ${sample}`,
        ),
      );
    });
    await fileAReport(driver, city.origin);
    await page.waitForNetworkIdle();
    const cookies = await page.browserContext().cookies();
    await close();
    assert.deepEqual({ strangers, complaints, cookies }, { strangers: [], complaints: [], cookies: [] });
  });

  it('stands on pages with a strict policy, Trusted Types among it', async () => {
    const answer = await fetch(`${city.origin}/report/`);
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe-/);
  });
});
