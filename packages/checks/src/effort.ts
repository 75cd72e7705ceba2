// `npm run effort`: how many taps and characters a report takes on a phone, three ways, from the first screen to the receipt. Each is held.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Point } from '@citydesk/core/request';
import { noCounts, sayCounts } from './counts.ts';
import { build } from './demo/build.ts';
import { site } from './demo/site.ts';
import { effortOf, type Way } from './effort-ways.ts';
import { serveBuiltCity } from './e2e/built-city.ts';
import { openCamera } from './e2e/camera.ts';
import { startCityBrowser } from './e2e/city-browser.ts';

/** 318 Hook Ave, around which nothing is open. */
const place: Point = { lat: 41.94141, long: -85.6393 };

const ways: readonly Way[] = [
  {
    name: 'photo and the device’s location',
    most: { taps: 5, characters: 0 },
    photo: {},
    device: place,
    async say(driver) {
      await driver.click('button', 'Use my location');
      await driver.text(/You are near [^,]+, give or take/);
    },
  },
  {
    name: 'photo with its own place',
    most: { taps: 4, characters: 0 },
    photo: { at: place },
    async say(driver) {
      await driver.click('button', 'Use this place');
      await driver.text(/It is near \d+ \w+/);
    },
  },
  {
    name: 'typed address, and a photo',
    most: { taps: 8, characters: 6 },
    photo: {},
    async say(driver) {
      await driver.fill('Address or place', '318 ho');
      await driver.click('option', '318 Hook Ave');
    },
  },
];

/** Counts and prints. @returns the exit code: 1 when a way takes more than it may, or leads to no right report */
export async function effort(): Promise<number> {
  if (!(await build())) return 1;
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-effort-'));
  withOnePage(folder);
  const city = await serveBuiltCity(undefined, folder);
  const browser = await startCityBrowser();
  const camera = await openCamera(await browser.newPage(), city.origin);
  let counts = noCounts;
  try {
    console.log('From the first screen to the receipt, on a service without questions, with the review, on a phone:');
    for (const way of ways) {
      try {
        const { taps, characters } = await effortOf(way, { city, browser, place, photo: await camera.take(way.photo) });
        const isHeld = taps <= way.most.taps && characters <= way.most.characters;
        console.log(
          `${isHeld ? '✓' : '✖'} ${way.name}: ${taps} taps (at most ${way.most.taps}), ` +
            `${characters} characters (at most ${way.most.characters})`,
        );
        counts = { ...counts, [isHeld ? 'passed' : 'failed']: counts[isHeld ? 'passed' : 'failed'] + 1 };
      } catch (error) {
        console.error(`✖ ${way.name}`, error);
        counts = { ...counts, failed: counts.failed + 1 };
      }
    }
  } finally {
    camera.close();
    await browser.close();
    await city.close();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(sayCounts(counts));
  return counts.failed > 0 ? 1 : 0;
}

/** The built site, and beside it a page that presets nothing but the service: one that asks no questions. */
function withOnePage(folder: string): void {
  cpSync(site, folder, { recursive: true });
  const page = readFileSync(path.join(site, 'report/index.html'), 'utf8').replace(
    /<main[\s\S]*<\/main>/,
    `<main id="content"><div class="wrap">
      <h1>Report graffiti</h1>
      <citydesk-request-form service-code="graffiti"></citydesk-request-form>
    </div></main>`,
  );
  mkdirSync(path.join(folder, 'report/graffiti'));
  writeFileSync(path.join(folder, 'report/graffiti/index.html'), page);
}
