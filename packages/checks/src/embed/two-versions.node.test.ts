import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serveBuiltCity, type BuiltCity } from '../e2e/built-city.ts';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { fileAReport } from '../e2e/file-a-report.ts';
import { findAReport } from '../e2e/find-a-report.ts';
import { root } from '../workspace.ts';
import { asVersion } from './other-version.ts';
import { builtScripts, serveFiles, serveScriptTag, type ServedFile, type ServedFiles } from './served-files.ts';
import { cityFile, nonce, strictPage, strictPolicy, type StrictPage } from './strict-host.ts';

const faq = JSON.stringify({
  language: 'en',
  entries: [
    {
      id: 'permit',
      title: 'Do I need a permit?',
      format: 'html',
      popular: true,
      body: '<p>Bring a <b>sketch</b>.</p>',
    },
  ],
});

/** Lit as npm brings it, for the page's own use. */
function ownLit(): Map<string, { body: Buffer }> {
  const names = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'];
  const files = names.flatMap((name) =>
    globSync('*.js', { cwd: path.join(root, 'node_modules', name) }).map((file) => `${name}/${file}`),
  );
  return new Map(files.map((file) => [`/lib/${file}`, { body: readFileSync(path.join(root, 'node_modules', file)) }]));
}

const imports = {
  lit: '/lib/lit/index.js',
  'lit/': '/lib/lit/',
  'lit-html': '/lib/lit-html/lit-html.js',
  'lit-html/': '/lib/lit-html/',
  'lit-element/': '/lib/lit-element/',
  '@lit/reactive-element': '/lib/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/lib/@lit/reactive-element/',
};

/** An element of the page's own, which puts ours into what it draws and draws it again. */
const ownElement = `
  import { LitElement, html } from 'lit';
  customElements.define('city-page', class extends LitElement {
    static properties = { drawn: { type: Number } };
    constructor() { super(); this.drawn = 0; }
    createRenderRoot() { return this; }
    render() {
      return html\`<p>Drawn \${this.drawn} times.</p><button @click=\${() => this.drawn++}>Draw again</button>
        <citydesk-request-form heading-level="2"><p>Call 269-555-0142.</p></citydesk-request-form>\`;
    }
  });`;

