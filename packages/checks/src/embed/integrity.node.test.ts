import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { serveBuiltCity, type BuiltCity } from '../e2e/built-city.ts';
import { startCityBrowser, type CityBrowser, type CityPage } from '../e2e/city-browser.ts';
import { fileAReport, headings } from '../e2e/file-a-report.ts';
import { textOf } from '../workspace.ts';
import { builtScripts, integrityManifest, serveFiles, serveScriptTag, type ServedFiles } from './served-files.ts';

const { version, files } = integrityManifest();
const scripts = builtScripts();
const digest = (bytes: Buffer) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

describe('the integrity manifest', () => {
  it('holds every script of the script tag, its worker among them, with its digest', () => {
    assert.deepEqual(files, Object.fromEntries([...scripts].map(([name, bytes]) => [name, digest(bytes)])));
    for (const name of ['citydesk.js', 'citydesk.classic.js']) assert.ok(files[name], name);
    assert.ok(Object.keys(files).some((name) => /^citydesk\/map-worker-/.test(name)));
  });

  it('says which version it is of', () => {
    const manifest = JSON.parse(textOf('packages/embed/package.json')) as { readonly version: string };
    assert.equal(version, manifest.version);
  });
});

type Loader = 'citydesk.js' | 'citydesk.classic.js';

describe('a page that pins the files of the script tag', () => {
  let city: BuiltCity;
  let browser: CityBrowser;
  let cdn: ServedFiles;
  let site: ServedFiles;
  let opened: CityPage | undefined;
  before(async () => {
    city = await serveBuiltCity();
    browser = await startCityBrowser();
    cdn = await serveScriptTag([version, scripts]);
    site = await serveFiles(new Map());
  });
  afterEach(async () => {
    for (const [name, body] of scripts) cdn.files.set(`/citydesk/${version}/${name}`, { body });
    await opened?.close();
    opened = undefined;
  });
  after(async () => {
    await browser?.close();
    await Promise.all([city, cdn, site].map((each) => each?.close()));
  });

  /** As documented: the digest of the loader on its tag, those of all other files in an import map before it. */
  function put(loader: Loader, { pinsChunks = true } = {}): void {
    const at = `${cdn.origin}/citydesk/${version}/`;
    const chunks = Object.entries(files).filter(([name]) => name.startsWith('citydesk/'));
    const integrity = Object.fromEntries(chunks.map(([name, value]) => [at + name, value]));
    const kind = loader === 'citydesk.js' ? 'type="module"' : 'async';
    const html = `<!doctype html><html lang="en"><title>Report a problem</title><link rel="icon" href="data:,">
      ${pinsChunks ? `<script type="importmap">${JSON.stringify({ integrity })}</script>` : ''}
      <script ${kind} src="${at}${loader}" integrity="${files[loader]}" crossorigin="anonymous"
        data-endpoint="${city.origin}/open311/v2/" data-phone="269-555-0142"></script>
      <h1>Report a problem</h1>
      <citydesk-request-form><p>To report a problem, call 269-555-0142.</p></citydesk-request-form>`;
    site.files.set('/report/', { body: html });
  }

  /** One byte more on the server, which every script could do without. */
  function tamper(name: RegExp): void {
    const [file] = [...scripts.keys()].filter((each) => name.test(each));
    assert.ok(file, `there is no file ${name}`);
    cdn.files.set(`/citydesk/${version}/${file}`, { body: Buffer.concat([scripts.get(file)!, Buffer.from('\n')]) });
  }

  /** Opens the page; gives what its console is told from then on. */
  async function open(): Promise<CityPage & { readonly told: readonly string[] }> {
    opened = await browser.newPage();
    const told: string[] = [];
    opened.page.on('console', (message) => told.push(message.text()));
    await opened.driver.open(`${site.origin}/report/`);
    return { ...opened, told };
  }

  /** Waits until the page has said what is wrong, or has put up the form. */
  async function fallsBack(): Promise<void> {
    const { page, driver, told } = await open();
    const stops = () => told.some((words) => /integrity|digest/i.test(words));
    const end = performance.now() + 10_000;
    while (!stops() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(stops(), `the browser refuses nothing: ${told.join('\n')}`);
    // It is tried once more after a second, and refused again.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await driver.text(/To report a problem, call 269-555-0142\./);
    assert.equal(await page.$eval('citydesk-request-form', ({ shadowRoot }) => shadowRoot), null);
  }

  for (const loader of ['citydesk.js', 'citydesk.classic.js'] as const) {
    describe(`with ${loader}`, () => {
      it('runs what is as the city pinned it, until the receipt', async () => {
        put(loader);
        const { driver, told } = await open();
        const { id } = await fileAReport(driver, site.origin);
        assert.equal(city.row(id)?.serviceCode, 'pothole');
        assert.deepEqual(told, []);
      });

      it('runs no loader that has changed by a byte, and leaves the words of the page to the resident', async () => {
        put(loader);
        tamper(new RegExp(`^${loader.replaceAll('.', '\\.')}$`));
        await fallsBack();
      });

      it('runs no widget that has changed by a byte, and leaves the words of the page to the resident', async () => {
        put(loader);
        tamper(/^citydesk\/request-form-/);
        await fallsBack();
      });

      it('runs no part of a widget that has changed by a byte, either', async () => {
        put(loader);
        tamper(/^citydesk\/common-/);
        await fallsBack();
      });

      it('would run such a widget where only the loader is pinned', async () => {
        put(loader, { pinsChunks: false });
        tamper(/^citydesk\/request-form-/);
        const { driver } = await open();
        await driver.heading(headings.what);
      });
    });
  }

  it('shows the way to a person where a later screen has changed by a byte', async () => {
    put('citydesk.js');
    tamper(/^citydesk\/where-/);
    const { driver, told } = await open();
    await driver.heading(headings.what);
    await driver.fill('Say it in your own words', 'pot hole');
    await driver.click('button', 'Pothole in the street');
    await driver.text(/The next part did not load\. What you wrote is still here\./);
    assert.equal(await driver.linkTo('269-555-0142'), 'tel:2695550142');
    assert.ok(
      told.some((words) => /integrity|digest/i.test(words)),
      told.join('\n'),
    );
  });
});
