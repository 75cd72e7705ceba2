import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Driver } from '../drive/driver.ts';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { isExpected, reportLike } from './city-reports.ts';
import { fileAReport, headings } from './file-a-report.ts';
import { findAReport, openTracker } from './find-a-report.ts';

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

  it('has no one asked for a report before the resident asks, and no code fetched for it', async () => {
    const { service_request_id } = await reportLike(city.origin, isExpected);
    const { page, driver, close } = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await openTracker(driver, city.origin);
    await driver.heading('Follow a report');
    await page.waitForNetworkIdle();
    const found = await kept(page);
    const cookies = await page.browserContext().cookies();
    const early = asked.filter((file) =>
      /^\/open311\/|\/(client|store|feedback|request-form|after-closing)-/.test(file),
    );

    await findAReport(driver, service_request_id);
    await close();
    assert.deepEqual(found, nothing);
    assert.deepEqual(cookies, []);
    assert.deepEqual(early, []);
    assert.equal(asked.filter((file) => file.startsWith('/open311/')).length, 1);
  });

  it('asks nobody but the city, sets no cookie and breaks no rule of the page until the receipt', async () => {
    await staysQuiet((driver) => fileAReport(driver, city.origin));
  });

  it('does so, too, who follows a report with photos, looks around and answers', async () => {
    const photographed = await reportLike(
      city.origin,
      ({ media_url: photo, status }) => !!photo && status === 'closed',
    );
    await staysQuiet(async (driver) => {
      await openTracker(driver, city.origin);
      await findAReport(driver, photographed.service_request_id);
      await driver.heading('Was it fixed?');
      await driver.click('button', 'Partly');
      await driver.text(/Thank you/);
      await driver.click('button', 'Show recent reports');
      await driver.heading('Recent reports');
      await driver.text(/\d+ reports are listed/);
    });
  });

  /** Walks on a page of its own and holds what was asked, said and kept against what a quiet guest does. */
  async function staysQuiet(walk: (driver: Driver) => Promise<unknown>): Promise<void> {
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
    await walk(driver);
    await page.waitForNetworkIdle();
    // A moment after the receipt stands, nothing is left of the report.
    await page.waitForFunction(async () => !(await indexedDB.databases()).length, { polling: 100 });
    const cookies = await page.browserContext().cookies();
    const found = await kept(page);
    await close();
    assert.deepEqual(
      { strangers, complaints, cookies, found },
      { strangers: [], complaints: [], cookies: [], found: nothing },
    );
  }

  it('stands on pages with a strict policy, Trusted Types among it', async () => {
    const answer = await fetch(`${city.origin}/report/`);
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe-/);
  });
});
