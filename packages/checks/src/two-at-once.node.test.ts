import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { twoAtOnce } from './two-at-once.ts';

describe('Work of which two pieces are under way at once', () => {
  it('never has three, never two in one lane, and gives what came of each in order', async () => {
    const busy = new Set<number>();
    let most = 0;
    const all = [30, 5, 5, 20, 1, 1];
    const outcomes = twoAtOnce(all, async (milliseconds, lane) => {
      assert.ok(!busy.has(lane));
      busy.add(lane);
      most = Math.max(most, busy.size);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      busy.delete(lane);
      return milliseconds;
    });
    assert.deepEqual(await Promise.all(outcomes), all);
    assert.equal(most, 2);
  });

  it('goes on where one piece fails, and says so in its turn', async () => {
    const outcomes = twoAtOnce([1, 2, 3], async (one) => {
      if (one === 1) throw new Error('It broke.');
      return one;
    });
    await assert.rejects(outcomes[0]!, /It broke/);
    assert.deepEqual(await Promise.all(outcomes.slice(1)), [2, 3]);
  });
});
