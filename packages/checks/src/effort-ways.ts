// One way through the form, walked with a finger, and what came of it at the city.

import assert from 'node:assert/strict';
import type { ElementHandle, Page } from 'puppeteer-core';
import { photoHeader, takenAt } from '@citydesk/core/photo';
import type { Point } from '@citydesk/core/request';
import { drive } from './drive/drive.ts';
import type { Driver, Engine } from './drive/driver.ts';
import { engineOf } from './drive/puppeteer-engine.ts';
import { countEffort, type Effort } from './effort-counter.ts';
import type { BuiltCity } from './e2e/built-city.ts';
import type { Taking } from './e2e/camera.ts';
import type { CityBrowser } from './e2e/city-browser.ts';
import { chooseFile } from './e2e/choose-file.ts';
import { headings } from './e2e/file-a-report.ts';
import { metresBetween } from './e2e/metres-between.ts';

export interface Way {
  readonly name: string;
  readonly most: Effort;
  readonly photo: Taking;
  /** Where the device is; its location is off when left out. */
  readonly device?: Point;
  /** Says where it is, with the photo added. */
  say(driver: Driver): Promise<void>;
}

export interface Around {
  readonly city: BuiltCity;
  readonly browser: CityBrowser;
  /** Where the report is to be. */
  readonly place: Point;
  /** The file of the photo. */
  readonly photo: string;
}

/** @throws Error when there is no receipt, or the city has not what was meant */
export async function effortOf(way: Way, { city, browser, place, photo }: Around): Promise<Effort> {
  const { page, close } = await browser.newPage();
  try {
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
    if (way.device) {
      await page.browserContext().setPermission(city.origin, {
        permission: { name: 'geolocation' },
        state: 'granted',
      });
      await page.setGeolocation({ latitude: way.device.lat, longitude: way.device.long, accuracy: 12 });
    }
    const effort = await countEffort(page);
    const driver = drive(fingerOn(page));
    await driver.open(`${city.origin}/report/graffiti/`);
    await driver.heading(headings.where);

    await chooseFile(page, photo, () => driver.click('button', 'Take or choose a photo'));
    await driver.text(/Ready\. Hidden details/);
    await way.say(driver);
    await driver.click('button', 'Continue');
    await driver.heading(headings.check);
    await driver.click('button', 'Send report');
    await driver.heading(headings.receipt);
    const [, id = ''] = await driver.text(/Report number\s+(\S+)/);
    holds(city, id, place);
    return effort();
  } finally {
    await close();
  }
}

/** The city has the report, at its place, with its photo. */
function holds(city: BuiltCity, id: string, place: Point): void {
  const row = city.row(id);
  assert.equal(row?.serviceCode, 'graffiti', `${id} at the city`);
  assert.ok(row.lat !== null && row.long !== null, `${id} has a point`);
  const away = metresBetween({ lat: row.lat, long: row.long }, place);
  assert.ok(away <= 50, `${id} is ${away.toFixed()} m away`);
  const [photo, ...more] = city.photos(id);
  assert.ok(photo && more.length === 0, `${id} has one photo`);
  assert.equal(photoHeader(photo.bytes)?.kind, 'jpeg');
  assert.equal(takenAt(photo.bytes), undefined, 'the photo does not say where it was taken');
}

/** A page that is pressed with a finger. What is typed into a field comes after what stands there. */
function fingerOn(page: Page): Engine<ElementHandle> {
  return {
    ...engineOf(page),
    press: (handle) => handle.tap(),
    async type(handle, text) {
      await handle.tap();
      await page.keyboard.type(text);
    },
  };
}
