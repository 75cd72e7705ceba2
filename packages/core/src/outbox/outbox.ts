/** The outbox: freezes a report, keeps it, sends it, and finds out what became of it, until the city has it or the resident is asked. */
import type { Receipt, Report } from '@citydesk/open311';
import {
  begun,
  claimed,
  dueAt,
  ended,
  held,
  insisted,
  isDue,
  looked,
  offline,
  stepFor,
  type Moment,
} from './advance.ts';
import type { Item, Way } from './item.ts';
import type { Found } from './look-for.ts';
import { referenceOf, withReference } from './reference.ts';
import type { Times } from './times.ts';

/** What one attempt brought. */
export type Outcome =
  | { readonly is: 'sent'; readonly receipt: Receipt }
  | {
      readonly is: 'refused';
      readonly reasons: readonly string[];
      readonly alreadyFiled: boolean;
      readonly photos: boolean;
    }
  /** It has not arrived, for sure. `retryAfter`: milliseconds for which the server wants to be left alone. */
  | { readonly is: 'not-sent'; readonly retryAfter?: number | undefined }
  | { readonly is: 'unknown'; readonly retryAfter?: number | undefined }
  /** A relay that cannot tell either. */
  | { readonly is: 'untold' };

/** Where items are kept. Every method may reject where the device does not let us. */
export interface ItemStore {
  all(): Promise<readonly Item[]>;
  /** Puts a new item there as quickly as can be: what it begins outlives a page that goes in the same moment. Default: `change`. */
  add?(item: Item): Promise<void>;
  /**
   * Puts what `change` makes of the item in its place, in one transaction: nobody reads in between. `change` gets `undefined` where there is
   * none; what it gives is kept, and given back; `undefined` takes the item away.
   */
  change(reportId: string, change: (item: Item | undefined) => Item | undefined): Promise<Item | undefined>;
}

export interface OutboxPorts {
  readonly store: ItemStore;
  /**
   * One attempt, under way for no longer than `times.answer` and what photos take. Never rejects. Awaits `begun` right before the report
   * leaves, and lets it stay where that gives false: then it is `not-sent`. `relay`: whether one answers there, if that is known.
   */
  send(item: Item, begun: (relay: boolean | undefined) => Promise<boolean>): Promise<Outcome>;
  /** Looks into the city's list. Never rejects. */
  look(item: Item): Promise<Found>;
  /** Runs `work` alone among tabs, or not at all: then gives `undefined`. Without Web Locks, just runs it. */
  alone(work: () => Promise<true>): Promise<true | undefined>;
  /** Does `work` under a word that others can ask after: as long as it is under way, and whoever does it lives. Without it a lease is all there is. */
  holding?<T>(by: string, work: () => Promise<T>): Promise<T>;
  /** Whether somebody still does what is done under that word. */
  isHeld?(by: string): Promise<boolean>;
  /** False only when the device knows that it has no connection. */
  online(): boolean;
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to, not with, 1. */
  random(): number;
  /** Calls `work` after so many milliseconds; gives what cancels it. */
  after(milliseconds: number, work: () => void): () => void;
  /** A new id, UUID version 4. */
  newId(): string;
  readonly times: Times;
}

/** What is frozen with a report. */
export interface About extends Pick<
  Item,
  'serviceName' | 'serviceType' | 'isPrivate' | 'place' | 'relay' | 'draft' | 'draftId' | 'city'
> {
  readonly way: Way;
  /** Default: a new one. */
  readonly reportId?: string | undefined;
  /** Code of the attribute in which the city keeps the report's id, where it has one. */
  readonly idAttribute?: string | undefined;
}

export interface Outbox {
  /** Freezes and keeps the report, then sends it once. Resolves with how that ended; rejects where it could not be kept: nothing has left then. */
  submit(report: Report, about: About): Promise<Item>;
  /**
   * Goes on with all that is due, now and whenever something falls due. `isEager`: a page was opened, or is online again; what only waits for
   * a better moment goes at once then.
   */
  flush(isEager?: boolean): Promise<void>;
  /** All that is kept, oldest first. */
  items(): Promise<readonly Item[]>;
  /** The resident wants it sent once more, although it may arrive twice. */
  resend(reportId: string): Promise<void>;
  /** Takes it away, sent or not. */
  drop(reportId: string): Promise<void>;
  /** Told each item after each change by this tab; `undefined` for one that was taken away. Gives what ends it. */
  subscribe(listener: (item: Item | undefined, reportId: string) => void): () => void;
  /** Stops all that is planned. What is on its way goes on. */
  stop(): void;
}

