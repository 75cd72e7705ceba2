// Puts a form on a page, uses it until its second screen, and takes it away, again and again; and counts what is left behind.

import type { Page } from 'puppeteer-core';
import { serveBuiltCity } from '../e2e/built-city.ts';
import type { CityBrowser } from '../e2e/city-browser.ts';
import { builtScripts, serveFiles, serveScriptTag } from './served-files.ts';
import { cityFile } from './strict-host.ts';

/** What is there after a garbage collection. */
export interface Left {
  /** Forms that something still holds. */
  readonly forms: number;
  /** Listeners on the window, the document, its root and its body, by their event. */
  readonly listeners: Readonly<Record<string, number>>;
  /** All nodes and listeners that the browser keeps, wherever they are. */
  readonly nodes: number;
  readonly allListeners: number;
  /** Bytes of the JavaScript heap. */
  readonly heap: number;
}

export interface MountPage {
  /** Mounts so many forms one after the other; each reaches its second screen. */
  mount(count: number): Promise<void>;
  left(): Promise<Left>;
  close(): Promise<void>;
}

/** A city's page with the script tag and an empty place for a form. */
export async function openMountPage(browser: CityBrowser): Promise<MountPage> {
  const city = await serveBuiltCity();
  const cdn = await serveScriptTag(['0.1.0', builtScripts()]);
  const site = await serveFiles(new Map());
  site.files.set('/citydesk.json', { body: cityFile(city).replace('"/faq.json"', 'null') });
  site.files.set('/', {
    body: `<!doctype html><html lang="en"><title>City</title><link rel="icon" href="data:,"><h1>City</h1><main></main>
      <script type="module" src="${cdn.origin}/citydesk/0.1.0/citydesk.js" data-config="/citydesk.json"></script>`,
  });
  const { page, close } = await browser.newPage();
  await page.evaluateOnNewDocument(countListeners);
  await page.goto(`${site.origin}/`, { waitUntil: 'load' });
  const session = await page.createCDPSession();
  return {
    mount: (count) => page.evaluate(mountForms, count),
    async left() {
      // Streams, timers and callbacks of what was last taken away end first.
      await new Promise((resolve) => setTimeout(resolve, 5000));
      for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return {
        forms: await formsOn(page),
        listeners: await page.evaluate(() => (globalThis as unknown as Counted).listenersOfTest()),
        nodes,
        allListeners: jsEventListeners,
        heap: usedSize,
      };
    },
    async close() {
      await close();
      await Promise.all([city, cdn, site].map((each) => each.close()));
    },
  };
}

/** How many there are in the heap that come from the element's prototype, on the page or not. */
async function formsOn(page: Page): Promise<number> {
  const prototype = await page.evaluateHandle(() => customElements.get('citydesk-request-form')!.prototype);
  const found = await page.queryObjects(prototype);
  const count = await found.evaluate((all) => (all as unknown as unknown[]).length);
  await found.dispose();
  await prototype.dispose();
  return count;
}

interface Counted {
  listenersOfTest(): Record<string, number>;
}

/** In the page, before anything else: notes what is listened to where pages listen for good. */
function countListeners(): void {
  const live = new Map<string, Set<unknown>>();
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const keyOf = (target: EventTarget, type: string, options: unknown): string | undefined => {
    const names = new Map<unknown, string>([
      [globalThis, 'window'],
      [document, 'document'],
      [document.documentElement, 'html'],
      [document.body, 'body'],
    ]);
    const isCapture = typeof options === 'object' && options ? 'capture' in options && options.capture : options;
    const name = target && names.get(target);
    return name && `${name} ${type}${isCapture ? ' capture' : ''}`;
  };
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? globalThis;
    const key = keyOf(target, type, options);
    if (key && listener) {
      const set = live.get(key) ?? new Set();
      live.set(key, set.add(listener));
      const { once, signal } = (typeof options === 'object' && options) || {};
      if (once) add.call(target, type, () => set.delete(listener), { once });
      if (signal) add.call(signal, 'abort', () => set.delete(listener));
    }
    add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? globalThis;
    const key = keyOf(target, type, options);
    if (key) live.get(key)?.delete(listener);
    remove.call(target, type, listener, options);
  };
  Object.assign(globalThis, {
    listenersOfTest: () =>
      Object.fromEntries([...live].flatMap(([key, { size }]) => (size > 0 ? [[key, size] as const] : [])).sort()),
  });
}

/** In the page. */
async function mountForms(count: number): Promise<void> {
  const until = async <T>(what: string, look: () => T | undefined): Promise<T> => {
    const end = performance.now() + 10_000;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (performance.now() > end) throw new Error(`${what} did not come: ${document.body.innerText.slice(0, 500)}`);
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  };
  for (let mounted = 0; mounted < count; mounted++) {
    const form = document.createElement('citydesk-request-form');
    document.querySelector('main')!.append(form);
    await until(`The second screen of form ${mounted}`, () => {
      const root = form.shadowRoot;
      const titles = [...(root?.querySelectorAll('h1, h2, h3') ?? [])].map(({ textContent }) => textContent?.trim());
      if (titles.includes('Show us where it is') && root?.querySelector('form, .field, input')) return true;
      // A report that was left is gone on with; otherwise a service is chosen.
      root?.querySelector<HTMLElement>('button.pick')?.click();
      return undefined;
    });
    form.remove();
  }
}
