// `npm run a11y`: every base state in widths, directions and themes, before two engines, our own checks and a keyboard; and what reflows, moves or is
// printed.

import type { Page } from 'puppeteer-core';
import { sayCounts } from '../counts.ts';
import { build } from '../demo/build.ts';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { prove } from '../proven/prove.ts';
import { openState } from '../states/open-state.ts';
import { serveStates } from '../states/serve-states.ts';
import type { State } from '../states/state.ts';
import { states } from '../states/states.ts';
import { treeOf } from '../states/tree.ts';
import { sayFinding, type Finding } from './finding.ts';
import { judge } from './judge.ts';
import { answerTo, type Answer } from './ledger.ts';
import { printsWell } from './print.ts';
import { reflows } from './reflow.ts';
import { openingsOf, sayRun, wear, type Opening } from './runs.ts';
import { wholeFaults } from './whole.ts';

/** What a run needs, and what it leaves. */
interface Round {
  readonly origin: string;
  readonly browser: CityBrowser;
  readonly trees: Map<string, string>;
  readonly answered: Set<Answer>;
  passed: number;
  failed: number;
}

const pagesAtOnce = 2;

/**
 * @param only Names of states; all when empty.
 * @param folder Of a city that is built; when left out, what is stale is built first.
 * @returns The exit code.
 */
export async function a11y(only: readonly string[] = [], folder?: string): Promise<number> {
  const unknown = only.find((name) => !states.some((state) => state.name === name));
  if (unknown !== undefined) {
    console.error(`There is no state ${unknown}. The states are ${states.map(({ name }) => name).join(', ')}.`);
    return 1;
  }
  if (!folder && !(await build())) return 1;
  const served = await serveStates(folder);
  const browser = await startCityBrowser();
  const round: Round = { origin: served.origin, browser, trees: new Map(), answered: new Set(), passed: 0, failed: 0 };
  const waiting = states
    .map((state, at) => ({ state, at }))
    .filter(({ state }) => !only.length || only.includes(state.name));
  const count = waiting.length;
  try {
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await lookAt(round, next.state, next.at);
    };
    await Promise.all(Array.from({ length: pagesAtOnce }, work));
    if (!only.length) {
      for (const what of wholeFaults({ ...round, states: count, runs: runCount() })) fails(round, what);
      await held(round, 'The receipt on paper', () => printsWell(browser, served.origin));
    }
  } finally {
    await browser.close();
    await served.stop();
  }
  const { passed, failed } = round;
  if (!only.length) {
    prove({
      verb: 'a11y',
      figure: `${count} states in ${runCount()} runs, ${failed} failures`,
      holds: failed === 0,
      tests: states.map(({ name }) => name),
    });
  }
  console.log(sayCounts({ passed, failed, skipped: 0 }));
  return failed > 0 ? 1 : 0;
}

/** A state in both directions. */
async function lookAt(round: Round, state: State, at: number): Promise<void> {
  const [first, second] = openingsOf(at);
  await opened(round, state, first, async (page) => {
    round.trees.set(state.name, await treeOf(page));
    await judged(round, page, state, first);
    await held(round, `${state.name}, zoomed, spaced and still`, () => reflows(page));
  });
  await opened(round, state, second, (page) => judged(round, page, state, second));
}

async function opened(
  round: Round,
  state: State,
  opening: Opening,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, close } = await round.browser.newPage(320, 900);
  try {
    await openState(page, round.origin, state.name, opening);
    await look(page);
  } catch (error) {
    fails(round, `${state.name}, ${opening.dir}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await close();
  }
}

/** The page as it stands, in each width and theme. A keyboard goes through it last, because it may change what stands there. */
async function judged(round: Round, page: Page, state: State, opening: Opening): Promise<void> {
  for (const [at, run] of opening.runs.entries()) {
    await held(round, `${state.name} at ${sayRun(run, opening)}`, async () => {
      await wear(page, run);
      const isOwnTheme = run.theme === 'light' || run.theme === 'dark';
      const found = await judge(page, { isOwnTheme, hasKeyboard: at === opening.runs.length - 1 });
      return found.filter((one) => !isAnswered(round, one));
    });
  }
}

function isAnswered({ answered }: Round, finding: Finding): boolean {
  const answer = finding.isQuestion && answerTo(finding);
  if (answer) answered.add(answer);
  return !!answer;
}

/** One check: it holds where nothing is found. */
async function held(round: Round, name: string, look: () => Promise<readonly Finding[]>): Promise<void> {
  const found = await look();
  if (!found.length) round.passed += 1;
  else fails(round, `${name}\n${[...new Set(found.map(sayFinding))].map((line) => `    ${line}`).join('\n')}`);
}

function fails(round: Round, what: string): void {
  round.failed += 1;
  console.error(`✖ ${what}`);
}

function runCount(): number {
  return states.reduce((sum, _, at) => sum + openingsOf(at).reduce((all, { runs }) => all + runs.length, 0), 0);
}