export function createOutbox(ports: OutboxPorts): Outbox {
  const { store, times } = ports;
  const listeners = new Set<(item: Item | undefined, reportId: string) => void>();
  let cancel = () => {};
  let isStopped = false;

  const moment = (): Moment => ({ now: ports.now(), random: ports.random(), times });

  async function change(reportId: string, how: (item: Item) => Item | undefined): Promise<Item | undefined> {
    const item = await store.change(reportId, (before) => before && how(before));
    for (const listener of listeners) listener(item, reportId);
    return item;
  }

  /** Takes the item on and does what it is ready for. Nothing where somebody else is at it, or it is not its time. */
  function go(reportId: string, isEager: boolean, gone?: string): Promise<Item | undefined> {
    const by = ports.newId();
    const work = () => goAs(by, reportId, isEager, gone);
    return ports.holding ? ports.holding(by, work) : work();
  }

  /** @param gone whose lease counts no more */
  async function goAs(by: string, reportId: string, isEager: boolean, gone?: string): Promise<Item | undefined> {
    const item = await store.change(reportId, (before) => {
      const now = moment();
      const isLeft = gone !== undefined && before?.lease?.by === gone;
      const free = isLeft ? { ...before!, lease: undefined } : before;
      return free && isDue(free, now.now, isEager || isLeft) ? claimed(free, by, now) : before;
    });
    if (item?.lease?.by !== by) return item;
    switch (stepFor(item, moment())) {
      case 'drop':
        return change(reportId, () => undefined);
      case 'hold':
        return change(reportId, (now) => held(now, 'old', moment()));
      case 'rest':
        return store.change(reportId, (now) => now && { ...now, lease: undefined, nextAt: Infinity });
      case 'look': {
        const found = await ports.look(item);
        return change(reportId, (now) =>
          isOurs(now, by) || found.is === 'found' ? looked(now, found, moment()) : now,
        );
      }
      case 'send':
        return send(item, by);
    }
  }

  async function send(item: Item, by: string): Promise<Item | undefined> {
    const { reportId } = item;
    if (!ports.online()) return change(reportId, (now) => (isOurs(now, by) ? offline(now, moment()) : now));
    const mayGo = async (relay: boolean | undefined) => {
      let then: Item | undefined;
      const isWritten = await change(reportId, (now) => (then = begun(now, by, relay, moment())) ?? now).then(
        () => true,
        () => false,
      );
      // Looked at again: this tab may have been frozen while it wrote.
      return isWritten && !!then && !!begun(then, by, relay, moment());
    };
    const outcome = await ports.send(item, mayGo);
    // Who was overtaken still has something to say where it has the receipt.
    const then = (now: Item) => (isOurs(now, by) || outcome.is === 'sent' ? ended(now, outcome, moment()) : now);
    return change(reportId, then).catch(() => {
      // The device does not let us write any more: what is known is told all the same.
      const told = ended(item, outcome, moment());
      for (const listener of listeners) listener(told, reportId);
      return told;
    });
  }

  async function flush(isEager = false): Promise<void> {
    cancel();
    const pass = async (): Promise<true> => {
      for (const { reportId, lease } of await items()) {
        const isLeft = lease && ports.isHeld && !(await ports.isHeld(lease.by));
        await go(reportId, isEager, isLeft ? lease.by : undefined);
      }
      return true;
    };
    const isAlone = await ports.alone(pass);
    if (!isAlone) {
      // Another tab is at it. One that is frozen would keep all waiting for ever: what is overdue is done here.
      const now = ports.now();
      for (const item of await items()) {
        const isOverdue = dueAt(item) + (item.lease ? 0 : times.lease) <= now;
        if (isOverdue) await go(item.reportId, false);
      }
    }
    await plan(isAlone ? 0 : times.longestPause);
  }

  /** Wakes up for what falls due first. */
  async function plan(atLeast = 0): Promise<void> {
    cancel();
    const next = Math.min(...(await items()).map(dueAt));
    if (isStopped || !Number.isFinite(next)) return;
    cancel = ports.after(Math.max(atLeast, next - ports.now()), () => void flush().catch(() => {}));
  }

  async function items(): Promise<readonly Item[]> {
    return [...(await store.all())].sort((one, other) => one.frozenAt - other.frozenAt);
  }

  return {
    async submit(report, { way, idAttribute, reportId = ports.newId(), ...about }) {
      const now = ports.now();
      const reference = referenceOf(reportId);
      const frozen: Item = {
        ...about,
        reportId,
        reference,
        way,
        serviceCode: report.serviceCode,
        report: {
          ...report,
          description: withReference(report.description, reference),
          ...(idAttribute && { attributes: { ...report.attributes, [idAttribute]: reportId } }),
        },
        frozenAt: now,
        standing: { is: 'waiting' },
        attempts: 0,
        nextAt: now,
      };
      await (store.add?.(frozen) ?? store.change(reportId, (before) => before ?? frozen));
      const item = await go(reportId, true);
      await plan();
      return item ?? frozen;
    },
    flush,
    items,
    async resend(reportId) {
      await change(reportId, (item) => insisted(item, { now: ports.now() }));
      await go(reportId, true);
      await plan();
    },
    async drop(reportId) {
      await change(reportId, () => undefined);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      isStopped = true;
      cancel();
    },
  };
}

const isOurs = ({ lease }: Item, by: string): boolean => lease?.by === by;
