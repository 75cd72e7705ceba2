// What residents, tabs and devices do at the wrong moment. Each leaves the resident on a page where the form is, and says how often it happened.

import type { ElementHandle, Page } from 'puppeteer-core';
import type { PageFault } from './fault.ts';
import type { Witness } from './judge.ts';
import type { Resident } from './resident.ts';
import { witnessOf } from './witness.ts';

export interface Happened {
  readonly fired: number;
  /** When the fault was over: milliseconds since 1970. */
  readonly ended: number;
  /** What was not as it had to be. */
  readonly complaint?: string;
  /** What the screen said right before the resident left it. */
  readonly seen?: Witness | undefined;
}

export interface PageFaultDoing {
  /** Before the form is opened. */
  prepare?(resident: Resident): Promise<void>;
  /** In place of pressing Send. */
  send(resident: Resident, scale: number): Promise<Happened>;
  /** Puts right what would spoil the next report. */
  after?(resident: Resident): Promise<void>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const happened = (fired = 1): Happened => ({ fired, ended: Date.now() });

/** For so long the device has no connection. */
const away = 20_000;

async function onceOver(resident: Resident, scale: number): Promise<Happened> {
  await pause(away / scale);
  await resident.page.setOfflineMode(false);
  return happened();
}

const plain: PageFaultDoing['send'] = async (resident) => {
  await resident.send();
  return happened();
};

/** Nobody types a report in half a second: by the time a person presses Send, the draft has long been kept. Waits for that, though not for ever. */
async function sendKept({ page, send }: Resident): Promise<void> {
  for (let look = 0; look < 60; look++) {
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    if (names.includes('citydesk-drafts')) break;
    await pause(50);
  }
  await send();
}

/** Some ten milliseconds after the press: a quick city may have answered by then, and the resident has read it. */
async function lastLook({ page }: Resident): Promise<Witness | undefined> {
  await pause(10);
  return witnessOf(page).catch(() => undefined);
}

/**
 * Who left before the report was frozen finds a draft, and sends that. Where the page also speaks of a report that is on its way, nobody does.
 * Gives whether it was so.
 */
export async function goOnWithDraft({ page, driver, send }: Resident): Promise<boolean> {
  for (let look = 0; look < 20; look++) {
    const { said, isDraft } = await witnessOf(page);
    if (said !== 'nothing') return false;
    if (isDraft && look > 5) {
      await driver.click('button', 'Go on with it');
      await send();
      return true;
    }
    await pause(50);
  }
  return false;
}

/** Back on the page with the form, as a resident who comes again. */
async function comeBack(resident: Resident, page: Page = resident.page): Promise<void> {
  resident.use(page);
  await page.goto(resident.lane.page, { waitUntil: 'load' });
}

export const pageFaults: Readonly<Record<Exclude<PageFault, 'kill-before-send' | 'kill-in-flight'>, PageFaultDoing>> = {
  dns: {
    async send(resident, scale) {
      const tools = await resident.tools();
      let fired = 0;
      tools.on('Fetch.requestPaused', ({ requestId, request }) => {
        const isMine = request.method === 'POST';
        if (isMine) fired++;
        const failing = isMine
          ? tools.send('Fetch.failRequest', { requestId, errorReason: 'NameNotResolved' })
          : tools.send('Fetch.continueRequest', { requestId });
        void failing.catch(() => {});
      });
      await tools.send('Fetch.enable', { patterns: [{ urlPattern: '*/requests.*' }] });
      await resident.send();
      for (let wait = 0; fired === 0 && wait < 100; wait++) await pause(20);
      await pause(away / scale / 2);
      await tools.detach();
      return happened(fired);
    },
  },
  'offline-before': {
    async send(resident, scale) {
      await resident.page.setOfflineMode(true);
      await resident.send();
      return onceOver(resident, scale);
    },
  },
  'offline-during-upload': {
    async send(resident, scale) {
      const { near } = resident.lane;
      const cut = new Promise<void>((resolve) => {
        near.arm({
          fault: { id: 'half', on: 'POST', legs: ['near'], committed: 'no', when: 'half', what: { is: 'reset' } },
          times: 1,
          atCut: () => void resident.page.setOfflineMode(true).then(resolve, () => resolve()),
        });
      });
      await resident.send();
      await Promise.race([cut, pause(5000)]);
      const { fired } = near;
      near.heal();
      return { ...(await onceOver(resident, scale)), fired };
    },
  },
  'nav-away': {
    async send(resident) {
      await sendKept(resident);
      const seen = await lastLook(resident);
      await resident.page.goto(resident.lane.elsewhere, { waitUntil: 'load' });
      await comeBack(resident);
      await goOnWithDraft(resident);
      return { ...happened(), seen };
    },
  },
  reload: {
    async send(resident) {
      await sendKept(resident);
      const seen = await lastLook(resident);
      await resident.page.reload({ waitUntil: 'load' });
      await goOnWithDraft(resident);
      return { ...happened(), seen };
    },
  },
  'tab-closed': {
    async send(resident) {
      const next = await resident.newTab();
      await resident.page.bringToFront();
      await sendKept(resident);
      const seen = await lastLook(resident);
      await resident.page.close();
      // Nobody is back before the browser has noticed that the tab is gone.
      await pause(500);
      await comeBack(resident, next);
      await goOnWithDraft(resident);
      return { ...happened(), seen };
    },
  },
  bfcache: {
    async send(resident) {
      await sendKept(resident);
      const seen = await lastLook(resident);
      await resident.page.goto(resident.lane.elsewhere, { waitUntil: 'load' });
      await resident.page.goBack({ waitUntil: 'load' });
      await goOnWithDraft(resident);
      return { ...happened(), seen };
    },
  },
  'two-tabs': {
    async send(resident, scale) {
      await resident.page.setOfflineMode(true);
      await resident.send();
      await pause(100);
      const others: Page[] = [];
      for (let at = 0; at < 4; at++) {
        const tab = await resident.newTab();
        await tab.goto(resident.lane.page, { waitUntil: 'load' });
        await tab.setOfflineMode(true);
        others.push(tab);
      }
      await resident.page.bringToFront();
      const before = resident.lane.near.posts;
      await Promise.all([resident.page, ...others].map((tab) => tab.setOfflineMode(false)));
      const ended = Date.now();
      await pause(away / scale);
      const posts = resident.lane.near.posts - before;
      // They stay open: one of them may have the report in its hands.
      return { fired: 1, ended, ...(posts > 1 && { complaint: `five tabs sent it ${posts} times` }) };
    },
  },
  'double-click': {
    async send(resident) {
      const before = resident.lane.near.posts;
      const at = await resident.page.evaluateHandle(() => {
        const root = document.querySelector('citydesk-request-form')?.shadowRoot;
        return [...(root?.querySelectorAll('button') ?? [])].find(({ textContent }) => /Send report/.test(textContent));
      });
      const button = at.asElement() as ElementHandle<HTMLButtonElement> | null;
      await button?.scrollIntoView();
      const box = await button?.boundingBox();
      if (!box) return happened(0);
      const { mouse, keyboard } = resident.page;
      await button?.focus();
      const clicks = Array.from({ length: 10 }, () => mouse.click(box.x + box.width / 2, box.y + box.height / 2));
      await Promise.all([...clicks, keyboard.press('Enter')]);
      await pause(300);
      const posts = resident.lane.near.posts - before;
      return { ...happened(), ...(posts > 1 && { complaint: `ten clicks sent it ${posts} times` }) };
    },
  },
  quota: {
    async prepare(resident) {
      const tools = await resident.tools();
      await tools.send('Storage.overrideQuotaForOrigin', { origin: new URL(resident.lane.page).origin, quotaSize: 1 });
      await tools.detach();
    },
    send: plain,
    async after(resident) {
      const tools = await resident.tools();
      await tools.send('Storage.overrideQuotaForOrigin', { origin: new URL(resident.lane.page).origin });
      await tools.detach();
    },
  },
  'idb-denied': {
    async prepare(resident) {
      await resident.page.evaluateOnNewDocument(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
      });
    },
    send: plain,
  },
  clock: {
    async prepare(resident) {
      await resident.page.evaluateOnNewDocument(() => {
        const year = 365 * 24 * 60 * 60 * 1000;
        const RealDate = Date;
        const now = RealDate.now.bind(RealDate);
        RealDate.now = () => now() + year;
        globalThis.Date = new Proxy(RealDate, {
          construct: (target, args: []) =>
            args.length > 0 ? Reflect.construct(target, args) : new target(now() + year),
        });
      });
    },
    send: plain,
  },
};
