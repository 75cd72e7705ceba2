import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createIndex, type IndexEntry } from './create-index.ts';
import { everyLanguage as languages } from './every-language.ts';
import { loadBodies, saveBodies, type SavedBodies } from './saved-bodies.ts';

const entries: readonly IndexEntry[] = [
  { id: 'brush', title: 'Brush collection', body: 'Crews collect branches and hedge trimmings every two weeks.' },
  { id: 'pool', title: 'Swimming pool', body: 'Lanes for swimmers in the morning. Lanes are closed in winter.' },
  { id: 'müll', title: 'Müllabfuhr', body: 'Die Tonne wird montags geleert.', locale: 'de' },
  { id: 'gomi', title: 'ごみの収集', body: '朝六時までに容器を出してください。', locale: 'ja' },
];
const heads = entries.map(({ body: _body, ...head }) => head);
const options = { locale: 'en', languages };
const sent = (saved: SavedBodies): SavedBodies => JSON.parse(JSON.stringify(saved)) as SavedBodies;

describe('saved bodies', () => {
  it('find what the bodies would have found, and score it alike', () => {
    const bodies = loadBodies(sent(saveBodies(entries, options)), heads);
    const with_ = createIndex(heads, { ...options, bodies });
    const whole = createIndex(entries, options);
    for (const words of ['hedge', 'hegde trimmings', 'lanes in winter', 'tonne geleert', '容器を出す', 'brush']) {
      assert.deepEqual(with_.search(words), whole.search(words), words);
      assert.notDeepEqual(with_.search(words), [], words);
    }
    assert.deepEqual(createIndex(heads, options).search('hedge'), []);
  });

  it('keep their place among many entries', () => {
    const many = Array.from({ length: 3000 }, (_, at) => ({
      id: `a${at}`,
      title: 'Answer',
      body: at % 1999 ? 'common' : `common rare rare rare rare`,
    }));
    const bodies = loadBodies(sent(saveBodies(many)), many)!;
    const index = createIndex(
      many.map(({ id, title }) => ({ id, title })),
      { bodies },
    );
    assert.deepEqual(
      index.search('rare').map(({ id }) => id),
      ['a0', 'a1999'],
    );
    assert.equal(index.search('common').length, 3000);
  });

  it('are left aside when they belong to other entries or another version', () => {
    const saved = saveBodies(entries, options);
    assert.equal(loadBodies(saved, heads.toReversed()), undefined);
    assert.equal(loadBodies(saved, heads.slice(1)), undefined);
    assert.equal(loadBodies({ ...saved, format: 2 as 1 }, heads), undefined);
    assert.doesNotThrow(() => createIndex(heads, { ...options, bodies: undefined }));
  });

  it('of entries without bodies are empty', () => {
    const bodies = loadBodies(sent(saveBodies(heads, options)), heads);
    assert.equal(createIndex(heads, { ...options, bodies }).search('brush')[0]?.id, 'brush');
    assert.deepEqual(createIndex([], { bodies: loadBodies(saveBodies([]), []) }).search('brush'), []);
  });
});
