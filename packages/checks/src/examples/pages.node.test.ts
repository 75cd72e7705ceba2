// The examples that are nothing but pages, each opened as a resident would and used to file one report.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { until } from '../e2e/until.ts';
import { exampleFiles, serveExampleCity, servePages, type ExampleCity } from './example-city.ts';
import { axeOn, fileFromExample, frameWithForm, quiet, watchRequests } from './file-from-example.ts';

/** A page of an example, and what its report says. */
interface Opened {
  readonly name: string;
  readonly file?: string;
  /** What stands besides the form. */
  readonly also?: readonly string[];
}

const examples: Readonly<Record<string, Opened>> = {
  'script-tag': { name: 'script-tag', also: ['citydesk-status-tracker', 'citydesk-faq-panel'] },
  'classic-tag-manager': { name: 'classic-tag-manager', also: ['citydesk-status-tracker'] },
  iframe: { name: 'iframe' },
  'iframe, sandboxed': { name: 'iframe', file: 'sandboxed.html' },
  govuk: { name: 'govuk' },
  uswds: { name: 'uswds' },
};

describe('The example', () => {
  let city: ExampleCity;
  let browser: CityBrowser;
  before(async () => {
    city = await serveExampleCity();
    browser = await startCityBrowser();
  });
  after(async () => {
    await browser?.close();
    await city?.close();
  });

  for (const [title, { name, file = '', also = [] }] of Object.entries(examples)) {
    it(`${title} files a report that carries its name, and nobody else hears of it`, async () => {
      const served = await servePages(exampleFiles(name), city.origin);
      const { page, close } = await browser.newPage();
      try {
        const complaints = complaintsOf(page);
        const seen = watchRequests(page, [city.origin]);
        await page.goto(`${served.origin}/${file}`);
        await frameWithForm(page);
        for (const element of also) await upgraded(page, element);
        await page.waitForNetworkIdle();
        assert.deepEqual(await seen(), quiet);
        assert.deepEqual(await axeOn(page), []);
        await page.setViewport({ width: 320, height: 720 });
        assert.deepEqual(await axeOn(page), [], 'at 320 pixels');
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, 'it scrolls sideways');
        await page.setViewport({ width: 1280, height: 800 });

        const words = file ? `${name} ${file}` : name;
        const before = city.rows(words).length;
        const id = await fileFromExample(page, { name: words });
        assert.deepEqual(
          city.rows(words).map((row) => row.id),
          [id],
        );
        assert.equal(before, 0);
        assert.deepEqual(await axeOn(page), [], 'at the receipt');
        assert.deepEqual((await seen()).thirdParty, []);
        assert.deepEqual([...served.missing, ...complaints], []);
      } finally {
        await close();
        await served.close();
      }
    });
  }

  it('iframe is as high as its form where our script is on the page, and tells what was sent', async () => {
    const served = await servePages(exampleFiles('iframe'), city.origin);
    const { page, close } = await browser.newPage();
    try {
      await page.goto(`${served.origin}/sandboxed.html`);
      await page.evaluate(() => {
        document.addEventListener('citydesk-request-submitted', ({ target, detail }: Event & { detail?: object }) => {
          document.title = `${(target as Element).localName} ${Object.keys(detail ?? {}).sort()}`;
        });
      });
      const frame = await frameWithForm(page);
      await until('The height of the form', async () => {
        const own = await frame.evaluate(() => document.documentElement.getBoundingClientRect().height);
        const given = await page.$eval('iframe', ({ clientHeight }) => clientHeight);
        return own > 700 && Math.abs(own - given) < 2 ? true : undefined;
      });
      await fileFromExample(page, { name: 'iframe that tells' });
      await page.waitForFunction(() => document.title.startsWith('iframe '));
      assert.match(await page.title(), /serviceRequestId|requestId/);
    } finally {
      await close();
      await served.close();
    }
  });

  it('classic-tag-manager leaves a link in a sentence a link', async () => {
    const served = await servePages(exampleFiles('classic-tag-manager'), city.origin);
    const { page, close } = await browser.newPage();
    try {
      await page.goto(served.origin);
      await frameWithForm(page);
      await upgraded(page, 'citydesk-status-tracker');
      assert.equal(await page.$$eval('p > a[href*="widget=request-form"]', (links) => links.length), 2);
    } finally {
      await close();
      await served.close();
    }
  });
});

/** Scrolls to the element, because its code may be fetched only then, and waits until it stands. */
async function upgraded(page: Page, element: string): Promise<void> {
  await page.waitForSelector(element);
  await page.$eval(element, (found) => found.scrollIntoView());
  await page.waitForFunction((name) => document.querySelector(name)?.shadowRoot?.querySelector('h2'), {}, element);
  await page.evaluate(() => scrollTo(0, 0));
}

/** What the console says of mistakes. */
function complaintsOf(page: Page): readonly string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) said.push(`${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('pageerror', (error) => said.push(String(error)));
  return said;
}
