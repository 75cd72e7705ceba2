// A resident's tab that sends a report with two photos over a slow line, can be closed in the middle, and opened again.

import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { drive } from '../drive/drive.ts';
import type { Driver } from '../drive/driver.ts';
import { engineOf } from '../drive/puppeteer-engine.ts';
import type { Camera } from './camera.ts';
import { chooseFile } from './choose-file.ts';
import type { CityBrowser } from './city-browser.ts';
import { headings } from './file-a-report.ts';
import { openWhere } from './send-from-where.ts';

/** Bytes a second: two photos take some seconds. */
const slowly = 40_000;

export interface SendingTab {
  readonly page: Page;
  readonly driver: Driver;
  /** From now on all goes out slowly, or not. */
  slow(isSlow: boolean): Promise<void>;
  /** Waits for words; longer than the driver does, for what comes after pauses. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Closes the tab, as it is, and opens the site in another one of the same browser. @param until what is waited for there, on a slow line */
  again(address: string, until?: (tab: SendingTab) => Promise<void>): Promise<SendingTab>;
  close(): Promise<void>;
}

export async function openSendingTab(browser: CityBrowser): Promise<SendingTab> {
  const { page, close } = await browser.newPage();
  return tabOf(page, close);
}

async function tabOf(page: Page, close: () => Promise<void>): Promise<SendingTab> {
  const driver = drive(engineOf(page));
  return {
    page,
    driver,
    slow: (isSlow) => page.emulateNetworkConditions(isSlow ? { upload: slowly, download: -1, latency: 0 } : null),
    async says(pattern) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await driver.text(pattern);
        } catch (error) {
          if (tries === 6) throw error;
        }
      }
    },
    async again(address, until) {
      const next = await page.browserContext().newPage();
      await page.close();
      const tab = await tabOf(next, close);
      const seen = until?.(tab);
      await tab.driver.open(address);
      if (until) await tab.slow(true);
      await seen;
      return tab;
    },
    close,
  };
}

/** Writes a report with two photos and presses Send; ends while it is on its way. @param words of its description */
export async function beginSending(tab: SendingTab, origin: string, camera: Camera, words: string): Promise<void> {
  const { driver, page } = tab;
  await openWhere(driver, origin);
  for (const button of ['Take or choose a photo', 'Add another photo']) {
    const photo = await camera.take();
    await chooseFile(page, photo, () => driver.click('button', button));
  }
  await driver.text(/Photo 2[^]*Ready\./);
  await driver.fill('Tell us more', words);
  await driver.fill('Address or place', 'behind the library');
  await driver.click('button', 'Continue');
  await driver.heading(headings.check);
  await tab.slow(true);
  await Promise.all([underWay(tab), driver.click('button', 'Send report')]);
}

/** Waits until a report is on its way: begun, and with its photos still to come. */
export async function underWay({ page }: SendingTab): Promise<void> {
  await page.waitForRequest((request) => request.method() === 'POST' && /\/requests\.json$/.test(request.url()), {
    timeout: 60_000,
  });
  await pause(300);
}
