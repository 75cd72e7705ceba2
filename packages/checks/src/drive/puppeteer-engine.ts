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
    press: (handle) => landed(handle, () => handle.click()),
    async type(handle, text) {
      await landed(handle, () => handle.click());
      await handle.evaluate((field) => (field as HTMLInputElement).select?.());
      await (text ? page.keyboard.type(text) : page.keyboard.press('Backspace'));
    },
    close: () => page.close(),
  };
}

/**
 * Presses, and makes sure that it was felt: what is drawn between looking where a thing is and pressing there may have moved it.
 * @throws Error where something else was pressed
 */
async function landed(handle: ElementHandle, press: () => Promise<void>): Promise<void> {
  const felt = await handle.evaluateHandle((element) => {
    const told = { is: false };
    const hear = (event: Event) => (told.is = event.composedPath().includes(element));
    addEventListener('pointerdown', hear, { capture: true, once: true });
    return told;
  });
  await press();
  // Where the page was left with it, nobody is there to tell.
  const is = await felt.evaluate((told) => told.is).catch(() => true);
  if (!is) throw new Error('It moved away from under the pointer.');
}

function asCall(body: string): string {
  return `(() => { ${body}\n })()`;
}
