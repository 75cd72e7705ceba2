/**
 * Reports that are being written, as this device keeps them, in a database of their own: a row for each, and one for each of its pictures.
 * Comes with what was entered; what is read on return is apart, in `left-drafts.ts`. Everything here rejects where the device does not let us:
 * storage that is denied, full, broken, or does not answer.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { KeptDraft } from '@citydesk/core/kept-draft';
import { deleteDB, inTime, locksHere, opened } from './database.ts';

export interface DraftRow extends KeptDraft {
  /** Where pages have no Web Locks: when the tab that writes it was last seen alive. */
  readonly beat?: number | undefined;
}

/** A picture of a draft: its id begins with the draft's. */
export interface PictureRow {
  readonly id: string;
  readonly file: Blob;
}

interface Rooms extends DBSchema {
  drafts: { key: string; value: DraftRow | PictureRow; indexes: { endpoint: string; at: number } };
}

export type DraftDatabase = IDBPDatabase<Rooms>;

const name = 'citydesk-drafts';

/** Milliseconds to wait for another tab, which may have been frozen at its work. */
const courtesy = 2000;

/** A draft with all its pictures. */
export const allOf = (id: string): IDBKeyRange => IDBKeyRange.bound(id, `${id}/\uffff`);
export const pictureId = (draft: string, photo: string): string => `${draft}/${photo}`;

/** Keeps a draft in place of the one with its id. Pictures that are kept already are not written again. */
export function keepDraft({ draft: { photos, ...draft }, ...row }: DraftRow): Promise<void> {
  const write = async (database: DraftDatabase) => {
    const { store, done } = database.transaction('drafts', 'readwrite');
    const gone = new Set(await store.getAllKeys(allOf(row.id)));
    const plain = photos.map(({ file: _file, ...photo }) => photo);
    gone.delete(row.id);
    await Promise.all([
      store.put({ ...row, draft: { ...draft, photos: plain } }),
      ...photos.map(
        ({ id, file }) => gone.delete(pictureId(row.id, id)) || store.put({ id: pictureId(row.id, id), file: file! }),
      ),
      ...[...gone].map((id) => store.delete(id)),
      done,
    ]);
  };
  return exclusively(async () => void (await within(write, true)));
}

/** Takes drafts away, with their pictures. An empty database is not left behind. */
export function removeDrafts(...ids: readonly string[]): Promise<void> {
  return exclusively(async () => {
    const left = await within(async (database) => {
      for (const id of ids) await database.delete('drafts', allOf(id));
      return database.count('drafts');
    });
    if (left === 0) await deleteDB(name);
  });
}

/** Does `work` on the database. Where there is none, it is made if `create` says so; otherwise nothing happens, and the answer is `undefined`. */
export async function within<T>(
  work: (database: DraftDatabase) => Promise<T>,
  create?: boolean,
): Promise<T | undefined> {
  const database = await opened<Rooms>(name, create ? make : undefined, 1);
  return database && work(database).finally(() => database.close());
}

function make(database: DraftDatabase): void {
  const store = database.createObjectStore('drafts', { keyPath: 'id' });
  store.createIndex('endpoint', 'endpoint');
  store.createIndex('at', 'at');
}

/** One tab at a time, so that none deletes as empty what another is filling. */
function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const locks = locksHere();
  const now = () => inTime(work);
  if (!locks) return now();
  // Heeded only while it waits.
  const signal = AbortSignal.timeout(courtesy);
  return locks.request(name, { signal }, now).catch((error: unknown) => {
    if ((error as DOMException).name === 'TimeoutError') return now();
    throw error;
  }) as Promise<T>;
}
