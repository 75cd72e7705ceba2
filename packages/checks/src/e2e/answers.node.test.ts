import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { headings } from './file-a-report.ts';
import { openTracker } from './find-a-report.ts';

/** Notes how questions end, also while a page is left. Gives what was noted so far. */
async function endingsOn(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluateOnNewDocument(() =>
    addEventListener('citydesk-faq-outcome', (event) => {
      const { outcome } = event as unknown as { readonly outcome: string };
      sessionStorage.setItem('endings', `${sessionStorage.getItem('endings') ?? ''} ${outcome}`);
    }),
  );
  return () => page.evaluate(() => (sessionStorage.getItem('endings') ?? '').split(' ').filter(Boolean));
}

/** The city's newest number: it grows with every report that was filed. */
async function newestAt(origin: string): Promise<string> {
  const rows = (await (await fetch(`${origin}/open311/v2/requests.json`)).json()) as { service_request_id: string }[];
  return rows
    .map(({ service_request_id: id }) => id)
    .sort()
    .at(-1)!;
}

describe('answers before a report', () => {
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

  it('tell the day at an address, and no report is filed', async () => {
    const { page, driver, close } = await browser.newPage(320, 720);
    const endings = await endingsOn(page);
    const newest = await newestAt(city.origin);
    await driver.open(`${city.origin}/answers/`);
    await driver.fill('What do you want to know?', 'when is brush collected');
    await driver.text(/\d answers? found/);
    await driver.click('button', 'When is brush picked up on my street?');
    await driver.fill('Your address', '318 Hoffman St');
    await driver.click('button', 'Show my date');
    const [said] = await driver.text(/Your next brush pick-up: \w+day, \w+ \d+/);
    await driver.click('button', 'Yes');
    await driver.text(/Good to hear/);
    const ended = await endings();
    await close();
    console.log(said);
    assert.deepEqual(ended, ['answered']);
    assert.equal(await newestAt(city.origin), newest);
  });

  it('lead on to the form with the words that were typed', async () => {
    const { driver, close } = await browser.newPage();
    await driver.open(`${city.origin}/answers/`);
    await driver.fill('What do you want to know?', 'street lite out');
    await driver.click('button', 'The street light is out.');
    await driver.click('button', 'No');
    await driver.click('link', 'Report it instead');
    await driver.text(/Step \d of \d/);
    assert.match(await driver.address(), /\/report\/#citydesk:words=street%20lite%20out/);
    await close();
  });

  it('stand beside the form, which finds the right service by the same words', async () => {
    const { page, driver, close } = await browser.newPage();
    const endings = await endingsOn(page);
    await driver.open(`${city.origin}/report/`);
    await driver.heading('Or choose from the list');
    await driver.fill('Say it in your own words', 'street lite out');
    await driver.heading('Closest matches');
    assert.ok(await driver.has('button', 'Street light out'));
    await driver.fill('Say it in your own words', 'my bin wasn’t emptied');
    await driver.click('button', 'My bin was not emptied.');
    await driver.fill('Your address', '318 Hoffman St');
    await driver.click('button', 'Show my date');
    await driver.text(/Your next trash pick-up: \w+day, \w+ \d+/);
    await driver.click('button', 'Missed trash pick-up');
    await driver.heading(headings.where);
    await openTracker(driver, city.origin);
    await driver.heading('Follow a report');
    const ended = await endings();
    await close();
    assert.deepEqual(ended, ['left-after-answer']);
  });

  it('say what the city knows already, before the form and never in its way', async () => {
    const { driver, close } = await browser.newPage();
    await driver.open(`${city.origin}/report/potholes/`);
    await driver.text(/The city knows about this/);
    await driver.fill('Address or place', '318 Hoffman St');
    await driver.click('button', 'Continue');
    await driver.text(/Step 2 of \d/);
    await close();
  });
});
