// `npm run a11y:mutants`: puts defects into base states, one at a time, and sees whether the checks find them.
//
//   npm run a11y:mutants                              our own
//   npm run a11y:mutants -- --mutants FILE            those of others
//   npm run a11y:mutants -- --only "missing label"    of these classes
//
// FILE is an ES module that exports `mutants`, or has as its default: an array of
//
//   {
//     name: 'the hint is grey',
//     state: 'form-where',          // a base state: packages/checks/src/states/
//     class: 'low contrast',
//     mutate(root, host) {          // runs in the page; uses nothing from outside itself
//       root.querySelector('.hint').style.color = '#aaa';
//     },
//   }
//
// `root` is the shadow root of the state's widget, `host` the widget. What changes nothing counts as a failure.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { sayCounts } from '../counts.ts';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { prove } from '../proven/prove.ts';
import { openState } from '../states/open-state.ts';
import { serveStates } from '../states/serve-states.ts';
import { states } from '../states/states.ts';
import { seenBy, type Seen } from './all-checks.ts';
import { caughtBy, least, tableOf, verdictOn, type Outcome } from './caught.ts';
import { changesWith } from './changes.ts';
import { expressionOf, wrongWith, type Mutant } from './mutant.ts';
import { mutants as ours } from './mutants.ts';

const pagesAtOnce = 2;

/** @returns the exit code */
export async function a11yMutants(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { mutants: { type: 'string' }, only: { type: 'string', multiple: true } },
  });
  const all = values.mutants ? await fromFile(values.mutants) : ours;
  const wanted = values.only ? all.filter((one) => values.only!.includes(one.class)) : all;
  const wrong = wrongWith(
    wanted,
    states.map(({ name }) => name),
  );
  if (wrong.length > 0 || wanted.length === 0) {
    console.error([...wrong, ...(wanted.length ? [] : ['There are no mutants.'])].join('\n'));
    return 1;
  }
  const outcomes = await runAll(wanted);
  const { caught, missed, troubled, holds } = verdictOn(outcomes);
  console.log(tableOf(outcomes).join('\n'));
  console.log(`${caught} of ${outcomes.length} are caught; ${Math.ceil(outcomes.length * least)} have to be.`);
  for (const one of missed) console.log(`✖ Nothing sees this: ${one}`);
  for (const one of troubled) console.log(`✖ ${one}`);
  console.log(sayCounts({ passed: caught, failed: holds ? 0 : Math.max(1, outcomes.length - caught), skipped: 0 }));
  if (wanted === ours) {
    const classes = new Set(ours.map((one) => one.class)).size;
    prove({
      verb: 'a11y:mutants',
      figure: `${caught} of ${outcomes.length} seeded defects of ${classes} kinds are caught`,
      holds,
      tests: [...new Set(outcomes.flatMap(({ by }) => by))].sort(),
      caught: outcomes.flatMap(({ mutant, by }) => (by.length > 0 ? [mutant.name] : [])),
    });
  }
  return holds ? 0 : 1;
}

async function fromFile(file: string): Promise<readonly Mutant[]> {
  const module = (await import(pathToFileURL(path.resolve(file)).href)) as {
    readonly mutants?: readonly Mutant[];
    readonly default?: readonly Mutant[];
  };
  return module.mutants ?? module.default ?? [];
}

/** Each state is looked at once as it is, and once with each of its mutants, always on a page that was just opened. */
async function runAll(wanted: readonly Mutant[]): Promise<readonly Outcome[]> {
  const served = await serveStates();
  const browser = await startCityBrowser();
  const kept = new Map<string, Promise<Seen>>();
  const baseline = (mutant: Mutant): Promise<Seen> => {
    const key = `${mutant.state} ${mutant.lang ?? ''}`;
    const seen = kept.get(key) ?? opened(browser, served.origin, mutant, seenBy);
    kept.set(key, seen);
    return seen;
  };
  const outcomes = new Map<Mutant, Outcome>();
  // One after the other of a state, so that two pages do not wait for the same.
  const waiting = [...wanted].sort((one, other) => one.state.localeCompare(other.state));
  const work = async () => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const one = mutant;
      try {
        const before = await baseline(one);
        const by = await opened(browser, served.origin, one, async (page) => {
          if (!(await changesWith(page, expressionOf(one)))) throw new Error('It changes nothing.');
          return caughtBy(before, await seenBy(page));
        });
        outcomes.set(one, { mutant: one, by });
        console.log(`${by.length > 0 ? '✓' : '✖'} ${one.class}: ${one.name}`);
      } catch (error) {
        const trouble = (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
        outcomes.set(one, { mutant: one, by: [], trouble });
        console.log(`✖ ${one.class}: ${one.name}: ${trouble}`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: pagesAtOnce }, work));
  } finally {
    await browser.close();
    await served.stop();
  }
  return wanted.map((one) => outcomes.get(one)!);
}

type Page = Awaited<ReturnType<CityBrowser['newPage']>>['page'];

async function opened<T>(
  browser: CityBrowser,
  origin: string,
  { state, lang = 'en' }: Mutant,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const { page, close } = await browser.newPage(1280, 800);
  try {
    // Once more where it does not come: two pages on a busy machine may take longer than a state waits.
    await openState(page, origin, state, { lang }).catch(() => openState(page, origin, state, { lang }));
    return await look(page);
  } finally {
    await close();
  }
}
