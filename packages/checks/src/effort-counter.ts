// Counts what a resident has to do on a page: taps and typed characters, by what the browser itself has seen a hand do.

import type { Page } from 'puppeteer-core';

export interface Effort {
  /** Presses of a finger or a mouse, and of keys that write nothing. Scrolling is none. */
  readonly taps: number;
  readonly characters: number;
}

/**
 * Counts from now on, on every document that the page opens. A button that opens the browser's own dialog is one tap with what is
 * chosen there: the dialog is not part of the page.
 * @returns what it has come to so far
 */
export async function countEffort(page: Page): Promise<() => Effort> {
  let taps = 0;
  let characters = 0;
  await page.exposeFunction('citydeskEffort', (what: 'tap' | 'character') => {
    if (what === 'tap') taps += 1;
    else characters += 1;
  });
  await page.evaluateOnNewDocument(listen);
  return () => ({ taps, characters });
}

/** In the page, before anything of it runs: on the window and on the way down, where nothing can keep an event from being seen. */
function listen(): void {
  const tell = (globalThis as unknown as { citydeskEffort(what: 'tap' | 'character'): void }).citydeskEffort;
  const isModifier = /^(Shift|Control|Alt|AltGraph|Meta|CapsLock)$/;
  // Where a finger scrolls, there comes pointercancel in the place of pointerup.
  addEventListener('pointerup', ({ isTrusted }) => isTrusted && tell('tap'), true);
  addEventListener(
    'keydown',
    ({ isTrusted, key }) => {
      if (isTrusted && !isModifier.test(key)) tell([...key].length === 1 ? 'character' : 'tap');
    },
    true,
  );
}
