import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { serveExampleCity, type ExampleCity, type ServedPages } from '../examples/example-city.ts';
import { axeOn, fileFromExample, frameWithForm } from '../examples/file-from-example.ts';
import { root } from '../workspace.ts';
import { complaintsOf, hostPage, serveHosts } from './host-page.ts';
import { styledPages, tailwind } from './hostile-styles.ts';
import { focusRing, measure } from './measure.ts';

const pictures = path.join(root, '.cache/look');

describe('On a page', () => {
  let city: ExampleCity;
  let browser: CityBrowser;
  let served: ServedPages;
  const files = new Map<string, string>();
  before(async () => {
    city = await serveExampleCity();
    browser = await startCityBrowser();
    served = await serveHosts(files, city);
    files.set('tailwind.css', await tailwind());
    mkdirSync(pictures, { recursive: true });
  });
  after(async () => {
    await browser?.close();
    await served?.close();
    await city?.close();
  });

  for (const [name, styled] of Object.entries(styledPages)) {
    it(`${name}, the form is what it is elsewhere, and files a report`, async () => {
      const file = `${name.replace(/\W+/g, '-')}.html`;
      files.set(file, hostPage(styled));
      const { page, close } = await browser.newPage(320, 720);
      const complaints = complaintsOf(page);
      await page.goto(`${served.origin}/${file}`);
      await frameWithForm(page);

      const id = await fileFromExample(page, {
        name,
        async watch(screen) {
          for (const width of [320, 1280]) {
            await page.setViewport({ width, height: width < 600 ? 720 : 900 });
            await page.waitForNetworkIdle({ idleTime: 100 });
            const { size, smallest, font, leading, small, bent, sideways } = await measure(page);
            const where = `${screen} at ${width} pixels`;
            assert.deepEqual({ small, bent, sideways }, { small: [], bent: [], sideways: 0 }, where);
            assert.equal(size, styled.size, where);
            assert.ok(smallest >= 15, `the smallest text is ${smallest} pixels, ${where}`);
            assert.match(font, styled.font, where);
            assert.ok(leading >= 1.4, `lines are ${leading} high, ${where}`);
            if (width < 600 || screen === 'what')
              assert.deepEqual(await axeOn(page, 'citydesk-request-form'), [], where);
            if (screen === 'what' || screen === 'where')
              await page.screenshot({ path: `${pictures}/host-${file.replace('.html', '')}-${screen}-${width}.png` });
          }
          await page.keyboard.press('Tab');
          const { what, width } = await focusRing(page);
          assert.ok(width >= 2, `the ring is ${width} pixels around ${what}, ${screen}`);
        },
      });
      assert.deepEqual(
        city.rows(name).map((row) => row.id),
        [id],
      );
      const fonts = /\/assets\/fonts\//;
      assert.deepEqual(
        complaints.filter((words) => !fonts.test(words)),
        [],
      );
      await close();
    });
  }
});
