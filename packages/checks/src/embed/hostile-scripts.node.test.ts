import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { serveExampleCity, type ExampleCity, type ServedPages } from '../examples/example-city.ts';
import { fileFromExample } from '../examples/file-from-example.ts';
import { complaintsOf, hostPage, serveHosts } from './host-page.ts';
import { scriptedPages } from './hostile-scripts.ts';

describe('On a page', () => {
  let city: ExampleCity;
  let browser: CityBrowser;
  let served: ServedPages;
  const files = new Map<string, string>();
  before(async () => {
    city = await serveExampleCity();
    browser = await startCityBrowser();
    served = await serveHosts(files, city);
  });
  after(async () => {
    await browser?.close();
    await served?.close();
    await city?.close();
  });

  for (const [name, head] of Object.entries(scriptedPages)) {
    it(`${name}, the form files a report, and the page’s own scripts go on`, async () => {
      files.set('index.html', hostPage({ head }));
      const { page, close } = await browser.newPage();
      const complaints = complaintsOf(page);
      await page.goto(served.origin);
      const id = await fileFromExample(page, { name });
      assert.deepEqual(
        city.rows(name).map((row) => row.id),
        [id],
      );
      assert.deepEqual(complaints, []);
      await close();
    });
  }
});
