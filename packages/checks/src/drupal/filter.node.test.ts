// The text filter's real PHP class on what editors and attackers write. Drupal's base classes are the stand-ins in `php/stand-ins.php`;
// HTML is read and written by the library that Drupal has for it.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inPhp, noPhp, settings, type Placed } from './module.ts';

const phone = '<a href="tel:2695550142">269-555-0142</a>';
const fallback = `<a href="${settings.plain_form}">Report a problem</a> or call ${phone}`;
const site = `endpoint="${settings.endpoint}" phone="269-555-0142" tracker-url="/track"`;

const filtered = (text: string, change: object = {}): Placed =>
  inPhp('filter', { text, settings: { ...settings, ...change } });
const htmlOf = (text: string, change?: object): string => filtered(text, change).html;

describe('the text filter of the Drupal module', { skip: noPhp }, () => {
  it('puts the form in the place of its line, with the site’s settings and the human route inside', () => {
    const { html, tags, libraries } = filtered('<h2>Help</h2>\n<p>[citydesk:request-form]</p>\n<p>Thanks</p>');
    const form = `<citydesk-request-form ${site}>${fallback}</citydesk-request-form>`;
    assert.equal(html, `<h2>Help</h2>\n${form}\n<p>Thanks</p>`);
    assert.deepEqual({ tags, libraries }, { tags: ['config:citydesk.settings'], libraries: ['citydesk/widgets'] });
  });

  it('knows the panel, the tracker and the button', () => {
    assert.match(htmlOf('[citydesk:faq-panel]'), /^<citydesk-faq-panel [^>]*>Please call <a href="tel:2695550142">/);
    assert.match(
      htmlOf('[citydesk:status-tracker request-id="26-00071"]'),
      /^<citydesk-status-tracker [^>]*request-id="26-00071">/,
    );
    const button = htmlOf('[citydesk:launcher label="Tell us"]');
    assert.match(
      button,
      /^<citydesk-launcher label="Tell us"><citydesk-request-form .*<\/citydesk-request-form><\/citydesk-launcher>$/,
    );
  });

  it('reads what an editor says of it, however the quotes came out', () => {
    for (const said of [
      'service-code="street light"',
      'service-code=&quot;street light&quot;',
      'service_code=“street light”',
      "&nbsp;service-code='street light'",
    ])
      assert.match(
        htmlOf(`<p>[citydesk:request-form ${said} contact=none heading-level=3 practice]</p>`),
        new RegExp(
          `^<citydesk-request-form ${site} service-code="street light" contact="none" heading-level="3" practice>`,
        ),
        said,
      );
  });

  it('lets no editor say where reports go, or anything else that is not in the list', () => {
    const html = htmlOf(
      '<p>[citydesk:request-form endpoint="https://evil.example/" config="//evil.example" faq=x map-style=x geocoder=x api-key=k onclick="x" style="x" slot=x id=x]</p>',
    );
    assert.equal(html, `<citydesk-request-form ${site}>${fallback}</citydesk-request-form>`);
  });

  it('leaves out values that are not what they should be', () => {
    const odd =
      'contact="all" heading-level="7" locale="x;y" center="here" storage="device" practice="no" request-id="1"';
    assert.equal(
      htmlOf(`[citydesk:request-form ${odd}]`),
      `<citydesk-request-form ${site}>${fallback}</citydesk-request-form>`,
    );
  });

  it('stays in its sentence where there are words beside it', () => {
    assert.match(
      htmlOf('<p>Here: [citydesk:faq-panel]</p>'),
      /^<p>Here: <citydesk-faq-panel .*<\/citydesk-faq-panel><\/p>$/,
    );
  });

  it('is left as it is in code, links, attributes and comments, and where nobody knows the name', () => {
    for (const text of [
      '<pre><code>[citydesk:request-form]</code></pre>',
      '<a href="/x">[citydesk:request-form]</a>',
      '<p><img src="x.png" alt="[citydesk:request-form]"></p>',
      '<!-- [citydesk:request-form] --><p>x</p>',
      '<p>[citydesk:request-form</p>',
      '<p>[citydesk:snippet-builder]</p>',
      '<p>[citydesk:<em>request-form</em>]</p>',
      '<textarea>[citydesk:request-form]</textarea>',
    ])
      assert.deepEqual(filtered(text), { ...filtered('-'), html: text });
  });

  it('does not touch a byte of a text that names no widget', () => {
    const text = '<P>Ünquoted <a href=x>5 < 6</a> & more<br/>';
    assert.equal(htmlOf(text), text);
  });

  it('makes no element and no attribute of what stands in a value', () => {
    const escaped = htmlOf(
      "<p>[citydesk:request-form service-code='&quot;&gt;&lt;img src=x onerror=alert(1)&gt;']</p>",
    );
    assert.match(escaped, /service-code="&quot;/);
    assert.equal(escaped.replaceAll(/="[^"]*"/g, '').includes('<img'), false, escaped);
  });

  it('takes no address from the settings that runs a script, also where no form has checked them', () => {
    const bad = {
      plain_form: 'javascript://x/%0aalert(1)',
      endpoint: 'data:text/html,x',
      tracker: '//evil.example',
      phone: '',
    };
    assert.equal(
      htmlOf('[citydesk:request-form]', bad),
      '<citydesk-request-form>This part of the page needs JavaScript. Without it, please call the city.</citydesk-request-form>',
    );
  });

  it('passes on storage and practice of the site', () => {
    assert.match(htmlOf('[citydesk:status-tracker]', { storage: 'none', practice: true }), / storage="none" practice>/);
  });

  it('reads a long text with many beginnings at once', () => {
    const text = `<p>${'[citydesk:request-form "'.repeat(20_000)}</p>`;
    assert.equal(htmlOf(text), text);
  });

  it('tells editors how to write it', () => {
    const { tips } = inPhp('filter', { text: '' });
    for (const tip of tips) assert.match(tip, /\[citydesk:request-form\]/);
  });
});
