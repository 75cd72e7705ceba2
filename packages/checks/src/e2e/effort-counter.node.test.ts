import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { countEffort } from '../effort-counter.ts';
import { startCityBrowser, type CityBrowser, type CityPage } from './city-browser.ts';

const page = `data:text/html,<title>Effort</title><button style="height:60px">Go</button>
  <input type="file" hidden><input id="words"><div style="height:3000px"></div>
  <script>document.querySelector('button').addEventListener('click', (event) => {
    event.stopImmediatePropagation();
    document.querySelector('input[type=file]').click();
    document.querySelector('%23words').click();
  });</script>`;

describe('what a report takes', () => {
  let browser: CityBrowser;
  let opened: CityPage;
  before(async () => {
    browser = await startCityBrowser();
    opened = await browser.newPage();
    await opened.page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
  });
  after(() => browser?.close());

  it('counts what a hand does, once each, and nothing that a script does or that only scrolls', async () => {
    const effort = await countEffort(opened.page);
    await opened.page.goto(page);
    assert.deepEqual(effort(), { taps: 0, characters: 0 });

    const [chooser] = await Promise.all([
      opened.page.waitForFileChooser(),
      opened.page.evaluate(() => undefined).then(() => opened.page.tap('button')),
    ]);
    await chooser.cancel();
    await opened.page.tap('#words');
    await opened.page.keyboard.type('Ab1');
    await opened.page.keyboard.press('Backspace');
    await opened.page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#words')!;
      field.value = 'by a script';
      for (const type of ['pointerup', 'click']) field.dispatchEvent(new PointerEvent(type, { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
      scrollTo(0, 1000);
    });
    assert.deepEqual(effort(), { taps: 3, characters: 3 });
  });
});
