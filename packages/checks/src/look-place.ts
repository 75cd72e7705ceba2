// The walks to the screens that ask where, and to those that come before the details: call now, not ours, known already.

import { openCamera, type Taking } from './e2e/camera.ts';
import { chooseFile } from './e2e/choose-file.ts';
import { headings } from './e2e/file-a-report.ts';
import { openWhere, sendFromCheck } from './e2e/send-from-where.ts';
import { until } from './e2e/until.ts';
import type { Walk, Walks } from './look-walk.ts';

/** 318 Hook Ave. */
const hookAve = { lat: 41.94141, long: -85.6393 };
const pothole = 'Pothole in the street';

export const placeWalks: Walks = {
  async where(walk) {
    const { driver, shoot } = walk;
    await withPhoto(walk, { at: hookAve, isSideways: true }, async (add) => {
      await openWhere(driver, walk.city.origin, pothole);
      await shoot('form-where-start');
      await add();
      await driver.text(/This photo was taken near/);
      await shoot('form-where-photo');
      await driver.click('button', 'Use this place');
      await driver.text(/It is near/);
      await shoot('form-where-photo-place');
    });
    await openWhere(driver, walk.city.origin, pothole);
    await driver.fill('Address or place', 'hook a');
    await until('The list', async () => ((await driver.has('option', 'Hook Ave')) ? true : undefined));
    await shoot('form-where-suggestions');
    await driver.fill('Address or place', 'in front of the library xyz');
    await driver.text(/No address found/);
    await shoot('form-where-no-address');
  },

  async whereMap(walk) {
    const { driver, shoot } = walk;
    await withPhoto(walk, {}, async (add) => {
      await openWhere(driver, walk.city.origin, pothole);
      await add();
      await driver.fill('Address or place', '318 spr');
      await driver.click('option', '318 Spring St');
      await driver.click('button', 'Show a map');
      await until('The map', async () => ((await driver.has('button', 'Move up')) ? true : undefined));
      await shoot('form-where-map');
      await driver.click('button', 'Move right');
      await driver.text(/The cross is at/);
      await shoot('form-where-map-moved');
    });
  },

  async whereLocated(walk) {
    const { driver, city, shoot } = walk;
    await openWhere(driver, city.origin, 'Street light out');
    await isAt(walk, 12);
    await driver.click('button', 'Use my location');
    await driver.text(/You are near/);
    await shoot('form-where-located');
    await isAt(walk, 400);
    await driver.open('about:blank');
    await openWhere(driver, city.origin, 'Street light out');
    await driver.click('button', 'Use my location');
    await driver.text(/We only know where you are within/);
    await shoot('form-where-located-roughly');
  },

  async stopUrgent({ driver, city, shoot }) {
    await driver.open(`${city.origin}/report/`);
    await driver.heading('Or choose from the list');
    await driver.fill('Say it in your own words', 'I smell gas');
    await driver.heading('Stop. Call 911 now.');
    await shoot('form-stop-urgent');
  },

  async stopKnown(walk) {
    const { driver, shoot } = walk;
    await potholeAt(walk, '318 Spring St');
    await driver.heading('Is it one of these?');
    await shoot('form-stop-known');
    await driver.click('button', 'Follow this one');
    await driver.heading('You follow report');
    await shoot('form-stop-followed');
  },

  async stopCounty(walk) {
    const { driver, shoot } = walk;
    await potholeAt(walk, '318 Constantine St');
    await driver.heading('St. Joseph County Roads takes care of this');
    await shoot('form-stop-county');
    await driver.click('button', 'Go on here');
    await driver.heading(headings.questions);
    await driver.choose('What is wrong with the road?', 'There is a hole');
    await shoot('form-county-questions');
    await driver.click('button', 'Continue');
    await driver.heading(headings.check);
    await shoot('form-county-check');
    await sendFromCheck(driver, 'St. Joseph County Roads has your report');
    await shoot('form-county-receipt');
  },
};

/** Gives what adds a photo to the form that is open by then. */
async function withPhoto(
  { page, driver, city }: Walk,
  taking: Taking,
  walk: (add: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const camera = await openCamera({ page }, city.origin);
  try {
    const photo = await camera.take(taking);
    await walk(async () => {
      await chooseFile(page, photo, () => driver.click('button', 'Take or choose a photo'));
      await driver.text(/Ready\. Hidden details/);
    });
  } finally {
    camera.close();
  }
}

/** Puts the device at 318 Hook Ave. */
async function isAt({ page, city }: Walk, accuracy: number): Promise<void> {
  const permission = { permission: { name: 'geolocation' }, state: 'granted' } as const;
  await page.browserContext().setPermission(city.origin, permission);
  await page.setGeolocation({ latitude: hookAve.lat, longitude: hookAve.long, accuracy });
}

/** What is known around the address is known before the resident goes on. */
async function potholeAt({ page, driver, city }: Walk, address: string): Promise<void> {
  await openWhere(driver, city.origin, pothole);
  await driver.fill('Address or place', address.slice(0, 7));
  await driver.click('option', address);
  await page.waitForNetworkIdle();
  await driver.click('button', 'Continue');
}
