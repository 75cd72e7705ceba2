import { expect } from '@open-wc/testing';
import { corpus } from '../../test/corpus.ts';
import { firstChoice, type Choice, type Shape } from './choice.ts';
import { inBlockComment, inScript, inShortcode } from './escape.ts';
import { placesFor } from './places.ts';
import { snippetFor } from './snippets.ts';

const release = { version: '0.1.0', files: { 'citydesk.js': 'sha384-AAAA', 'citydesk.classic.js': 'sha384-BBBB' } };

/** Every word that an editor or a city can put into what is copied. */
const filled = (words: string): Choice => ({
  ...firstChoice,
  endpoint: 'https://311.example.gov/open311/v2/',
  jurisdictionId: words,
  widgets: ['request-form', 'status-tracker'],
  start: words,
  phone: words,
  mapStyle: words,
  locale: words,
  practice: false,
});
const pieces = (shape: Shape, choice: Choice) =>
  snippetFor(shape, choice, placesFor(choice, release, 'https://docs.example/', true)).pieces;

/** What a page makes of it: names of elements and attributes, in order. */
function shapeOf(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.querySelectorAll('*')].map((one) => `${one.localName}[${one.getAttributeNames().join()}]`).join(' ');
}

const naughty = async () => {
  const rows = [
    ...((await corpus('html-xss.jsonl')) ?? []),
    ...((await corpus('naughty-strings.jsonl')) ?? []),
    ...((await corpus('config-injection.jsonl')) ?? []),
  ];
  const found = rows.flatMap((row) => Object.values(row).filter((one) => typeof one === 'string'));
  return ['"><script>alert(1)</script>', "' onload='x", '--><script>', '\\', '\\"', ']]', '\u2028</script>', ...found];
};

describe('what is copied, with bad words in it', () => {
  for (const shape of ['module', 'classic', 'div', 'iframe', 'link', 'npm'] as const) {
    it(`is the same elements and attributes as ever: ${shape}`, async () => {
      const html = (words: string) =>
        pieces(shape, filled(words))
          .filter(({ where }) => where === 'page' || where === 'template')
          .map(({ text }) => text)
          .join('');
      const usual = shapeOf(html('plain'));
      expect(usual).to.contain(shape === 'iframe' ? 'iframe[' : '[');
      for (const words of await naughty()) {
        if (words.trim() === '') continue;
        expect(shapeOf(html(words)), words).to.equal(usual);
      }
    });
  }

  it('says in its attributes what was written', async () => {
    for (const words of await naughty()) {
      if (words.trim() === '' || /[\r\0]/.test(words) || /\p{Surrogate}/u.test(words)) continue;
      const [piece] = pieces('module', filled(words));
      const page = new DOMParser().parseFromString(piece!.text, 'text/html');
      const script = page.querySelector('script')!;
      expect(script.dataset['jurisdictionId'], words).to.equal(words);
      expect(page.querySelector('citydesk-request-form')!.getAttribute('service-code')).to.equal(words);
    }
  });

  it('is one script for the tag manager, which says what was written and runs nothing else', async () => {
    for (const words of await naughty()) {
      if (words === '') continue;
      const [piece] = pieces('tag-manager', filled(words));
      const page = new DOMParser().parseFromString(piece!.text, 'text/html');
      expect(page.querySelectorAll('*').length, words).to.equal(4);
      const inside = page.querySelector('script')!.textContent;
      const said = /setAttribute\('data-jurisdiction-id', (".*")\);/.exec(inside)?.[1];
      expect(JSON.parse(said!), words).to.equal(words);
      // As it was parsed, it is still a script.
      expect(() => new Function(inside), words).not.to.throw();
    }
  });

  it('stays inside a block, a shortcode and a literal', async () => {
    for (const words of await naughty()) {
      const comment = inBlockComment({ serviceCode: words });
      expect(comment, words).not.to.match(/--|[<>&]/);
      expect(JSON.parse(comment)).to.deep.equal({ serviceCode: words });
      expect(inShortcode(words), words).not.to.match(/["'[\]<>]/);
      expect(inScript(words), words).not.to.match(/[<>&\u2028\u2029]/);
      expect(JSON.parse(inScript(words))).to.equal(words);
    }
  });
});
