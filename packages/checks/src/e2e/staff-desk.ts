// A clerk's way on the staff desk: opens a report, changes it with its form, saves.

import path from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import type { CityPage } from './city-browser.ts';
import { root } from '../workspace.ts';

/** A picture that is no one's: the demo city's own. */
export const photoOfWork = path.join(root, 'examples/city-page/images/street-800.webp');

export interface DeskChange {
  readonly status: 'Received' | 'In progress' | 'Closed';
  readonly note: string;
  /** Path of a photo of the work. */
  readonly photo?: string;
}

export async function changeOnDesk(
  { page, driver }: CityPage,
  origin: string,
  id: string,
  change: DeskChange,
): Promise<void> {
  await driver.open(`${origin}/staff/`);
  await driver.click('link', id);
  await driver.heading('What you do');
  await driver.choose('Status', change.status);
  await driver.fill('Note', change.note);
  if (change.photo) {
    const field = await page.$('input[type="file"]');
    if (!field) throw new Error('The staff desk has no field for a photo.');
    await (field as ElementHandle<HTMLInputElement>).uploadFile(change.photo);
  }
  await driver.click('button', 'Save');
  await driver.text(/Saved\./);
}
