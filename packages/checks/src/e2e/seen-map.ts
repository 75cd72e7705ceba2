// The map as a resident sees it: opened in the form, and looked at in a picture.

import type { Page } from 'puppeteer-core';
import type { Driver } from '../drive/driver.ts';
import { headings } from './file-a-report.ts';

export interface Picture {
  readonly colours: number;
  /** Each pixel as one number. */
  readonly pixels: readonly number[];
}

/** Opens the map on the screen that asks for the place, and waits until it stands. */
export async function openTheMap(page: Page, driver: Driver): Promise<void> {
  await driver.heading(headings.where);
  await driver.click('button', 'Show a map');
  await page.waitForSelector('citydesk-request-form >>> button[aria-label="Closer"]', { timeout: 30_000 });
  // Gone, when the map stands; said in its place, when it does not work.
  await page.waitForFunction(
    () => !/The map is loading/.test(document.querySelector('citydesk-request-form')?.shadowRoot?.textContent ?? ''),
    { timeout: 30_000 },
  );
}

/**
 * What is drawn, once two pictures are the same.
 * @param within where the map is to be found; in the form, when left out
 */
export async function pictureOfMap(page: Page, within = 'citydesk-request-form >>> '): Promise<Picture> {
  const ground = await page.waitForSelector(`${within}.citydesk-map-ground canvas`);
  if (!ground) throw new Error('There is no map.');
  let before = '';
  for (let look = 0; look < 20; look++) {
    const png = await ground.screenshot({ encoding: 'base64' });
    if (png === before) break;
    before = png;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  return decoded(page, before);
}

/** Read on a page of its own, because the city's page takes no picture from elsewhere. */
async function decoded(page: Page, png: string): Promise<Picture> {
  const reader = await page.browserContext().newPage();
  try {
    const pixels = await reader.evaluate(async (data) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
      context.drawImage(picture, 0, 0);
      return [...new Uint32Array(context.getImageData(0, 0, picture.width, picture.height).data.buffer)];
    }, png);
    return { pixels, colours: new Set(pixels).size };
  } finally {
    await reader.close();
  }
}

/** In how many pixels two pictures differ. */
export const different = (one: Picture, other: Picture): number =>
  one.pixels.filter((pixel, at) => pixel !== other.pixels[at]).length;
