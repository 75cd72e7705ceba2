import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { root } from '../workspace.ts';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { serveCopy } from './other-origin.ts';
import { openTheMap, pictureOfMap } from './seen-map.ts';

/** The policies in docs/reference/map.md: for files on one's own server, and from another origin. */
function policies(): readonly string[] {
  const text = readFileSync(path.join(root, 'docs/reference/map.md'), 'utf8');
  return [...text.matchAll(/```http\nContent-Security-Policy: ([^`]*)```/g)].map(([, policy = '']) =>
    policy.replace(/\s+/g, ' '),
  );
}

/** What the page said against us: broken rules and errors. */
function complaintsOf(page: Page): readonly string[] {
  const said: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && said.push(message.text())));
  page.on('pageerror', (error) => void said.push(String(error)));
  return said;
}

const pageWith = (origin: string): string => `<!doctype html><html lang="en"><head><title>Report</title>
  <link rel="icon" href="data:,"><script type="module" src="${origin}/citydesk.js"></script></head>
  <body><citydesk-request-form service-code="pothole" endpoint="${origin}/open311/v2/"
    map-style="${origin}/map/style.json" center="41.944,-85.6328"></citydesk-request-form></body></html>`;

describe('the reference of the map', () => {
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

  /** Opens the map on a page, and gives what was fetched for it before and after. */
  async function showsMap(address: string): Promise<void> {
    const { page, driver, close } = await browser.newPage();
    const complaints = complaintsOf(page);
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (/\/(map\/|map-|maplibre-gl-|pmtiles-)/.test(request.url())) fetched.push(request.url());
    });
    try {
      await driver.open(address);
      await driver.has('button', 'Show a map');
      await page.waitForNetworkIdle();
      assert.deepEqual(fetched, [], 'fetched before the map is opened');
      await openTheMap(page, driver);
      const { colours } = await pictureOfMap(page);
      assert.deepEqual(complaints, []);
      assert.ok(colours >= 200, `${colours} colours`);
      assert.ok(fetched.length >= 5, 'the count sees what it looks for');
    } finally {
      await close();
    }
  }

  it('names two policies, without a hole for scripts', () => {
    assert.equal(policies().length, 2);
    for (const policy of policies()) assert.doesNotMatch(policy, /unsafe|\*/);
  });

  it('names a policy for files on one’s own server, under which the map works and comes only when it is opened', async () => {
    const [policy = ''] = policies();
    const served = await serveCopy(city.origin, { html: pageWith(''), policy: `default-src 'none'; ${policy}` });
    await showsMap(`${served.origin}/page`).finally(() => served.close());
  });

  it('names a policy for files, style and tiles from another origin, under which the map works', async () => {
    const cdn = await serveCopy(city.origin);
    const policy = policies()[1]?.replaceAll('https://cdn.example', cdn.origin) ?? '';
    const html = pageWith(cdn.origin);
    const served = await serveCopy(city.origin, { html, policy: `default-src 'none'; ${policy}` });
    await showsMap(`${served.origin}/page`).finally(() => Promise.all([served.close(), cdn.close()]));
  });
});
