import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { handingTo, mostHops, onwardFrom } from './onward.ts';
import type { Held } from './routing.ts';

const all = ['clerk', 'streets', 'parks', 'water', 'police', 'library', 'school'];

/** A report that went through these. */
const through = (...departments: readonly string[]): readonly Held[] =>
  departments.map((department, hop) => ({ department, hop, at: '', why: null, isLast: false }));

describe('where a report may go', () => {
  it('is any department that has not had it, and the first', () => {
    assert.deepEqual(onwardFrom(through('streets', 'parks'), all), {
      choices: ['clerk', 'water', 'police', 'library', 'school'],
      otherwise: 'clerk',
    });
    assert.equal(handingTo('streets', through('streets', 'parks'), all), undefined);
    assert.equal(handingTo('parks', through('streets', 'parks'), all), undefined);
    assert.deepEqual(handingTo('water', through('streets', 'parks'), all), { to: 'water', isLast: false });
  });

  it('is any other department from the first, which cannot pass it to nobody', () => {
    assert.deepEqual(onwardFrom(through('clerk'), all), { choices: all.slice(1), otherwise: undefined });
    assert.equal(handingTo('none', through('clerk'), all), undefined);
  });

  it('ends at the first when that one has it a second time, or when a department knows nobody for it', () => {
    assert.deepEqual(handingTo('clerk', through('streets'), all), { to: 'clerk', isLast: false });
    assert.deepEqual(handingTo('clerk', through('clerk', 'streets'), all), { to: 'clerk', isLast: true });
    assert.deepEqual(handingTo('none', through('streets'), all), { to: 'clerk', isLast: true });
    assert.deepEqual(onwardFrom([{ ...through('clerk')[0]!, isLast: true }], all).choices, []);
  });

  it('ends at the first after it was passed on four times', () => {
    const had = through('streets', 'parks', 'water', 'police', 'library');
    assert.equal(had.at(-1)!.hop, mostHops);
    assert.deepEqual(onwardFrom(had, all), { choices: [], otherwise: 'clerk' });
    assert.equal(handingTo('school', had, all), undefined);
    assert.deepEqual(handingTo('none', had, all), { to: 'clerk', isLast: true });
  });

  it('is nowhere in a town with one inbox', () => {
    assert.deepEqual(onwardFrom(through('clerk'), ['clerk']), { choices: [], otherwise: undefined });
  });

  it('leads on from a department that is not in the settings any more', () => {
    assert.equal(handingTo('parks', through('harbour'), all)?.to, 'parks');
  });

  it('comes to an end whatever is chosen, and nobody but the first has it twice', () => {
    const departments = fc.uniqueArray(fc.constantFrom(...all, 'harbour', 'market', 'forest'), { minLength: 1 });
    fc.assert(
      fc.property(departments, fc.constantFrom(...all), fc.infiniteStream(fc.nat()), (known, start, dice) => {
        const had: Held[] = [...through(start)];
        for (;;) {
          const { choices, otherwise } = onwardFrom(had, known);
          const ways = [...choices, ...(otherwise === undefined ? [] : ['none'])];
          if (ways.length === 0) break;
          const handing = handingTo(ways[dice.next().value! % ways.length]!, had, known);
          assert.ok(handing);
          had.push({ department: handing.to, hop: had.length, at: '', why: null, isLast: handing.isLast });
          assert.ok(had.length <= mostHops + 2, `It went round: ${had.map(({ department }) => department).join(' ')}`);
        }
        for (const each of new Set(had.map(({ department }) => department))) {
          const times = had.filter(({ department }) => department === each).length;
          assert.ok(times <= (each === known[0] ? 2 : 1), `${each} had it ${times} times`);
        }
        assert.equal(had.at(-1)!.department, known[0], 'it ends where somebody can answer for the town');
      }),
      { numRuns: 1000 },
    );
  });
});
