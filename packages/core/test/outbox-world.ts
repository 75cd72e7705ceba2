/** A city, a device and its tabs in one small world with a clock of its own, where all that can go wrong goes wrong on demand. */
import { lookFor, type Found } from '../src/outbox/look-for.ts';
import type { Item } from '../src/outbox/item.ts';
import { createOutbox, type Outbox, type Outcome } from '../src/outbox/outbox.ts';
import { realTimes } from '../src/outbox/times.ts';

/** What becomes of the next attempts. `late`: filed a while after nobody waits for the answer any more. */
export type Weather = 'fine' | 'lost' | 'filed-and-cut' | 'silent' | 'late' | 'refused' | 'busy' | 'untold';

/** How the city's list is: whole, broken, without the words of the reports, or of a city that has none. */
export type List = 'whole' | 'broken' | 'wordless' | 'none';

interface Timer {
  readonly at: number;
  readonly work: () => void;
  readonly tab: Tab | undefined;
}

export interface Tab {
  readonly outbox: Outbox;
  is: 'awake' | 'frozen' | 'gone';
}

const { answer, lateCommit } = realTimes;
const receiptOf = (id: string) => ({ serviceRequestId: `R-${id}` });

export class World {
  weather: Weather = 'fine';
  list: List = 'whole';
  isOnline = true;
  now = 1_800_000_000_000;
  /** What the city has, by report id; twice is in it twice. */
  readonly rows: Item[] = [];
  /** How often a report has left a tab. */
  sendings = 0;
  readonly kept = new Map<string, Item>();
  readonly tabs: Tab[] = [];
  readonly isRelay: boolean;
  #timers: Timer[] = [];
  #lockedBy: Tab | undefined;
  readonly #held = new Map<string, Tab>();
  #ids = 0;
  /** Reports of which an attempt is still on its way. */
  readonly #late = new Set<string>();
  /** What waits for a frozen tab to wake up. */
  #asleep: { readonly tab: Tab; readonly wake: () => void }[] = [];

  constructor(isRelay: boolean) {
    this.isRelay = isRelay;
  }

