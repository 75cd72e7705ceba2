import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fault } from './fault.ts';
import { labOptionsFrom } from './lab-options.ts';
import { ownFaults } from './own-faults.ts';
import { plan, planDirect } from './plan.ts';

const kill: Fault = {
  id: 'kill',
  on: 'PAGE',
  legs: ['near'],
  committed: 'no',
  when: 'connect',
  what: { is: 'page', name: 'kill-before-send' },
};

describe('the plan', () => {
  it('has every fault on each of its legs before any comes twice', () => {
    const rows = ownFaults.reduce((sum, { legs }) => sum + legs.length, 0);
    const tasks = plan(ownFaults, 2 * rows);
    const names = (list: typeof tasks) => new Set(list.map(({ fault, leg }) => `${fault.id} ${leg}`)).size;
    assert.equal(names(tasks.slice(0, rows)), rows);
    assert.deepEqual(new Set(tasks.slice(rows).map(({ turn }) => turn)), new Set([1]));
    assert.equal(plan(ownFaults, 1).length, rows, 'never fewer than there are rows');
  });

  it('leaves kills to those who kill, and asks for another origin where nothing happens without', () => {
    assert.deepEqual(plan([kill], 10), []);
    const needy = plan(ownFaults, 1).filter(({ crossOrigin }) => crossOrigin);
    assert.deepEqual(needy.map(({ fault }) => fault.id).sort(), ['no-cors-after-commit', 'preflight-refused']);
  });

  it('sends straight to the city what can go wrong between it and a browser', () => {
    const direct = planDirect([kill, ...ownFaults], 30);
    assert.equal(direct.length, 30);
    assert.ok(
      direct.every(({ fault, leg }) => leg === 'near' && fault.what.is !== 'twice' && fault.what.is !== 'page'),
    );
  });
});

describe('what the lab is asked for', () => {
  const read = (...args: readonly string[]) => {
    const options = labOptionsFrom(args);
    assert.ok(options !== 'help');
    return options;
  };

  it('sends 500 reports and kills each victim 20 times, and with --full 4,500 and 200', () => {
    assert.deepEqual([read().submissions, read().kills, read().contexts, read().scale], [500, 20, 6, 20]);
    assert.deepEqual([read('--full').submissions, read('--full').kills], [4500, 200]);
    assert.deepEqual([...read('--only', 'a,b').only], ['a', 'b']);
    assert.equal(read('--only', 'a').kills, 0);
    assert.equal(read('--only', 'kill-in-flight').kills, 5);
    assert.equal(read('--only', 'a', '--kills', '3').kills, 3);
  });

  it('says what it cannot read', () => {
    assert.throws(() => labOptionsFrom(['--submissions', 'many']), /--submissions needs a number/);
    assert.throws(() => labOptionsFrom(['--nonsense']), /nonsense/);
  });
});
