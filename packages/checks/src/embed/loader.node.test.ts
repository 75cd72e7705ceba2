// What goes wrong on the way of our files to a page: the resident sees the way to a person, and the console names the one thing to change.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startCityBrowser, type CityBrowser, type CityPage } from '../e2e/city-browser.ts';
import { headings } from '../e2e/file-a-report.ts';
import { documentedHost, serveExampleCity, type ExampleCity, type ServedPages } from '../examples/example-city.ts';
import { fileFromExample } from '../examples/file-from-example.ts';
import { serveFaulty, type Fault } from './faulty-files.ts';
import { classicTag, complaintsOf, fallback, form, hostPage, moduleTag, serveHosts } from './host-page.ts';

/** By either of the names that it is asked for. */
const chunk = /\/citydesk\/(c|%63)itydesk\/request-form-/;

describe('The script tag', () => {
  let city: ExampleCity;
  let browser: CityBrowser;
  let served: ServedPages;
  const files = new Map<string, string>();
  before(async () => {
    city = await serveExampleCity();
    browser = await startCityBrowser();
    served = await serveHosts(files, city);
  });
  after(async () => {
    await browser?.close();
    await served?.close();
    await city?.close();
  });

  async function opened(html: string): Promise<CityPage & { readonly complaints: string[] }> {
    files.set('index.html', html);
    const one = await browser.newPage();
    const complaints = complaintsOf(one.page);
    await one.page.goto(served.origin, { waitUntil: 'domcontentloaded' });
    return { ...one, complaints };
  }

  /** The form on a page whose files come with a fault. */
  async function openedWith(
    faultOf: (path: string, time: number) => Fault | undefined,
    tag = moduleTag,
    body = 'FORM',
  ) {
    const faulty = await serveFaulty(city.origin, faultOf);
    const from = tag.replace(`src="${documentedHost}`, `src="${faulty.origin}`);
    const page = await opened(hostPage({ tag: from, body }));
    return { ...page, asked: faulty.asked, close: () => page.close().then(() => faulty.close()) };
  }

  for (const [kind, tag] of [
    ['module', moduleTag],
    ['classic', classicTag],
  ] as const) {
    it(`finds elements that stood there before the ${kind} tag, and those that come after it`, async () => {
      const { page, driver, complaints, close } = await opened(hostPage({ tag: '', end: tag }));
      await driver.heading(headings.what);
      await page.evaluate((html) => {
        document.querySelector('citydesk-request-form')!.remove();
        document.querySelector('main')!.insertAdjacentHTML('beforeend', html);
      }, form);
      await fileFromExample(page, { name: `an element after the ${kind} tag` });
      assert.equal(city.rows(`an element after the ${kind} tag`).length, 1);
      assert.deepEqual(complaints, []);
      await close();
    });

    it(`of the ${kind} kind leaves the page’s own words where it is blocked`, async () => {
      const { driver, close } = await openedWith(
        (path) => (/citydesk(\.classic)?\.js$/.test(path) ? 'gone' : undefined),
        tag,
      );
      await driver.text(/Report a problem\s+or call 269-555-0142\./);
      assert.match(await driver.linkTo('Report a problem'), /\/citydesk\/embed\?widget=request-form$/);
      await close();
    });

    it(`of the ${kind} kind asks again for a file that broke off, and the form comes`, async () => {
      const opening = await openedWith(
        (path, time) => (chunk.test(path) && !path.includes('%') && time === 1 ? 'cut' : undefined),
        tag,
      );
      await fileFromExample(opening.page, { name: `a broken ${kind} file` });
      assert.equal(city.rows(`a broken ${kind} file`).length, 1);
      assert.ok(opening.asked.filter((path) => chunk.test(path)).length >= 2);
      await opening.close();
    });

    it(`of the ${kind} kind leaves the fallback where a file breaks off each time, and says which folder to put where`, async () => {
      const { driver, complaints, asked, close } = await openedWith(
        (path) => (chunk.test(path) ? 'cut' : undefined),
        tag,
      );
      await said(
        complaints,
        /Put the folder "citydesk" of the same version beside http:\S+\/citydesk\/citydesk(\.classic)?\.js/,
      );
      await driver.text(/Report a problem\s+or call 269-555-0142\./);
      assert.ok(asked.filter((path) => chunk.test(path)).length >= 2);
      await close();
    });
  }

  it('of an older version, kept by a browser, says so where the files of that version are gone', async () => {
    const { driver, complaints, close } = await openedWith((path) =>
      /\/citydesk\/(c|%63)itydesk\//.test(path) ? 'gone' : undefined,
    );
    await said(complaints, /of the same version/);
    await driver.text(/Report a problem\s+or call 269-555-0142\./);
    await close();
  });

  it('says the phone where the files are gone and the editor has put nothing inside the element', async () => {
    const empty = '<citydesk-request-form></citydesk-request-form>';
    const opening = await openedWith((path) => (chunk.test(path) ? 'gone' : undefined), moduleTag, empty);
    await opening.driver.text(/269-555-0142/);
    await opening.close();
  });

  it('may stand on a page twice, as a module and as a classic script', async () => {
    const { page, complaints, close } = await opened(
      hostPage({ tag: moduleTag + classicTag + moduleTag, end: classicTag }),
    );
    await fileFromExample(page, { name: 'four tags' });
    assert.equal(city.rows('four tags').length, 1);
    assert.deepEqual(complaints, []);
    await close();
  });

  it('leaves a link to another server a link, and makes one to its own the form', async () => {
    const foreign = fallback.replace(documentedHost, 'https://evil.example').replace(/ or call.*(?=<\/p>)/, '');
    const own = fallback.replace(/ or call.*(?=<\/p>)/, '');
    const { page, driver, close } = await opened(hostPage({ body: foreign + own }));
    await driver.heading(headings.what);
    assert.equal(await page.$$eval('citydesk-request-form', (all) => all.length), 1);
    assert.equal(await page.$$eval('a[href^="https://evil.example"]', (all) => all.length), 1);
    await close();
  });
});

/** Waits until the console has said so. */
async function said(complaints: readonly string[], words: RegExp): Promise<void> {
  const end = performance.now() + 15_000;
  while (!complaints.some((each) => words.test(each))) {
    if (performance.now() > end) assert.fail(`The console says only:\n${complaints.join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
