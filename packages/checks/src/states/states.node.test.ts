import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ledger } from '../a11y/ledger.ts';
import { openingsOf } from '../a11y/runs.ts';
import { wholeFaults } from '../a11y/whole.ts';
import { states } from './states.ts';
import { wordsIn } from './words.ts';

describe('the base states', () => {
  it('are sixty at least, each with a name of its own', () => {
    assert.ok(states.length >= 60, `${states.length}`);
    assert.equal(new Set(states.map(({ name }) => name)).size, states.length);
    for (const { name } of states) assert.match(name, /^[a-z]+(-[a-z]+)*$/);
  });

  it('name a heading that the widgets have words for, in every language', () => {
    for (const lang of ['en', 'ar', 'en-XA']) {
      const words = wordsIn(lang);
      for (const { name, heading } of states) if (typeof heading === 'string') assert.ok(words[heading], name);
    }
  });

  it('are looked at as they are seen most, and in five ways at least', () => {
    for (const at of states.keys()) {
      const [leftToRight, rightToLeft] = openingsOf(at);
      const seen = leftToRight.runs.map(({ width, theme }) => `${width} ${theme}`);
      assert.ok(seen.includes('320 light') && seen.includes('1280 light'), states[at]!.name);
      assert.ok(new Set(seen).size + new Set(rightToLeft.runs).size >= 5, states[at]!.name);
    }
  });

  it('meet every width and theme in both directions', () => {
    const met = states.flatMap((_, at) =>
      openingsOf(at).flatMap(({ dir, runs }) =>
        runs.flatMap(({ width, theme }) => [`${dir} ${width}`, `${dir} ${theme}`]),
      ),
    );
    assert.equal(new Set(met).size, 2 * (3 + 4));
  });
});

describe('the words of a page', () => {
  it('are those of its language, and the English ones beside them', () => {
    assert.deepEqual(wordsIn('en')['continue'], ['Continue']);
    assert.match(String(wordsIn('ar')['continue']?.[0]), /\p{Script=Arabic}/u);
    assert.match(String(wordsIn('ar-XB')['continue']?.[0]), /^⟦/);
  });
});

describe('the ledger', () => {
  it('answers each question once, with a reason, in twenty entries at most', () => {
    assert.ok(ledger.length <= 20);
    assert.equal(new Set(ledger.map(({ by, rule, where }) => `${by} ${rule} ${where}`)).size, ledger.length);
    for (const { rule, reason } of ledger) assert.ok(reason.length > 40, rule);
  });
});

describe('a whole run', () => {
  const trees = new Map([
    ['one', 'a'],
    ['two', 'b'],
  ]);
  const whole = { trees, answered: new Set(ledger), states: 60, runs: 300 };

  it('holds where each state is another, each answer is needed, and enough was looked at', () => {
    assert.deepEqual(wholeFaults(whole), []);
  });

  it('fails for two states that are the same to a screen reader', () => {
    const faults = wholeFaults({ ...whole, trees: new Map([...trees, ['three', 'a']]) });
    assert.deepEqual(faults, ['three has the same accessibility tree as one.']);
  });

  it('fails for an answer that nothing asks for any more', () => {
    const faults = wholeFaults({ ...whole, answered: new Set(ledger.slice(1)) });
    assert.equal(faults.length, 1);
    assert.match(faults[0]!, /Nothing asks any more/);
  });

  it('fails where too little was looked at', () => {
    assert.equal(wholeFaults({ ...whole, states: 59, runs: 299 }).length, 2);
  });
});
