import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { states } from '../states/states.ts';
import { caughtBy, tableOf, verdictOn, type Outcome } from './caught.ts';
import { expressionOf, wrongWith, type Mutant } from './mutant.ts';
import { mutants, seededClasses } from './mutants.ts';

const mutant: Mutant = { name: 'no label', state: 'panel', class: 'missing label', mutate: () => undefined };
const outcomes = (caught: number, missed: number): readonly Outcome[] => [
  ...Array.from({ length: caught }, () => ({ mutant, by: ['axe label'] })),
  ...Array.from({ length: missed }, () => ({ mutant, by: [] })),
];

describe('a mutant', () => {
  it('is caught by what is silent on the page as it is, and by nothing else', () => {
    const before = new Map([['axe region', 'as always']]);
    const after = new Map([...before, ['axe label', 'no label'] as const]);
    assert.deepEqual(caughtBy(before, after), ['axe label']);
    assert.deepEqual(caughtBy(after, after), []);
    assert.deepEqual(caughtBy(after, before), []);
  });

  it('can be written as a method, an arrow or a function', () => {
    const forms: readonly Mutant['mutate'][] = [
      (root) => root.append('x'),
      function (root) {
        root.append('x');
      },
      {
        mutate(root: ShadowRoot) {
          root.append('x');
        },
      }.mutate,
    ];
    for (const mutate of forms) {
      const text: string[] = [];
      const run = new Function(`return ${expressionOf({ ...mutant, mutate })};`)() as (root: unknown) => void;
      run({ append: (word: string) => text.push(word) });
      assert.deepEqual(text, ['x']);
    }
  });

  it('has a name of its own, a class, a function and a state that there is', () => {
    assert.deepEqual(
      wrongWith(
        mutants,
        states.map(({ name }) => name),
      ),
      [],
    );
    const wrong = wrongWith([mutant, { ...mutant, state: 'moon' }], ['panel']);
    assert.deepEqual(wrong, ['“no label” is of the state moon, which is none.', 'Two are called “no label”.']);
  });
});

describe('the mutants', () => {
  it('are at least two of each of the 22 classes', () => {
    assert.equal(seededClasses.length, 22);
    for (const one of seededClasses) assert.ok(mutants.filter((each) => each.class === one).length >= 2, one);
  });

  it('hold where 95 of 100 are caught, not where 94 are, where one changes nothing, or where there are none', () => {
    assert.equal(verdictOn(outcomes(95, 5)).holds, true);
    assert.equal(verdictOn(outcomes(94, 6)).holds, false);
    const idle = verdictOn([...outcomes(99, 0), { mutant, by: [], trouble: 'it changes nothing' }]);
    assert.equal(idle.holds, false);
    assert.deepEqual(idle.troubled, ['no label: it changes nothing']);
    assert.equal(verdictOn([]).holds, false);
  });

  it('are told in a table with what caught them', () => {
    const [caught, missed] = tableOf(outcomes(1, 1));
    assert.match(caught!, /^✓ missing label {2}no label {2}panel {2}axe label$/);
    assert.match(missed!, /^✖ .* nothing$/);
  });
});
