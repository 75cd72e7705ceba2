/** Looks for reports that wait on this device, on every page with a widget. The outbox is fetched only where there is one. */
import type { CityController } from '../city/city-controller.ts';
import type { PageOutbox } from './outbox.ts';

/**
 * Whether this device may have a database of this name: some browsers do not tell. Rejects where storage is denied. A frame that is shut off
 * (`sandbox`) has none, and there Chromium would report the question as an error of the page.
 */
export const mayHave = async (database: string): Promise<boolean> =>
  globalThis.origin !== 'null' && ((await indexedDB.databases?.())?.some(({ name }) => name === database) ?? true);

/**
 * Goes on with what waits. Resolves when it is known whether anything may, and `found`, which is given the outbox, has come to its end. From then on
 * the outbox itself goes on when the page comes back, or online. Never rejects: storage that is denied has nothing to send.
 */
export async function waitingItems(city: CityController, found?: (outbox: PageOutbox) => unknown): Promise<void> {
  try {
    const isHere = Symbol.for('citydesk.outbox') in globalThis;
    if (!isHere && !(await mayHave('citydesk-outbox'))) return;
    // The city file may have a say in what is kept.
    await city.whenRead;
    const { storage } = city.settings;
    if (storage === 'none' && !isHere) return;
    const outbox = (await import('./outbox.ts')).outboxFor(storage);
    await found?.(outbox);
    void outbox.flush(true).catch(() => {});
  } catch {
    // As said.
  }
}
