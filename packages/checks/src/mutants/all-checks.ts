// All that `npm run a11y` and `npm run a11y:names` ask of a page, on one that stands.

import type { Page } from 'puppeteer-core';
import type { Finding } from '../a11y/finding.ts';
import { judge } from '../a11y/judge.ts';
import { answerTo } from '../a11y/ledger.ts';
import { reflows } from '../a11y/reflow.ts';
import { tabWalk } from '../a11y/tab-walk.ts';
import { contains } from '../names/compare.ts';
import { namesOver } from '../names/engines.ts';

/** The names of the checks that find something, such as "axe label" or "own keyboard-trap", with one message each. */
export type Seen = ReadonlyMap<string, string>;

export async function seenBy(page: Page): Promise<Seen> {
  // The keyboard goes last, because it may change what stands there.
  const still = await judge(page, { hasKeyboard: false });
  const named = await misnamed(page);
  await page.setViewport({ width: 320, height: 900 });
  const reflow = await reflows(page);
  await page.setViewport({ width: 1280, height: 800 });
  const found = [...still, ...named, ...reflow, ...(await tabWalk(page))];
  return new Map(
    found
      .filter((one) => !(one.isQuestion && answerTo(one)))
      .map((one) => [`${one.by} ${one.rule}`, one.message.replace(/\s+/g, ' ').slice(0, 160)]),
  );
}

/** What the names check finds in one engine; that three say the same is asked elsewhere. */
async function misnamed(page: Page): Promise<readonly Finding[]> {
  const devtools = await page.createCDPSession();
  try {
    return (await namesOver(devtools)).flatMap(({ path, seen, name, role }): Finding[] => {
      const one = { by: 'own', target: path } as const;
      if (!name.trim()) return [{ ...one, rule: 'name-given', message: `${role} “${seen}” has no name.` }];
      if (!contains(name, seen)) return [{ ...one, rule: 'name-seen', message: `“${seen}” is seen, not “${name}”.` }];
      return [];
    });
  } finally {
    await devtools.detach();
  }
}
