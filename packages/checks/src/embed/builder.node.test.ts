import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { serveExampleCity, type ExampleCity } from '../examples/example-city.ts';
import { axeOn, fileFromExample } from '../examples/file-from-example.ts';
import { asPolicy, openBuilder, piece, posterIn, serveEditorsSite, type EditorsSite } from './builder-page.ts';
import { complaintsOf } from './host-page.ts';

describe('the snippet builder, from an endpoint to a report on the editor’s page', () => {
  let city: ExampleCity;
  let site: EditorsSite;
  let browser: CityBrowser;
  before(async () => {
    city = await serveExampleCity();
    site = await serveEditorsSite(city);
    browser = await startCityBrowser();
  });
  after(async () => {
    await browser?.close();
    await Promise.all([site, city].map((each) => each?.close()));
  });

  /** What the builder gives for this shape, each part by its label, once practice is turned off. */
  async function copied(shape: string, ...labels: readonly string[]): Promise<readonly string[]> {
    const { page, driver, close } = await openBuilder(browser, site, city);
    await driver.text(/It is a Citydesk relay/);
    await driver.fill('Phone number for help', '269-555-0142');
    await driver.fill('Links and main button', '#14574a');
    await driver.click('checkbox', 'Practice');
    await driver.click('radio', shape);
    const texts = [];
    for (const label of labels) texts.push(await piece(page, label));
    await close();
    return texts;
  }

  /** Opens it in an empty page under the policy that the builder names, and files a report by it. */
  async function files(name: string, html: string, policy: string, trustedColour = true): Promise<void> {
    const file = `${name.replaceAll(' ', '-')}.html`;
    site.put(file, `<main><h1>City</h1>${html}</main>`, asPolicy(policy));
    const { page, close } = await browser.newPage();
    const said = complaintsOf(page);
    await page.goto(`${site.origin}/${file}`);
    const id = await fileFromExample(page, { name });
    assert.deepEqual(
      city.rows(name).map(({ id }) => id),
      [id],
    );
    assert.deepEqual(said, []);
    const accent = await page.evaluate(() => {
      const form = document.querySelector('citydesk-request-form');
      return form && getComputedStyle(form).getPropertyValue('--citydesk-accent');
    });
    if (trustedColour) assert.equal(accent, '#14574a');
    await close();
  }

  it('gives a module that files one, under the policy that it names and no more', async () => {
    const [html = '', csp = ''] = await copied('HTML page', 'On the page', 'Content-Security-Policy');
    assert.match(html, new RegExp(`src="${city.origin}/citydesk/0\\.1\\.0/citydesk\\.js" integrity="sha384-`));
    assert.doesNotMatch(html + csp, /practice|unsafe/);
    await files('builder module', html, csp);
  });

  it('gives a classic script that files one', async () => {
    const [html = '', csp = ''] = await copied('Old content system', 'On the page', 'Content-Security-Policy');
    assert.match(html, /<script async src="[^"]+citydesk\.classic\.js" integrity="sha384-/);
    await files('builder classic', html, csp);
  });

  it('gives a block and a tag for the template that file one', async () => {
    const labels = ['In the template', 'On the page', 'Content-Security-Policy'];
    const [template = '', block = '', csp = ''] = await copied('Block in an editor', ...labels);
    await files('builder div', template + block, csp);
  });

  it('gives a plain link that becomes the form where the tag is on the page', async () => {
    const labels = ['In the template', 'On the page', 'Content-Security-Policy'];
    const [template = '', link = '', csp = ''] = await copied('Plain link', ...labels);
    assert.match(link, /^<p><a href="[^"]+\/citydesk\/embed\?widget=request-form">Report a problem<\/a><\/p>\n$/);
    await files('builder link', template + link, csp);
  });

  it('gives a frame that files one', async () => {
    const [html = '', csp = ''] = await copied('Frame', 'On the page', 'Content-Security-Policy');
    assert.equal(csp, `frame-src ${city.origin};\n`);
    await files('builder iframe', html, csp, false);
  });

  it('gives a tag for the tag manager that files one', async () => {
    const [tag = '', block = ''] = await copied('Google Tag Manager', 'In a Custom HTML tag', 'On the page');
    // A tag manager allows the script itself: by its nonce, or not at all.
    const policy = `script-src 'unsafe-inline' ${city.origin}; connect-src ${city.origin}; img-src data: ${city.origin};\n`;
    site.put('manager.html', `<main><h1>City</h1>${block}</main>${tag}`, `default-src 'none'; ${policy}`);
    const { page, close } = await browser.newPage();
    await page.goto(`${site.origin}/manager.html`);
    const id = await fileFromExample(page, { name: 'builder manager' });
    assert.deepEqual(
      city.rows('builder manager').map(({ id }) => id),
      [id],
    );
    await close();
  });

  it('shows the real widgets in practice, and sends nothing, on a strict page', async () => {
    const { page, driver, close } = await openBuilder(browser, site, city);
    const said = complaintsOf(page);
    await driver.click('checkbox', 'Practice');
    await page.evaluate(() => {
      const root = document.querySelector('citydesk-snippet-builder')?.shadowRoot;
      root?.querySelector('iframe')?.scrollIntoView();
    });
    const posts: string[] = [];
    page.on('request', (request) => void (request.method() === 'POST' && posts.push(request.url())));
    const receipt = 'Practice is done. Nothing was sent';
    assert.match(await fileFromExample(page, { name: 'builder preview', receipt }), /^PRACTICE-/);
    assert.deepEqual(city.rows('builder preview'), []);
    assert.deepEqual(posts, []);
    assert.deepEqual(said, []);
    await close();
  });

  it('is used by the keyboard alone, from the endpoint to the clipboard', async () => {
    const { page, driver, close } = await browser.newPage();
    await page.browserContext().setPermission(site.origin, {
      permission: { name: 'clipboard-write' },
      state: 'granted',
    });
    await driver.open(`${site.origin}/builder.html`);
    await driver.has('button', 'Check');
    const focused = () =>
      page.evaluate(() => {
        const one = document.activeElement?.shadowRoot?.activeElement;
        return one?.id || one?.textContent?.trim() || '';
      });
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 120; presses++) {
        if ((await focused()).startsWith(name)) return;
        await page.keyboard.press('Tab');
      }
      assert.fail(`The Tab key never came to ${name}`);
    };
    await tabTo('endpoint');
    await page.keyboard.type(`${city.origin}/open311/v2/`);
    await page.keyboard.press('Enter');
    await driver.text(/\d\d things that were looked at/);
    await tabTo('launcher');
    await page.keyboard.press('Space');
    await tabTo('Copy: On the page');
    await page.keyboard.press('Enter');
    await driver.text(/Copied\.|The text is selected/);
    assert.match(await piece(page, 'On the page'), /<citydesk-launcher /);
    await close();
  });

  it('is clean by axe as a whole page, with its frames', async () => {
    const { page, driver, close } = await openBuilder(browser, site, city);
    await driver.fill('Address of the page with the form', 'https://www.example.gov/report/');
    await driver.click('button', 'Make a poster');
    await driver.has('button', 'Print the poster');
    assert.deepEqual(await axeOn(page), []);
    await close();
  });

  for (const format of ['a4', 'letter'] as const) {
    it(`prints a poster on one page of ${format}, with the longest words`, async () => {
      const { page, driver, close } = await openBuilder(browser, site, city);
      const long = `https://www.a-very-long-name-of-a-county.example.gov/departments/public-works/report-a-problem/`;
      await driver.fill('Address of the page with the form', long);
      await driver.fill('Name of the city', 'The Charter Township of Three Rivers and Lockport');
      await driver.fill('Phone number for help', '269-555-0142');
      await driver.click('button', 'Make a poster');
      await driver.has('button', 'Print the poster');
      const poster = await posterIn(page);
      const [html, css] = await poster.evaluate(() => [
        document.body.innerHTML,
        [...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n'),
      ]);
      const paper = await browser.newPage();
      await paper.page.setContent(`<!doctype html><style>${css}</style>${html}`);
      const pdf = Buffer.from(await paper.page.pdf({ format, preferCSSPageSize: false })).toString('latin1');
      assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1);
      await paper.close();
      await close();
    });
  }
});
