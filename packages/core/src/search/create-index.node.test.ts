import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createIndex } from './create-index.ts';

const index = createIndex([
  { id: 'hole', title: 'Pothole in the street', aliases: ['road damage'] },
  { id: 'light', title: 'Street light out', body: 'A lamp is off, flickers, or burns all day' },
  { id: 'tree', title: 'Árbol caído', aliases: ['Baum umgestürzt', '倒れた木'] },
]);
const found = (words: string) => index.search(words).map(({ id }) => id);

describe('an index', () => {
  it('finds by title, by what people also call it, and by the text below', () => {
    assert.equal(found('pothole')[0], 'hole');
    assert.equal(found('damaged road')[0], 'hole');
    assert.equal(found('flickering lamp')[0], 'light');
  });

  it('joins words that are written apart, and takes those apart that are joined', () => {
    assert.equal(found('pot hole')[0], 'hole');
    assert.equal(found('streetlight')[0], 'light');
    // Not only by the letters they share: the joined words are a word of the title.
    assert.ok(index.search('pot hole')[0]!.score > index.search('pot holster')[0]!.score + 0.1);
  });

  it('forgives typos', () => {
    assert.equal(found('pothle')[0], 'hole');
    assert.equal(found('flikering')[0], 'light');
  });

  it('reads every script, with or without accents, in any case', () => {
    assert.equal(found('arbol caido')[0], 'tree');
    assert.deepEqual(index.search('arbol caido'), index.search('ÁRBOL CAÍDO'));
    assert.equal(found('UMGESTURZT')[0], 'tree');
    assert.equal(found('倒れた木')[0], 'tree');
  });

  it('still searches when all the words are small ones', () => {
    assert.doesNotThrow(() => found('in the'));
    assert.equal(createIndex([{ id: 'a', title: 'The It' }]).search('the it')[0]?.id, 'a');
  });

  it('scores from 0 to 1, best first, and higher for what fits better', () => {
    const hits = index.search('street light out');
    assert.deepEqual(
      hits.map(({ score }) => score),
      hits.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    assert.ok(hits.every(({ score }) => score > 0 && score <= 1));
    assert.ok(hits[0]!.score > 0.5 && (hits[1]?.score ?? 0) < hits[0]!.score);
  });

  it('is empty for words it does not know, for none, and without entries', () => {
    assert.deepEqual(found('xqzvw'), []);
    assert.deepEqual(found(''), []);
    assert.deepEqual(createIndex([]).search('pothole'), []);
  });
});
