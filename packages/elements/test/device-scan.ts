/** Everything that a page of this origin has left on the device, as one text to search. */

/** @param others a database that other test files write meanwhile, on the same device */
export async function everythingKept(others?: string): Promise<string> {
  const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) kept.push(name, request.url, await (await cache.match(request))?.text());
  }
  for (const { name } of await indexedDB.databases()) if (name !== others) kept.push(name, await contentOf(name!));
  const root = await navigator.storage.getDirectory();
  for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) kept.push(name);
  return JSON.stringify(kept);
}

async function contentOf(name: string): Promise<unknown> {
  const database = await answerTo(indexedDB.open(name));
  try {
    const rooms = [...database.objectStoreNames];
    if (!rooms.length) return [];
    const transaction = database.transaction(rooms);
    return await Promise.all(
      rooms.map(async (room) => {
        const store = transaction.objectStore(room);
        return [room, ...(await Promise.all([answerTo(store.getAllKeys()), answerTo(store.getAll())]))];
      }),
    );
  } finally {
    database.close();
  }
}

function answerTo<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
