// What browsers do with a page that has the form: leave it and come back, print it, translate it, and say that it is in another language.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, type Page } from 'puppeteer-core';
import { findBrowser } from '../browser.ts';
import { drive } from '../drive/drive.ts';
import { engineOf } from '../drive/puppeteer-engine.ts';
import { startCityBrowser, type CityBrowser, type CityPage } from '../e2e/city-browser.ts';
import { headings } from '../e2e/file-a-report.ts';
import { serveExampleCity, type ExampleCity, type ServedPages } from '../examples/example-city.ts';
import { fileFromExample, frameWithForm } from '../examples/file-from-example.ts';
import { complaintsOf, hostPage, serveHosts } from './host-page.ts';

const words = 'A hole as deep as a bucket';

describe('A page with the form', () => {
  let city: ExampleCity;
  let browser: CityBrowser;
  let served: ServedPages;
  const files = new Map([
    ['index.html', hostPage({})],
    // A browser with a window asks for an icon that no page names, and complains when there is none.
    ['elsewhere.html', '<!doctype html><title>Elsewhere</title><link rel="icon" href="data:," /><p>Another page.</p>'],
    ['blocked.html', hostPage({ tag: '' })],
  ]);
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

  async function opened(file = ''): Promise<CityPage & { readonly complaints: string[] }> {
    const one = await browser.newPage();
    const complaints = complaintsOf(one.page);
    await one.page.goto(`${served.origin}/${file}`);
    return { ...one, complaints };
  }

  it('has what was typed when the browser brings it back whole, and files a report then', async (test) => {
    // Puppeteer turns this off, because it surprises tests.
    const { executablePath, args, env, headless } = await findBrowser();
    const keeping = await launch({
      executablePath,
      args,
      env,
      headless,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    // Also where the test fails: a browser that is left open keeps the run from ending.
    test.after(() => keeping.close());
    const page = await keeping.newPage();
    const complaints = complaintsOf(page);
    const reasons = await reasonsAgainstKeeping(page);
    await page.goto(served.origin);
    const driver = drive(engineOf(page));
    await driver.heading(headings.what);
    await driver.fill('Say it in your own words', words);
    await page.evaluate(() => ((globalThis as { isKept?: true }).isKept = true));
    await page.goto(`${served.origin}/elsewhere.html`);
    await page.goBack();
    // A browser without a window keeps no pages. That is no reason of the page's, and then it is played.
    assert.deepEqual(reasons, []);
    if (!(await page.evaluate(() => (globalThis as { isKept?: true }).isKept))) {
      await page.goto(served.origin);
      await driver.heading(headings.what);
      await driver.fill('Say it in your own words', words);
      await page.evaluate(() => {
        for (const type of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
      });
    }
    const value = await page.$eval(
      'citydesk-request-form',
      ({ shadowRoot }) => shadowRoot?.querySelector<HTMLInputElement>('#words')?.value,
    );
    assert.equal(value, words);
    await fileFromExample(page, { name: 'a page that came back' });
    assert.equal(city.rows('a page that came back').length, 1);
    assert.deepEqual(complaints, []);
  });

  it('has its words on paper: the form once it has come, the way to a person where it has not', async () => {
    const { page, driver, close } = await opened();
    await driver.heading(headings.what);
    await page.emulateMediaType('print');
    await driver.text(/What is the problem\?/);
    await driver.text(/269-555-0142/);
    assert.ok((await page.pdf()).length > 5000);
    await close();

    const blocked = await opened('blocked.html');
    await blocked.page.emulateMediaType('print');
    await blocked.driver.text(/Report a problem\s+or call 269-555-0142\./);
    assert.ok(await blocked.driver.has('link', 'Report a problem'));
    await blocked.close();
  });

  it('stays as it is when the page says that it is in another language, and tells screen readers in which it is itself', async () => {
    const { page, driver, complaints, close } = await opened();
    await driver.heading(headings.what);
    await driver.fill('Say it in your own words', words);
    for (const [lang, dir] of [
      ['es', 'ltr'],
      ['ar', 'rtl'],
      ['', ''],
      ['not a language', 'ltr'],
    ] as const) {
      await page.evaluate(
        (...said) => {
          [document.documentElement.lang, document.documentElement.dir] = said;
          return new Promise(requestAnimationFrame);
        },
        lang,
        dir,
      );
      const seen = await page.$eval('citydesk-request-form', ({ shadowRoot }) => {
        const field = shadowRoot!.querySelector<HTMLInputElement>('#words')!;
        const section = field.closest<HTMLElement>('[lang]')!;
        return [field.value, section.lang.split('-')[0], getComputedStyle(section).direction];
      });
      assert.deepEqual(seen, [words, 'en', 'ltr'], lang);
    }
    await fileFromExample(page, { name: 'a page of many languages' });
    assert.equal(city.rows('a page of many languages').length, 1);
    assert.deepEqual(complaints, []);
    await close();
  });

  it('files a report while a translator rewrites every word on it, ours among them', async () => {
    const { page, complaints, close } = await opened();
    await frameWithForm(page);
    await page.evaluate(translateAll);
    await fileFromExample(page, { name: 'a translated page', watch: () => translated(page) });
    assert.equal(city.rows('a translated page').length, 1);
    assert.deepEqual(complaints, []);
    await close();
  });
});

/** Why the browser does not keep a page that is left, as far as it is the page's doing. Grows while it is used. */
async function reasonsAgainstKeeping(page: Page): Promise<readonly string[]> {
  const reasons: string[] = [];
  const session = await page.createCDPSession();
  await session.send('Page.enable');
  session.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
    for (const { type, reason } of notRestoredExplanations) if (type !== 'Circumstantial') reasons.push(reason);
  });
  return reasons;
}

/** Waits until the screen that stands has been rewritten. */
async function translated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.querySelector('citydesk-request-form')?.shadowRoot?.querySelector('h2 font font'),
  );
}

/** As page translators do: each text goes into two <font> elements, also what comes later, and in open shadow roots. Runs in the page. */
function translateAll(): void {
  const rewrite = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const texts: Text[] = [];
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (node instanceof Element && node.shadowRoot) observe(node.shadowRoot);
      if (!(node instanceof Text) || !node.data.trim()) continue;
      if (node.parentElement?.closest('script, style, font, option, textarea')) continue;
      texts.push(node);
    }
    for (const text of texts) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.append(inner);
      text.replaceWith(outer);
      inner.append(text.data);
    }
  };
  const seen = new WeakSet<Node>();
  const observe = (root: Node): void => {
    if (seen.has(root)) return;
    seen.add(root);
    rewrite(root);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (node.isConnected) rewrite(node);
    }).observe(root, { childList: true, subtree: true });
  };
  observe(document.body);
}
