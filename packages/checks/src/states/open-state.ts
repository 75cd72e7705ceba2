// Opens a state in a page that is driven by CDP, and waits until it stands.

import type { Page } from 'puppeteer-core';

export interface OpenOptions {
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
}

/** The address of a state. */
export function addressOf(origin: string, name: string, { lang, dir }: OpenOptions = {}): string {
  const address = new URL(`/states/${name}/`, origin);
  if (lang) address.searchParams.set('lang', lang);
  if (dir) address.searchParams.set('dir', dir);
  return address.href;
}

/** @throws Error with what the page says of it when the state is not reached */
export async function openState(page: Page, origin: string, name: string, options: OpenOptions = {}): Promise<void> {
  await page.goto(addressOf(origin, name, options), { waitUntil: 'load' });
  const said = await page.waitForFunction(() => document.documentElement.dataset['state'], { timeout: 90_000 });
  const state = (await said.jsonValue()) as string;
  if (state !== 'ready') throw new Error(`The state ${name} ${state}`);
}
