// An endpoint that is wrong: the resident can still call, and the console names the one thing to change.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { until } from '../e2e/until.ts';
import { documentedHost, serveExampleCity, type ExampleCity, type ServedPages } from '../examples/example-city.ts';
import { serveFaulty, type FaultyFiles } from './faulty-files.ts';
import { complaintsOf, hostPage, moduleTag, serveHosts } from './host-page.ts';

describe('An endpoint', () => {
  let city: ExampleCity;
  let mute: FaultyFiles;
  let browser: CityBrowser;
  let served: ServedPages;
  const files = new Map<string, string>();
  before(async () => {
    city = await serveExampleCity();
    mute = await serveFaulty(city.origin, () => 'mute');
    browser = await startCityBrowser();
    served = await serveHosts(files, city);
  });
  after(async () => {
    await browser?.close();
    await served?.close();
    await mute?.close();
    await city?.close();
  });

  const endpoint = `data-endpoint="${documentedHost}/open311/v2/"`;
  const wrongs: readonly (readonly [what: string, attribute: () => string, console: RegExp])[] = [
    ['that is missing', () => '', /there is no endpoint\. Write endpoint="https:/],
    ['that is no address', () => 'data-endpoint="ftp://311.example.gov/"', /is no web address\. Write one like/],
    [
      'that other pages may not read',
      () => `data-endpoint="${mute.origin}/open311/v2/"`,
      /does not let this page read it\. The server must send "Access-Control-Allow-Origin: \*"/,
    ],
    ['where nothing is', () => `data-endpoint="${documentedHost}/open311/v3/"`, /404/],
  ];

  for (const [what, attribute, words] of wrongs) {
    it(`${what} leaves the resident the phone, and tells the editor`, async () => {
      files.set('index.html', hostPage({ tag: moduleTag.replace(endpoint, attribute()) }));
      const { page, driver, close } = await browser.newPage();
      const complaints = complaintsOf(page);
      await page.goto(served.origin);
      await driver.text(/The list did not load/);
      await driver.text(/269-555-0142/);
      await until(
        `The console’s ${words} among ${complaints}`,
        () => complaints.some((each) => words.test(each)) || undefined,
      );
      assert.equal(
        complaints.filter((each) => words.test(each) && /citydesk:/.test(each)).length,
        what === 'where nothing is' ? 0 : 1,
      );
      await close();
    });
  }
});
