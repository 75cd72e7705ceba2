import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { openMountPage, type Left, type MountPage } from './mounts.ts';

describe('a page that mounts a form and takes it away, a hundred times, each on its second screen', () => {
  let browser: CityBrowser;
  let page: MountPage;
  let early: Left;
  let late: Left;
  before(async () => {
    browser = await startCityBrowser();
    page = await openMountPage(browser);
    await page.mount(10);
    early = await page.left();
    await page.mount(90);
    late = await page.left();
    console.log(JSON.stringify({ early, late }));
  });
  after(async () => {
    await page?.close();
    await browser?.close();
  });

  it('keeps none of the forms', () => {
    assert.deepEqual([early.forms, late.forms], [0, 0]);
  });

  it('is listened to by none of them', () => {
    assert.deepEqual(late.listeners, early.listeners);
    assert.ok(late.allListeners <= early.allListeners, `${early.allListeners} listeners became ${late.allListeners}`);
  });

  it('keeps no node of theirs', () => {
    assert.ok(late.nodes <= early.nodes, `${early.nodes} nodes became ${late.nodes}`);
  });
});
