// Chromium and Firefox through puppeteer-core: the first over the DevTools protocol, the second over WebDriver BiDi.

import { launch, type ElementHandle, type LaunchOptions, type Page } from 'puppeteer-core';
import type { Engine } from './driver.ts';

/** Starts a browser with one page. */
export async function puppeteerEngine(options: LaunchOptions): Promise<Engine<ElementHandle>> {
  const browser = await launch(options);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  return { ...engineOf(page, await browser.version()), close: () => browser.close() };
}

/** The same for a page that a test has already opened; closing it is the test's work. */
export function engineOf(page: Page, version = 'Chromium'): Engine<ElementHandle> {
  return {
    version: version.replace('/', ' '),
    open: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    read: (script) => page.evaluate(asCall(script)),
    async element(script) {
      const handle = await page.evaluateHandle(asCall(script));
      return (handle.asElement() as ElementHandle | null) ?? undefined;
    },
    press: (handle) => handle.click(),
    async type(handle, text) {
      await handle.click();
      await handle.evaluate((field) => (field as HTMLInputElement).select?.());
      await (text ? page.keyboard.type(text) : page.keyboard.press('Backspace'));
    },
    close: () => page.close(),
  };
}

function asCall(body: string): string {
  return `(() => { ${body}\n })()`;
}
