import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startCityBrowser, type CityBrowser, type CityPage } from '../e2e/city-browser.ts';
import { bracketed, clipped, unmirrored, untranslated, type Finding } from './scan.ts';

describe('what is looked for in a made-up language', () => {
  let browser: CityBrowser;
  let opened: CityPage;
  before(async () => {
    browser = await startCityBrowser();
    opened = await browser.newPage(320, 600);
  });
  after(() => browser?.close());

  /** A page with one widget that holds this. */
  async function shows(inside: string, lang = 'en-XA'): Promise<void> {
    await opened.page.setContent(
      '<!doctype html><html lang="en"><body style="margin: 0"><citydesk-made></citydesk-made>',
    );
    await opened.page.evaluate(
      (text, language) => {
        const root = document.querySelector('citydesk-made')!.attachShadow({ mode: 'open' });
        root.innerHTML = `<section lang="${language}" dir="${language === 'ar-XB' ? 'rtl' : 'ltr'}">${text}</section>`;
      },
      inside,
      lang,
    );
  }
  const whatOf = (findings: readonly Finding[]) => findings.map(({ what }) => what);

  it('are words that stand in no brackets', async () => {
    await shows(`
      <h2>⟦Štép 1 ~⟧</h2><p>⟦Cáll <a href="tel:311">311</a> ór <bdi>Hoffman St</bdi> ~⟧</p> 12 – 5
      <p lang="en">Pothole</p><time>November 25</time><input aria-label="⟦Námé ~⟧" value="Ada" />
      <p hidden>Not seen</p><svg><title></title></svg>`);
    assert.deepEqual(await opened.page.evaluate(untranslated), []);
    assert.equal(await opened.page.evaluate(bracketed), 2);

    await shows(`
      <p>⟦Štép ~⟧ Next</p><button aria-label="Close">×</button><img alt="A hole" /><input title="Name" placeholder="Ada" />
      <p>⟦Nó éñd</p><p>⟦Cáll ~⟧</p><select><option>Choose</option></select><span style="position: absolute; clip-path: inset(50%)">Hidden</span>`);
    assert.deepEqual(whatOf(await opened.page.evaluate(untranslated)), [
      'Next',
      'aria-label="Close"',
      'alt="A hole"',
      'title="Name"',
      'placeholder="Ada"',
      'a sentence that does not end',
      'Choose',
      'Hidden',
    ]);
  });

  it('is text that is cut off, or makes the page wider than it is', async () => {
    await shows('<p>⟦Á lóñg wáy fróm hérétóthéréáñdbáckágáíñ ~⟧</p><p style="overflow: hidden">⟦Fíts ~⟧</p>');
    assert.deepEqual(await opened.page.evaluate(clipped), []);
    await shows('<p style="overflow: hidden; block-size: 1em">⟦Twó líñéš óf ít, át léášt, íñ á ñárrów cólúmñ ~⟧</p>');
    assert.match(whatOf(await opened.page.evaluate(clipped)).join(), /hides \d+ px below it/);
    await shows(
      '<p style="overflow: hidden; white-space: nowrap">⟦Áll óf ít íñ óñé líñé, whích íš múçh tóó lóñg fór á ñárrów çólúmñ ~ ~ ~⟧</p>',
    );
    assert.match(whatOf(await opened.page.evaluate(clipped)).join(), /hides \d+ px beside it/);
    await shows('<p style="inline-size: 400px">⟦Wídé ~⟧</p>');
    assert.match(whatOf(await opened.page.evaluate(clipped)).join(), /the page is 400 wide/);
  });

  it('is what was not mirrored', async () => {
    const back = (style: string) => `<svg style="${style}" viewBox="0 0 24 24"><path d="m15 5-7 7 7 7"/></svg>`;
    const phone = (dir: string) => `<p dir="${dir}">(269) 555-0142</p><input type="tel" dir="ltr" />`;
    await shows(back('transform: scaleX(-1)') + phone('ltr'), 'ar-XB');
    assert.deepEqual(await opened.page.evaluate(unmirrored), []);
    await shows(back('') + phone('rtl') + '<input type="email" />', 'ar-XB');
    const found = whatOf(await opened.page.evaluate(unmirrored)).join('\n');
    assert.match(found, /points as from left to right: m15 5-7 7 7 7/);
    assert.match(found, /is drawn in another order: .*269/);
    assert.match(found, /is written from right to left/);
    await shows(phone('ltr'), 'en');
    assert.match(whatOf(await opened.page.evaluate(unmirrored)).join(), /is not from right to left/);
  });
});
