// All that is asked of a page as it stands: both engines, our own checks, and a keyboard.

import type { Page } from 'puppeteer-core';
import { axeSays, ibmSays } from './engines.ts';
import type { Finding } from './finding.ts';
import { tabWalk } from './tab-walk.ts';

export interface Judging {
  /** The widgets wear their own colours, light or dark: 7:1 is asked of them. Default true. */
  readonly isOwnTheme?: boolean;
  /** A keyboard goes through the page, which may leave it otherwise than it was. Default true. */
  readonly hasKeyboard?: boolean;
}

/** What is wrong with a state's page, and what checkers want to be looked at. */
export async function judge(
  page: Page,
  { isOwnTheme = true, hasKeyboard = true }: Judging = {},
): Promise<readonly Finding[]> {
  const own = await page.evaluate(
    async (from) => ((await import(from)) as typeof import('./own-checks.ts')).ownChecks(),
    '/states/scripts/a11y/own-checks.ts',
  );
  const found = [...(await axeSays(page, isOwnTheme)), ...(await ibmSays(page)), ...own];
  return hasKeyboard ? [...found, ...(await tabWalk(page))] : found;
}
