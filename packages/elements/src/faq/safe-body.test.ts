import { expect } from '@open-wc/testing';
import { toldOnConsole } from '../../test/city-file.ts';
import { safeBody } from './safe-body.ts';
import type { AnswerPlace } from './to-fragment.ts';

/** The markup of an answer, as it would stand on a page. */
async function shown(body: string, format: 'html' | 'markdown' = 'html', place?: AnswerPlace): Promise<string> {
  const element = document.createElement('div');
  element.append(await safeBody(body, { id: 'a', format }, place));
  return element.innerHTML;
}
const link = (href: string, words: string) => `<a href="${href}" rel="noopener noreferrer">${words}</a>`;

describe('an answer in Markdown', () => {
  it('is made of elements, and HTML in it is text', async () => {
    const written = '# When\n**Every** *second*\nTuesday.  \nBefore 7.\n\n- <b>bags</b>\n- [all](https://a.example/)';
    expect(await shown(written, 'markdown')).to.equal(
      `<h4>When</h4><p><strong>Every</strong> <em>second</em>\nTuesday.<br>Before 7.</p><ul><li>&lt;b&gt;bags&lt;/b&gt;</li><li>${link('https://a.example/', 'all')}</li></ul>`,
    );
  });

  it('costs no sanitizer', async () => {
    await shown('**a** <script>b</script>', 'markdown');
    const fetched = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('purify'));
    expect(fetched()).to.deep.equal([]);
    await shown('<p>a</p>');
    expect(fetched().length).to.equal(1);
  });
});

