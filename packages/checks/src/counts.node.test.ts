import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addCounts, sayCounts } from './counts.ts';

describe('the counts', () => {
  it('are said as the closing line says them', () => {
    assert.equal(sayCounts({ passed: 12, failed: 1, skipped: 3 }), '12 passed, 1 failed, 3 skipped');
  });

  it('add up', () => {
    assert.deepEqual(addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 1, failed: 1, skipped: 1 }), {
      passed: 2,
      failed: 3,
      skipped: 4,
    });
  });
});
