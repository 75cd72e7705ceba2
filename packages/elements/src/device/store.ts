/**
 * What this device keeps with the resident's consent, in IndexedDB; the one place of the widgets that writes to it.
 * Large: always fetched with `import()`. Which reports are kept, and what is said about it, belongs to the callers.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Address } from '@citydesk/core/addresses';
import { deleteDB, inTime, locksHere, opened } from './database.ts';
import { keptIn, type KeptReport } from './kept-report.ts';

export type { KeptReport };

/**
 * Every method rejects with a plain `Error` where the device does not let us: storage that is denied, full, broken, or
 * does not answer. Reading writes nothing, not even an empty database.
 */
export interface DeviceStore {
  /** The reports of one city, the last kept first. What cannot be read as one is left out. */
  reports(endpoint: string): Promise<readonly KeptReport[]>;
  /**
   * Keeps a report. With `insteadOf`, the reference that it was kept under (its token, or its own number), it takes the
   * place of that one, and nothing is kept where that one is no longer there: another tab may have forgotten it.
   */
  keep(report: KeptReport, insteadOf?: string): Promise<void>;
  /** Takes one report away again, also where it has its number by now and `reference` is its token. */
  remove(endpoint: string, reference: string): Promise<void>;
  /** The address that the resident keeps here. */
  address(): Promise<Address | undefined>;
  /** Keeps an address in place of the one before; `undefined` takes it away. */
  keepAddress(address: Address | undefined): Promise<void>;
  /** Takes away all reports of a city, or of all. Nothing is left behind when nothing else is kept. */
  forget(endpoint?: string): Promise<void>;
}

const name = 'citydesk';
/** The key of the one address. */
const own = 'own';

/** `token` is what the report was kept under before it had its number. */
type Row = KeptReport & { readonly token?: string | undefined };

interface Rooms extends DBSchema {
  reports: { key: [string, string]; value: Row };
  /** One address, the resident's own. */
  addresses: { key: string; value: Address };
}

type Room = 'reports' | 'addresses';

type Database = IDBPDatabase<Rooms>;

export function openDeviceStore(): DeviceStore {
  return {
    reports: (endpoint) => tried('read', () => reading(endpoint)),
    keep: (report, insteadOf) =>
      tried('keep', () =>
        exclusively(() => (insteadOf === undefined ? keeping(report) : replacing(report, insteadOf))),
      ),
    address: () => tried('read', addressKept),
    keepAddress: (address) => tried('keep', () => exclusively(() => keepingAddress(address))),
    remove: (endpoint, reference) => tried('remove', () => exclusively(() => removing(endpoint, reference))),
    forget: (endpoint) =>
      tried('forget', () => exclusively(() => (endpoint === undefined ? deleteDB(name) : removing(endpoint)))),
  };
}

async function reading(endpoint: string): Promise<readonly KeptReport[]> {
  const rows = await within('reports', undefined, (database) => database.getAll('reports', allOf(endpoint)));
  const reports = (rows ?? []).flatMap((row) => keptIn(row) ?? []);
  return reports.sort((one, other) => other.keptAt.getTime() - one.keptAt.getTime());
}

async function keeping(report: KeptReport): Promise<void> {
  try {
    await within('reports', 'create', (database) => database.put('reports', report));
  } catch (error) {
    await nothingLeft().catch(() => {});
    throw error;
  }
}

async function replacing(report: KeptReport, reference: string): Promise<void> {
  await within('reports', undefined, async (database) => {
    const transaction = database.transaction('reports', 'readwrite');
    const before = await transaction.store.get([report.endpoint, reference]);
    if (before) {
      const token = reference === report.reference ? before.token : reference;
      await transaction.store.delete([report.endpoint, reference]);
      await transaction.store.put({ ...report, token });
    }
    await transaction.done;
  });
}

async function removing(endpoint: string, reference?: string): Promise<void> {
  await within('reports', undefined, async (database) => {
    const transaction = database.transaction('reports', 'readwrite');
    for (const row of await transaction.store.getAll(allOf(endpoint))) {
      const meant = reference === undefined || row.reference === reference || row.token === reference;
      if (meant) await transaction.store.delete([endpoint, row.reference]);
    }
    await transaction.done;
  });
  await nothingLeft();
}

async function addressKept(): Promise<Address | undefined> {
  const kept: Partial<Address> | undefined = await within('addresses', undefined, (database) =>
    database.get('addresses', own),
  );
  const { label, lat, long } = kept ?? {};
  return typeof label === 'string' && Number.isFinite(lat) && Number.isFinite(long) ? (kept as Address) : undefined;
}

async function keepingAddress(address: Address | undefined): Promise<void> {
  try {
    if (address) await within('addresses', 'create', (database) => database.put('addresses', address, own));
    else await within('addresses', undefined, (database) => database.delete('addresses', own));
  } finally {
    await nothingLeft().catch(() => {});
  }
}

/** An empty database is not left behind. */
async function nothingLeft(): Promise<void> {
  const counts = await within(undefined, undefined, (database) =>
    // Of every room: what others keep here is not ours to delete.
    Promise.all([...database.objectStoreNames].map((room) => database.count(room))),
  );
  if (counts?.every((count) => count === 0)) await deleteDB(name);
}

/** How each room is made. */
const rooms: Readonly<Record<Room, IDBObjectStoreParameters>> = {
  reports: { keyPath: ['endpoint', 'reference'] },
  addresses: {},
};

const allOf = (endpoint: string) => IDBKeyRange.bound([endpoint], [endpoint, []]);

/**
 * Does `work` on the database, for no longer than that takes. Where there is none, it is made with `create`, and otherwise
 * nothing happens and the answer is `undefined`.
 */
async function within<T>(
  room: Room | undefined,
  create: 'create' | undefined,
  work: (database: Database) => Promise<T>,
): Promise<T | undefined> {
  const database = await openedWith(room, create);
  if (!database) return undefined;
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** Whatever version is there is opened, so that an older page and a newer one share it. */
async function openedWith(
  room: Room | undefined,
  create: 'create' | undefined,
  version?: number,
): Promise<Database | undefined> {
  const make = (database: Database) => database.createObjectStore(room!, rooms[room!]);
  const database = await opened<Rooms>(name, create && room && make, version);
  if (!database || !room || database.objectStoreNames.contains(room)) return database;
  const next = database.version + 1;
  database.close();
  return create && openedWith(room, create, next);
}

/** One tab at a time, so that none deletes as empty what another is filling. */
function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const locks = locksHere();
  return locks ? (locks.request(`${name}-device`, work) as Promise<T>) : work();
}

async function tried<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await inTime(work);
  } catch (error) {
    throw new Error(`The device store could not ${what}: ${String(error)}`, { cause: error });
  }
}
