// The built city in the language of a walk, and beside it a page that has nothing but the tracker; the clocks of the city and of the page stand still.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { site } from '../demo/site.ts';
import { serveBuiltCity, type BuiltCity } from '../e2e/built-city.ts';

/** A Tuesday morning in the demo city: numbers, dates and opening hours are the same in every run. */
const clock = Date.parse('2026-11-17T15:00:00Z');

/** @throws Error when the site has not been built */
export async function serveCityIn(lang: string): Promise<BuiltCity> {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-orca-site-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Whoever is told to end goes without closing.
  process.once('exit', remove);
  cpSync(site, folder, { recursive: true });
  const rewrite = (from: string, to: string, change = (page: string) => page) => {
    mkdirSync(path.dirname(path.join(folder, to)), { recursive: true });
    const dir = /^(ar|ur)$/.test(lang) ? ' dir="rtl"' : '';
    const page = readFileSync(path.join(site, from), 'utf8').replace('<html lang="en"', `<html lang="${lang}"${dir}`);
    writeFileSync(path.join(folder, to), change(page));
  };
  rewrite('report/index.html', 'report/index.html');
  rewrite('answers/index.html', 'answers/index.html');
  rewrite('index.html', 'follow/index.html', (page) =>
    page.replace(/<main[\s\S]*<\/main>/, (main) => {
      const [tracker = ''] = /<citydesk-status-tracker[\s\S]*<\/citydesk-status-tracker>/.exec(main) ?? [];
      return `<main id="content"><div class="wrap"><h1>Reports</h1>${tracker}</div></main>`;
    }),
  );
  const city = await serveBuiltCity(() => new Date(clock), folder);
  return {
    ...city,
    async close() {
      await city.close();
      remove();
      process.off('exit', remove);
    },
  };
}

export async function stopClock(page: Page): Promise<void> {
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

/** Whether the city means to be done with it at a day that is still to come. */
export function isStillExpected({
  status,
  expected_datetime: expected,
}: {
  status: string;
  expected_datetime?: string | null;
}): boolean {
  return status === 'open' && Date.parse(expected ?? '') > clock + 2 * 86_400_000;
}
