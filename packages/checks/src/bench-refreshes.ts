// Measures what a tracker keeps in memory while it stays open for days: 1,000 refreshes of one report in the built page, each with a new note
// from the city. All notes are shown or counted, so the list of them is memory that is in use; what comes on top of it is lost.

import type { CDPSession, Page } from 'puppeteer-core';
import { build } from './demo/build.ts';
import { serveBuiltCity } from './e2e/built-city.ts';
import { startCityBrowser } from './e2e/city-browser.ts';
import { isExpected, reportLike } from './e2e/city-reports.ts';

const refreshes = 1000;
/** Refreshes before the first look at the heap: by then all code has run, and the page holds as many entries as it shows at once. */
const warmUp = 60;
/** Bytes. */
const most = 1_000_000;

interface Memory {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

export async function benchRefreshes(): Promise<void> {
  if (!(await build())) throw new Error('The page of the bench was not built');
  const city = await serveBuiltCity();
  const browser = await startCityBrowser();
  try {
    const { service_request_id: id } = await reportLike(city.origin, isExpected);
    const { page, driver } = await browser.newPage();
    await page.evaluateOnNewDocument(quickClock);
    await driver.open(`${city.origin}/#citydesk:request=${id}`);
    await driver.heading('What happened so far');
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.enable');

    let count = 0;
    const run = async (times: number) => {
      for (const end = count + times; count < end; count += 1) {
        const note = `Note ${count} of the crew.`;
        city.note(id, note);
        await refresh(page, note);
      }
    };
    await run(warmUp);
    const before = await memoryOf(session);
    const began = performance.now();
    await run(refreshes);
    const took = (performance.now() - began) / refreshes;
    const after = await memoryOf(session);

    const more = after.heap - before.heap;
    console.log(`\n${refreshes} refreshes of one report, each with a new note, ${await page.browser().version()}`);
    console.log(
      `heap after collection     ${kilobytes(before.heap)} → ${kilobytes(after.heap)}: ${kilobytes(more)} more`,
    );
    console.log(`DOM nodes                 ${before.nodes} → ${after.nodes}`);
    console.log(`event listeners           ${before.listeners} → ${after.listeners}`);
    console.log(`one refresh               ${took.toFixed(1)} ms from the note at the city to the page`);
    if (more > most) {
      console.error(`✖ That is over ${kilobytes(most)}.`);
      process.exitCode = 1;
    }
  } finally {
    await browser.close();
    await city.close();
  }
}

/** Runs in the page, before its own code: a clock that can be put forward, and a page that can be said to be hidden. */
function quickClock(): void {
  const page = { ahead: 0, state: 'visible' };
  globalThis.Date = class extends Date {
    constructor(...given: []) {
      super(...((given.length > 0 ? given : [Date.now()]) as []));
    }
    static override now() {
      return super.now() + page.ahead;
    }
  } as DateConstructor;
  Object.defineProperty(document, 'visibilityState', { get: () => page.state });
  Object.assign(globalThis, {
    comeBack() {
      page.ahead += 3000;
      for (const state of ['hidden', 'visible']) {
        page.state = state;
        document.dispatchEvent(new Event('visibilitychange'));
      }
    },
  });
}

/** The page is left and seen again; waits until the note stands there. */
function refresh(page: Page, note: string): Promise<void> {
  return page.evaluate(async (words) => {
    const root = document.querySelector('citydesk-status-tracker')?.shadowRoot;
    if (!root) throw new Error('There is no tracker.');
    const isThere = () => root.querySelector('.timeline')?.lastElementChild?.previousElementSibling ?? root;
    const late = performance.now() + 10_000;
    (globalThis as unknown as { comeBack(): void }).comeBack();
    while (!isThere().textContent?.includes(words)) {
      if (performance.now() > late) throw new Error(`“${words}” did not come.`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }, note);
}

async function memoryOf(session: CDPSession): Promise<Memory> {
  // More than once: what one collection frees may hold on to the rest.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
