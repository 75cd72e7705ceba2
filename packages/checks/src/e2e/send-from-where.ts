// From the screen that asks where to the receipt, for reports whose place is said and whose service asks nothing.

import type { Driver } from '../drive/driver.ts';
import { headings } from './file-a-report.ts';
import { until } from './until.ts';

/** Opens the form and chooses a service by its name; ends on the screen that asks where, when it can search addresses. */
export async function openWhere(driver: Driver, origin: string, service = quietService): Promise<void> {
  await driver.open(`${origin}/report/`);
  await driver.heading('Or choose from the list');
  await driver.fill('Say it in your own words', service);
  await driver.click('button', service);
  await driver.heading(headings.where);
  await until('The address search', async () =>
    (await driver.has('combobox', 'Address or place')) ? true : undefined,
  );
}

/** A service that asks nothing, and whose reports are never taken for the same as another's. */
const quietService = 'Missed recycling pick-up';

/** @returns the number on the receipt */
export async function sendFromWhere(driver: Driver): Promise<string> {
  await driver.click('button', 'Continue');
  return sendFromCheck(driver);
}

/** @param receipt the heading it has, where somebody else has the report */
export async function sendFromCheck(driver: Driver, receipt: string = headings.receipt): Promise<string> {
  await driver.heading(headings.check);
  await driver.click('button', 'Send report');
  await driver.heading(receipt);
  const [, id = ''] = await driver.text(/Report number\s+(\S+)/);
  return id;
}
