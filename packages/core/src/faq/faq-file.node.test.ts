import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { entryKeys, idFor, readFaqFile } from './faq-file.ts';
import { htmlText } from './html-text.ts';
import { wordsOf } from './words-of.ts';

const brush = {
  id: 'brush',
  title: 'When is brush collected?',
  aliases: ['yard waste day'],
  topic: 'Trash',
  locale: 'en',
  body: 'Every **second** Tuesday.',
  format: 'markdown',
  url: 'https://city.example/brush/',
  popular: true,
  expires: '2027-03-31',
  checked: '2026-11-01',
  services: ['yard'],
  contact: {
    name: 'Public Works',
    phone: '269-555-0142',
    email: 'works@city.example',
    url: '/works/',
    hours: [{ days: ['mon', 'fri'], opens: '08:00', closes: '16:30' }],
  },
  calendars: [
    {
      name: 'brush pick-up',
      area: {
        type: 'Polygon',
        coordinates: [
          [
            [-85, 42],
            [-84, 42],
            [-84, 43],
            [-85, 42],
          ],
        ],
      },
      weekday: 'tue',
      every: 2,
      from: '2026-11-24',
      until: '2027-03-31',
      except: { '2026-12-22': '2026-12-23', '2027-01-05': null },
    },
    { name: 'leaves', days: ['2026-11-30'] },
  ],
} as const;
const read = (more: object) => readFaqFile({ entries: [{ id: 'a', title: 'A', body: 'b', ...more }] });

