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
    assert.equal(createIndex([{ id: 'a', title: 'The It' }]).search('it is the')[0]?.id, 'a');
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

  it('reads no more than the beginning of a very long text', () => {
    assert.deepEqual(index.search(`pothole ${' '.repeat(600)} tree`), index.search('pothole'));
  });

  it('is empty for words it does not know, for none, and without entries', () => {
    assert.deepEqual(found('xqzvw'), []);
    assert.deepEqual(found(''), []);
    assert.deepEqual(createIndex([]).search('pothole'), []);
  });
});

describe('an index of several languages', () => {
  const both = createIndex(
    [
      { id: 'en', title: 'Dog park', locale: 'en-US' },
      { id: 'es', title: 'Parque canino', aliases: ['dog park'], locale: 'es' },
      { id: 'bin', title: 'Contenedor de basura', locale: 'es' },
    ],
    { locale: 'en' },
  );

  it('finds entries of the others too, below those of its own', () => {
    assert.deepEqual(
      both.search('dog park please').map(({ id }) => id),
      ['en', 'es'],
    );
    assert.equal(both.search('contenedor')[0]?.id, 'bin');
    const same = { title: 'Parking permit' };
    const twins = createIndex(
      [
        { ...same, id: 'there', locale: 'en' },
        { ...same, id: 'here', locale: 'es' },
      ],
      { locale: 'es-MX' },
    );
    const [first, second] = twins.search('permit parking');
    assert.equal(first?.id, 'here');
    assert.ok(second!.score < first.score);
  });

  it('gives one hit for an entry that is there in several', () => {
    const index = createIndex([
      { id: 'park', title: 'Dog park' },
      { id: 'park', title: 'Dog park, Spanish', locale: 'es' },
    ]);
    assert.deepEqual(
      index.search('dog park').map(({ id }) => id),
      ['park'],
    );
  });
});

describe('what people also call it', () => {
  it('counts more than the title, and the title more than the text', () => {
    const index = createIndex([
      { id: 'body', title: 'One', aliases: ['two'], body: 'raccoon' },
      { id: 'title', title: 'Raccoon', aliases: ['two'], body: 'three' },
      { id: 'alias', title: 'One', aliases: ['raccoon'], body: 'three' },
    ]);
    assert.deepEqual(
      index.search('a raccoon').map(({ id }) => id),
      ['alias', 'title', 'body'],
    );
  });
});
