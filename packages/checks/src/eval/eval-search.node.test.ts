import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contenders, languageOf, searchIn } from './contenders.ts';
import { hitsOf } from './hits.ts';
import { sharesOf, sumOf } from './promotions.ts';
import type { SearchData } from './search-data.ts';

const data: SearchData = {
  name: 'small',
  locale: 'en',
  entries: [
    { id: 'brush', title: 'Brush collection', aliases: ['branches'], body: 'Crews come every two weeks.' },
    { id: 'pool', title: 'Swimming pool hours', body: 'Closed in winter.' },
    { id: 'dog', title: 'Dog license' },
  ],
  queries: [
    { query: 'when are branches collected', answers: ['brush'], condition: 'question' },
    { query: 'swimmin', answers: ['pool'], condition: 'partial' },
    { query: 'brush', answers: ['dog'], condition: 'plain' },
    { query: 'xyzzy', answers: [], condition: 'plain' },
  ],
};

describe('the hits', () => {
  it('are counted over the questions that have an answer, all together and by condition', async () => {
    const found: Readonly<Record<string, readonly string[]>> = {
      'when are branches collected': ['brush'],
      swimmin: ['dog', 'brush', 'pool'],
      brush: ['brush', 'pool', 'x', 'dog'],
    };
    const { all, by } = await hitsOf((query) => found[query]!, data.queries);
    assert.deepEqual([all.questions, Math.round(all.at1), Math.round(all.at3)], [3, 33, 67]);
    assert.deepEqual([...by.keys()].toSorted(), ['partial', 'plain', 'question']);
    assert.deepEqual(by.get('partial'), { questions: 1, at1: 0, at3: 100 });
    assert.deepEqual(by.get('plain'), { questions: 1, at1: 0, at3: 0 });
  });
});

describe('every library', () => {
  for (const contender of contenders) {
    it(`is set up so that it finds what is there: ${contender.name}`, async () => {
      const search = await searchIn(data, contender);
      assert.equal((await search('when are branches collected'))[0], 'brush');
      assert.equal((await search('swim'))[0], 'pool');
      assert.equal((await search('licenses'))[0], 'dog');
    });
  }

  it('is given words without endings, and those of Japanese one by one', async () => {
    const { index } = contenders[1]!;
    const read: string[] = [];
    index([{ id: 'a', title: '犬の登録' }], (text) => (read.push(text), ['犬']), await languageOf('ja'));
    assert.ok(read.includes('犬の登録'));
  });
});

describe('the promoted card', () => {
  it('counts as wrong over a question that nothing answers', () => {
    const one = { answerable: 10, shown: 4, right: 4, unanswerable: 5, shownWrongly: 1 };
    assert.deepEqual(sharesOf(one), { precision: 0.8, shown: 0.4, shownWrongly: 0.2 });
    assert.deepEqual(sharesOf(sumOf([one, one])), sharesOf(one));
  });
});
