// The Chromium of the end-to-end tests: one browser for a test file, a fresh profile for each page.

import { launch, type Page } from 'puppeteer-core';
import { findBrowser } from '../browser.ts';
import { drive } from '../drive/drive.ts';
import type { Driver } from '../drive/driver.ts';
import { engineOf } from '../drive/puppeteer-engine.ts';

export interface CityPage {
  readonly page: Page;
  readonly driver: Driver;
  close(): Promise<void>;
}

export interface CityBrowser {
  /** A page that shares nothing with the others. Width and height in CSS pixels; 1280 by 800 when left out. */
  newPage(width?: number, height?: number): Promise<CityPage>;
  close(): Promise<void>;
}

/** @param flags more for the browser to start with */
export async function startCityBrowser(flags: readonly string[] = []): Promise<CityBrowser> {
  const { executablePath, args, env, headless } = await findBrowser();
  const browser = await launch({ executablePath, args: [...args, ...flags], env, headless });
  return {
    async newPage(width = 1280, height = 800) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width, height });
      return { page, driver: drive(engineOf(page)), close: () => context.close() };
    },
    close: () => browser.close(),
  };
}
