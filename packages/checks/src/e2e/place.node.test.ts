import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Point } from '@citydesk/core/request';
import type { CitydeskRequestForm } from '@citydesk/elements';
import { keyboardOf } from '../drive/keyboard.ts';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import { openCamera, type Camera } from './camera.ts';
import { chooseFile } from './choose-file.ts';
import type { CityBrowser } from './city-browser.ts';
import { headings } from './file-a-report.ts';
import { metresBetween } from './metres-between.ts';
import { quietPage, startCutOffBrowser, type QuietPage } from './quiet-page.ts';
import { openWhere, sendFromWhere } from './send-from-where.ts';
import { until } from './until.ts';

/** 318 Hook Ave. */
const hookAve: Point = { lat: 41.94141, long: -85.6393 };
/** Where the map of the demo city opens. */
const center: Point = { lat: 41.944, long: -85.6328 };

/** All that is fetched for the map alone. */
const isOfMap = (path: string) => /maplibre|pmtiles|worker|\/map[-/]/i.test(path);

/** The longitude in the report as it stands. */
const longOf = (page: Page) =>
  page.$eval('citydesk-request-form', (form) => (form as CitydeskRequestForm).draft.place.point?.long ?? NaN);

describe('where it is, told on the city page with no other machine in reach', () => {
  let city: BuiltCity;
  let browser: CityBrowser;
  let camera: Camera;
  before(async () => {
    city = await serveBuiltCity();
    browser = await startCutOffBrowser();
    camera = await openCamera(await browser.newPage(), city.origin);
  });
  after(async () => {
    camera?.close();
    await browser?.close();
    await city?.close();
  });

  /** A walk on a page of its own, after which nothing may be complained of. */
  async function walks(walk: (page: QuietPage) => Promise<void>): Promise<void> {
    const quiet = await quietPage(browser, city.origin);
    try {
      await walk(quiet);
      await quiet.page.waitForNetworkIdle();
      assert.deepEqual(quiet.complaints, []);
    } finally {
      await quiet.close();
    }
  }

  const pointOf = (id: string): Point => {
    const { lat, long } = city.row(id) ?? {};
    assert.ok(typeof lat === 'number' && typeof long === 'number', `report ${id} has a point`);
    return { lat, long };
  };

  async function isAt({ page }: QuietPage, { lat, long }: Point, accuracy = 12): Promise<void> {
    const permission = { permission: { name: 'geolocation' }, state: 'granted' } as const;
    await page.browserContext().setPermission(city.origin, permission);
    await page.setGeolocation({ latitude: lat, longitude: long, accuracy });
  }

  it('by the map, moved by its buttons alone', () =>
    walks(async ({ driver, asked }) => {
      await openWhere(driver, city.origin);
      await driver.click('button', 'Show a map');
      for (const way of ['Closer', 'Move right', 'Move right', 'Move up']) await driver.click('button', way);
      const [, address = ''] = await driver.text(/The cross is at ([^\n]+)\./);
      const id = await sendFromWhere(driver);
      const { lat, long } = pointOf(id);
      assert.ok(lat > center.lat && long > center.long, `${lat}, ${long} is up and to the right`);
      assert.ok(metresBetween({ lat, long }, center) < 1500);
      assert.equal(city.row(id)?.address, address);
      assert.ok(asked.filter(isOfMap).length >= 4, `the map came: ${asked.filter(isOfMap).join(', ')}`);
    }));

  it('by an address from the list', () =>
    walks(async ({ driver }) => {
      await openWhere(driver, city.origin);
      await driver.fill('Address or place', '318 ho');
      await driver.click('option', '318 Hook Ave');
      const id = await sendFromWhere(driver);
      assert.ok(metresBetween(pointOf(id), hookAve) < 5);
      assert.equal(city.row(id)?.address, '318 Hook Ave');
    }));

  it('by an address that was typed before the search had come', () =>
    walks(async ({ driver, page }) => {
      let letCome = () => {};
      const typed = new Promise<void>((resolve) => (letCome = resolve));
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (/\/place-part-/.test(request.url())) void typed.then(() => request.continue());
        else void request.continue();
      });
      await driver.open(`${city.origin}/report/potholes/`);
      await driver.heading(headings.where);
      await driver.fill('Address or place', '318 ho');
      letCome();
      await driver.click('option', '318 Hook Ave');
      const chosen = await page.$eval(
        'citydesk-request-form',
        (form) => (form as CitydeskRequestForm).draft.place.address,
      );
      assert.equal(chosen, '318 Hook Ave');
    }));

  it('by the device’s location', () =>
    walks(async (quiet) => {
      const { driver } = quiet;
      await isAt(quiet, hookAve);
      await openWhere(driver, city.origin);
      await driver.click('button', 'Use my location');
      await driver.text(/You are near [^\n]+, give or take \d+ (feet|ft)/);
      const id = await sendFromWhere(driver);
      assert.ok(metresBetween(pointOf(id), hookAve) < 5);
      assert.match(city.row(id)?.address ?? '', /Hook Ave/);
    }));

  it('by words alone', () =>
    walks(async ({ driver }) => {
      await openWhere(driver, city.origin);
      await driver.fill('Address or place', 'in front of the library');
      const id = await sendFromWhere(driver);
      const { address, lat, long } = city.row(id) ?? {};
      assert.deepEqual({ address, lat, long }, { address: 'in front of the library', lat: null, long: null });
    }));

  it('with not a byte of the map, until it is opened', () =>
    walks(async (quiet) => {
      const { driver, page, asked } = quiet;
      await isAt(quiet, hookAve);
      await openWhere(driver, city.origin);
      await driver.fill('Address or place', '318 ho');
      await driver.click('option', '318 Hook Ave');
      await driver.click('button', 'Use my location');
      await driver.text(/You are near/);
      await page.waitForNetworkIdle();
      assert.deepEqual(asked.filter(isOfMap), []);
      await driver.click('button', 'Show a map');
      await until('The map', async () => ((await driver.has('button', 'Move up')) ? true : undefined));
      await page.waitForNetworkIdle();
      const came = asked.filter(isOfMap);
      for (const part of [/map-fold/, /style\.json$/, /\.pmtiles$/, /worker/])
        assert.ok(
          came.some((path) => part.test(path)),
          `${part} is among ${came.join(', ')}`,
        );
    }));

  it('by keyboard alone: photo, location, address, map and words', () =>
    walks(async (quiet) => {
      const { driver, page } = quiet;
      await isAt(quiet, center);
      await openWhere(driver, city.origin);
      const keys = keyboardOf(page);
      await keys.restsOn(headings.where);

      await keys.tabTo('button', 'Take or choose a photo');
      await chooseFile(page, await camera.take(), () => keys.press('Enter'));
      await driver.text(/Ready\. Hidden details/);
      await keys.tabTo('button', 'Add another photo');

      await keys.tabTo('button', 'Use my location');
      await keys.press('Enter');
      await driver.text(/You are near/);

      await keys.tabTo('button', 'Show a map');
      await keys.press('Enter');
      await until('The map', async () => ((await driver.has('button', 'Move up')) ? true : undefined));
      await keys.tabTo('application', 'Map. The arrow keys');
      await keys.press('ArrowUp');
      await keys.press('ArrowRight');
      await driver.text(/You moved the map\. The address is now/);
      const moved = await longOf(page);
      assert.ok(moved > center.long);
      await keys.tabTo('button', 'Move right');
      await keys.press('Space');
      await until('A place farther to the right', async () => ((await longOf(page)) > moved ? true : undefined));

      // Tab leads out of the map, and round to the field.
      await keys.tabTo('textbox', 'Tell us more');
      await keys.type('The blue bin');
      await page.keyboard.down('Shift');
      await keys.tabTo('textbox', 'Address or place');
      await page.keyboard.up('Shift');
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await keys.type('318 ho');
      await until('The list', async () => ((await driver.has('option', '318 Hook Ave')) ? true : undefined));
      await keys.press('ArrowDown');
      await keys.press('Enter');
      await keys.tabTo('button', 'Continue');
      await keys.press('Enter');
      await keys.restsOn(headings.check);
      await keys.tabTo('button', 'Send report');
      await keys.press('Enter');
      await keys.restsOn(headings.receipt);
      const [, id = ''] = await driver.text(/Report number\s+(\S+)/);
      const { address, description } = city.row(id) ?? {};
      assert.equal(address, '318 Hook Ave');
      assert.match(description ?? '', /^The blue bin\s+\(Reference CD-\S+\)$/);
      assert.ok(metresBetween(pointOf(id), hookAve) < 5);
      assert.equal(city.photos(id).length, 1);
    }));
});
