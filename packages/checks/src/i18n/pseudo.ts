// `npm run i18n:pseudo`: every base state in two made-up languages. In en-XA all that was translated stands in brackets, two fifths longer; what does
// not was never translated, and what no longer fits is seen at 320 px. In ar-XB everything goes from right to left.
//
//   npm run i18n:pseudo                       all states
//   npm run i18n:pseudo -- form-what panel    only these

import type { Page } from 'puppeteer-core';
import { noCounts, sayCounts } from '../counts.ts';
import { startCityBrowser } from '../e2e/city-browser.ts';
import { prove } from '../proven/prove.ts';
import { openState } from '../states/open-state.ts';
import { serveStates } from '../states/serve-states.ts';
import { states } from '../states/states.ts';
import { twoAtOnce } from '../two-at-once.ts';
import { inEnglishAlone } from './english.ts';
import { bracketed, clipped, unmirrored, untranslated, type Finding } from './scan.ts';

const narrow = { width: 320, height: 720 };
const wide = { width: 1280, height: 900 };

/** @returns the exit code */
export async function pseudo(args: readonly string[]): Promise<number> {
  // What web editors and councils read is in English alone. A page without our script has nothing of ours.
  const all = states.filter(({ widget, isAbsent }) => !inEnglishAlone.has(widget) && !isAbsent);
  const unknown = args.filter((name) => !all.some((state) => state.name === name));
  if (unknown.length > 0) {
    console.error(`There is no state ${unknown.join(', ')}.`);
    return 1;
  }
  const wanted = args.length > 0 ? all.filter(({ name }) => args.includes(name)) : all;
  const served = await serveStates();
  const browser = await startCityBrowser();
  let counts = noCounts;
  try {
    const found = twoAtOnce(wanted, ({ name }) =>
      findingsOf(name, async (language, look) => {
        const { page, close } = await browser.newPage(wide.width, wide.height);
        try {
          // On a busy machine a state may not be reached in time; what is found in it does not hang on that.
          const open = () => openState(page, served.origin, name, { lang: language });
          await open().catch(open);
          return await look(page);
        } finally {
          await close();
        }
      }).catch((error: unknown) => [String(error)]),
    );
    for (const [at, { name }] of wanted.entries()) {
      const findings = await found[at]!;
      console.log(`${findings.length ? '✖' : '✓'} ${name}`);
      for (const finding of findings) console.log(`    ${finding}`);
      const outcome = findings.length > 0 ? 'failed' : 'passed';
      counts = { ...counts, [outcome]: counts[outcome] + 1 };
    }
  } finally {
    await browser.close();
    await served.stop();
  }
  console.log(sayCounts(counts));
  if (args.length === 0)
    prove({
      verb: 'i18n:pseudo',
      figure: `${all.length} states in en-XA and ar-XB: ${counts.failed} with words that nobody translated, text that is cut off, or something not mirrored`,
      holds: counts.failed === 0,
      tests: ['every word in every state is translated', 'longer words fit at 320 px', 'right to left is mirrored'],
    });
  return counts.failed > 0 ? 1 : 0;
}

type Opens = (language: string, look: (page: Page) => Promise<readonly string[]>) => Promise<readonly string[]>;

async function findingsOf(name: string, opens: Opens): Promise<readonly string[]> {
  const longer = await opens('en-XA', async (page) => {
    if ((await page.evaluate(bracketed)) === 0) return [`${name} does not speak en-XA`];
    const plain = say(await page.evaluate(untranslated));
    return [...plain, ...(await narrowed(page))];
  });
  const mirrored = await opens('ar-XB', async (page) => [
    ...say(await page.evaluate(unmirrored)),
    ...(await narrowed(page)),
  ]);
  return [...longer, ...mirrored.map((one) => `from right to left: ${one}`)];
}

async function narrowed(page: Page): Promise<readonly string[]> {
  await page.setViewport(narrow);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return say(await page.evaluate(clipped)).map((one) => `at ${narrow.width} px: ${one}`);
}

/** Each once, with how often. */
function say(findings: readonly Finding[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { what, where } of findings) {
    const said = `${what} (${where})`;
    times.set(said, (times.get(said) ?? 0) + 1);
  }
  return [...times].map(([said, count]) => (count > 1 ? `${said}, ${count} times` : said));
}
