// The relay's plain form in a browser whose scripts are off: a report with a photo, every outcome, axe, and no sideways scroll at 320 pixels.

import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import {
  configFrom,
  createRelay,
  fasterRelayTimes,
  memoryKeys,
  realRelayTimes,
  relaySite,
  type Relay,
} from '@citydesk/relay';
import { builtFolder, folderShelf } from '@citydesk/relay/node';
import { createCity, type City, type Fault } from '@citydesk/sandbox';
import type { Page } from 'puppeteer-core';
import { root } from '../workspace.ts';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { until } from './until.ts';

const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const pictures = path.join(root, '.cache/look/embed');
const secret = 'a secret for tests, of 32 or more';
const many = { burst: 1000, perMinute: 1000 };

describe('the plain form in a browser without scripts', () => {
  let city: City;
  let relay: Relay;
  let server: Server;
  let browser: CityBrowser;
  let address: string;
  let photos: string;
  let faults: readonly Fault[] = [];

  before(async () => {
    city = createCity();
    photos = mkdtempSync(path.join(tmpdir(), 'citydesk-embed-'));
    const shelf = folderShelf({ folder: photos, keepFor: 60_000 });
    const config = configFrom({
      upstream: 'http://127.0.0.1:1/open311/v2/',
      origins: '*',
      ...{ city: 'Three Rivers', phone: '269-555-0142', emergency: '911', tracker: 'https://www.example.gov/track/' },
      ...{ media: 'multipart:media', faster: 100, limits: { suspicious: many, suspiciousTogether: many } },
    });
    relay = createRelay({
      ...{ config, secret, shelf },
      keys: memoryKeys({ times: fasterRelayTimes(realRelayTimes, config.faster) }),
      fetch: (url, init) => {
        if (faults.length > 0) [city.faults, faults] = [faults, []];
        return city.fetch(new Request(url, init));
      },
      site: relaySite({ secret, shelf, files: builtFolder() }),
    });
    server = createServer(
      getRequestListener((request) => relay.fetch(request, { ip: '192.0.2.1' }), { overrideGlobalObjects: false }),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/citydesk/embed`;
    browser = await startCityBrowser();
    mkdirSync(pictures, { recursive: true });
  });
  after(async () => {
    await browser?.close();
    server?.close();
    await relay?.close();
    city?.close();
    rmSync(photos, { recursive: true, force: true });
  });

  /** What is wrong with the page that is shown: by axe, by its width, and by what can be pressed. Takes its picture. */
  async function looksAt(page: Page, name: string): Promise<void> {
    for (const width of [320, 1280]) {
      await page.setViewport({ width, height: 800 });
      await page.screenshot({ path: path.join(pictures, `${name}-${width}.png`), fullPage: true });
      // Scripts of the page are off; this one is the browser's own.
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${name} is ${wide} pixels wide at ${width}`);
      assert.deepEqual(await page.evaluate(smallTargets), [], `${name} at ${width}`);
    }
    // Axe waits for timers, which are scripts too. The page itself has none, and its policy lets none in.
    await page.setJavaScriptEnabled(true);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe: run } = globalThis as unknown as { axe: typeof import('axe-core') };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const said = await run.run({
        runOnly: { type: 'tag', values: tags },
        rules: { 'target-size': { enabled: true } },
      });
      return said.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    });
    await page.setJavaScriptEnabled(false);
    assert.deepEqual(violations, [], name);
  }

  /** A page in a browser that runs no scripts. */
  async function opened(where = address): Promise<{ page: Page; close(): Promise<void> }> {
    const { page, close } = await browser.newPage(320, 800);
    await page.setJavaScriptEnabled(false);
    await page.goto(where);
    return { page, close };
  }

  const press = async (page: Page) => {
    await Promise.all([page.waitForNavigation(), page.click('button.button')]);
  };
  const heading = (page: Page) => page.$eval('h1', ({ textContent }) => textContent?.trim());
  const serviceCode = 'pothole';

  async function onForm(): Promise<{ page: Page; close(): Promise<void> }> {
    const found = await opened();
    await found.page.select('#service', serviceCode);
    await press(found.page);
    return found;
  }

  /** The first answer of every question that must be answered. */
  async function answerAll(page: Page): Promise<void> {
    for (const field of await page.$$('fieldset.field')) await (await field.$('input[type=radio]'))?.click();
    for (const select of await page.$$('form[method=post] select')) {
      const values = await select.$$eval('option', (all) => all.map(({ value }) => value).filter(Boolean));
      await select.select(values[0]!);
    }
  }

  it('files a report by keyboard and pointer, with its photo, and once', async () => {
    const { page, close } = await opened();
    const before = city.store.all().length;
    await looksAt(page, '1-what');
    await page.select('#service', serviceCode);
    await press(page);
    await looksAt(page, '2-form');
    await press(page);
    await until('the focus on what is to be fixed', async () =>
      (await page.evaluate(() => document.activeElement?.id)) === 'fix' ? true : undefined,
    );
    await looksAt(page, '3-errors');
    await page.click('.problem a[href="#place"]');
    await page.keyboard.type('318 Hoffman St');
    await answerAll(page);
    const photo = path.join(photos, 'photo.png');
    writeFileSync(photo, onePixel);
    const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('#photos-add')]);
    await chooser.accept([photo]);
    await press(page);
    assert.equal(await heading(page), 'The city has your report');
    await looksAt(page, '4-sent');
    const number = await page.$eval('.slip .large', ({ textContent }) => textContent?.trim());
    assert.equal(city.store.request(number ?? '')?.photos.length, 1);
    assert.equal(city.store.request(number ?? '')?.address, '318 Hoffman St');

    await page.reload();
    assert.equal(await page.$eval('.slip .large', ({ textContent }) => textContent?.trim()), number);
    await page.goBack();
    await page.goForward();
    assert.equal(city.store.all().length, before + 1);
    await close();
  });

  it('says what became of it, in every way it may end', async () => {
    const ends: readonly (readonly [string, readonly Fault[], RegExp])[] = [
      ['unknown', [{ route: 'post', kind: 'down', committed: true, times: 1 }], /finding out if the city has/],
      ['refused', [{ route: 'post', kind: 'ok-with-error', times: 1 }], /did not take the report yet/],
    ];
    for (const [name, fault, words] of ends) {
      const { page, close } = await onForm();
      await page.type('#place', '318 Hoffman St');
      await page.type('#description', 'A deep hole in front of the library.');
      await answerAll(page);
      faults = fault;
      await press(page);
      assert.match((await heading(page)) ?? '', words);
      await looksAt(page, `5-${name}`);
      await close();
    }
    city.faults = [];
  });

  it('takes the built files along', async () => {
    const answer = await fetch(new URL('citydesk.js', address));
    assert.equal(answer.status, 200);
    const [, chunk] = /"(request-form-[\w-]+\.js)"/.exec(await answer.text()) ?? [];
    assert.ok(chunk);
    assert.match((await fetch(new URL(`citydesk/${chunk}`, address))).headers.get('cache-control') ?? '', /immutable/);
  });
});

/** What can be pressed and is less than 44 pixels in a direction, unless it stands in a sentence. Runs in the page. */
function smallTargets(): string[] {
  const all = [
    ...document.querySelectorAll<HTMLElement>('a, button, input:not([type=hidden]), select, textarea, summary'),
  ];
  return all.flatMap((each) => {
    const target = each.closest('label') ?? each;
    const { width, height } = target.getBoundingClientRect();
    const isHidden = width === 0 || each.classList.contains('skip');
    return isHidden || (width >= 43.9 && height >= 43.9) ? [] : [`${each.outerHTML.slice(0, 80)}: ${width}×${height}`];
  });
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
