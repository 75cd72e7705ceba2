/**
 * Where reports wait: in IndexedDB, so that they outlive the page; in the page alone where the device keeps nothing, or is not to.
 * Large: always fetched with `import()`.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Item, ItemStore } from '@citydesk/core/outbox';
import { deleteDB, inTime, locksHere, opened } from './database.ts';

export interface KeptItems extends ItemStore {
  add(item: Item): Promise<void>;
  /** A report is about to be frozen: what keeps it is opened. Never rejects. */
  ahead(): Promise<void>;
  /** Whether the item outlives this page, as far as this page has put it there. */
  isKept(reportId: string): boolean;
}

type Change = (item: Item | undefined) => Item | undefined;

/** Looked for by every widget, which fetches the outbox only where it is. */
const name = 'citydesk-outbox';

/** Milliseconds to wait for a tab that deletes the empty database; it may have been frozen at that. */
const courtesy = 2000;

interface Rooms extends DBSchema {
  items: { key: string; value: Item };
}

type Database = IDBPDatabase<Rooms>;

const make = (database: Database) => database.createObjectStore('items', { keyPath: 'reportId' });

/**
 * What is new goes into the page where the device does not take it: then `isKept` tells. What the device has already stays there, and a change
 * that it refuses rejects: other tabs read what stands there. Nothing is left behind once nothing waits.
 * @param storage `none`: nothing is put on the device, nor read from it
 */
export function openItemStore(storage: 'device' | 'none' = 'device'): KeptItems {
  const onPage = new Map<string, Item>();
  let ready: Ready | undefined;

  function changeOnPage(reportId: string, after: Item | undefined): Item | undefined {
    if (after) onPage.set(reportId, after);
    else onPage.delete(reportId);
    return after;
  }

  async function change(reportId: string, how: Change): Promise<Item | undefined> {
    if (storage === 'none' || onPage.has(reportId)) return changeOnPage(reportId, how(onPage.get(reportId)));
    let isThere = false;
    const checked: Change = (before) => {
      isThere = !!before;
      return how(before);
    };
    try {
      const after = await inTime((signal) => changing(reportId, checked, signal, ready?.database));
      if (!after) {
        const held = ready?.release();
        ready = undefined;
        void Promise.resolve(held)
          .then(clearedUp)
          .catch(() => {});
      }
      return after;
    } catch (error) {
      const fresh = isThere ? undefined : how(undefined);
      if (!fresh) throw error;
      return changeOnPage(reportId, fresh);
    }
  }

  return {
    async all() {
      // What the device cannot read now waits until it can.
      const kept = storage === 'none' ? [] : await inTime(reading).catch(() => []);
      return [...kept, ...onPage.values()];
    },
    change,
    async ahead() {
      if (storage === 'none' || ready) return;
      ready = await inTime(madeReady).catch(() => undefined);
      for (const end of ['close', 'versionchange'] as const)
        ready?.database.addEventListener(end, () => (ready = undefined));
    },
    async add(item) {
      try {
        // Begun now, without a question before: nothing but the disk is waited for.
        if (ready) return await adding(ready.database, item);
      } catch {
        // It was closed, or is full: the long way tells.
      }
      await change(item.reportId, () => item);
    },
    isKept: (reportId) => storage !== 'none' && !onPage.has(reportId),
  };
}

interface Ready {
  readonly database: Database;
  /** Resolves when it is no longer held. */
  release(): Promise<unknown>;
}

/** Open, and held: nobody deletes it as empty meanwhile. */
async function madeReady(): Promise<Ready> {
  let free = () => {};
  let held: Promise<unknown> = Promise.resolve();
  await new Promise<void>((hold) => {
    if (!locks) return hold();
    held = locks.request(name, { mode: 'shared' }, () => {
      hold();
      return new Promise<void>((release) => (free = release));
    });
  });
  const database = (await opened<Rooms>(name, make, 1))!;
  return {
    database,
    release() {
      database.close();
      free();
      return held;
    },
  };
}

async function adding(database: Database, item: Item): Promise<void> {
  const transaction = database.transaction('items', 'readwrite', durably);
  transaction.store.put(item).catch(() => {});
  const { done } = transaction;
  transaction.commit();
  await done;
}

/** On the disk, and not only with the system, before anybody counts on it. */
const durably: IDBTransactionOptions = { durability: 'strict' };

async function reading(): Promise<readonly Item[]> {
  const database = await opened<Rooms>(name, undefined, 1);
  return (await database?.getAll('items').finally(() => database.close())) ?? [];
}

async function changing(
  reportId: string,
  change: Change,
  signal: AbortSignal,
  ready: Database | undefined,
): Promise<Item | undefined> {
  if (ready) return put(ready, reportId, change, signal);
  return beside(async () => {
    const database =
      (await opened<Rooms>(name, undefined, 1)) ?? (change(undefined) && (await opened<Rooms>(name, make, 1)));
    return database && put(database, reportId, change, signal).finally(() => database.close());
  });
}

async function put(
  database: Database,
  reportId: string,
  change: Change,
  signal: AbortSignal,
): Promise<Item | undefined> {
  signal.throwIfAborted();
  const transaction = database.transaction('items', 'readwrite', durably);
  const { store, done } = transaction;
  done.catch(() => {});
  const stop = () => transaction.abort();
  signal.addEventListener('abort', stop);
  try {
    const after = change(await store.get(reportId));
    await (after ? store.put(after) : store.delete(reportId));
    await done;
    return after;
  } catch (error) {
    try {
      stop();
    } catch {
      // It is over already.
    }
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Where there are none, an empty database stays. */
const locks = locksHere();

/** Not while somebody deletes the database: what is put into it then would go with it. */
async function beside<T>(work: () => Promise<T>): Promise<T> {
  if (!locks) return work();
  let hasBegun = false;
  const begin = () => ((hasBegun = true), work());
  try {
    return (await locks.request(name, { mode: 'shared', signal: AbortSignal.timeout(courtesy) }, begin)) as T;
  } catch (error) {
    if (hasBegun) throw error;
    return work();
  }
}

/** Takes the empty database away, unless somebody is at it. */
async function clearedUp(): Promise<void> {
  await locks?.request(name, { ifAvailable: true }, async (lock) => {
    const database = lock ? await opened<Rooms>(name, undefined, 1) : undefined;
    const count = await database?.count('items').finally(() => database.close());
    if (count === 0) await deleteDB(name);
  });
}
