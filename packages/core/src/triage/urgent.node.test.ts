import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { soundsUrgent } from './sounds-urgent.ts';
import { createDangerCheck, phrasesIn } from './urgent.ts';
import { readUrgentRules } from './urgent-rules.ts';

const english = await phrasesIn(['en']);
const check = createDangerCheck({}, english);

describe('words', () => {
  it('tell the kind of danger', () => {
    for (const [words, danger] of [
      ['I smell gas', 'gas'],
      ['There are wires down', 'wires'],
      ['The house is on fire', 'fire'],
      ['a man with a gun', 'crime'],
      ['He is not breathing', 'injury'],
      ['Someone is drowning', 'water'],
      ['this is an emergency!', 'other'],
    ] as const) {
      assert.equal(check(words), danger, words);
      assert.ok(soundsUrgent(words), words);
    }
  });

  it('are known in other orders, in capitals, with accents, quotes and letters gone wrong', () => {
    for (const words of [
      'gas smell',
      'GAS smell!!!',
      'smel gas',
      'gass leak',
      '“smoke” pouring out',
      'house on fier',
      'explsion',
      'wirse down',
      "can't breathe",
      'can’t breathe',
      'uncounscious man',
    ]) {
      assert.ok(check(words), words);
      assert.ok(soundsUrgent(words), words);
    }
  });

  it('that take it back, tell of the past, of a worry, or of something else, mean none', () => {
    for (const words of [
      ...['no fire', 'not an emergency', 'after the fire last week', 'fire hydrant', 'gas station price', 'gas lamp'],
      ...['fire pit rules', 'wire fence', 'shot put', 'smoke detector program', 'fire lane parking'],
      ...['before someone gets killed', 'my car was broken into last night', 'injured deer', 'potholes exploded'],
      ...['', ' ', '…', '\u0000', '(((', '\\', '~', '.'.repeat(5000)],
    ]) {
      assert.equal(check(words), undefined, words);
    }
  });

  it('are judged part by part: what takes one back leaves the other', () => {
    assert.equal(check('No fire, but I smell gas'), 'gas');
    assert.equal(check('The hydrant leaks. There is smoke coming out of the roof.'), 'fire');
    assert.equal(check('There was a fire last year\nnow the wires are down'), 'wires');
  });

  it('of a danger that was passed leave room for another', () => {
    assert.equal(
      check('gas leak', (one) => one === 'gas'),
      undefined,
    );
    assert.equal(
      check('gas leak and a man with a gun', (one) => one === 'gas'),
      'crime',
    );
  });

  it('of thousands of letters are judged in a moment', () => {
    const words = 'smell the wire near fire with the gun and not '.repeat(2000);
    const begun = performance.now();
    check(words);
    // No gate of time: a pattern that backtracks would take minutes.
    assert.ok(performance.now() - begun < 20_000);
  });

  it('of other languages are known where they are asked for', async () => {
    const check = createDangerCheck({}, await phrasesIn(['en', 'es-US', 'ja', 'xx', 'constructor']));
    assert.equal(check('Huele a gas en la calle'), 'gas');
    assert.equal(check('電線が垂れ下がっている'), 'wires');
    assert.equal(check('ガスの臭いがします'), 'gas');
    assert.equal(check('Hay un bache'), undefined);
    assert.equal(createDangerCheck({}, english)('Huele a gas en la calle'), undefined);
    assert.ok(soundsUrgent('ガスの臭い') && soundsUrgent('أشم رائحة غاز') && !soundsUrgent('bache “grande”…'));
  });
});

describe('what a city adds', () => {
  const tell = (told: string[]) => (key: string) => void told.push(key);

  it('counts as words, not as patterns', () => {
    const own = { words: [{ phrase: 'Dam (north)', danger: 'water' }], ignore: ['smell gas works'] } as const;
    const check = createDangerCheck(own, english);
    assert.equal(check('the dam, or the DAM (north) is broken'), undefined);
    assert.equal(
      createDangerCheck({ words: [{ phrase: 'levee broke', danger: 'water' }] })('The leveé broke!'),
      'water',
    );
    assert.equal(check('I smell gas works'), undefined);
    assert.equal(check('I smell gas'), 'gas');
  });

  it('is read key by key, and what is wrong is told', () => {
    const told: string[] = [];
    const rules = readUrgentRules(
      {
        words: [{ phrase: 'levee broke', danger: 'water' }, { phrase: 'boil water' }, { danger: 'gas' }, 7],
        services: ['gas_leak', 12, null],
        answers: [{ code: 'wires', value: 'yes', danger: 'wires' }, { code: 'x' }, { value: 'y' }],
        ignore: ['fire island', ''],
        more: 1,
      },
      tell(told),
    );
    assert.deepEqual(rules, {
      words: [
        { phrase: 'levee broke', danger: 'water' },
        { phrase: 'boil water', danger: 'other' },
      ],
      services: ['gas_leak', '12'],
      answers: [{ code: 'wires', value: 'yes', danger: 'wires' }],
      ignore: ['fire island'],
    });
    assert.deepEqual(told, ['words[2]', 'words[3]', 'services[2]', 'answers[2]', 'ignore[1]', 'answers[1].value']);
  });

  it('may be anything', () => {
    for (const json of [undefined, null, 7, 'x', [], true, { words: {} }, { answers: 'x' }]) {
      const rules = readUrgentRules(json, () => {});
      assert.deepEqual(rules, { words: [], services: [], answers: [], ignore: [] });
      assert.equal(createDangerCheck(rules, english)('gas leak'), 'gas');
    }
  });
});
