// The pages behind a department's links and the mail that leads there, before axe and on a narrow phone, walked with nothing but what they show.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { simpleParser } from 'mailparser';
import type { Page } from 'puppeteer-core';
import { startCityBrowser, type CityBrowser, type CityPage } from '../e2e/city-browser.ts';
import { until } from '../e2e/until.ts';
import { axeOn } from '../examples/axe-on.ts';
import { openInboxTown, sendReport, type InboxTown } from './inbox-town.ts';

const long = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(8);

for (const width of [320, 1280]) {
  describe(`a department at ${width} px`, () => {
    let town: InboxTown;
    let browser: CityBrowser;
    let tab: CityPage;
    let page: Page;
    before(async () => {
      town = await openInboxTown();
      browser = await startCityBrowser();
      tab = await browser.newPage(width, 700);
      ({ page } = tab);
    });
    after(async () => {
      await tab?.close();
      await browser?.close();
      await town?.close();
    });

    /** The mail about a new report. */
    const mail = async (service = 'pothole') => {
      const sent = town.mails.length;
      const place = { lat: '41.94', long: '-85.63', address_string: long };
      const fields = { description: long, email: 'jane@example.com', phone: '269-555-0142' };
      const { status, said } = await sendReport(town.url, { service_code: service, ...place, ...fields });
      assert.equal(status, 200, said);
      const [id = ''] = /\d{2}-\d{5}/.exec(said) ?? [];
      // One about an earlier report may still be on its way to somebody else.
      const parsed = await until('the mail', async () => {
        for (const { raw } of town.mails.slice(sent)) {
          const one = await simpleParser(raw, { keepCidLinks: true });
          if (one.subject?.includes(`(${id})`)) return one;
        }
        return undefined;
      });
      const link = (name: string): string => new RegExp(`^${name}:\n(\\S+)`, 'm').exec(parsed.text ?? '')![1]!;
      return { html: parsed.html || '', link };
    };
    const isFine = async (what: string): Promise<void> => {
      assert.deepEqual(await axeOn(page), [], what);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, what);
      assert.equal(await page.evaluate(() => document.querySelectorAll('h1').length), 1, what);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('a:not(.skip), summary, button, input:not([type=hidden]), select, textarea')]
          .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 43.5)
          .map(({ outerHTML }) => outerHTML),
      );
      assert.deepEqual(small, [], what);
    };
    const press = async (): Promise<void> => {
      await Promise.all([page.waitForNavigation(), page.click('details[open] button')]);
    };
    const text = (): Promise<string> => page.evaluate(() => document.body.innerText);

    it('reads its mail', async () => {
      const { html } = await mail();
      await page.setContent(html);
      assert.deepEqual(await axeOn(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    });

    it('starts, forgets to choose, passes it on, and sees where it went', async () => {
      const { link } = await mail();
      await page.goto(link('Started'));
      await isFine('the page of a new report');
      await page.type('#started-note', 'A crew comes.');
      await press();
      assert.match(await text(), /Saved\. The public can see it now\./);
      await isFine('saved');
      await page.goto(link('Not ours'));
      await isFine('not ours');
      await page.type('#not-ours-why', 'It is a park.');
      await press();
      await isFine('a mistake');
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'problem');
      await page.click('.problem a');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'not-ours-to');
      assert.equal(await page.$eval('#not-ours-why', (field) => (field as HTMLTextAreaElement).value), 'It is a park.');
      await page.select('#not-ours-to', 'clerk');
      await press();
      assert.match(await text(), /This is with Town Clerk now/);
      await isFine('passed on');
    });

    it('closes it, and presses the button again', async () => {
      const { link } = await mail();
      await page.goto(link('Done'));
      await press();
      await isFine('closed');
      await page.goto(link('Done'));
      await page.evaluate(() => document.querySelector<HTMLInputElement>('[name=seen]')!.setAttribute('value', '1'));
      await press();
      assert.match(await text(), /This was saved already: Closed/);
      await isFine('closed before');
    });

    it('reads what is private, and what is no link at all', async () => {
      const { link } = await mail('tree');
      await page.goto(link('Done'));
      assert.match(await text(), /It is private\./);
      await isFine('private');
      await page.goto(`${town.url}do/forged`);
      await isFine('forged');
    });
  });
}
