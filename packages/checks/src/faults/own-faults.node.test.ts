import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../e2e/until.ts';
import type { Fault } from './fault.ts';
import { ownFaults } from './own-faults.ts';
import { post, proxy, seen } from './proxy-world.ts';
import { sharedFaults } from './shared-faults.ts';

describe('what each fault says of itself', () => {
  const posted = [
    ...ownFaults,
    ...Object.entries(sharedFaults).map(([id, doing]): Fault => ({ id, on: 'POST', committed: 'mixed', ...doing })),
  ].filter(({ on, what }) => on === 'POST' && what.is !== 'page' && what.is !== 'refused' && what.is !== 'flap');

  for (const fault of posted) {
    it(`${fault.id}: the city ${fault.when === 'answer' ? 'has' : 'has not'} the report at the cut`, async () => {
      const atCut: number[] = [];
      proxy.arm({ fault: { ...fault, on: 'POST' }, times: 1, atCut: () => atCut.push(seen.posts) });
      const call = post(5000);
      await until('the cut', () => atCut[0] !== undefined || undefined);
      assert.equal(proxy.fired, 1);
      assert.deepEqual(atCut, [fault.when === 'answer' ? 1 : 0]);
      // What comes late must not come into the next test.
      if (fault.what.is === 'late-delivery') await until('the report', () => seen.posts > 0 || undefined);
      if (fault.what.is === 'twice') await call;
      if (fault.committed === 'yes') assert.equal(fault.when, 'answer');
      if (fault.committed === 'no') assert.notEqual(fault.when, 'answer');
    });
  }

  it('has at least thirty of our own, each with a name of its own', () => {
    const ids = new Set(ownFaults.map(({ id }) => id));
    assert.equal(ids.size, ownFaults.length);
    assert.ok(ids.size >= 30);
    for (const id of ids) assert.ok(!(id in sharedFaults), id);
  });
});
