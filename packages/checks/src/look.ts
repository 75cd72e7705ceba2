// `npm run look`: pictures of every screen, at 320 and 1280 px, for people to look at. They lie in .cache/look/.

import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { noCounts, sayCounts } from './counts.ts';
import { build } from './demo/build.ts';
import { serveBuiltCity, type BuiltCity } from './e2e/built-city.ts';
import { startCityBrowser, type CityBrowser } from './e2e/city-browser.ts';
import { address, fileAReport, headings } from './e2e/file-a-report.ts';
import { placeWalks } from './look-place.ts';
import { townWalks } from './look-town.ts';
import { trackerWalks } from './look-tracker.ts';
import type { Walk, Walks } from './look-walk.ts';
import { twoAtOnce } from './two-at-once.ts';
import { root } from './workspace.ts';

const walks: Walks = {
  ...trackerWalks,
  ...placeWalks,
  ...townWalks,

  async pages({ driver, city, shoot }) {
    for (const place of ['/', '/report/', '/report/potholes/', '/answers/']) {
      await driver.open(`${city.origin}${place}`);
      if (place === '/') {
        await driver.scrollTo('citydesk-status-tracker');
        await driver.heading('Follow a report');
      } else await driver.text(/Call\s+269-555-0142/);
      await shoot(`page${place.replaceAll('/', '-').replace(/-$/, '') || '-home'}`, 'page');
    }
  },

  async report({ driver, city, shoot }) {
    await fileAReport(driver, city.origin, async (screen) => {
      // The code and the question come after the receipt.
      if (screen === 'receipt') await driver.heading('Was this easy?');
      await shoot(`form-${screen}`);
    });
  },

  async words({ driver, city, shoot }) {
    await driver.open(`${city.origin}/report/`);
    await driver.heading('Or choose from the list');
    await driver.fill('Say it in your own words', 'garbage not picked up');
    await driver.heading('Closest matches');
    await shoot('form-what-typed');
    await driver.fill('Say it in your own words', 'zeppelin');
    await driver.text(/We found no match/);
    await shoot('form-what-none');
  },

  async answers({ driver, city, shoot }) {
    await driver.open(`${city.origin}/answers/`);
    await driver.heading('Asked most often');
    await shoot('answers-popular');
    await driver.fill('What do you want to know?', 'when is brush collected');
    await driver.text(/\d answers? found/);
    await driver.click('button', 'When is brush picked up on my street?');
    await driver.fill('Your address', address);
    await driver.click('button', 'Show my date');
    await driver.text(/Your next brush pick-up/);
    await shoot('answers-day');
    await driver.fill('What do you want to know?', 'zeppelin');
    await driver.text(/We found no answer/);
    await shoot('answers-none');
  },

  async suggestions({ driver, city, shoot }) {
    await driver.open(`${city.origin}/report/`);
    await driver.heading('Or choose from the list');
    await driver.fill('Say it in your own words', 'my bin wasn’t emptied');
    await driver.click('button', 'My bin was not emptied.');
    await driver.text(/Did this answer your question/);
    await shoot('form-what-answer');
    await driver.open(`${city.origin}/report/potholes/`);
    await driver.text(/The city knows about this/);
    await shoot('form-where-notice');
  },

  async groups({ page, driver, city, shoot }) {
    await driver.open(`${city.origin}/report/`);
    await driver.heading('Or choose from the list');
    await page.evaluate(() => {
      for (const details of document.querySelector('citydesk-request-form')?.shadowRoot?.querySelectorAll('details') ??
        []) {
        details.open = true;
      }
    });
    await shoot('form-what-groups-open');
  },

  async errors({ driver, city, shoot }) {
    await driver.open(`${city.origin}/report/potholes/`);
    await driver.heading(headings.where);
    await driver.click('button', 'Continue');
    await driver.heading('There is 1 thing to fix');
    await shoot('form-where-error');
    await driver.fill('Address or place', address);
    await driver.click('button', 'Continue');
    await driver.heading(headings.questions);
    await driver.choose('How big is the hole?', 'I do not know');
    await driver.click('button', 'Continue');
    await driver.heading('There is 1 thing to fix');
    await shoot('form-questions-error');
    await driver.choose('Where in the street is it?', 'Bike lane');
    await driver.click('button', 'Continue');
    await driver.heading(headings.check);
    await driver.click('button', 'Your name and contact');
    await driver.fill('Email', 'ann at example');
    await driver.click('button', 'Send report');
    await driver.heading('There is 1 thing to fix');
    await shoot('form-check-error');
  },

  async down({ driver, city, shoot }) {
    city.fail({ route: 'services', kind: 'error-500' });
    await driver.open(`${city.origin}/report/`);
    await driver.text(/The list did not load/);
    await shoot('form-what-failed');
    city.fail();
  },

  async unsure({ driver, city, shoot }) {
    city.fail({ route: 'post', kind: 'down' });
    await fileAReport(driver, city.origin).catch(() => undefined); // no receipt comes
    await driver.heading('We are finding out if the city has your report');
    await shoot('form-waiting-unknown');
    city.fail();
  },

  async staff({ driver, city, shoot }) {
    const { id } = await fileAReport(driver, city.origin);
    await driver.open(`${city.origin}/staff/`);
    await driver.text(new RegExp(id));
    await shoot('staff-list', 'page');
    await driver.click('link', id);
    await driver.text(/Status/);
    await shoot('staff-request', 'page');
  },
};

