/**
 * The outbox of a page, one for all widgets on it: the machine of `@citydesk/core` with the device and the city for ports.
 * Fetched where something waits already, or is about to be sent.
 */
import { createOutbox, type Item, type Outbox } from '@citydesk/core/outbox';
import type { Client } from '@citydesk/open311';
import { locksHere } from './database.ts';
import { openItemStore } from './item-store.ts';
import { clientFor, sendItem } from './send-item.ts';
import { timesHere } from './times.ts';

/** Told an item as it stands now, also where another tab has changed it; `undefined` for one that was taken away. `isHere`: just now, by this page. */
export type OutboxListener = (item: Item | undefined, reportId: string, isHere: boolean) => void;

export interface PageOutbox extends Omit<Outbox, 'subscribe'> {
  /** Gives what ends it. */
  subscribe(listener: OutboxListener): () => void;
  /** Takes a report away that the city does not have, for sure; before anybody is told, does what follows from it. False where it is under way. */
  takeBack(reportId: string, then: () => void): Promise<boolean>;
  /** Whether the item outlives this page. */
  isKept(reportId: string): boolean;
  /** A report is about to be frozen: what keeps it is opened. */
  ahead(): Promise<void>;
  /** Told how much of the photos of a report has gone. */
  readonly progress: Map<string, (share: number) => void>;
  /** Clients that know the city of a report already, by its id. */
  readonly clients: Map<string, Client>;
  /** Stops a report on its way; what has gone may have arrived. */
  halt(reportId: string): void;
  /** Reports that a form on this page shows itself. */
  readonly shown: Set<string>;
}

type Storage = 'device' | 'none';

const key = Symbol.for('citydesk.outbox');
const name = 'citydesk-outbox';

/** The outbox of this page. With `none` it is another one, which keeps nothing on the device. */
export function outboxFor(storage: Storage = 'device'): PageOutbox {
  const all = ((globalThis as { [outboxes: symbol]: Partial<Record<Storage, PageOutbox>> | undefined })[key] ??= {});
  return (all[storage] ??= openOutbox(storage));
}

/** A new id, UUID version 4. Pages without TLS have no `randomUUID`. */
export function newId(): string {
  return (
    (crypto as { randomUUID?: () => string }).randomUUID?.() ??
    '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, random)
  );
}

const random = (figure: string): string =>
  (Number(figure) ^ (crypto.getRandomValues(new Uint8Array(1))[0]! & (15 >> (Number(figure) / 4)))).toString(16);

function openOutbox(storage: Storage): PageOutbox {
  const times = timesHere();
  const store = openItemStore(storage);
  const progress: PageOutbox['progress'] = new Map();
  const clients: PageOutbox['clients'] = new Map();
  const shown = new Set<string>();
  const stops = new Map<string, AbortController>();
  const listeners = new Set<OutboxListener>();
  /** What of this page is alone among tabs is so one after the other. */
  let turn: Promise<unknown> = Promise.resolve();

  const outbox = createOutbox({
    store,
    async send(item, begun) {
      const { reportId } = item;
      const stop = new AbortController();
      stops.set(reportId, stop);
      const told = (share: number) => progress.get(reportId)?.(share);
      const outcome = await sendItem(item, begun, { times, client: clients.get(reportId), progress: told, stop });
      stops.delete(reportId);
      return outcome;
    },
    async look(item) {
      try {
        const [client, { lookFor }] = await Promise.all([
          clientFor(item.way, times),
          import('@citydesk/core/look-for'),
        ]);
        return await lookFor(client, item);
      } catch {
        return { is: 'unread' };
      }
    },
    alone(work) {
      const mine = turn.then(() => aloneAmongTabs(storage, work));
      turn = mine.catch(() => {});
      return mine;
    },
    ...(locks && {
      holding: <T>(by: string, work: () => Promise<T>) => locks.request(`${name}:${by}`, work) as Promise<T>,
      isHeld: (by: string) =>
        locks.request(`${name}:${by}`, { ifAvailable: true }, (lock) => !lock) as unknown as Promise<boolean>,
    }),
    online: () => navigator.onLine,
    now: () => Date.now(),
    random: () => Math.random(),
    after(milliseconds, work) {
      // A longer one would be none at all.
      const timer = setTimeout(work, Math.min(milliseconds, 2 ** 31 - 1));
      return () => clearTimeout(timer);
    },
    newId,
    times,
  });

  const tell: OutboxListener = (...told) => listeners.forEach((listener) => listener(...told));
  const others = storage === 'device' && 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined;
  outbox.subscribe((item, reportId) => {
    tell(item, reportId, true);
    others?.postMessage(reportId);
  });
  others?.addEventListener('message', ({ data }) => void again(String(data)));

  /** Another tab has changed it. */
  async function again(reportId: string): Promise<void> {
    const items = await outbox.items();
    tell(
      items.find((item) => item.reportId === reportId),
      reportId,
      false,
    );
  }

  let flushing: Promise<void> | undefined;
  const page: PageOutbox = {
    ...outbox,
    /** Asked by several at once, it goes once; and says how all stands: another tab may have been at it while this one slept. */
    flush: (isEager) =>
      (flushing ??= outbox
        .flush(isEager)
        .then(async () => {
          const items = await outbox.items();
          const ids = new Set([...items.map(({ reportId }) => reportId), ...shown]);
          for (const id of ids)
            tell(
              items.find(({ reportId }) => reportId === id),
              id,
              false,
            );
        })
        .finally(() => (flushing = undefined))),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      outbox.stop();
      others?.close();
    },
    isKept: store.isKept,
    ahead: store.ahead,
    progress,
    clients,
    halt: (reportId) => stops.get(reportId)?.abort(),
    shown,
    async takeBack(reportId, then) {
      // Whoever is about to send it has to ask once more, and finds nothing.
      const left = await store.change(reportId, (item) => (item?.standing.is === 'waiting' ? undefined : item));
      if (left) return false;
      then();
      tell(undefined, reportId, true);
      others?.postMessage(reportId);
      return true;
    },
  };
  for (const [where, what] of events)
    where.addEventListener(what, (event) => {
      // Not when the page only begins, or goes out of sight.
      const { type, persisted = true } = event as Event & { readonly persisted?: boolean };
      if (persisted && !(type === 'visibilitychange' && document.hidden)) void page.flush(true).catch(() => {});
    });
  return page;
}

/** When a page is online again, or back. */
const events: readonly (readonly [EventTarget, string])[] = [
  [globalThis, 'online'],
  [globalThis, 'pageshow'],
  [document, 'visibilitychange'],
];

/** Where there are none, a lease is all there is. */
const locks = locksHere();

async function aloneAmongTabs(storage: Storage, work: () => Promise<true>): Promise<true | undefined> {
  if (!locks || storage === 'none') return work();
  return locks.request(`${name}-sending`, { ifAvailable: true }, (lock) => (lock ? work() : undefined)) as Promise<
    true | undefined
  >;
}
