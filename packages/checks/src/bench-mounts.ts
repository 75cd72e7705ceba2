// Measures what a thousand forms leave behind, for people to read: each is put on a page, used until its second screen and taken away.
// That a hundred leave nothing is a test (embed/mounts.node.test.ts).

import { startCityBrowser } from './e2e/city-browser.ts';
import { openMountPage, type Left } from './embed/mounts.ts';

const [warm, all] = [200, 1000] as const;

export async function benchMounts(): Promise<void> {
  const browser = await startCityBrowser();
  try {
    const page = await openMountPage(browser);
    const began = performance.now();
    await page.mount(warm);
    const early = await page.left();
    // A call into the page may take three minutes.
    for (let mounted: number = warm; mounted < all; mounted += 100) await page.mount(100);
    const late = await page.left();
    await page.close();
    console.log(`\n${all} forms mounted, used until their second screen and removed (${seconds(began)} s)`);
    say(warm, early);
    say(all, late);
    console.log(
      `heap grown by ${((late.heap - early.heap) / 1e6).toFixed(2)} MB from ${warm} to ${all} (at most 1 MB)`,
    );
  } finally {
    await browser.close();
  }
}

function say(count: number, { forms, listeners, nodes, allListeners, heap }: Left): void {
  const onPage = Object.values(listeners).reduce((sum, one) => sum + one, 0);
  console.log(
    `after ${String(count).padStart(4)}: ${forms} forms, ${onPage} listeners on window and document, ` +
      `${nodes} nodes and ${allListeners} listeners in all, heap ${(heap / 1e6).toFixed(2)} MB`,
  );
}

const seconds = (began: number): string => ((performance.now() - began) / 1000).toFixed(0);
