import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { orientationOf, photoHeader, takenAt } from '@citydesk/core/photo';
import type { Point } from '@citydesk/core/request';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import { openCamera, type Camera } from './camera.ts';
import { chooseFile } from './choose-file.ts';
import type { CityBrowser } from './city-browser.ts';
import { headings } from './file-a-report.ts';
import { metresBetween } from './metres-between.ts';
import { quietPage, startCutOffBrowser, type QuietPage } from './quiet-page.ts';
import { openWhere, sendFromCheck, sendFromWhere } from './send-from-where.ts';

/** 318 Hook Ave, around which nothing is open. */
const hookAve: Point = { lat: 41.94141, long: -85.6393 };

describe('what the form asks first, on the city page with no other machine in reach', () => {
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

  /** A pothole, and its address from the list; whatever is known around it is known before the resident goes on. */
  async function potholeAt({ driver, page }: QuietPage, address: string): Promise<void> {
    await openWhere(driver, city.origin, 'Pothole in the street');
    await driver.fill('Address or place', address.slice(0, 7));
    await driver.click('option', address);
    await page.waitForNetworkIdle();
    await driver.click('button', 'Continue');
  }

  it('takes a sideways photo, offers the place that is in it, and sends it upright and bare', () =>
    walks(async ({ driver, page }) => {
      await openWhere(driver, city.origin);
      const photo = await camera.take({ isSideways: true, at: hookAve });
      await chooseFile(page, photo, () => driver.click('button', 'Take or choose a photo'));
      await driver.text(/This photo was taken near \d+ Hook Ave/);
      await driver.click('button', 'Use this place');
      await driver.text(/It is near \d+ Hook Ave/);
      const id = await sendFromWhere(driver);

      const { lat, long, address } = city.row(id) ?? {};
      assert.ok(typeof lat === 'number' && typeof long === 'number');
      assert.ok(metresBetween({ lat, long }, hookAve) < 5);
      assert.match(address ?? '', /^\d+ Hook Ave/);
      const [kept] = city.photos(id);
      assert.ok(kept);
      assert.deepEqual(photoHeader(kept.bytes), { kind: 'jpeg', width: 1200, height: 800 });
      assert.equal(takenAt(kept.bytes), undefined);
      assert.equal(orientationOf(kept.bytes), 1);
      const { upright, upsideDown } = await camera.difference(kept.bytes);
      assert.ok(upright < 4 && upsideDown > 3 * upright, `${upright} upright, ${upsideDown} upside down`);
    }));

  it('lets a resident follow one of them in place of reporting it again, and the desk counts who does', () =>
    walks(async (quiet) => {
      const { driver, page } = quiet;
      await potholeAt(quiet, '318 Spring St');
      await driver.heading('Is it one of these?');
      const told = page.waitForResponse((answer) => answer.url().endsWith('/servicerequestupdates.json'));
      await driver.click('button', 'Follow this one');
      const [, number = ''] = await driver.text(/You follow report (\S+)/);
      assert.ok((await told).ok());
      assert.deepEqual(
        city.row(number)?.answers.map(({ question, answer }) => [question, answer]),
        [['same', 'yes']],
      );
      await driver.click('link', `See what happens with report ${number}`);
      await driver.text(new RegExp(`Report number\\s+${number}\\s+Pothole in the street`));

      await driver.open(`${city.origin}/staff/?sort=followed`);
      await driver.text(/1 person follows this/);
      const first = await page.$$eval('a[href*="/staff/requests/"]', ([link]) => link?.getAttribute('href'));
      assert.equal(first, `/staff/requests/${number}`);
    }));

  it('shows the neighbors’ reports of the same pothole, and goes on with one that is different', () =>
    walks(async (quiet) => {
      const { driver, page } = quiet;
      await potholeAt(quiet, '318 Spring St');
      await driver.heading('Is it one of these?');
      await driver.text(/Others told the city about 2 problems like this nearby/);
      await driver.text(/(7\d|8\d) (feet|ft) away[^]*1[456]\d (feet|ft) away/);
      const photos = await page.$$eval('citydesk-request-form >>> .known-one img', async (images) => {
        await Promise.all(images.map((image) => image.decode()));
        return images.length;
      });
      assert.equal(photos, 1);
      await driver.click('button', 'Mine is different');

      await driver.heading(headings.questions);
      await driver.choose('How big is the hole?', 'Bigger than a car tire');
      await driver.choose('Where in the street is it?', 'Where cars drive');
      await driver.click('button', 'Continue');
      const id = await sendFromCheck(driver);
      assert.equal(city.row(id)?.address, '318 Spring St');
    }));

  it('hands a county road to the county: its questions, its number, its name on the receipt', () =>
    walks(async (quiet) => {
      const { driver } = quiet;
      const before = await numbersAt('/open311/v2/');
      await potholeAt(quiet, '318 Constantine St');
      await driver.heading('St. Joseph County Roads takes care of this');
      assert.match(await driver.linkTo('269-555-0177'), /^tel:/);
      await driver.click('button', 'Go on here');
      await driver.heading(headings.questions);
      await driver.choose('What is wrong with the road?', 'There is a hole');
      await driver.click('button', 'Continue');
      const id = await sendFromCheck(driver, 'St. Joseph County Roads has your report');

      assert.match(id, /^C\d\d-\d+$/);
      const row = city.countyRow(id);
      assert.equal(row?.serviceCode, 'road_surface');
      assert.equal(row.address, '318 Constantine St');
      assert.deepEqual(await numbersAt('/open311/v2/'), before);
      assert.ok((await numbersAt('/county/open311/v2/')).includes(id));
      assert.match(await driver.linkTo('Follow this report'), new RegExp(`/county/#citydesk:request=${id}$`));
      await driver.click('link', 'Follow this report');
      await driver.text(new RegExp(`Report number\\s+${id}\\s+Road surface damage`));
    }));

  it('hands it back to the city, once the place is a street of the city', () =>
    walks(async (quiet) => {
      const { driver, page } = quiet;
      const before = await numbersAt('/county/open311/v2/');
      await potholeAt(quiet, '318 Constantine St');
      await driver.heading('St. Joseph County Roads takes care of this');
      await driver.click('button', 'Go on here');
      await driver.heading(headings.questions);
      await driver.choose('What is wrong with the road?', 'There is a hole');
      await driver.click('button', 'Back');
      await driver.heading(headings.where);
      await driver.fill('Address or place', '318 hook');
      await driver.click('option', '318 Hook Ave');
      await page.waitForNetworkIdle();
      await driver.click('button', 'Continue');
      await driver.heading(headings.questions);
      await driver.choose('How big is the hole?', 'Bigger than a car tire');
      await driver.choose('Where in the street is it?', 'Where cars drive');
      await driver.click('button', 'Continue');
      const id = await sendFromCheck(driver);
      assert.equal(city.row(id)?.serviceCode, 'pothole');
      assert.equal(city.row(id)?.address, '318 Hook Ave');
      assert.deepEqual(await numbersAt('/county/open311/v2/'), before);
    }));

  it('sends a smell of gas to 911 before anything else, and goes on where nobody is in danger', () =>
    walks(async ({ driver }) => {
      await driver.open(`${city.origin}/report/`);
      await driver.heading('Or choose from the list');
      await driver.fill('Say it in your own words', 'I smell gas');
      await driver.heading('Stop. Call 911 now.');
      await driver.text(/Go outside first\. Then call from there\./);
      assert.equal(await driver.linkTo('Call 911'), 'tel:911');
      assert.ok(!(await driver.has('textbox', 'Say it in your own words')), 'nothing of the form stands beside it');

      await driver.click('button', 'Nobody is in danger');
      await driver.heading(headings.what);
      await driver.click('button', 'Tap water color');
      await driver.heading(headings.where);
      await driver.fill('Tell us more', 'I smell gas at night');
      await driver.fill('Address or place', 'behind the library');
      const id = await sendFromWhere(driver);
      assert.match(city.row(id)?.description ?? '', /^I smell gas at night\s+\(Reference CD-\S+\)$/);
    }));

  /** All numbers that a body lists. */
  async function numbersAt(base: string): Promise<readonly string[]> {
    const answer = await fetch(`${city.origin}${base}requests.json`);
    const rows = (await answer.json()) as readonly { readonly service_request_id: string }[];
    return rows.map((row) => row.service_request_id);
  }
});
