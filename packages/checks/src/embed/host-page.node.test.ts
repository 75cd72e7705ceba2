import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { serveBuiltCity, type BuiltCity } from '../e2e/built-city.ts';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { headings } from '../e2e/file-a-report.ts';
import { root } from '../workspace.ts';
import { builtScripts, serveFiles, serveScriptTag, type ServedFiles } from './served-files.ts';

const picture = readFileSync(path.join(root, 'examples/city-page/images/street-800.webp'));
const paragraph = `<p>${'The city council hears the plan for the road and the park on Monday. '.repeat(5)}</p>`;

describe('an article of a city with a picture and a form above the fold, on a slow phone', () => {
  let city: BuiltCity;
  let browser: CityBrowser;
  let cdn: ServedFiles;
  let site: ServedFiles;
  before(async () => {
    city = await serveBuiltCity();
    browser = await startCityBrowser();
    cdn = await serveScriptTag(['0.1.0', builtScripts()]);
    site = await serveFiles(new Map([['/hero.webp', { body: picture, type: 'image/webp' }]]));
  });
  after(async () => {
    await browser?.close();
    await Promise.all([city, cdn, site].map((each) => each?.close()));
  });

  /** Opens the article and gives what moved until the form has its services. */
  async function moves(style: string): Promise<readonly string[]> {
    site.files.set('/', {
      body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Road works</title>
        <link rel="icon" href="data:,"><style>body { font: 16px/1.5 sans-serif; margin: 1rem } img { width: 100%; height: auto } ${style}</style>
        <script type="module" src="${cdn.origin}/citydesk/0.1.0/citydesk.js" data-endpoint="${city.origin}/open311/v2/"></script>
        <h1>Road works on Main Street</h1><img src="/hero.webp" width="800" height="270" alt="">
        <citydesk-request-form><p>To report a problem, call 269-555-0142.</p></citydesk-request-form>${paragraph.repeat(150)}`,
    });
    const { page, driver, close } = await browser.newPage(412, 823);
    try {
      await slow(page);
      await page.evaluateOnNewDocument(watchMoves);
      await driver.open(`${site.origin}/`);
      await driver.heading(headings.what);
      await driver.heading('Or choose from the list');
      await page.waitForNetworkIdle();
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
      return await page.evaluate(() => (globalThis as unknown as { movesOfTest: string[] }).movesOfTest);
    } finally {
      await close();
    }
  }

  it('moves nothing while the form comes, where the page keeps its room', async () => {
    // One line in the style sheet of the page; `flow-root` keeps the margins of the words inside it, as the form does.
    assert.deepEqual(
      await moves('citydesk-request-form { display: flow-root; min-height: 100vh; min-height: 100svh }'),
      [],
    );
  });

  it('would move what stands below the form, where it does not', async () => {
    const moved = await moves('');
    assert.ok(
      moved.some((words) => / P /.test(words)),
      moved.join('\n'),
    );
  });
});

/** The page is painted well before the script has come. */
async function slow(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  const downloadThroughput = (1.6e6 / 8) * 0.9;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput,
    uploadThroughput: downloadThroughput,
  });
}

/** In the page. */
function watchMoves(): void {
  interface Shift extends PerformanceEntry {
    readonly value: number;
    readonly sources: readonly { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
  }
  const moves: string[] = [];
  Object.assign(globalThis, { movesOfTest: moves });
  const say = ({ node, previousRect: from, currentRect: to }: Shift['sources'][number]) =>
    `${node?.nodeName} ${node?.textContent?.trim().slice(0, 40)} ${from.y},${from.height} → ${to.y},${to.height}`;
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Shift[])
      moves.push(`${value.toFixed(3)} ${sources.map(say).join('; ')}`);
  }).observe({ type: 'layout-shift', buffered: true });
}
