import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { fileAReport, headings } from './file-a-report.ts';

interface Shift {
  readonly value: number;
  readonly what: readonly string[];
}

/** Keeps every layout shift of the page, also those that input excuses. */
async function watchShifts(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const shifts: Shift[] = [];
    Object.assign(globalThis, { shifts });
    const say = ({ node, previousRect, currentRect }: LayoutShiftSource) =>
      `${node?.nodeName.toLowerCase()} ${(node as Element | null)?.className ?? ''} from ${previousRect.top} (${previousRect.height}) to ${currentRect.top} (${currentRect.height})`;
    interface LayoutShiftSource {
      readonly node?: Node | null;
      readonly previousRect: DOMRectReadOnly;
      readonly currentRect: DOMRectReadOnly;
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; sources: LayoutShiftSource[] }[]) {
        shifts.push({ value: entry.value, what: entry.sources.map(say) });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

async function shiftsOf(page: Page): Promise<readonly Shift[]> {
  // Shifts are reported after the frame they happened in.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
  return (await page.evaluate('globalThis.shifts.splice(0)')) as readonly Shift[];
}

describe('the page stands still', () => {
  let city: BuiltCity;
  let browser: CityBrowser;
  before(async () => {
    city = await serveBuiltCity();
    browser = await startCityBrowser();
  });
  after(async () => {
    await browser?.close();
    await city?.close();
  });

  for (const [width, height] of [
    [320, 640],
    [1280, 800],
  ] as const) {
    it(`while the services come three seconds late, at ${width} × ${height}`, async () => {
      city.fail({ route: 'services', kind: 'slow', ms: 3000 });
      const { page, driver, close } = await browser.newPage(width, height);
      await watchShifts(page);
      await driver.open(`${city.origin}/report/`);
      await driver.heading(headings.what);
      await driver.has('textbox', 'Say it in your own words');
      const untilField = await shiftsOf(page);
      await driver.heading('Or choose from the list');
      const untilServices = await shiftsOf(page);
      await close();
      city.fail();
      assert.deepEqual({ untilField, untilServices }, { untilField: [], untilServices: [] });
    });
  }

  for (const [width, height] of [
    [320, 640],
    [768, 1024],
    [1280, 800],
    [1280, 900],
  ] as const) {
    for (const from of ['/report/', '/report/potholes/'] as const) {
      it(`over all steps to the receipt, at ${width} × ${height} from ${from}, with each heading in view`, async () => {
        city.fail({ route: 'definition', kind: 'slow', ms: 600 });
        const { page, driver, close } = await browser.newPage(width, height);
        await watchShifts(page);
        const seen: Record<string, unknown> = {};
        const watch = async (screen: string) => {
          const shifts = await shiftsOf(page);
          if (shifts.length > 0) seen[`before ${screen} stood`] = shifts;
          const top = await headingTop(page);
          if (top < 0 || top > height) seen[`heading of ${screen}`] = top;
        };
        await fileAReport(driver, city.origin, watch, from);
        await watch('the end');
        await close();
        city.fail();
        assert.deepEqual(seen, {});
      });
    }
  }
});

/** Where the heading of the screen stands in the window. */
async function headingTop(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = document.querySelector('citydesk-request-form')?.shadowRoot;
    return root?.getElementById('title')?.getBoundingClientRect().top ?? Number.NaN;
  });
}
