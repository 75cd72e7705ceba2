// One resident's way from the page to the receipt, written once and walked in every browser.

import type { Driver } from '../drive/driver.ts';

/** A place that is on the map of the demo city. */
export const address = '318 Hoffman St';

/** The screens in order, each as the heading it begins with. */
export const headings = {
  what: 'What is the problem?',
  where: 'Show us where it is',
  questions: 'A few questions',
  check: 'Check and send',
  receipt: 'The city has your report',
} as const;

/** Called on each screen when it stands, before anything is done on it. */
export type Watcher = (screen: keyof typeof headings) => Promise<void>;

/**
 * Reports a pothole by typed words and a typed address.
 * @param watch Told of each screen, for tests that look at all of them.
 * @param page Where it begins: on the page for everything, or on the one that has chosen the service.
 * @returns The number on the receipt.
 */
export async function fileAReport(
  driver: Driver,
  origin: string,
  watch: Watcher = async () => {},
  page: '/report/' | '/report/potholes/' = '/report/',
): Promise<{ readonly id: string }> {
  await driver.open(`${origin}${page}`);
  if (page === '/report/') {
    await driver.heading(headings.what);
    await watch('what');
    await driver.fill('Say it in your own words', 'pot hole');
    await driver.click('button', 'Pothole in the street');
  }

  await driver.heading(headings.where);
  await watch('where');
  await driver.fill('Address or place', address);
  await driver.click('button', 'Continue');

  await driver.heading(headings.questions);
  await driver.has('group', 'How big is the hole?');
  await watch('questions');
  await driver.choose('How big is the hole?', 'Bigger than a car tire');
  await driver.choose('Where in the street is it?', 'Where cars drive');
  await driver.click('button', 'Continue');

  await driver.heading(headings.check);
  await watch('check');
  await driver.click('button', 'Send report');

  await driver.heading(headings.receipt);
  await watch('receipt');
  const [, id = ''] = await driver.text(/Report number\s+(\S+)/);
  return { id };
}