describe('an answer in HTML', () => {
  it('keeps what answers are made of', async () => {
    const kept = [
      '<p>a <strong>b</strong> <em>c</em><br>d</p>',
      '<ul><li>a<ul><li>b</li></ul></li></ul>',
      '<ol><li>a</li></ol>',
      '<table><caption>a</caption><thead><tr><th scope="col">b</th></tr></thead><tbody><tr><td colspan="2">c</td></tr></tbody></table>',
      '<p lang="es" dir="ltr">a</p>',
    ];
    for (const html of kept) expect(await shown(html)).to.equal(html);
  });

  it('loses all else, and keeps its words', async () => {
    const cases: readonly (readonly [string, string])[] = [
      ['<p style="position:fixed" class="a" id="b" name="c" data-d="e" onclick="f()" aria-label="g">h</p>', '<p>h</p>'],
      [
        '<style>*{display:none}</style><script>a()</script><p>b</p><img src="/c.png"><svg><text>d</text></svg>',
        '<p>b</p>',
      ],
      ['<form action="/a"><input name="b"><label>c</label><button>d</button></form>', '<p>c</p>'],
      [
        '<iframe src="/a"></iframe><object data="/b"></object><video src="/c"></video><template><p>d</p></template>',
        '',
      ],
      ['<details open><summary>a</summary>b</details>', '<p>ab</p>'],
      ['<font color="red">a</font> <b>b</b> <i>c</i>', '<p>a <strong>b</strong> <em>c</em></p>'],
      ['<x-a>b</x-a><slot name="c">d</slot>', '<p>bd</p>'],
      ['<frameset onload="a()"><frame src="/b"></frameset>c', ''],
      ['<html><head><title>a</title></head><body onload="b()"><p>c</p></body></html>', '<p>c</p>'],
      ['<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->', '<p>a</p>'],
    ];
    for (const [html, safe] of cases) expect(await shown(html), html).to.equal(safe);
  });

  it('has paragraphs where editors made boxes or loose words, and none that are empty', async () => {
    expect(await shown('a<div>b <b>c</b></div><div><div>d</div><ul><li>e</li></ul></div>f')).to.equal(
      '<p>a</p><p>b <strong>c</strong></p><p>d</p><ul><li>e</li></ul><p>f</p>',
    );
    expect(await shown('<p>&nbsp;</p>\n<div> <br></div><p>a</p><h3></h3><ul></ul>')).to.equal('<p>a</p>');
  });

  it('has headings from the level that is free', async () => {
    expect(await shown('<h1>a</h1><h2>b</h2><h6>c</h6>')).to.equal('<h4>a</h4><h5>b</h5><h6>c</h6>');
    expect(await shown('<h5>a</h5><h3>b</h3>', 'html', { level: 2 })).to.equal('<h4>a</h4><h2>b</h2>');
    expect(await shown('<h2>a</h2>', 'html', { level: 99 })).to.equal('<h6>a</h6>');
    expect(await shown('<div><h2>a</h2></div>', 'html', { level: 3 })).to.equal('<h3>a</h3>');
  });

  it('has links to the web, this site, mail and phone, and no others', async () => {
    const base = 'https://city.example/faq/a.json';
    const place = { base };
    expect(await shown('<p><a href="../pay/" target="_top" ping="/p" rel="opener">a</a></p>', 'html', place)).to.equal(
      `<p>${link('https://city.example/pay/', 'a')}</p>`,
    );
    expect(await shown('<p><a href="#b">a</a></p>', 'html', place)).to.equal(`<p>${link(`${base}#b`, 'a')}</p>`);
    expect(await shown('<p><a href="tel:311">a</a> <a href="mailto:a@b.example">b</a></p>')).to.equal(
      `<p>${link('tel:311', 'a')} ${link('mailto:a@b.example', 'b')}</p>`,
    );
    for (const href of [
      'javascript:alert(1)',
      ' jAvA\tscript:alert(1)',
      'data:text/html,x',
      'blob:x',
      'vbscript:x',
      'file:///a',
      'https://[',
      '',
    ])
      expect(await shown(`<p><a href="${href}">a</a></p>`), href).to.equal('<p>a</p>');
    // Where the base is nothing that links may lead to, what is relative to it is no link.
    expect(await shown('[a](b)', 'markdown', { base: 'blob:https://city.example/1' })).to.equal('<p>a</p>');
  });

  it('of which nothing is left is empty, and the console says so', async () => {
    let html = 'not asked';
    const told = await toldOnConsole(async () => void (html = await shown('<script>alert(1)</script>')));
    expect(html).to.equal('');
    expect(told).to.deep.equal(['citydesk: nothing of the answer "a" can be shown. Check what it is written in.']);
    expect(await toldOnConsole(async () => void (await shown(' ')))).to.deep.equal([]);
  });

  it('of two megabytes, or of ten thousand boxes in boxes, does not hold the page up', async () => {
    for (const html of [
      '<p>Tuesday.</p>'.repeat(130_000),
      `${'<div>'.repeat(10_000)}a`,
      '<b>'.repeat(10_000),
      '<table>'.repeat(2000),
    ]) {
      const begun = performance.now();
      await shown(html);
      expect(performance.now() - begun).to.be.lessThan(5000);
    }
  });
});

describe('under a strict policy', () => {
  /** What a page with this policy makes of an answer: its markup, or the error. */
  async function madeUnder(policy: string, before = ''): Promise<string> {
    const frame = document.createElement('iframe');
    const module = new URL('./safe-body.ts', import.meta.url).href;
    const script = `${before}
      import(${JSON.stringify(module)})
        .then(({ safeBody }) => safeBody('<p onclick="x()">a <b>b</b></p><script>no()<\\/script>', { id: 'a' }))
        .then((fragment) => { const element = document.createElement('div'); element.append(fragment); return element.innerHTML; })
        .catch((error) => error.name + ': ' + error.message)
        .then((said) => parent.postMessage({ said }, '*'));`;
    const head = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'self'; script-src 'self' 'nonce-a'; ${policy}">`;
    const said = new Promise<string>((resolve) => {
      addEventListener('message', function heard({ data, source }: MessageEvent<{ said?: string }>) {
        if (source !== frame.contentWindow || data.said === undefined) return;
        removeEventListener('message', heard);
        resolve(data.said);
      });
    });
    frame.srcdoc = `<!doctype html>${head}<script type="module" nonce="a">${script}</script>`;
    document.body.append(frame);
    const result = await said;
    frame.remove();
    return result;
  }
  const strict = "require-trusted-types-for 'script'; trusted-types citydesk";

  it('an answer is the same', async () => {
    expect(await madeUnder('')).to.equal('<p>a <strong>b</strong></p>');
    expect(await madeUnder(strict)).to.equal('<p>a <strong>b</strong></p>');
  });

  it('there is one policy for all of us, whoever came first', async () => {
    const first =
      'globalThis[Symbol.for("citydesk.policy")] ??= trustedTypes.createPolicy("citydesk", { createHTML: (html) => html });';
    expect(await madeUnder(strict, first)).to.equal('<p>a <strong>b</strong></p>');
  });

  it('that has no place for ours there is an error that says what to add, and nothing unchecked', async () => {
    const said = await madeUnder("require-trusted-types-for 'script'; trusted-types other");
    expect(said).to.match(/^Error: The page allows no answers in HTML\. Add "citydesk" to "trusted-types"/);
    // A page that does not use that name, but asks for trusted types, meets its own policies only.
    expect(await madeUnder("require-trusted-types-for 'script'; trusted-types 'none'")).to.match(/^Error: /);
  });
});
