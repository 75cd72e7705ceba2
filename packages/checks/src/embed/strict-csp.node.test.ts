import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openCamera, type Camera } from '../e2e/camera.ts';
import { chooseFile } from '../e2e/choose-file.ts';
import { serveBuiltCity, type BuiltCity } from '../e2e/built-city.ts';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { address, headings } from '../e2e/file-a-report.ts';
import { findAReport } from '../e2e/find-a-report.ts';
import { sendFromCheck } from '../e2e/send-from-where.ts';
import { builtScripts, serveFiles, serveScriptTag, type ServedFiles } from './served-files.ts';
import { cityFile, nonce, strictPage, strictPolicy, type StrictPage } from './strict-host.ts';

/** An answer in HTML, with what no answer may bring along. */
const body =
  '<p>You need a permit to <a href="/fees">build a porch</a>.</p><table><tr><td>Fence</td><td>$40</td></tr></table>' +
  '<img src="x" onerror="document.title=`run`"><script>document.title="run"</script><style>p { display: none }</style>' +
  '<p style="color:red" onclick="x()">Bring a sketch.</p><P class="a"STYLE = color:red>The style="plain" of it counts.</P>';
const faq = JSON.stringify({
  language: 'en',
  entries: [{ id: 'permit', title: 'Do I need a permit?', format: 'html', popular: true, body }],
});

const widgets = { report: 'request-form', answers: 'faq-panel', track: 'status-tracker' };
const version = '0.1.0';

describe('a web site whose policy is default-src none, with Trusted Types', () => {
  let city: BuiltCity;
  let browser: CityBrowser;
  let camera: Camera;
  let cdn: ServedFiles;
  let site: ServedFiles;
  before(async () => {
    city = await serveBuiltCity();
    browser = await startCityBrowser();
    camera = await openCamera(await browser.newPage(), city.origin);
    cdn = await serveScriptTag([version, builtScripts()]);
    site = await serveFiles(new Map([['/faq.json', { body: faq }]]));
    site.files.set('/citydesk.json', { body: cityFile(city) });
  });
  after(async () => {
    camera?.close();
    await browser?.close();
    await Promise.all([city, cdn, site].map((each) => each?.close()));
  });

  /** The three pages of the site, under this policy. */
  function put(tag: string, scripts: string): void {
    const headers = { 'content-security-policy': strictPolicy({ scripts, city: city.origin }) };
    for (const [name, widget] of Object.entries(widgets)) {
      const html = `<!doctype html><html lang="en"><title>City</title><link rel="icon" href="data:,">${tag}
        <h1>City</h1><citydesk-${widget}><p>Call 269-555-0142.</p></citydesk-${widget}>`;
      site.files.set(`/${name}/`, { body: html, headers });
    }
  }

  /** A walk through the three pages, each with all that a resident can bring there. */
  async function walk(): Promise<void> {
    await on('report', async ({ driver, page }) => {
      await driver.heading(headings.what);
      await driver.fill('Say it in your own words', 'pot hole');
      await driver.click('button', 'Pothole in the street');
      await driver.heading(headings.where);
      const photo = await camera.take({ isSideways: true });
      await chooseFile(page, photo, () => driver.click('button', 'Take or choose a photo'));
      await page.waitForSelector('citydesk-request-form >>> canvas');
      await driver.fill('Address or place', address);
      await driver.click('button', 'Continue');
      await driver.heading(headings.questions);
      await driver.choose('How big is the hole?', 'Bigger than a car tire');
      await driver.choose('Where in the street is it?', 'Where cars drive');
      await driver.click('button', 'Continue');
      id = await sendFromCheck(driver);
    });
    assert.equal(city.photos(id).length, 1);

    await on('answers', async ({ driver, page }) => {
      await driver.click('button', 'Do I need a permit?');
      await driver.text(/Bring a sketch\.\s+The style="plain" of it counts\./);
      assert.equal(new URL(await driver.linkTo('build a porch')).pathname, '/fees');
      const left = await page.$$eval('citydesk-faq-panel >>> :is(script, [onerror], [onclick], [style])', (all) =>
        all.map(({ outerHTML }) => outerHTML),
      );
      assert.deepEqual(left, []);
      assert.equal(await page.title(), 'City');
    });

    await on('track', async ({ driver, page }) => {
      await findAReport(driver, id);
      await page.waitForSelector('citydesk-status-tracker >>> img');
    });
  }
  let id = '';

  /** A page of its own, on which nothing may go wrong, and one policy is made at most. */
  async function on(name: keyof typeof widgets, act: (page: StrictPage) => Promise<void>): Promise<void> {
    const strict = await strictPage(browser, site.origin, [cdn.origin, city.origin]);
    try {
      await strict.driver.open(`${site.origin}/${name}/`);
      await act(strict);
      await strict.page.waitForNetworkIdle();
      assert.deepEqual(
        { wrongs: strict.wrongs(), policies: await strict.policies() },
        { wrongs: [], policies: ['citydesk'] },
      );
    } finally {
      await strict.close();
    }
  }

  const src = (loader: string) => `src="${cdn.origin}/citydesk/${version}/${loader}" data-config="/citydesk.json"`;

  it('takes a report with its photo, answers in HTML and the tracker, where the module has the nonce and may bring the rest', () => {
    put(`<script type="module" nonce="${nonce}" ${src('citydesk.js')}></script>`, `'nonce-${nonce}' 'strict-dynamic'`);
    return walk();
  });

  it('does so where the nonce alone says what may run', () => {
    put(`<script type="module" nonce="${nonce}" ${src('citydesk.js')}></script>`, `'nonce-${nonce}'`);
    return walk();
  });

  it('does so where the policy names the machine of the files', () => {
    put(`<script type="module" ${src('citydesk.js')}></script>`, cdn.origin);
    return walk();
  });

  it('does so with the classic script, by nonce', () => {
    put(`<script async nonce="${nonce}" ${src('citydesk.classic.js')}></script>`, `'nonce-${nonce}' 'strict-dynamic'`);
    return walk();
  });

  it('does so with the classic script, by the machine of the files', () => {
    put(`<script async ${src('citydesk.classic.js')}></script>`, cdn.origin);
    return walk();
  });

  it('leaves the words of the page to the resident where the policy allows no script of ours', async () => {
    put(`<script type="module" ${src('citydesk.js')}></script>`, `'nonce-${nonce}'`);
    const { page, driver, close } = await browser.newPage();
    await driver.open(`${site.origin}/report/`);
    await driver.text(/Call 269-555-0142\./);
    assert.equal(await page.$eval('citydesk-request-form', ({ shadowRoot }) => shadowRoot), null);
    await close();
  });
});