/** The walks on which each manner is looked at; the others are seen plain. */
const inAllManners = new Set(['report', 'errors', 'track', 'trackClosed', 'whereMap', 'stopKnown', 'council']);

/** How a page may be seen. */
const manners = {
  plain: async () => {},
  dark: async (page: Page) => {
    // The page decides on dark, not the phone: so the page says so here.
    await page.evaluateOnNewDocument(() =>
      addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('color-scheme', 'dark')),
    );
  },
  forced: async (page: Page) => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  },
} as const;

/**
 * Takes the pictures.
 * @param only Names of walks; all when empty.
 * @returns The exit code: 1 when a screen could not be reached.
 */
export async function look(only: readonly string[] = []): Promise<number> {
  const unknown = only.find((name) => !Object.hasOwn(walks, name));
  if (unknown !== undefined) {
    console.error(`There is no walk ${unknown}. The walks are ${Object.keys(walks).join(', ')}.`);
    return 1;
  }
  if (!(await build())) return 1;
  const folder = path.join(root, '.cache/look');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Each lane has a city and a browser of its own: one walk makes its city misbehave, and each has the focus of its browser.
  const [one, other] = [await openLane(), await openLane()];
  let counts = noCounts;
  try {
    const jobs: Omit<Walking, keyof Lane>[] = [];
    for (const width of [320, 1280]) {
      for (const manner of Object.keys(manners) as readonly (keyof typeof manners)[]) {
        const wanted = Object.keys(walks).filter(
          (name) => (manner === 'plain' || inAllManners.has(name)) && (only.length === 0 || only.includes(name)),
        );
        jobs.push(...wanted.map((name) => ({ name, width, manner, folder })));
      }
    }
    for (const outcome of twoAtOnce(jobs, (job, lane) => walk({ ...job, ...(lane === 0 ? one : other) }))) {
      const ok = await outcome;
      counts = ok ? { ...counts, passed: counts.passed + 1 } : { ...counts, failed: counts.failed + 1 };
    }
  } finally {
    for (const { browser, city } of [one, other]) {
      await browser.close();
      await city.close();
    }
  }
  console.log(`The pictures are in ${path.relative(process.cwd(), folder)}/`);
  console.log(sayCounts(counts));
  return counts.failed > 0 ? 1 : 0;
}

interface Lane {
  readonly city: BuiltCity;
  readonly browser: CityBrowser;
}

async function openLane(): Promise<Lane> {
  return { city: await serveBuiltCity(), browser: await startCityBrowser() };
}

interface Walking extends Lane {
  readonly name: string;
  readonly width: number;
  readonly manner: keyof typeof manners;
  readonly folder: string;
}

async function walk({ name, width, manner, folder, city, browser }: Walking): Promise<boolean> {
  const height = width < 600 ? 720 : 900;
  const { page, driver, close } = await browser.newPage(width, height);
  await manners[manner](page);
  const shoot: Walk['shoot'] = async (picture, what = 'widget') => {
    // A picture is for people to look at: one that a request is still missing from shows that.
    await page.waitForNetworkIdle({ idleTime: 250, timeout: 10_000 }).catch(() => undefined);
    const ending = manner === 'plain' ? '' : `-${manner}`;
    const file: `${string}.png` = `${path.join(folder, `${picture}-${width}${ending}`)}.png`;
    const widget =
      what === 'widget' ? await page.$('citydesk-request-form, citydesk-status-tracker, citydesk-faq-panel') : null;
    await widget?.evaluate(photosHere);
    // A browser draws a long list only where it is looked at, and may find it longer then.
    let seen = height;
    for (let round = 0; widget && round < 3; round += 1) {
      const tall = Math.ceil((await widget.boundingBox())?.height ?? 0);
      if (tall <= seen) break;
      await page.setViewport({ width, height: (seen = tall) });
    }
    await (widget ? widget.screenshot({ path: file }) : page.screenshot({ path: file, fullPage: true }));
    if (seen > height) await page.setViewport({ width, height });
  };
  try {
    await walks[name]?.({ page, driver, city, shoot });
    return true;
  } catch (error) {
    console.error(`✖ ${name} at ${width} px (${manner})`, error);
    return false;
  } finally {
    city.fail();
    await close();
  }
}

/** Photos far down the page are fetched only when they come near: here they are all waited for. */
async function photosHere(widget: Element): Promise<void> {
  for (const image of widget.shadowRoot?.querySelectorAll('img') ?? []) {
    image.loading = 'eager';
    await image.decode().catch(() => undefined);
  }
}
