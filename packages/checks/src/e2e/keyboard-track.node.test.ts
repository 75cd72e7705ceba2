import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { keyboardOf, type Keyboard } from '../drive/keyboard.ts';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { isExpected, reportLike } from './city-reports.ts';

describe('a resident who follows a report with only a keyboard', () => {
  let city: BuiltCity;
  let browser: CityBrowser;
  before(async () => {
    city = await serveBuiltCity();
    browser = await startCityBrowser();
  });
  after(async () => {
    await browser?.close();
    await city?.close();
  });

  /** Presses Tab from where focus is until it comes to such a thing; all on the way is seen, and never the bare page. */
  async function tabSeen(keys: Keyboard, role: Parameters<Keyboard['tabTo']>[0], name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      const now = await keys.focused();
      assert.notEqual(now.role + now.name, '', 'focus is on the page itself');
      assert.ok(now.isSeen, `nothing shows focus on the ${now.role} “${now.name}”`);
      if (now.role === role && now.name.startsWith(name)) return;
      await keys.press('Tab');
    }
    throw new Error(`Tab does not reach the ${role} “${name}”.`);
  }

  it('finds it by its number, and is told in the field when there is none', async () => {
    const { service_request_id: id } = await reportLike(city.origin, isExpected);
    const { page, driver, close } = await browser.newPage();
    await driver.open(`${city.origin}/`);
    await driver.heading('Follow a report');
    const keys = keyboardOf(page);
    await keys.tabTo('textbox', 'Report number');
    await keys.press('Enter');
    await driver.text(/Write the number of your report/);
    await keys.comesTo('textbox', 'Report number');
    await tabSeen(keys, 'textbox', 'Report number');

    await keys.type('26-99999');
    await keys.press('Enter');
    await driver.text(/We found no report with the number/);
    await keys.comesTo('textbox', 'Report number');
    await tabSeen(keys, 'textbox', 'Report number');

    await page.keyboard.press('End');
    for (const _ of '26-99999') await page.keyboard.press('Backspace');
    await keys.type(id);
    await keys.press('Enter');
    await keys.restsOn('The city');
    await tabSeen(keys, 'checkbox', 'Keep this report on this device');
    console.log(`a report was found with ${keys.presses} keys besides letters`);
    await close();
  });

  it('opens one from the list of recent reports, and answers what is asked', async () => {
    const { page, driver, close } = await browser.newPage();
    const closed = await reportLike(city.origin, ({ status }) => status === 'closed');
    await driver.open(`${city.origin}/`);
    await driver.heading('Follow a report');
    const keys = keyboardOf(page);
    await keys.tabTo('button', 'Show recent reports');
    await keys.press('Enter');
    await keys.restsOn('Recent reports');
    await driver.text(/\d+ reports are listed/);
    await tabSeen(keys, 'textbox', 'Words or number');
    await keys.type(closed.service_request_id);
    await driver.text(/1 report is listed/);
    await tabSeen(keys, 'link', closed.service_name);
    await keys.press('Enter');

    await keys.restsOn('Closed on');
    await driver.heading('Was it fixed?');
    await tabSeen(keys, 'button', 'Partly');
    await keys.press('Enter');
    await driver.text(/Thank you/);
    await tabSeen(keys, 'textbox', 'Tell the city more');
    await keys.type('The edge is still open.');
    await tabSeen(keys, 'button', 'Send');
    await keys.press('Enter');
    await driver.text(/The city has your words/);
    assert.match((await keys.focused()).name, /Was it fixed\?/);
    assert.equal(city.row(closed.service_request_id)?.answers.at(-1)?.words, 'The edge is still open.');
    await close();
  });
});
