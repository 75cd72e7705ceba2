import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { valueIn } from '../read.ts';
import { parseXml, type Element } from './parse-xml.ts';

function parsed(xml: string): { root: Element | undefined; mends: number } {
  let mends = 0;
  return { root: parseXml(xml, () => mends++), mends };
}

describe('XML', () => {
  it('is elements, attributes, text and CDATA, without prefixes and comments', () => {
    const { root, mends } = parsed(
      `<?xml version="1.0"?><!-- a -->\n<s:a xmlns:s="urn:s" b='1 "2"' c = "&lt;&#x26;"><b/><b>x<!-- > --> y</b ><![CDATA[<z> & ]] ]]>&amp;</s:a><!-- end -->\n`,
    );
    assert.equal(mends, 0);
    assert.equal(root?.name, 'a');
    assert.deepEqual([...(root?.attributes ?? [])].slice(1), [
      ['b', '1 "2"'],
      ['c', '<&'],
    ]);
    assert.deepEqual(
      root?.children.map(({ name, text }) => [name, text]),
      [
        ['b', ''],
        ['b', 'x y'],
      ],
    );
    assert.equal(root?.text, '<z> & ]] &');
  });

  it('is none if any of it is missing, crossed or too much', () => {
    for (const xml of [
      '',
      'text',
      '<a>',
      '<a><b></a></b>',
      '<a></b>',
      '</a>',
      '<a/><b/>',
      '<a/>text',
      'text<a/>',
      '<a><!-- </a>',
      '<a><![CDATA[</a>',
      '<a b="></a>',
      '<a',
      '<!DOCTYPE a [ <!ELEMENT a ANY>',
      '<a></A>',
      '<s:a></a>',
      `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`,
    ]) {
      assert.equal(parsed(xml).root, undefined, xml.slice(0, 40));
    }
    const whole = '<service_requests><request><service_request_id>17</service_request_id></request></service_requests>';
    for (let length = 0; length < whole.length; length++) assert.equal(parsed(whole.slice(0, length)).root, undefined);
    assert.ok(parsed(`${'<a>'.repeat(64)}${'</a>'.repeat(64)}`).root);
  });

  it('knows five entities and numbers, and expands no others', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x "xxxxxxxx"><!ENTITY y "&x;&x;&x;"><!ENTITY file SYSTEM "file:///etc/passwd">]><a>&y;&file;</a>`;
    assert.equal(parsed(bomb).root?.text, '&y;&file;');
    assert.equal(parsed('<a>&lt;&gt;&amp;&quot;&apos;&#228;&#xE4;&#x1F600;</a>').root?.text, '<>&"\'ää😀');
    assert.deepEqual(
      [parsed('<a>&#0;&#16;&#xD800;&#x110000;&#99999999999;</a>').root?.text],
      ['\uFFFD\uFFFD&#99999999999;'],
    );
    assert.equal(parsed('<a>A & B &amp C &nbsp;D < E</a>').root?.text, 'A & B &amp C \u00A0D < E');
    assert.equal(parsed('<a>A & B &nbsp;D < E</a>').mends, 3);
  });

  it('is read in time that grows with its length alone', () => {
    const seconds = (xml: string) => {
      const began = performance.now();
      parsed(xml);
      return (performance.now() - began) / 1000;
    };
    const n = 200_000;
    for (const unit of [
      '<',
      '<a ',
      '<a "',
      `<a '`,
      '<a b="',
      '&',
      '&#',
      '&a',
      '<a x',
      '<!--',
      '<![CDATA[',
      '<!DOCTYPE [',
      '<!a>',
      '<!a [',
      '<!a []>',
      ']',
      '<a/>',
      '</a>',
      '<a>&lt;</a>',
    ]) {
      for (const xml of [
        unit.repeat(n),
        `<a>${unit.repeat(n)}</a>`,
        `<a ${unit.repeat(n)}=>`,
        `<a ${unit.repeat(n)}/>`,
      ]) {
        assert.ok(seconds(xml) < 2, `${unit} × ${n}`);
      }
    }
    assert.ok(seconds(`<a>${'<!a>'.repeat(2 * n)}道</a>`) < 2, 'a search that looks beyond its markup');
    assert.ok(seconds(`<a ${'x'.repeat(1e6)} y=1>`) < 2 && seconds(`<a ${' '.repeat(1e6)}=>`) < 2);
  });
});

describe('an answer in XML', () => {
  it('names no field that an object has by itself', async () => {
    const value = await valueIn(
      '<services><__proto__><polluted>1</polluted></__proto__><constructor>x</constructor></services>',
    );
    assert.ok(!('polluted' in {}) && !('polluted' in Object.create(Object.getPrototypeOf({}) as object)));
    assert.deepEqual(Object.keys((value as { services: object }).services), ['__proto__', 'constructor']);
  });

  it('is never an HTML page', async () => {
    for (const page of [
      '<!DOCTYPE html><html></html>',
      '  <html><body/></html>',
      '<h1>Not Found</h1>',
      '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" ""><html xmlns="http://www.w3.org/1999/xhtml"></html>',
      '<!-- proxy --><html></html>',
    ]) {
      assert.equal(await valueIn(page), undefined, page);
    }
  });
});
