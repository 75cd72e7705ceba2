/** Databases of this device, opened so that none is made, or left in the way, by who only looks. */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';

export { deleteDB };

/** Milliseconds until storage that does not answer counts as broken. */
const patience = 5000;

/**
 * The database of this name; where there is none, it is made by `make`, and without `make` the answer is `undefined`. Closes by itself when
 * another tab wants to delete it, or to open a later version.
 * @param version default: whichever is there
 */
export async function opened<Rooms extends DBSchema>(
  name: string,
  make?: (database: IDBPDatabase<Rooms>) => unknown,
  version?: number,
): Promise<IDBPDatabase<Rooms> | undefined> {
  let isAbsent = false;
  try {
    const database = await openDB<Rooms>(name, version, {
      upgrade(fresh, _before, _now, transaction) {
        if (make) return void make(fresh);
        // Taken back: a database that was only asked for is not left behind.
        isAbsent = true;
        transaction.done.catch(() => {});
        transaction.abort();
      },
    });
    database.addEventListener('versionchange', () => database.close());
    return database;
  } catch (error) {
    if (isAbsent) return undefined;
    throw error;
  }
}

/** @throws {Error} where the device does not answer in time; `signal` is aborted then */
export async function inTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      stop.abort();
      reject(new Error('no answer'));
    }, patience);
  });
  try {
    return await Promise.race([work(stop.signal), silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** The locks that the tabs of a site share. Pages without TLS have none; in a frame that is shut off (`sandbox`), asking for one is an error. */
export function locksHere(): LockManager | undefined {
  const { locks } = navigator as { readonly locks?: LockManager };
  return globalThis.origin === 'null' ? undefined : locks;
}
