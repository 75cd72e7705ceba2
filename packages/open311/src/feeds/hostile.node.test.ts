/** Whatever words a city passes on, a feed stays the feed it is: the words are text in it, and nothing else. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, describe, it } from 'node:test';
import { carried, requestOf } from '../../test/feeds/any-request.ts';
import { parseCsv } from '../../test/feeds/parse-csv.ts';
import { parseXml } from '../wire/xml/parse-xml.ts';
import { specFields } from './spec-fields.ts';
import { toAtom, toCsv, toJsonFeed } from './index.ts';

const folder = fileURLToPath(new URL('../../../../../shared/corpora/', import.meta.url));
const options = { skip: !existsSync(folder) && !process.env['CI'] && 'the corpora are not on this machine' };
const lines = (name: string) =>
  readFileSync(folder + name, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

let run = 0;
let expected = 0;
after(() => console.log(`hostile words in feeds: ${run} run of ${expected} expected`));

function hold(words: string): void {
  const request = requestOf(words);
  const feed = { title: words, url: 'https://311.example.gov/feed', author: words, site: words, linkFor: () => words };
  const said = carried(words);
  const isAddress = /^https?:$/.test(URL.canParse(words) ? new URL(words).protocol : '');

  let mends = 0;
  const root = parseXml(toAtom([request], feed), () => mends++);
  assert.equal(mends, 0, words);
  const entry = root?.children.at(-1);
  const shape = [
    'id',
    'title',
    'updated',
    ...(entry?.children.some(({ name }) => name === 'published') ? ['published'] : []),
  ];
  if (isAddress) shape.push('link');
  if (said.trim() !== '') shape.push('category');
  assert.deepEqual(
    entry?.children.map(({ name }) => name),
    [...shape, 'content', 'point'],
    words,
  );
  assert.ok(
    entry?.children.every(({ children }) => children.length === 0),
    words,
  );
  assert.ok(entry?.children.find(({ name }) => name === 'content')?.text.includes(said.trim()), words);

  const { items } = JSON.parse(toJsonFeed([request], feed)) as { items: { content_text: string; image?: string }[] };
  assert.ok(items[0]?.content_text.includes(said.trim()) && 'image' in items[0] === isAddress, words);

  const [names, cells, ...more] = parseCsv(toCsv([request]));
  assert.deepEqual([names, more], [specFields, []], words);
  const cell = cells?.[specFields.indexOf('description')] ?? '';
  assert.ok(cell === said || cell === `'${said}`, words);
  assert.ok(!/^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell) || /^-?\d+(\.\d+)?$/.test(cell), words);
  run += 1;
}

describe('hostile words', options, () => {
  for (const [name, field, least] of [
    ['naughty-strings.jsonl', 's', 268],
    ['html-xss.jsonl', 'payload', 4414],
  ] as const) {
    it(`of ${name} are text in every format`, () => {
      const all = lines(name);
      assert.ok(all.length >= least, `${all.length}`);
      expected += all.length;
      for (const line of all) hold(String(line[field]));
    });
  }
});

describe('words that end what they stand in', () => {
  it('are text in every format', () => {
    for (const words of [
      ']]>',
      '<![CDATA[x]]>',
      '</content></entry><entry>',
      '" onload="x',
      '&lt;script&gt;',
      '<!--',
      '\r\n=1+1',
      '"\r\n"=1',
      '\uD800',
      '\0\x0b\x1f\x7f\uFFFE',
      '__proto__',
    ]) {
      expected += 1;
      hold(words);
    }
  });
});
