// Everything that a page has left on the device, read twice: by the page itself, and by the browser from outside.

import type { CDPSession, Page, Protocol } from 'puppeteer-core';

/** Kind of storage → all that is in it, as text. */
export type Stored = Readonly<Record<string, string>>;

/** Where the words are found; empty when they are nowhere. */
export async function placesWith(page: Page, words: string): Promise<readonly string[]> {
  const stored = { ...(await seenByPage(page)), ...(await seenFromOutside(page)) };
  return Object.keys(stored).filter((place) => stored[place]?.includes(words));
}

/** Puts the words into every kind of storage there is, to show that the scan would find them. */
export async function hideEverywhere(page: Page, words: string): Promise<void> {
  await page.evaluate(async (value) => {
    document.cookie = `canary=${value}`;
    localStorage.setItem('canary', value);
    sessionStorage.setItem('canary', value);
    await (await caches.open('canary')).put('/canary', new Response(value));
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open('canary');
      opening.onupgradeneeded = () =>
        opening.result.createObjectStore('one').put({ deep: [{ canary: new Map([[1, value]]) }] }, 1);
      opening.onerror = reject;
      opening.onsuccess = () => resolve(opening.result.close());
    });
  }, words);
}

async function seenByPage(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const say = (value: unknown): string =>
      JSON.stringify(value, (_, one: unknown) =>
        one instanceof Map ? [...one] : one instanceof Set ? [...one] : one,
      ) ?? '';

    let databases = '';
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      databases += name;
      for (const store of database.objectStoreNames) {
        const room = database.transaction(store).objectStore(store);
        databases += store + say(await done(room.getAllKeys())) + say(await done(room.getAll()));
      }
      database.close();
    }
    let cached = '';
    for (const name of await caches.keys()) {
      cached += name;
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        cached += request.url + ((await (await cache.match(request))?.text()) ?? '');
    }
    return {
      'cookies, by the page': document.cookie,
      'localStorage, by the page': say({ ...localStorage }),
      'sessionStorage, by the page': say({ ...sessionStorage }),
      'IndexedDB, by the page': databases,
      'Cache Storage, by the page': cached,
    };
  });
}

async function seenFromOutside(page: Page): Promise<Stored> {
  const session = await page.createCDPSession();
  try {
    const securityOrigin = new URL(page.url()).origin;
    const items = async (isLocalStorage: boolean) =>
      JSON.stringify(
        (await session.send('DOMStorage.getDOMStorageItems', { storageId: { securityOrigin, isLocalStorage } }))
          .entries,
      );
    return {
      'cookies, from outside': JSON.stringify(await page.browserContext().cookies()),
      'localStorage, from outside': await items(true),
      'sessionStorage, from outside': await items(false),
      'IndexedDB, from outside': await databases(session, securityOrigin),
      'Cache Storage, from outside': await cached(session, securityOrigin),
    };
  } finally {
    await session.detach();
  }
}

async function databases(session: CDPSession, securityOrigin: string): Promise<string> {
  const { databaseNames } = await session.send('IndexedDB.requestDatabaseNames', { securityOrigin });
  let text = '';
  for (const databaseName of databaseNames) {
    const { databaseWithObjectStores: database } = await session.send('IndexedDB.requestDatabase', {
      securityOrigin,
      databaseName,
    });
    for (const { name: objectStoreName } of database.objectStores) {
      const { objectStoreDataEntries: rows } = await session.send('IndexedDB.requestData', {
        securityOrigin,
        databaseName,
        objectStoreName,
        skipCount: 0,
        pageSize: 1000,
      });
      text += databaseName + objectStoreName;
      for (const { primaryKey, value } of rows)
        text += (await whole(session, primaryKey)) + (await whole(session, value));
    }
  }
  return text;
}

/** A value that the browser gave as a handle, as text. */
async function whole(session: CDPSession, { objectId, value }: Protocol.Runtime.RemoteObject): Promise<string> {
  if (!objectId) return JSON.stringify(value);
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration:
      'function () { return JSON.stringify(this, (_, one) => one instanceof Map ? [...one] : one); }',
    returnByValue: true,
  });
  return String(result.value);
}

async function cached(session: CDPSession, securityOrigin: string): Promise<string> {
  const { caches } = await session.send('CacheStorage.requestCacheNames', { securityOrigin });
  let text = '';
  for (const { cacheId, cacheName } of caches) {
    const { cacheDataEntries } = await session.send('CacheStorage.requestEntries', { cacheId, skipCount: 0 });
    text += cacheName;
    for (const { requestURL, requestHeaders } of cacheDataEntries) {
      const { response } = await session.send('CacheStorage.requestCachedResponse', {
        cacheId,
        requestURL,
        requestHeaders,
      });
      text += requestURL + Buffer.from(response.body, 'base64').toString();
    }
  }
  return text;
}
