/** Reports that were left: read on return, and taken over by one tab alone. Everything here rejects where the device does not let us. */
import { keptDraftIn, type KeptDraft } from '@citydesk/core/kept-draft';
import { inTime } from './database.ts';
import { living } from './draft-hold.ts';
import {
  allOf,
  pictureId,
  removeDrafts,
  within,
  type DraftDatabase,
  type DraftRow,
  type PictureRow,
} from './draft-store.ts';

/**
 * The draft of a city that was kept last and that no living tab holds; nothing of another city's is read. What is older than `keepDraft`, in
 * milliseconds, goes, whichever city's it is.
 */
export async function draftLeft(endpoint: string, keepDraft: number, pause: number): Promise<DraftRow | undefined> {
  const now = Date.now();
  const gone: string[] = [];
  const found: DraftRow[] = [];
  const read = async (database: DraftDatabase) => {
    // By their keys, unread. One that is far ahead is of a clock that was wrong.
    for (const range of [IDBKeyRange.upperBound(now - keepDraft), IDBKeyRange.lowerBound(now + keepDraft)])
      gone.push(...(await database.getAllKeysFromIndex('drafts', 'at', range)));
    for (const row of (await database.getAllFromIndex('drafts', 'endpoint', endpoint)) as DraftRow[]) {
      if (gone.includes(row.id)) continue;
      const draft = keptDraftIn(row, await picturesOf(database, row.id));
      if (draft) found.push(draft);
      else if (!Number.isFinite(row.at)) gone.push(row.id);
    }
  };
  await inTime(() => within(read));
  const isLiving = await living(pause);
  let left: DraftRow | undefined;
  for (const one of found.filter((row) => !isLiving(row))) {
    if (await isInOutbox(one)) gone.push(one.id);
    else if (!left || left.at < one.at) left = one;
  }
  if (gone.length) await removeDrafts(...gone).catch(() => {});
  return left;
}

/** Makes a draft that tab's whose id is `as`: `undefined` where another one has it, or it is gone. */
export async function takeDraft(from: DraftRow, as: string, pause: number): Promise<KeptDraft | undefined> {
  if ((await living(pause))(from)) return undefined;
  const take = async (database: DraftDatabase) => {
    const { store, done } = database.transaction('drafts', 'readwrite');
    const rows = await store.getAll(allOf(from.id));
    const moved = rows.map((row) => ({ ...row, id: as + row.id.slice(from.id.length) }));
    await Promise.all([store.delete(allOf(from.id)), ...moved.map((row) => store.put(row)), done]);
    return rows.length ? { ...from, id: as } : undefined;
  };
  return inTime(() => within(take));
}

async function picturesOf(database: DraftDatabase, draft: string): Promise<(photo: string) => unknown> {
  const rows = (await database.getAll('drafts', allOf(draft))) as readonly PictureRow[];
  return (photo) => rows.find(({ id }) => id === pictureId(draft, photo))?.file;
}

/** The page went before it could delete what it had handed over. */
async function isInOutbox({ id }: DraftRow): Promise<boolean> {
  const { openItemStore } = await import('./item-store.ts');
  return (await openItemStore('device').all()).some(({ draftId }) => draftId === id);
}
