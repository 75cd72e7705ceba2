// Makes the device and the network of a page what a state says. Runs in the browser before any widget is there.

import type { Conditions } from './state.ts';

const realFetch = globalThis.fetch.bind(globalThis);
let asking = 0;

/** How many requests are on their way; those that never get an answer are not counted. */
export const requestsOnTheirWay = (): number => asking;

export async function holds(conditions: Conditions): Promise<void> {
  await forgetAll();
  let now: Pick<Conditions, 'hangs' | 'breaks' | 'offline'> = conditions;
  addEventListener('states-network', (event) => (now = { ...now, ...(event as CustomEvent<typeof now>).detail }));
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !now.offline });

  globalThis.fetch = async (...request) => {
    const [input, init] = request;
    const asked = input instanceof Request ? input : new Request(new URL(String(input), document.baseURI));
    const line = `${init?.method ?? asked.method} ${asked.url}`;
    const fits = (part: string) => line.includes(part);
    if (now.breaks?.some(fits) || (now.offline && /\/open311\//.test(line))) throw new TypeError('Failed to fetch');
    if (now.hangs?.some(fits)) return new Promise<never>(() => {});
    asking += 1;
    try {
      return await realFetch(...request);
    } finally {
      asking -= 1;
    }
  };

  // Whatever would happen by itself after a while never does: a state stays as long as it is looked at.
  const { setTimeout: soon } = globalThis;
  const standingStill = (...[work, after, ...rest]: Parameters<typeof soon>) =>
    (after ?? 0) >= 8000 ? 0 : soon(work, after, ...rest);
  globalThis.setTimeout = standingStill as typeof soon;

  const { located, times, link, isFlat } = conditions;
  if (located !== undefined) {
    const state = located === 1 ? 'denied' : 'granted';
    Object.defineProperty(navigator, 'permissions', { configurable: true, value: { query: async () => ({ state }) } });
    navigator.geolocation.getCurrentPosition = (found, failed) => {
      if (typeof located === 'number') {
        const codes = { PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 } as const;
        failed?.({ code: located, message: '', ...codes });
      } else {
        const { lat: latitude, long: longitude, accuracy } = located;
        found({ coords: { latitude, longitude, accuracy }, timestamp: Date.now() } as GeolocationPosition);
      }
    };
  }
  if (times) (globalThis as { [key: symbol]: unknown })[Symbol.for('citydesk.times')] = times;
  if (isFlat) {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...wanted: [string, never]) {
      return /webgl/.test(wanted[0]) ? null : getContext.apply(this, wanted as never);
    } as typeof getContext;
  }
  if (link) history.replaceState(null, '', link);
}

/** What an earlier state has left on the device. */
async function forgetAll(): Promise<void> {
  for (const { name } of (await indexedDB.databases?.()) ?? []) {
    await new Promise((resolve) => {
      const gone = indexedDB.deleteDatabase(name!);
      gone.onsuccess = gone.onerror = gone.onblocked = resolve;
    });
  }
  localStorage.clear();
  sessionStorage.clear();
}
