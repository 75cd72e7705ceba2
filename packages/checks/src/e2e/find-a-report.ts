// A resident's way down the city's home page to the tracker, and from the field for the number to the report, written once and walked in
// every browser.

import type { Driver } from '../drive/driver.ts';

/** Opens the city's home page, and goes down to the tracker. */
export async function openTracker(driver: Driver, origin: string): Promise<void> {
  await driver.open(`${origin}/`);
  await driver.scrollTo('citydesk-status-tracker');
}

/** Looks a report up by its number, on the page that is open; waits until what happened to it stands there. */
export async function findAReport(driver: Driver, id: string): Promise<void> {
  await driver.heading('Follow a report');
  await driver.fill('Report number', id);
  await driver.click('button', 'Find report');
  await driver.heading('What happened so far');
  await driver.text(new RegExp(`Report number\\s+${id}`));
}
