// The example: what the module's filter and block give, on a page with the files of its zip, used by a resident in a real browser.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { drupalFiles } from '../demo/drupal-zip.ts';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import {
  serveExampleCity,
  servePages,
  type ExampleCity,
  type Pages,
  type ServedPages,
} from '../examples/example-city.ts';
import { axeOn, fileFromExample, frameWithForm, quiet, watchRequests } from '../examples/file-from-example.ts';
import { textOf } from '../workspace.ts';
import { inPhp, noPhp } from './module.ts';

const modules = '/modules/contrib/';

describe('a page of the Drupal module', { skip: noPhp }, () => {
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

  async function opened(html: string, use: (page: Page, served: ServedPages) => Promise<void>): Promise<void> {
    const files = drupalFiles();
    const pages: Pages = (asked) => {
      if (asked === 'index.html') return html;
      const file = files.get(asked.replace(modules.slice(1), ''));
      return file && Buffer.from(file);
    };
    const served = await servePages(pages, city.origin);
    const { page, close } = await browser.newPage();
    try {
      await use(page, served);
    } finally {
      await close();
      await served.close();
    }
  }

  it('files a report that carries the example’s name, with scripts of its own server only', async () => {
    await opened(drupalPage(), async (page, { origin, missing }) => {
      const said: string[] = [];
      page.on('console', (message) => void (message.type() === 'error' && said.push(message.text())));
      page.on('pageerror', (error) => void said.push(String(error)));
      const scripts: string[] = [];
      page.on('request', (request) => void (request.resourceType() === 'script' && scripts.push(request.url())));
      const seen = watchRequests(page, [city.origin]);
      await page.goto(origin);
      await frameWithForm(page);
      await page.waitForNetworkIdle();
      assert.deepEqual(await seen(), quiet);
      assert.deepEqual(await axeOn(page), []);

      const id = await fileFromExample(page, { name: 'drupal' });
      assert.deepEqual(
        city.rows('drupal').map((row) => row.id),
        [id],
      );
      assert.deepEqual(await axeOn(page), [], 'at the receipt');
      assert.ok(
        scripts.length > 3 && scripts.every((url) => new URL(url).pathname.startsWith(modules)),
        scripts.join('\n'),
      );
      assert.deepEqual([...missing, ...said], []);
    });
  });

  it('has the form behind a button, where the block says so, and fetches none of it before', async () => {
    const button = { widget: 'launcher', label_of_button: 'Tell the city', service_code: 'pothole' };
    const { html } = inPhp('block', { configuration: button });
    await opened(pageWith('', html), async (page, { origin, missing }) => {
      const scripts: string[] = [];
      page.on('request', (request) => void scripts.push(request.url()));
      await page.goto(origin);
      await page.waitForNetworkIdle();
      assert.deepEqual(
        scripts.filter((url) => /request-form|open311/.test(url)),
        [],
      );
      const id = await fileFromExample(page, { name: 'drupal, behind a button', open: 'Tell the city' });
      assert.equal(city.rows('drupal, behind a button')[0]?.id, id);
      assert.deepEqual(missing, []);
    });
  });
});

/** What Drupal would send for the example. */
function drupalPage(): string {
  const { html: text } = inPhp('filter', { text: textOf('examples/drupal/body.html') });
  const { html: block } = inPhp('block', { configuration: { widget: 'status-tracker' } });
  return pageWith(text, block);
}

function pageWith(text: string, block: string): string {
  return textOf('examples/drupal/page.html')
    .replace(/<!-- the text.*-->/, text)
    .replace(/<!-- the block.*-->/, block);
}
