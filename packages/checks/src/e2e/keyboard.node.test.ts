import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { keyboardOf } from '../drive/keyboard.ts';
import { startCityProcess, type CityProcess } from './city-process.ts';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { address, headings } from './file-a-report.ts';

describe('a resident who only has a keyboard', () => {
  let city: CityProcess;
  let browser: CityBrowser;
  before(async () => {
    city = await startCityProcess();
    browser = await startCityBrowser();
  });
  after(async () => {
    await browser?.close();
    await city?.remove();
  });

  it('reports a pothole; the API and the staff desk have it, also after the server was killed', async () => {
    const { page, driver, close } = await browser.newPage();
    await driver.open(`${city.origin}/report/`);
    await driver.heading('Or choose from the list');
    const keys = keyboardOf(page);
    await keys.tabTo('textbox', 'Say it in your own words');
    await keys.type('pot hole');
    await driver.heading('Closest matches');
    await keys.tabTo('button', 'Pothole in the street');
    await keys.press('Enter');

    await keys.restsOn(headings.where);
    await keys.tabTo('textbox', 'Address or place');
    await keys.type(address);
    await keys.tabTo('button', 'Continue');
    await keys.press('Enter');

    await keys.restsOn(headings.questions);
    await keys.tabTo('radio', 'Smaller than a dinner plate');
    await keys.press('Space');
    await keys.press('ArrowDown');
    await keys.tabTo('radio', 'Where cars drive');
    await keys.press('Space');
    await keys.tabTo('button', 'Continue');
    await keys.press('Enter');

    await keys.restsOn(headings.check);
    await driver.text(/Bigger than a plate, smaller than a car tire/);
    await keys.tabTo('button', 'Send report');
    await keys.press('Enter');

    await keys.restsOn(headings.receipt);
    const [, id = ''] = await driver.text(/Report number\s+(\S+)/);
    console.log(`report ${id} took ${keys.presses} keys besides letters`);

    const isThere = async () => {
      const answer = await fetch(`${city.origin}/open311/v2/requests/${id}.json`);
      const [request] = (await answer.json()) as readonly Record<string, unknown>[];
      assert.equal(request?.['service_request_id'], id);
      assert.equal(request?.['status'], 'open');
      assert.match(String(request?.['address']), /318 Hoffman St/);
      const all = (await (await fetch(`${city.origin}/open311/v2/requests.json`)).json()) as readonly Record<
        string,
        unknown
      >[];
      assert.ok(all.some((one) => one['service_request_id'] === id));

      await driver.open(`${city.origin}/staff/`);
      await driver.click('link', id);
      await driver.heading(id).catch(() => driver.text(new RegExp(id)));
      await driver.text(/318 Hoffman St/);
      assert.ok(await driver.has('combobox', 'Status'));
      assert.ok(await driver.has('textbox', 'Note'));
      assert.ok(await driver.has('button', 'Save'));
    };
    await isThere();
    await city.kill();
    await city.start();
    await isThere();
    await close();
  });
});