  open(): Tab {
    const held = this.#held;
    const tab: Tab = {
      is: 'awake',
      outbox: createOutbox({
        store: {
          all: () => this.#heard(tab, async () => [...this.kept.values()].map((item) => structuredClone(item))),
          change: (reportId, change) =>
            this.#heard(tab, async () => {
              const item = change(structuredClone(this.kept.get(reportId)));
              if (item) this.kept.set(reportId, structuredClone(item));
              else this.kept.delete(reportId);
              return item;
            }),
        },
        send: (item, begun) => this.#heard(tab, () => this.#send(tab, item, begun)),
        look: (item) => this.#heard(tab, () => this.#look(item)),
        alone: async (work) => {
          if (this.#lockedBy && this.#lockedBy.is !== 'gone') return undefined;
          this.#lockedBy = tab;
          await work();
          this.#lockedBy = undefined;
          return true;
        },
        async holding(by, work) {
          held.set(by, tab);
          return work().finally(() => held.delete(by));
        },
        isHeld: (by) => this.#heard(tab, async () => (held.get(by)?.is ?? 'gone') !== 'gone'),
        online: () => this.isOnline,
        now: () => this.now,
        random: () => 0.5,
        after: (milliseconds, work) => this.#after(milliseconds, work, tab),
        newId: () => `${String((this.#ids += 1)).padStart(8, '0')}-0000-4000-8000-000000000000`,
        times: realTimes,
      }),
    };
    this.tabs.push(tab);
    return tab;
  }

  kill(tab: Tab): void {
    tab.is = 'gone';
    tab.outbox.stop();
  }

  thaw(tab: Tab): void {
    if (tab.is === 'frozen') tab.is = 'awake';
    const waiting = this.#asleep.filter((one) => one.tab === tab);
    this.#asleep = this.#asleep.filter((one) => one.tab !== tab);
    for (const { wake } of waiting) wake();
  }

  /** Lets `milliseconds` pass, with all that happens in them. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    for (;;) {
      await settled();
      const next = this.#timers
        .filter(({ tab }) => !tab || tab.is === 'awake')
        .sort((one, other) => one.at - other.at)[0];
      if (!next || next.at > end) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.now = Math.max(this.now, next.at);
      next.work();
    }
    this.now = end;
    await settled();
  }

  /** Lets time pass until it is done. */
  async run<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = work.finally(() => (isDone = true));
    for (let tries = 0; !isDone && tries < 100; tries++) await this.pass(2);
    if (!isDone) throw new Error('It is not done within 200 ms.');
    return done;
  }

  #after(milliseconds: number, work: () => void, tab?: Tab): () => void {
    const timer = { at: this.now + Math.max(0, milliseconds), work, tab };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  }

  /** What a tab asked for comes to it only while it lives and is awake. */
  async #heard<T>(tab: Tab, work: () => Promise<T>): Promise<T> {
    if (tab.is === 'gone') return never();
    if (tab.is === 'frozen') await this.#awake(tab);
    const value = await work();
    // Time in which the tab can be frozen, or killed, without knowing yet what it has done.
    await new Promise<void>((resolve) => this.#after(2, resolve, tab));
    if ((tab.is as Tab['is']) === 'frozen') await this.#awake(tab);
    return (tab.is as Tab['is']) === 'gone' ? never() : value;
  }

  #awake = (tab: Tab) => new Promise<void>((wake) => this.#asleep.push({ tab, wake }));

  #file(item: Item): void {
    const isKnown = this.rows.some(({ reportId }) => reportId === item.reportId);
    if (!this.isRelay || !isKnown || item.insisted) this.rows.push(item);
  }

  async #send(tab: Tab, item: Item, begun: (relay: boolean) => Promise<boolean>): Promise<Outcome> {
    if (!(await begun(this.isRelay)) || tab.is === 'gone') return { is: 'not-sent' };
    this.sendings += 1;
    const timeout = (outcome: Outcome) =>
      new Promise<Outcome>((resolve) => this.#after(answer, () => resolve(outcome), tab));
    switch (this.weather) {
      case 'fine':
        this.#file(item);
        return { is: 'sent', receipt: receiptOf(item.reportId) };
      case 'lost':
        return { is: 'unknown' };
      case 'filed-and-cut':
        this.#file(item);
        return { is: 'unknown' };
      case 'silent':
        return timeout({ is: 'unknown' });
      case 'late':
        this.#late.add(item.reportId);
        this.#after(answer + lateCommit / 2, () => {
          this.#late.delete(item.reportId);
          this.#file(item);
        });
        return timeout({ is: 'unknown' });
      case 'refused': {
        const isThere = this.rows.some(({ reportId }) => reportId === item.reportId);
        if (isThere && this.isRelay) return { is: 'sent', receipt: receiptOf(item.reportId) };
        // A relay sends nothing after an attempt that may still arrive, and so is not refused for it either.
        if (this.isRelay && this.#late.has(item.reportId)) return { is: 'unknown' };
        return { is: 'refused', reasons: ['No.'], alreadyFiled: false, photos: false };
      }
      case 'busy':
        return { is: 'not-sent', retryAfter: 5000 };
      case 'untold':
        return this.isRelay ? { is: 'untold' } : { is: 'unknown' };
    }
  }

  async #look(item: Item): Promise<Found> {
    if (this.list === 'broken' || !this.isOnline) return { is: 'unread' };
    if (this.list === 'none') return { is: 'untold' };
    const old = { reportId: '', report: { serviceCode: 'pothole', description: 'An old one.' } };
    const rows = [old, ...this.rows].map(({ reportId, report }) => ({
      serviceRequestId: `R-${reportId}`,
      serviceCode: 'pothole',
      status: 'open' as const,
      statusLabel: 'Received',
      mediaUrls: [],
      description: this.list === 'wordless' ? '' : (report?.description ?? ''),
    }));
    return lookFor({ requests: async function* () { yield* rows; } }, item); // prettier-ignore
  }
}

/** Of who is no more there. */
const never = <T>(): Promise<T> => new Promise<T>(() => {});

/** All that was promised has been kept. */
async function settled(): Promise<void> {
  for (let round = 0; round < 30; round++) await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
}
