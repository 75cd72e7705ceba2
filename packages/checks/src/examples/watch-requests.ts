// What a page does before the resident does something: whom it asks, and what it leaves on the device.

import type { Frame, Page } from 'puppeteer-core';

export interface Watched {
  /** Addresses of strangers: of neither the page nor the city. */
  readonly thirdParty: readonly string[];
  /** All in the profile, by name. */
  readonly cookies: readonly string[];
  /** What lies in a storage of the page or of a frame in it, such as `localStorage: draft`. */
  readonly storage: readonly string[];
}

/** What is found where nobody has done anything. */
export const quiet: Watched = { thirdParty: [], cookies: [], storage: [] };

/**
 * Begins to listen; call it before the page is opened.
 * @param ours Origins that may be asked besides the page's own: the city's.
 * @returns What was found until it is called. Call it when the page stands and before anything is pressed.
 */
export function watchRequests(page: Page, ours: readonly string[] = []): () => Promise<Watched> {
  const asked = new Set<string>();
  page.on('request', (request) => void asked.add(request.url()));
  return async () => {
    const known = new Set([...ours.map((address) => new URL(address).origin), new URL(page.url()).origin]);
    const thirdParty = [...asked].filter(
      (address) => !/^(data|blob|about):/.test(address) && !known.has(new URL(address).origin),
    );
    const cookies = await page.browserContext().cookies();
    const storage = await Promise.all(page.frames().map(storedBy));
    return { thirdParty, cookies: cookies.map(({ name }) => name), storage: [...new Set(storage.flat())] };
  };
}

function storedBy(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(async () => {
    const found: string[] = [];
    // A frame that is shut off (`sandbox`) has no storage at all.
    if (origin === 'null') return found;
    // A browser may be told to keep none, and says so by throwing.
    const look = async (kind: string, names: () => readonly string[] | Promise<readonly string[]>) => {
      try {
        found.push(...(await names()).map((name) => `${kind}: ${name}`));
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
      }
    };
    await look('localStorage', () => Object.keys(localStorage));
    await look('sessionStorage', () => Object.keys(sessionStorage));
    await look('IndexedDB', async () => (await indexedDB.databases()).map(({ name = '' }) => name));
    await look('caches', async () => ('caches' in globalThis ? caches.keys() : []));
    await look('service worker', async () =>
      ((await navigator.serviceWorker?.getRegistrations()) ?? []).map(({ scope }) => scope),
    );
    return found;
  });
}
