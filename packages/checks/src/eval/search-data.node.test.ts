import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { cityFaqFolder, cityFaqLocales, conditions, readBeir, readCityFaq, type SearchQuery } from './search-data.ts';
import { median, overlaps } from './word-overlap.ts';

for (const locale of cityFaqLocales) {
  describe(`the city FAQ, ${locale}`, () => {
    const open = readCityFaq(locale, 'open');
    const locked = readCityFaq(locale, 'locked');
    const { entries } = open;
    const queries = [...open.queries, ...locked.queries];
    const both = { ...open, queries };
    const phrasings = locale === 'en' ? 6 : 4;

    it('has enough entries, each with an id of its own and all its texts', () => {
      assert.ok(entries.length >= (locale === 'en' ? 84 : 30), `${entries.length} entries`);
      assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
      for (const { id, title, body, topic, aliases } of entries) {
        assert.ok(id && title && body && topic && aliases && aliases.length <= 4 && aliases.every(Boolean), id);
      }
    });

    it('asks for every entry equally often, half of it in each half', () => {
      for (const half of [open, locked]) {
        for (const { id } of entries) {
          assert.equal(
            half.queries.filter(({ answers }) => answers[0] === id).length,
            phrasings / 2,
            `${half.name} ${id}`,
          );
        }
      }
    });

    it('asks nothing twice, and nothing that an entry outside the set would answer', () => {
      assert.equal(new Set(queries.map(({ query }) => query.toLowerCase())).size, queries.length);
      const ids = new Set(entries.map(({ id }) => id));
      for (const { query, answers } of queries) {
        assert.ok(
          query.trim() && new Set(answers).size === answers.length && answers.every((id) => ids.has(id)),
          query,
        );
      }
    });

    it('has no answer for about 15 in 100 questions of each half', () => {
      for (const { name, queries: half } of [open, locked]) {
        const share = half.filter(({ answers }) => answers.length === 0).length / half.length;
        assert.ok(share >= 0.14 && share <= 0.16, `${name}: ${share}`);
      }
    });

    it('puts questions in every way, in each half', () => {
      for (const half of [open.queries, locked.queries]) {
        assert.deepEqual(conditionsOf(half), [...conditions].filter((each) => each !== 'unlabelled').toSorted());
      }
    });

    it('shares at most 0.3 of the words of its questions with the titles, in the median', () => {
      for (const data of [open, locked, both]) {
        const found = overlaps(data);
        assert.equal(found.length, data.queries.filter(({ answers }) => answers.length > 0).length);
        assert.ok(median(found.map(({ exact }) => exact)) <= 0.3, data.name);
        assert.ok(median(found.map(({ alike }) => alike)) <= 0.3, `${data.name}, words that begin alike`);
      }
    });

    it('has synonyms that share no word with the title', () => {
      const sharing = overlaps(both).filter(({ condition, exact }) => condition === 'synonym' && exact > 0);
      assert.deepEqual(sharing, []);
    });

    it('repeats an alias in at most a quarter of its questions', () => {
      const found = overlaps(both);
      assert.ok(found.filter(({ alias }) => alias).length <= found.length / 4);
    });
  });
}

describe('the locked half', () => {
  it('is what it was when it was fixed', () => {
    const lines = readFileSync(path.join(cityFaqFolder, 'locked.sha256'), 'utf8').trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => line.slice(66)),
      cityFaqLocales.map((locale) => `locked.${locale}.jsonl`).toSorted(),
    );
    for (const line of lines) {
      const file = line.slice(66);
      const sum = createHash('sha256').update(readFileSync(path.join(cityFaqFolder, file)));
      assert.equal(sum.digest('hex'), line.slice(0, 64), `${file} was changed`);
    }
  });
});

describe('a BEIR folder', () => {
  let folder: string;
  before(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'citydesk-beir-')), 'answers-de');
    mkdirSync(path.join(folder, 'qrels'), { recursive: true });
    write('corpus.jsonl', '{"_id":"a","title":"Müll","text":"Montags."}\n{"_id":"b","title":"","text":"Nur Text"}\n');
    write('queries.jsonl', '{"_id":"1","text":"wann müll"}\n{"_id":"2","text":"anderswo"}\n{"_id":"3","text":"x"}\n');
    write('qrels/test.tsv', 'query-id\tcorpus-id\tscore\n1\tb\t1\n1\ta\t2\n3\ta\t0\n');
  });
  after(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

  const write = (file: string, content: string): void => writeFileSync(path.join(folder, file), content);

  it('reads in the same shape, best answers first, without the questions of other splits', () => {
    assert.deepEqual(readBeir(folder), {
      name: 'answers-de',
      locale: 'de',
      entries: [
        { id: 'a', title: 'Müll', body: 'Montags.' },
        { id: 'b', title: 'Nur Text' },
      ],
      queries: [
        { query: 'wann müll', answers: ['a', 'b'], condition: 'unlabelled' },
        { query: 'x', answers: [], condition: 'unlabelled' },
      ],
    });
    assert.equal(readBeir(folder, 'nl').locale, 'nl');
  });

  it('may have its judgements beside the texts', () => {
    rmSync(path.join(folder, 'qrels'), { recursive: true });
    write('qrels.tsv', 'query-id\tcorpus-id\tscore\r\n2\ta\t1\r\n');
    assert.deepEqual(readBeir(folder).queries, [{ query: 'anderswo', answers: ['a'], condition: 'unlabelled' }]);
  });

  it('that cannot be read is refused with the place', () => {
    write('qrels.tsv', 'query-id\tcorpus-id\tscore\n2\ta\n');
    assert.throws(() => readBeir(folder), /qrels\.tsv:2 is not/);
    write('qrels.tsv', '');
    write('corpus.jsonl', '{"_id":"a","title":"Müll","text":"Montags."}\n{"_id":\n');
    assert.throws(() => readBeir(folder), /corpus\.jsonl:2 is not a JSON object/);
    write('corpus.jsonl', '{"_id":"a","title":"Müll"}\n');
    assert.throws(() => readBeir(folder), /corpus\.jsonl:1 has no text "text"/);
  });
});

function conditionsOf(queries: readonly SearchQuery[]): readonly string[] {
  return [...new Set(queries.map(({ condition }) => condition))].toSorted();
}
