import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { root } from '../workspace.ts';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { reportLike } from './city-reports.ts';
import { fileAReport, headings } from './file-a-report.ts';
import { findAReport, openTracker } from './find-a-report.ts';
import { transcriptOf } from './transcript.ts';

/** A Tuesday morning in the demo city: with the clock standing still, numbers, dates and opening hours are the same in every run. */
const clock = Date.parse('2026-11-17T15:00:00Z');

/** Stands the page's clock still, too. */
async function stopClock(page: Page): Promise<void> {
  await page.evaluateOnNewDocument((now) => {
    globalThis.Date = class extends Date {
      constructor(...given: []) {
        super(...((given.length > 0 ? given : [now]) as []));
      }
      static override now() {
        return now;
      }
    } as DateConstructor;
  }, clock);
}

/** Comes when the device has written, which no two runs do at the same moment. */
const whenKept = /^ *(text “Kept on this device at .*|button “Clear my report”)\n/gm;

/** Holds what was found, screen by screen, against the committed file; with `--update`, writes it anew. */
function isAsCommitted(name: string, screens: readonly string[]): void {
  const file = path.join(root, 'packages/checks/transcripts', name);
  const now = screens.join('\n').replace(whenKept, '');
  if (process.env['CITYDESK_UPDATE']) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, now);
  }
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
  assert.equal(
    now,
    committed,
    'The transcript has changed. Read the difference; if it is better now: npm test -- --only=e2e --update',
  );
}

describe('what a screen reader finds', () => {
  let city: BuiltCity;
  let browser: CityBrowser;
  before(async () => {
    city = await serveBuiltCity(() => new Date(clock));
    browser = await startCityBrowser();
  });
  after(async () => {
    await browser?.close();
    await city?.close();
  });

  it('is, on the way to the receipt, what the committed transcript says', async () => {
    const { page, driver, close } = await browser.newPage();
    await stopClock(page);
    const screens: string[] = [];
    await fileAReport(driver, city.origin, async (screen) => {
      // The code and the question come after the receipt.
      if (screen === 'receipt') await driver.heading('Was this easy?');
      await page.waitForNetworkIdle();
      screens.push(`═══ ${headings[screen]}\n\n${await transcriptOf(page, 'citydesk-request-form')}\n`);
    });
    await close();
    isAsCommitted('report-a-pothole.txt', screens);
  });

  it('is, from the field for the number to a closed report, what the committed transcript says', async () => {
    // Not the one of the other walk.
    const open = await reportLike(city.origin, ({ status, requested_datetime: sent, expected_datetime: expected }) => {
      const isSeeded = Date.parse(sent) < clock;
      return isSeeded && status === 'open' && Date.parse(expected ?? '') > clock + 86_400_000;
    });
    const closed = await reportLike(city.origin, ({ status, media_url: photo }) => status === 'closed' && !!photo);
    const { page, driver, close } = await browser.newPage();
    await stopClock(page);
    const screens: string[] = [];
    const read = async (screen: string) => {
      await page.waitForNetworkIdle();
      screens.push(`═══ ${screen}\n\n${await transcriptOf(page, 'citydesk-status-tracker')}\n`);
    };
    await openTracker(driver, city.origin);
    await driver.heading('Follow a report');
    await read('Before anything is asked');
    await driver.fill('Report number', '26-99999');
    await driver.click('button', 'Find report');
    await driver.text(/We found no report/);
    await read('A number that the city does not know');
    await findAReport(driver, open.service_request_id);
    await read('A report that is open');
    await findAReport(driver, closed.service_request_id);
    await driver.heading('Was it fixed?');
    await read('A report that is closed, with photos');
    await close();
    isAsCommitted('follow-a-report.txt', screens);
  });
});
