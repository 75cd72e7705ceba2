import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../workspace.ts';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { fileAReport, headings } from './file-a-report.ts';
import { transcriptOf } from './transcript.ts';

/** A Tuesday morning in the demo city: with the clock standing still, numbers, dates and opening hours are the same in every run. */
const clock = Date.parse('2026-11-17T15:00:00Z');

const file = path.join(root, 'packages/checks/transcripts/report-a-pothole.txt');

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
    const screens: string[] = [];
    await fileAReport(driver, city.origin, async (screen) => {
      await page.waitForNetworkIdle();
      screens.push(`═══ ${headings[screen]}\n\n${await transcriptOf(page, 'citydesk-request-form')}\n`);
    });
    await close();
    const now = screens.join('\n');
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
  });
});
