import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import type { Page } from 'puppeteer-core';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import { startCityBrowser, type CityBrowser, type CityPage } from './city-browser.ts';
import { fileAReport } from './file-a-report.ts';
import { openTracker } from './find-a-report.ts';
import { readQrCode } from './qr-reader.ts';
import { changeOnDesk, photoOfWork } from './staff-desk.ts';
import { hideEverywhere, placesWith } from './storage-scan.ts';

const note = 'A crew filled it this morning. It hardens until tomorrow.';

/** When the report's own feed says that it changed. */
async function feedUpdated(origin: string, id: string): Promise<number> {
  const answer = await fetch(`${origin}/feed.atom?service_request_id=${encodeURIComponent(id)}`);
  assert.equal(answer.status, 200);
  return Date.parse(/<updated>([^<]+)/.exec(await answer.text())?.[1] ?? '');
}

async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let wait = 0; wait < 100; wait += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not come.`);
}

/** Puts the page out of sight: another tab of its window lies over it. Gives what brings it to the front again. */
async function cover(page: Page): Promise<() => Promise<void>> {
  const sight = () => page.evaluate(() => document.visibilityState);
  await page.browserContext().newPage();
  const session = await page.createCDPSession();
  const { windowId } = await session.send('Browser.getWindowForTarget');
  const setWindow = (windowState: 'minimized' | 'normal') =>
    session.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  // A headless shell has no tabs that lie over each other: each page is a window of its own.
  const isOwnWindow = (await sight()) === 'visible';
  if (isOwnWindow) await setWindow('minimized');
  await until('The cover', async () => ((await sight()) === 'hidden' ? true : undefined));
  return async () => {
    if (isOwnWindow) await setWindow('normal');
    await page.bringToFront();
  };
}

describe('what happened to my report', () => {
  let city: BuiltCity;
  let browser: CityBrowser;
  /** Who reports, who follows with nothing but the link, and who works on it: three profiles. */
  let reporter: CityPage, follower: CityPage, clerk: CityPage;
  let id = '';
  let link = '';
  const answers = () => city.row(id)?.answers.map(({ question, answer }) => [question, answer]);

  before(async () => {
    city = await serveBuiltCity();
    browser = await startCityBrowser();
    [reporter, follower, clerk] = [await browser.newPage(), await browser.newPage(), await browser.newPage()];
  });
  after(async () => {
    await browser?.close();
    await city?.close();
  });

  it('is reported without a name, and the receipt has a link with the number in its fragment alone', async () => {
    ({ id } = await fileAReport(reporter.driver, city.origin));
    const row = city.row(id);
    assert.deepEqual([row?.firstName, row?.lastName, row?.email, row?.phone], [null, null, null, null]);
    link = await reporter.driver.linkTo('Follow this report');
    assert.equal(link, `${city.origin}/#citydesk:request=${id}`);
  });

  it('has the link as a QR code on the receipt, as it stands on the screen', async () => {
    const code = await reporter.page.waitForSelector('>>> svg[role="img"][aria-label="QR code"]');
    assert.ok(code);
    assert.equal(await readQrCode(code), link);
  });

  it('asks whether reporting was easy, and the answer is a row at the city', async () => {
    await reporter.driver.heading('Was this easy?');
    await reporter.driver.click('button', 'Yes');
    await reporter.driver.text(/Thank you/);
    assert.deepEqual(answers(), [['easy', 'yes']]);
  });

  it('is found by the link in another profile', async () => {
    await follower.driver.open(link);
    await follower.driver.heading('The city got this report on');
    await follower.driver.text(new RegExp(id));
    assert.ok(!(await follower.driver.has('heading', 'Was it fixed?')));
  });

  it('can be put in a calendar', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-calendar-'));
    try {
      const session = await follower.page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', {
        behavior: 'allow',
        browserContextId: follower.page.browserContext().id ?? '',
        downloadPath: folder,
      });
      await follower.driver.click('button', 'Add the date to my calendar');
      const file = await until('The file', () => readdirSync(folder).find((name) => name.endsWith('.ics')));
      const calendar = new ICAL.Component(ICAL.parse(readFileSync(path.join(folder, file), 'utf8')));
      const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
      const expected = new Date(city.row(id)?.expectedDatetime ?? '');
      const day = expected.toLocaleDateString('sv', { timeZone: 'America/Detroit' });
      assert.deepEqual(
        events.map(({ startDate, summary }) => [startDate.toString(), startDate.isDate, summary]),
        [[day, true, 'Expected to be done: Pothole in the street']],
      );
      assert.equal(String(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('url')), link);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('shows what the clerk did as soon as its page comes to the front; the feed has moved, too', async () => {
    const before = await feedUpdated(city.origin, id);
    const uncover = await cover(follower.page);
    await changeOnDesk(clerk, city.origin, id, { status: 'In progress', note, photo: photoOfWork });
    // Within the time in which a page that was just looked at is not looked at again.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const began = performance.now();
    await uncover();
    await follower.driver.heading('The city is working on this');
    const took = performance.now() - began;
    console.log(`the change stood ${took.toFixed(0)} ms after the page came to the front`);
    assert.ok(took < 2000, `${took} ms`);
    await follower.driver.text(new RegExp(note));
    const widths = await until('The photo', async () => {
      const now = await photoWidths(follower.page);
      return now.length > 0 && now.every((width) => width > 0) ? now : undefined;
    });
    assert.deepEqual(new Set(widths), new Set([800]));
    assert.ok((await feedUpdated(city.origin, id)) > before);
  });

  it('asks whether it was fixed once it is closed, and the answer is a row at the city', async () => {
    const uncover = await cover(follower.page);
    await changeOnDesk(clerk, city.origin, id, { status: 'Closed', note: 'The hole is filled.' });
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await uncover();
    await follower.driver.heading('Closed on');
    await follower.driver.heading('Was it fixed?');
    await follower.driver.click('button', 'Partly');
    await follower.driver.text(/Thank you/);
    assert.deepEqual(answers(), [
      ['easy', 'yes'],
      ['fixed', 'partly'],
    ]);
  });

  it('is kept on the device only with consent, is listed at the next visit, and forgetting leaves nothing', async () => {
    const { page, driver } = follower;
    assert.deepEqual(await placesWith(page, id), []);
    await driver.click('checkbox', 'Keep this report on this device');
    await driver.text(/Your report is kept on this device/);
    await openTracker(driver, city.origin);
    await driver.heading('My reports on this device');
    assert.ok(await driver.has('link', id));
    assert.deepEqual(await placesWith(page, id), ['IndexedDB, by the page', 'IndexedDB, from outside']);

    await driver.click('button', 'Forget my reports on this device');
    await driver.text(/Your reports are gone from this device/);
    assert.ok(!(await driver.has('link', id)));
    assert.deepEqual(await placesWith(page, id), []);
    assert.deepEqual(await placesWith(page, 'citydesk'), []);
    await openTracker(driver, city.origin);
    await driver.heading('Follow a report');
    assert.deepEqual(await placesWith(page, id), []);
  });

  it('would be found in any storage: the scan finds what is hidden in each', async () => {
    const { page, driver, close } = await browser.newPage();
    await driver.open(`${city.origin}/parks/`);
    assert.deepEqual(await placesWith(page, 'canary-4711'), []);
    await hideEverywhere(page, 'canary-4711');
    assert.equal((await placesWith(page, 'canary-4711')).length, 10);
    await close();
  });
});

/** How wide the photos in the tracker came out, in pixels of the photo; 0 for one that did not come. */
function photoWidths(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const images = document.querySelector('citydesk-status-tracker')?.shadowRoot?.querySelectorAll('img') ?? [];
    return [...images].map(({ naturalWidth }) => naturalWidth);
  });
}
