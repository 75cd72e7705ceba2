import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sample } from '../../test/phrases.ts';
import { createPhrasebook } from './phrasebook.ts';
import { noPhrases, ownPhrases } from './phrases.ts';

const { en, es, ids } = sample;
const spanish = createPhrasebook(en, es);
const found = createPhrasebook(en, ids);
const said = (text: string) => spanish.phrase(text)?.text;
const idOf = (text: string) => found.phrase(text)?.text;

describe('a text of the city', () => {
  it('is said in the other language, surest where it is the very words of the book', () => {
    assert.deepEqual(spanish.phrase('Pothole'), { text: 'Bache', confidence: 1 });
    assert.equal(said('I do not know'), 'No lo sé');
    assert.equal(said('Streets and sidewalks'), 'Calles y aceras');
    const sure = (text: string) => spanish.phrase(text)!.confidence;
    assert.ok(sure('Pothole') > sure('Hole in the road') && sure('Hole in the road') > sure('Street pothole'));
  });

  it('is found whatever its case, punctuation, number, order and small words', () => {
    for (const text of [
      'POTHOLE',
      ' pothole. ',
      'Potholes',
      'pot-hole',
      'The pothole',
      'Pothole in street',
      'Street: Pothole',
    ])
      assert.equal(said(text), 'Bache', text);
  });

  it('is found without what a department writes around it', () => {
    for (const text of [
      'PW – Pothole',
      'PW - Pothole',
      '311: Pothole',
      'Pothole (311)',
      'Pothole (SR-12)',
      'Pothole - G',
      'Pothole_Repair',
    ])
      assert.equal(said(text), 'Bache', text);
    for (const text of ['Streets - Pothole', 'Road defect – pothole']) assert.equal(said(text), 'Bache', text);
  });

  it('is not translated where that is not sure', () => {
    for (const text of ['', ' ', '?', 'Pothole claim', 'Pothole and flood', 'Scidmore Park', 'Bump', 'G', '123'])
      assert.equal(said(text), undefined, text);
    // Known, but not in that language.
    assert.equal(said('Graffiti'), undefined);
  });

  it('that asks something is no service', () => {
    assert.equal(idOf('Where in the street is it?'), 'where-street');
    for (const text of ['Pothole?', 'Is there a pothole?', 'Graffiti?', 'Noise?*', 'What is the street light?'])
      assert.equal(idOf(text), undefined, text);
  });

  it('that asks about the thing itself asks about it', () => {
    assert.equal(said('Where is the pothole located?'), '¿Dónde está?');
    assert.equal(idOf('What color is the abandoned car?'), 'what-color');
    assert.equal(idOf('Where is the mayor?'), undefined);
  });

  it('keeps its measure', () => {
    assert.equal(idOf('How high is the edge, in inches?'), 'edge-inches');
    assert.equal(idOf('How high is the edge, in feet?'), undefined);
  });

  it('is an answer by its very words only', () => {
    assert.equal(idOf('East'), 'east');
    assert.equal(idOf('Easting'), undefined);
  });
});

describe('the words of a resident', () => {
  it('are more names of a service', () => {
    assert.deepEqual(spanish.aliases('Pothole in the street'), ['Bache', 'hoyo', 'hueco en la calle']);
    assert.deepEqual(spanish.aliases('Yes'), []);
    assert.deepEqual(spanish.aliases('Scidmore Park'), []);
  });
});

describe('the translations of a city', () => {
  const file = {
    es: {
      Pothole: 'Hoyo en la vía',
      ' Where is it? ': '¿En qué lugar?',
      'Storm bowl': ['Cuenco', 'palangana'],
      Noise: 7,
      Graffiti: ' ',
      Trash: [],
    },
    'es-MX': { Pothole: 'Bache grande' },
    fr: 'nothing',
  };
  const own = (tag: string) => createPhrasebook(en, es, ownPhrases(file, tag));

  it('win over the book, by the exact text', () => {
    assert.deepEqual(own('es').phrase(' Pothole '), { text: 'Hoyo en la vía', confidence: 1 });
    assert.equal(own('es').phrase('Potholes')?.text, 'Bache');
    assert.equal(own('es').phrase('Where is it?')?.text, '¿En qué lugar?');
  });

  it('add words, and texts that the book does not know', () => {
    assert.equal(own('es').phrase('Storm bowl')?.text, 'Cuenco');
    assert.deepEqual(own('es').aliases('Storm bowl'), ['Cuenco', 'palangana']);
    assert.deepEqual(own('es').aliases('Pothole'), ['Hoyo en la vía', 'Bache', 'hoyo', 'hueco en la calle']);
  });

  it('of a region win over those of its language', () => {
    assert.equal(own('es-MX').phrase('Pothole')?.text, 'Bache grande');
    assert.equal(own('es-MX').phrase('Where is it?')?.text, '¿En qué lugar?');
  });

  it('that are none are left out', () => {
    for (const text of ['Noise', 'Graffiti', 'Trash']) assert.equal(own('es').phrase(text), undefined, text);
    for (const strange of [undefined, null, 7, 'es', [], { es: null }, { es: [1] }])
      assert.equal(createPhrasebook(noPhrases, noPhrases, ownPhrases(strange, 'es')).phrase('Pothole'), undefined);
    assert.equal(own('fr').phrase('Pothole')?.text, 'Bache');
  });

  it('serve where the book does not know the language of the city', () => {
    const alone = createPhrasebook(noPhrases, noPhrases, ownPhrases({ es: { Kuoppa: 'Bache' } }, 'es'));
    assert.deepEqual(alone.phrase('Kuoppa'), { text: 'Bache', confidence: 1 });
    assert.equal(alone.phrase('Tie'), undefined);
  });
});
