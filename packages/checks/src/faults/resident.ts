// One resident's browser in the lab: opens the lane's page, types a report with a mark of its own, and presses Send.

import type { Browser, BrowserContext, CDPSession, HTTPRequest, Page } from 'puppeteer-core';
import { faster, realTimes } from '@citydesk/core/outbox';
import { drive } from '../drive/drive.ts';
import type { Driver } from '../drive/driver.ts';
import { engineOf } from '../drive/puppeteer-engine.ts';
import { chooseFile } from '../e2e/choose-file.ts';
import { headings } from '../e2e/file-a-report.ts';
import type { Lane } from './lane.ts';

/** What the browser was heard to send. */
export interface Heard {
  /** Reports that left, or tried to. */
  posts: number;
  /** Of these, those that never reached anybody. */
  failed: number;
  /** Whether a receipt came back to the page that was open. */
  isAnswered?: boolean;
  reportId?: string | undefined;
  reference?: string | undefined;
}

export interface Resident {
  readonly lane: Lane;
  readonly context: BrowserContext;
  /** Where the resident is; another page after `reopen`. */
  readonly page: Page;
  readonly driver: Driver;
  readonly heard: Heard;
  /** The DevTools of the page. */
  tools(): Promise<CDPSession>;
  /** A further tab, prepared as the first one was. */
  newTab(): Promise<Page>;
  /** Goes on in another tab. */
  use(page: Page): void;
  /** As for somebody who was never here: nothing is kept on the device, nothing is open. */
  fresh(): Promise<void>;
  /** Fills the form up to the button that sends. @param photo path of a file */
  fill(marker: string, options?: { readonly all?: boolean; readonly photo?: string | undefined }): Promise<void>;
  /** Opens the page for one service and fills the form in; once more where a city that was just killed is not back yet: nothing has been sent. */
  reach(marker: string, options?: { readonly photo?: string | undefined }): Promise<void>;
  /** Presses Send. */
  send(): Promise<void>;
  close(): Promise<void>;
}

/** Runs in every page of the resident before anything of the page does. */
export type Preparation = (page: Page) => Promise<void>;

export async function newResident(browser: Browser, lane: Lane, scale: number): Promise<Resident> {
  const context = await browser.createBrowserContext();
  return residentIn(context, lane, scale);
}

/** The resident of a context that is there already, such as that of a profile. */
export async function residentIn(context: BrowserContext, lane: Lane, scale: number): Promise<Resident> {
  let heard: Heard = { posts: 0, failed: 0 };
  const times = { ...faster(realTimes, scale) };

  const newTab = async () => {
    const tab = await context.newPage();
    // Small: nobody looks, and every pixel is drawn by the processor.
    await tab.setViewport({ width: 480, height: 400 });
    await tab.evaluateOnNewDocument((table: object) => {
      Object.assign(globalThis, { [Symbol.for('citydesk.times')]: table });
    }, times);
    tab.on('request', (request) => hear(heard, request));
    tab.on('requestfailed', (request) => {
      if (isReport(request)) heard.failed++;
    });
    tab.on('response', (response) => {
      if (isReport(response.request()) && response.ok()) heard.isAnswered = true;
    });
    return tab;
  };
  let page = await newTab();
  let driver = drive(engineOf(page));

  const resident: Resident = {
    lane,
    context,
    get page() {
      return page;
    },
    get driver() {
      return driver;
    },
    get heard() {
      return heard;
    },
    tools: () => page.createCDPSession(),
    newTab,
    use(other) {
      page = other;
      driver = drive(engineOf(page));
    },
    async fresh() {
      const before = await context.pages();
      const tab = await newTab();
      await Promise.all(before.map((old) => old.close().catch(() => {})));
      const tools = await tab.createCDPSession();
      await tools.send('Storage.clearDataForOrigin', { origin: new URL(lane.page).origin, storageTypes: 'all' });
      await tools.detach();
      heard = { posts: 0, failed: 0 };
      page = tab;
      driver = drive(engineOf(page));
    },
    async reach(marker, options) {
      for (let tries = 1; ; tries++) {
        try {
          await page.goto(lane.page, { waitUntil: 'load' });
          return await resident.fill(marker, options);
        } catch (error) {
          if (tries === 3) throw error;
        }
      }
    },
    async fill(marker, { all = false, photo } = {}) {
      if (all) {
        await driver.fill('Say it in your own words', lane.serviceName);
        await driver.click('button', lane.serviceName);
      }
      await driver.heading(headings.where);
      if (photo) {
        await chooseFile(page, photo, () => driver.click('button', 'Take or choose a photo'));
        await driver.text(/Ready\. Hidden details/);
      }
      await driver.fill('Address or place', '12 Main St');
      await driver.fill('Tell us more', `By the wall. ${marker}`);
      await driver.click('button', 'Continue');
      await driver.heading(headings.check);
    },
    send: () => driver.click('button', 'Send report'),
    close: () => context.close(),
  };
  return resident;
}

const isReport = (request: HTTPRequest): boolean =>
  request.method() === 'POST' && /\/requests\.(json|xml)$/.test(request.url());

function hear(heard: Heard, request: HTTPRequest): void {
  if (!isReport(request)) return;
  heard.posts++;
  const [, id] = /"([^"]+)"/.exec(request.headers()['idempotency-key'] ?? '') ?? [];
  heard.reportId ??= id;
  const [reference] = /CD-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(request.postData() ?? '') ?? [];
  heard.reference ??= reference;
}
