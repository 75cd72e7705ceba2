/** The reports that this device keeps while they are written, and a device that does not let us. Test files run side by side: each looks at its own city only. */
import { faster, realTimes } from '@citydesk/core/outbox';
import { openDB } from 'idb';
import type { Resident } from './resident.ts';

export interface KeptRow {
  readonly id: string;
  readonly at: number;
  readonly [field: string]: unknown;
}

/** What is kept of one city's reports, the last kept first; empty where there is no database. */
export async function keptDrafts(endpoint: string): Promise<readonly KeptRow[]> {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'citydesk-drafts')) return [];
  const database = await openDB('citydesk-drafts');
  database.addEventListener('versionchange', () => database.close());
  try {
    const rows = (await database.getAll('drafts')) as (KeptRow & { endpoint: string })[];
    return rows.filter((row) => row.endpoint === endpoint).sort((one, other) => other.at - one.at);
  } finally {
    database.close();
  }
}

/** The ids of the pictures that are kept. */
export async function keptPictures(draft: string): Promise<readonly string[]> {
  const database = await openDB('citydesk-drafts');
  try {
    const keys = (await database.getAllKeys('drafts')) as string[];
    return keys.filter((key) => key.startsWith(`${draft}/`));
  } finally {
    database.close();
  }
}

/** Changes a kept row behind our back, as time, another version or a curious hand would. */
export async function changeKept(id: string, change: Readonly<Record<string, unknown>>): Promise<void> {
  const database = await openDB('citydesk-drafts');
  try {
    await database.put('drafts', { ...(await database.get('drafts', id)), ...change });
  } finally {
    database.close();
  }
}

/** Keeps the test quick: what is entered is saved after this many milliseconds at most. */
export function savesSoon(): void {
  const page = globalThis as unknown as Record<symbol, unknown>;
  const key = Symbol.for('citydesk.times');
  before(() => void (page[key] = { ...realTimes, saveDraft: faster(realTimes, 20).saveDraft }));
  after(() => void delete page[key]);
}

/** Waits until all that was entered is kept. */
export async function isKept(resident: Resident, endpoint: string, words: string): Promise<KeptRow> {
  let found: KeptRow | undefined;
  const end = performance.now() + 8000;
  while (!found) {
    found = (await keptDrafts(endpoint)).find((row) => JSON.stringify(row).includes(words));
    if (performance.now() > end) throw new Error(`“${words}” was not kept. The screen says: ${resident.text}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return found;
}

/** Waits until nothing is kept of one city's reports. */
export async function isEmpty(endpoint: string): Promise<void> {
  const end = performance.now() + 8000;
  while ((await keptDrafts(endpoint)).length) {
    if (performance.now() > end) throw new Error('Something is still kept.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The page goes, as by a reload or a closed tab. */
export async function leaves(resident: Resident): Promise<void> {
  resident.form.remove();
  // What it held is let go of once all is written.
  await new Promise((resolve) => setTimeout(resolve, 150));
}

/** Replaces a property of the page for as long as a test runs. */
export function instead<T extends object, Name extends keyof T>(of: T, name: Name, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(of, name);
  Object.defineProperty(of, name, { configurable: true, writable: true, value });
  return () => {
    if (own) Object.defineProperty(of, name, own);
    else Reflect.deleteProperty(of, name);
  };
}
