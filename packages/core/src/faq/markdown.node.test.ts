import assert from 'node:assert/strict';
import { brotliCompressSync } from 'node:zlib';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { build } from 'vite';
import { parseMarkdown } from './markdown.ts';
import { pieceTags, textOf, type Piece } from './piece.ts';

/** Pieces as markup, to read in a test. */
const shown = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece.replaceAll('<', '&lt;');
      const href = piece.href === undefined ? '' : ` href=${piece.href}`;
      return piece.tag === 'br' ? '<br>' : `<${piece.tag}${href}>${shown(piece.children)}</${piece.tag}>`;
    })
    .join('');

const cases: readonly (readonly [name: string, written: string, read: string])[] = [
  ['paragraphs', 'One\ntwo\r\n\r\n \t\nthree', '<p>One\ntwo</p><p>three</p>'],
  ['headings', '# One\n###### Six\n####### seven\n#no', '<h1>One</h1><h6>Six</h6><p>####### seven\n#no</p>'],
  ['line breaks', 'One  \ntwo\\\nthree', '<p>One<br>two<br>three</p>'],
  [
    'strong and emphasis',
    '**a** *b* _c_ ***d***',
    '<p><strong>a</strong> <em>b</em> <em>c</em> <em><strong>d</strong></em></p>',
  ],
  ['one in the other', '**a *b* c**', '<p><strong>a <em>b</em> c</strong></p>'],
  ['strong without blanks', '**強調**です', '<p><strong>強調</strong>です</p>'],
  ['marks without an end', '**a *b _c', '<p>**a *b _c</p>'],
  ['marks that are none', '2 * 3 * 4, snake_case_name, \\*a\\*', '<p>2 * 3 * 4, snake_case_name, *a*</p>'],
  ['lists', '- a\n* b\n\n+ c\n\nend', '<ul><li>a</li><li>b</li><li>c</li></ul><p>end</p>'],
  ['numbered lists', 'Do:\n1. a\n2) b\nmore', '<p>Do:</p><ol><li>a</li><li>b\nmore</li></ol>'],
  [
    'lists in lists',
    '1. a\n   - b\n   - c\n     - d\n2. e',
    '<ol><li>a<ul><li>b</li><li>c<ul><li>d</li></ul></li></ul></li><li>e</li></ol>',
  ],
  ['lists in lists by tabs', '- a\n\t- b\n- c', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'],
  ['paragraphs in items', '- a\n\n  b\n- c', '<ul><li>a<p>b</p></li><li>c</li></ul>'],
  ['one list after another', '- a\n1. b', '<ul><li>a</li></ul><ol><li>b</li></ol>'],
  ['links', '[a **b**](https://x.example/a_b_c)', '<p><a href=https://x.example/a_b_c>a <strong>b</strong></a></p>'],
  [
    'links of this site',
    '[a](/pay/) [b](#c) [d](e.html?f=g:h)',
    '<p><a href=/pay/>a</a> <a href=#c>b</a> <a href=e.html?f=g:h>d</a></p>',
  ],
  [
    'mail and phone',
    '[a](mailto:a@b.example) [b](tel:311)',
    '<p><a href=mailto:a@b.example>a</a> <a href=tel:311>b</a></p>',
  ],
  [
    'bare addresses',
    'See https://x.example/a_b, or (http://y.example/).',
    '<p>See <a href=https://x.example/a_b>https://x.example/a_b</a>, or (<a href=http://y.example/>http://y.example/</a>).</p>',
  ],
  [
    'an address as the words of a link',
    '[https://a.example](https://b.example)',
    '<p><a href=https://b.example>https://a.example</a></p>',
  ],
  ['pictures', '![a map](/map.png)', '<p><a href=/map.png>a map</a></p>'],
  ['unsafe links', '[a](javascript:alert%281%29) [b](data:text/html,x)', '<p>a b</p>'],
  [
    'HTML',
    '<b onclick="x">a</b> &amp; <script>b</script>',
    '<p>&lt;b onclick="x">a&lt;/b> &amp; &lt;script>b&lt;/script></p>',
  ],
  ['nothing', ' \n\t\n', ''],
];

describe('Markdown', () => {
  for (const [name, written, read] of cases) it(`has ${name}`, () => assert.equal(shown(parseMarkdown(written)), read));

  it('as words is all its text', () => {
    assert.equal(textOf(parseMarkdown('# A\n- b\n- c **d**e [f](/g)')).replace(/\s+/g, ' ').trim(), 'A b c de f');
  });

  it('has no pieces and no addresses but the safe ones, whatever is written', () => {
    const mean = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '](',
      '![',
      '*',
      '**',
      '_',
      '#',
      '# ',
      '\n',
      '  \n',
      '\n\n',
      '- ',
      '1. ',
      '    ',
      '\t',
      '\\',
      '<',
      '>',
      '"',
      '`',
      '&',
      'javascript:',
      'JaVa\nscript:',
      'https://',
      'data:',
      '//',
      '\0',
      '\u0001',
      'vbscript:x',
      'a',
      ':',
    );
    const text = fc.array(
      fc.oneof({ weight: 4, arbitrary: mean }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
      { maxLength: 40 },
    );
    const numRuns = 2000;
    let run = 0;
    let links = 0;
    const check = (pieces: readonly Piece[], inLink: boolean): void => {
      for (const piece of pieces) {
        if (typeof piece === 'string') continue;
        assert.ok(pieceTags.includes(piece.tag), piece.tag);
        const { tag, href, attributes } = piece;
        assert.equal(attributes, undefined);
        assert.equal(tag === 'a', href !== undefined);
        assert.ok(!(inLink && tag === 'a'), 'a link in a link');
        if (href !== undefined) {
          links++;
          assert.match(new URL(href, 'https://base.example/a/').protocol, /^(https?|mailto|tel):$/, href);
        }
        check(piece.children, inLink || tag === 'a');
      }
    };
    const link = fc.array(mean).map((parts) => `[a](${parts.join('')})`);
    fc.assert(
      fc.property(
        fc.oneof(
          text.map((parts) => parts.join('')),
          link,
          fc.string({ unit: 'binary' }),
        ),
        (any) => {
          try {
            check(parseMarkdown(any), false);
          } catch (error) {
            // An address that no browser can read leads nowhere.
            if ((error as { code?: string }).code !== 'ERR_INVALID_URL') throw error;
          }
          run++;
        },
      ),
      { numRuns },
    );
    console.log(`Markdown: ${run} run of ${numRuns} expected, with ${links} links`);
    assert.ok(links > 50, `${links} links`);
  });

  it('takes time in proportion to its length', () => {
    for (const part of [
      '[',
      '](',
      '[a](',
      '*',
      '**a',
      '_a ',
      '- ',
      '  - a\n',
      '#',
      '# ',
      'http://',
      '\\',
      ' ',
      '\n',
      '  \n',
      '![a](b)',
      '<',
      '(',
    ]) {
      const begun = performance.now();
      parseMarkdown(part.repeat(500_000 / part.length));
      assert.ok(performance.now() - begun < 2000, JSON.stringify(part));
    }
  });

  it('costs a resident 1 kB at most', async () => {
    const input = fileURLToPath(new URL('./markdown.ts', import.meta.url));
    const rolldownOptions = { input, preserveEntrySignatures: 'strict' } as const;
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, target: 'es2022', modulePreload: false, rolldownOptions },
    });
    const { output } = built as { readonly output: readonly { readonly code: string }[] };
    const size = brotliCompressSync(output[0]!.code).length;
    console.log(`Markdown: ${size} bytes brotli, with its check of addresses`);
    assert.ok(size <= 1024, `${size} bytes`);
  });
});