describe('a strict page on which we are not alone', () => {
  let city: BuiltCity;
  let browser: CityBrowser;
  let cdn: ServedFiles;
  let site: ServedFiles;
  const older = asVersion(builtScripts(), '0.1.0', 'o');
  const newer = asVersion(builtScripts(), '0.2.0', 'n');
  before(async () => {
    city = await serveBuiltCity();
    browser = await startCityBrowser();
    cdn = await serveScriptTag(['0.1.0', older], ['0.2.0', newer]);
    site = await serveFiles(new Map<string, ServedFile>(ownLit()));
    site.files.set('/faq.json', { body: faq });
    site.files.set('/citydesk.json', { body: cityFile(city) });
  });
  after(async () => {
    await browser?.close();
    await Promise.all([city, cdn, site].map((each) => each?.close()));
  });

  const src = (version: string, loader = 'citydesk.js') =>
    `nonce="${nonce}" src="${cdn.origin}/citydesk/${version}/${loader}"`;
  const form = '<citydesk-request-form><p>Call 269-555-0142.</p></citydesk-request-form>';

  /** Puts the page at `/report/`, and walks on it; nothing may go wrong. */
  async function walks(
    html: string,
    policies: readonly string[],
    walk: (page: StrictPage) => Promise<void>,
  ): Promise<void> {
    const scripts = `'nonce-${nonce}' 'strict-dynamic'`;
    const policy = strictPolicy({ scripts, city: city.origin, trusted: policies.join(' ') });
    site.files.set('/report/', {
      body: `<!doctype html><html lang="en"><title>City</title><link rel="icon" href="data:,"><h1>City</h1>${html}`,
      headers: { 'content-security-policy': policy },
    });
    const strict = await strictPage(browser, site.origin, [cdn.origin, city.origin]);
    try {
      await walk(strict);
      await strict.page.waitForNetworkIdle();
      assert.deepEqual(strict.wrongs(), []);
      // Each name once: the policy does not say 'allow-duplicates'.
      assert.deepEqual([...(await strict.policies())].sort(), [...policies].sort());
    } finally {
      await strict.close();
    }
  }

  const ran = ({ page }: StrictPage) =>
    page.evaluate(() => (globalThis as unknown as { ranInTest: readonly string[] }).ranInTest);

  it('works beside a Lit of the page, inside an element that it draws', () =>
    walks(
      `<script type="importmap" nonce="${nonce}">${JSON.stringify({ imports })}</script>
       <script type="module" nonce="${nonce}">${ownElement}</script>
       <script type="module" ${src('0.1.0')} data-config="/citydesk.json"></script><city-page></city-page>`,
      ['citydesk', 'lit-html'],
      async ({ driver }) => {
        const { id } = await fileAReport(driver, site.origin, async (screen) => {
          // The page draws itself again on every screen, and the form stays where it is.
          if (screen !== 'receipt') await driver.click('button', 'Draw again');
        });
        assert.equal(city.row(id)?.serviceCode, 'pothole');
        await driver.text(/Drawn 4 times\./);
      },
    ));

  const pairs = {
    'two module scripts': ['type="module"', 'citydesk.js', 'type="module"', 'citydesk.js'],
    'a classic script and a module': ['async', 'citydesk.classic.js', 'type="module"', 'citydesk.js'],
    'two classic scripts': ['async', 'citydesk.classic.js', 'async', 'citydesk.classic.js'],
  } as const;
  for (const [name, [kind, loader, otherKind, otherLoader]] of Object.entries(pairs)) {
    it(`works with two versions, brought by ${name}: one of them does it all`, () =>
      walks(
        `<script ${kind} ${src('0.1.0', loader)} data-config="/citydesk.json"></script>
         <script ${otherKind} ${src('0.2.0', otherLoader)} data-config="/citydesk.json"></script>${form}`,
        ['citydesk'],
        async (strict) => {
          const { id } = await fileAReport(strict.driver, site.origin);
          assert.equal(city.row(id)?.serviceCode, 'pothole');
          const files = (await ran(strict)).filter((file) => file.includes(' citydesk/'));
          const versions = new Set(files.map((file) => file.split(' ')[0]));
          assert.equal(versions.size, 1, files.join('\n'));
          assert.equal(new Set(files).size, files.length, 'no file runs twice');
        },
      ));
  }

  it('works with two versions that each have a widget on the page, under one policy', () => {
    // What an application of the city has bundled: another version's panel and tracker.
    const [panel, tracker] = ['faq-panel', 'status-tracker'].map((widget) =>
      [...older.keys()].find((name) => name.startsWith(`citydesk/${widget}-`)),
    );
    const at = `${cdn.origin}/citydesk/0.1.0/`;
    return walks(
      `<script type="module" nonce="${nonce}">
         import '${at}${panel}';
         import '${at}${tracker}';
       </script>
       <script type="module" ${src('0.2.0')} data-config="/citydesk.json"></script>
       ${form}<citydesk-faq-panel config="/citydesk.json"></citydesk-faq-panel>
       <citydesk-status-tracker config="/citydesk.json"></citydesk-status-tracker>`,
      ['citydesk'],
      async (strict) => {
        const { driver } = strict;
        await driver.open(`${site.origin}/report/`);
        await driver.click('button', 'Do I need a permit?');
        await driver.text(/Bring a sketch\./);
        const { id } = await fileAReport(driver, site.origin);
        assert.equal(city.row(id)?.serviceCode, 'pothole');
        await findAReport(driver, id);
        const files = await ran(strict);
        assert.ok(
          files.some((file) => file.startsWith('0.2.0 citydesk/request-form-')),
          files.join('\n'),
        );
        assert.ok(
          files.some((file) => file.startsWith('0.1.0 citydesk/status-tracker-')),
          files.join('\n'),
        );
        assert.ok(!files.some((file) => file.startsWith('0.2.0 citydesk/status-tracker-')), files.join('\n'));
      },
    );
  });
});