describe('the FAQ file', () => {
  it('is read as it was written', () => {
    assert.deepEqual(readFaqFile({ entries: [brush] }), { entries: [brush], mistakes: [] });
    assert.deepEqual(Object.keys(brush), Object.keys(entryKeys));
  });

  it('needs no more than an id, a question and an answer', () => {
    const { entries, mistakes } = readFaqFile([{ id: 1, title: ' A ', body: 'b' }]);
    assert.deepEqual(entries, [{ id: '1', title: 'A', aliases: [], body: 'b', format: 'markdown' }]);
    assert.deepEqual(mistakes, []);
  });

  it('lends its language to its entries', () => {
    const { entries } = readFaqFile({
      language: 'es-mx',
      entries: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B', locale: 'en' },
      ],
    });
    assert.deepEqual(
      entries.map(({ locale }) => locale),
      ['es-MX', 'en'],
    );
  });

  it('says where answers are that do not stand in it, and by their ending how they are written', () => {
    const entries = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B', body: 'b' },
      { id: 'c', title: 'C', format: 'markdown' },
    ];
    const html = readFaqFile({ answers: 'answers/{id}.html', entries });
    assert.equal(html.answersUrl, 'answers/{id}.html');
    assert.deepEqual(
      html.entries.map(({ body, format }) => [body, format]),
      [
        [undefined, 'html'],
        ['b', 'markdown'],
        [undefined, 'markdown'],
      ],
    );
    assert.equal(readFaqFile({ answers: '/a/{id}.md?v=1', entries }).entries[0]!.format, 'markdown');
    // Without such a place there is nothing to fetch.
    assert.equal(readFaqFile({ entries }).entries[0]!.body, '');
    for (const answers of ['answers.html', 'javascript:{id}', 'mailto:{id}', 7, ''])
      assert.deepEqual(readFaqFile({ answers, entries }).mistakes, [
        '"answers" is left out. Write an address with {id} in it, like "answers/{id}.html".',
      ]);
  });

  it('loses no entry over a broken key, and says what to write', () => {
    const wrong: Readonly<Record<string, unknown>> = {
      aliases: 'yard waste',
      topic: ['Trash'],
      locale: 'Klingon!',
      format: 'word',
      url: 'javascript:alert(1)',
      popular: 'yes',
      expires: '2027-02-30',
      checked: 20261101,
      services: { yard: true },
      contact: { phone: '311' },
      calendars: 'tuesdays',
    };
    for (const [key, value] of Object.entries(wrong)) {
      const { entries, mistakes } = read({ [key]: value });
      assert.equal(entries.length, 1);
      assert.equal(mistakes.length, 1);
      assert.match(mistakes[0]!, new RegExp(`^Entry 1 \\("a"\\): "${key}" is left out\\. Write .+\\.$`));
      assert.deepEqual(entries[0], { id: 'a', title: 'A', aliases: [], body: 'b', format: 'markdown' });
    }
  });

  it('loses no more of a list or an object than what is broken in it', () => {
    const { entries, mistakes } = read({
      aliases: ['x', 7, '', 'y'],
      contact: {
        ...brush.contact,
        url: 'data:,x',
        email: 'a@b.example?bcc=c',
        hours: [{ days: ['mon'], opens: '9', closes: '10' }],
      },
      calendars: [
        brush.calendars[1],
        { ...brush.calendars[1], except: { soon: null, '2026-12-01': null, '2026-12-08': 'soon' } },
      ],
    });
    const [{ aliases, contact, calendars }] = entries as [(typeof entries)[0]];
    assert.deepEqual(aliases, ['x', 'y']);
    assert.deepEqual(contact, { name: 'Public Works', phone: '269-555-0142', hours: [] });
    assert.deepEqual(calendars, [
      brush.calendars[1],
      { ...brush.calendars[1], except: { '2026-12-01': null, '2026-12-08': null } },
    ]);
    assert.equal(mistakes.length, 5); // five of an entry are enough to tell
    assert.match(mistakes[0]!, /"aliases\[1\]" is left out/);
    assert.match(mistakes.join(), /"contact\.email" is left out\. Write an e-mail address\./);
  });

  it('leaves out a calendar that would be wrong', () => {
    const [calendar] = brush.calendars;
    for (const more of [
      { area: { type: 'Polygon' } },
      { every: 0 },
      { every: -1 },
      { every: 1e9 },
      { every: 1.5 },
      { weekday: 'Tuesday' },
      { from: 'soon' },
      { from: null },
      { until: '2026' },
      { name: '' },
    ])
      assert.deepEqual(read({ calendars: [{ ...calendar, ...more }] }).entries[0]!.calendars, [], JSON.stringify(more));
    assert.deepEqual(read({ calendars: [{ name: 'x' }, { name: 'x', days: [] }] }).entries[0]!.calendars, []);
  });

  it('leaves out an entry without a title, and gives one without an id that of its title', () => {
    const { entries, mistakes } = readFaqFile([
      { id: 'a' },
      { id: 'b', title: ' ' },
      { title: 'Wann kommt der Müll?', body: 'x' },
      null,
      7,
      'x',
    ]);
    assert.deepEqual(
      entries.map(({ id }) => id),
      ['wann-kommt-der-müll'],
    );
    assert.deepEqual(mistakes.slice(0, 3), [
      'Entry 1 ("a") is left out. It needs a "title".',
      'Entry 2 ("b") is left out. It needs a "title".',
      'Entry 3 has no "id". Links to it last only while its title stays as it is.',
    ]);
    assert.equal(idFor('いつ回収しますか？'), 'いつ回収しますか');
    assert.equal(idFor('???'), 'answer');
  });

  it('that is none has no entries, and says so', () => {
    for (const json of [undefined, null, 7, 'x', true, {}, { entries: {} }]) {
      const { entries, mistakes } = readFaqFile(json);
      assert.deepEqual(entries, []);
      assert.deepEqual(mistakes, ['There are no answers. Write "entries", a list of objects with "id" and "title".']);
    }
  });

  it('may be anything, and leaves the runtime as it was', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    const key = fc.constantFrom(...Object.keys(entryKeys), '__proto__', 'constructor', 'toString');
    const value = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom('name', 'area', 'days', 'every', 'except', '__proto__'), fc.jsonValue()),
    );
    let run = 0;
    fc.assert(
      fc.property(fc.array(fc.dictionary(key, value)), (json) => {
        const { entries } = readFaqFile(JSON.parse(JSON.stringify(json)));
        for (const entry of entries) {
          assert.ok(typeof entry.id === 'string' && entry.title && Array.isArray(entry.aliases));
          assert.equal(Object.getPrototypeOf(entry), Object.prototype);
        }
        run++;
      }),
      { numRuns: 500 },
    );
    assert.equal(run, 500);
    assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before);
  });

  const corpora = fileURLToPath(new URL('../../../../../shared/corpora/', import.meta.url));
  const options = { skip: !existsSync(corpora) && !process.env['CI'] && 'the corpora are not on this machine' };
  it('may be any JSON that others broke their teeth on', options, () => {
    let run = 0;
    const texts = [
      ...readdirSync(`${corpora}json-test-suite`).map((name) =>
        readFileSync(`${corpora}json-test-suite/${name}`, 'utf8'),
      ),
      ...readFileSync(`${corpora}json-hostile.jsonl`, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { raw: string }).raw),
    ];
    for (const text of texts) {
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch {
        json = text;
      }
      readFaqFile(json);
      readFaqFile({ entries: [json, { id: json, title: 'x', contact: json, calendars: [json] }] });
      run++;
    }
    console.log(`FAQ files of hostile JSON: ${run} run of ${texts.length} expected`);
    assert.ok(run >= 193);
  });

  it('is described by its schema, key by key', () => {
    const file = fileURLToPath(new URL('../../../../docs/reference/faq-file.schema.json', import.meta.url));
    const schema = JSON.parse(readFileSync(file, 'utf8')) as { $defs: { entry: { properties: object } } };
    assert.deepEqual(Object.keys(schema.$defs.entry.properties), Object.keys(entryKeys));
    const page = readFileSync(file.replace('.schema.json', '.md'), 'utf8');
    for (const key of Object.keys(entryKeys)) assert.ok(page.includes(`| \`${key}\``), key);
    const example = /```json\n([^`]+)```/.exec(page)![1]!;
    assert.deepEqual(readFaqFile(JSON.parse(example)).mistakes, []);
  });
});

describe('the words of an answer', () => {
  it('are without markup', () => {
    assert.equal(wordsOf({ body: '# A\n- **b**c', format: 'markdown' }), 'A bc');
    assert.equal(
      wordsOf({ body: '<p>A&#8217;s <b>b</b>c</p><script>no()</script><p>d &amp; &lt;e&gt;</p><style>x' }),
      'A’s bc d & <e>',
    );
    assert.equal(wordsOf({}), undefined);
  });

  it('are read from character references as browsers read them, and from broken ones as they stand', () => {
    assert.equal(
      htmlText('&#8211;&#x2014;&hellip;&nbsp;x &unknown; &#0; &#1114112; 1 < 2 > 1'),
      '–—… x &unknown; \uFFFD \uFFFD 1 < 2 > 1',
    );
  });
});
