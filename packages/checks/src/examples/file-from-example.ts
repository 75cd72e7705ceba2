// A resident on any page that has the form: in the page, in an open dialog or in a frame, upgraded by whatever brought it there. Files one
// report that carries the page's name, by role and label.

import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { drive } from '../drive/drive.ts';
import type { Driver, Engine } from '../drive/driver.ts';
import { engineOf } from '../drive/puppeteer-engine.ts';
import { address, headings } from '../e2e/file-a-report.ts';

export { axeOn } from './axe-on.ts';
export { watchRequests, quiet, type Watched } from './watch-requests.ts';

export interface Filing {
  /** Of the example; the report's description is `Filed from <name>`. */
  readonly name: string;
  /** A button to press first, where the form is behind one: a launcher, a tab of the application. */
  readonly open?: string;
  /** The service to choose from the matches of `words`. Default: a pothole, with its two questions. */
  readonly service?: Service;
  /** Milliseconds until the form must stand. Default 20,000: an application may have to start first. */
  readonly patience?: number;
  /** What the last screen begins with, where it is not the city that has the report: a page that practises. */
  readonly receipt?: string;
  /** Called on each screen when it stands, before anything is done on it. */
  readonly watch?: (screen: keyof typeof headings) => Promise<void>;
}

export interface Service {
  readonly words: string;
  readonly name: string;
  /** Question → answer, each by its first words. */
  readonly answers: Readonly<Record<string, string>>;
}

/** A service of the sandbox city. */
export const pothole: Service = {
  words: 'pot hole',
  name: 'Pothole in the street',
  answers: {
    'How big is the hole?': 'Bigger than a car tire',
    'Where in the street is it?': 'Where cars drive',
  },
};

/** What the city's row says. */
export const descriptionOf = (name: string): string => `Filed from ${name}`;

/**
 * Fills in the form on the page that is open, to the receipt.
 * @returns The `service_request_id` on it.
 * @throws Error with what the page says where a step does not come.
 */
export async function fileFromExample(page: Page, filing: Filing): Promise<string> {
  const {
    name,
    open,
    service = pothole,
    patience = 20_000,
    receipt = headings.receipt,
    watch = async () => {},
  } = filing;
  if (open) await drive(engineOf(page)).click('button', open);
  const driver = driverIn(await frameWithForm(page, patience));

  if (await startsWithWhat(driver)) {
    await watch('what');
    await driver.fill('Say it in your own words', service.words);
    await driver.click('button', service.name);
  }
  await driver.heading(headings.where);
  await watch('where');
  await driver.fill('Address or place', address);
  await driver.fill('Tell us more', descriptionOf(name));
  await driver.click('button', 'Continue');

  await driver.heading(headings.questions);
  for (const question of Object.keys(service.answers)) await driver.text(new RegExp(escaped(question)));
  await watch('questions');
  for (const [question, answer] of Object.entries(service.answers)) await driver.choose(question, answer);
  await driver.click('button', 'Continue');

  await driver.heading(headings.check);
  await watch('check');
  await driver.click('button', 'Send report');

  await driver.heading(receipt);
  await watch('receipt');
  const [, id = ''] = await driver.text(/Report number\s+(\S+)/);
  return id;
}

/** A driver for what stands in one frame. */
export function driverIn(frame: Frame): Driver {
  const whole = engineOf(frame.page());
  const engine: Engine<ElementHandle> = {
    ...whole,
    read: (script) => frame.evaluate(asCall(script)),
    async element(script) {
      const handle = await frame.evaluateHandle(asCall(script));
      return (handle.asElement() as ElementHandle | null) ?? undefined;
    },
  };
  return drive(engine);
}

/** The first frame in which a form has been upgraded, the page's own one before those inside it. */
export async function frameWithForm(page: Page, patience = 20_000): Promise<Frame> {
  const end = performance.now() + patience;
  do {
    for (const frame of page.frames()) {
      // A frame that is just leaving has no form.
      if (await frame.evaluate(hasForm).catch(() => false)) return frame;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (performance.now() < end);
  const seen = await page.evaluate(() => document.body?.innerText.slice(0, 2000) ?? '').catch(String);
  throw new Error(`No form stands at ${page.url()} after ${patience / 1000} s. The page says:\n${seen}`);
}

/** Runs in the page. */
function hasForm(): boolean {
  const roots: ParentNode[] = [document];
  for (let root = roots.pop(); root; root = roots.pop()) {
    for (const element of root.querySelectorAll('*')) {
      if (!element.shadowRoot) continue;
      if (element.localName === 'citydesk-request-form' && element.getClientRects().length > 0) return true;
      roots.push(element.shadowRoot);
    }
  }
  return false;
}

/** Whether the service is still to be chosen; waits for the first screen. */
async function startsWithWhat(driver: Driver): Promise<boolean> {
  const [found] = await driver.text(new RegExp(`${escaped(headings.what)}|${escaped(headings.where)}`));
  return found === headings.what;
}

const escaped = (words: string): string => words.replace(/[.?]/g, '\\$&');

function asCall(body: string): string {
  return `(() => { ${body}\n })()`;
}
