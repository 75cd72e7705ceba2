import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addCounts, noCounts, readCounts, sayCounts } from './counts.ts';

describe('the counts', () => {
  it('are said as the closing line says them, and read back', () => {
    const counts = { passed: 12, failed: 1, skipped: 3 };
    assert.equal(sayCounts(counts), '12 passed, 1 failed, 3 skipped');
    assert.deepEqual(readCounts(`noise\n${sayCounts(noCounts)}\nnoise\n${sayCounts(counts)}\n`), counts);
  });

  it('are not found where there are none', () => assert.equal(readCounts('   node: 3 passed, all is well'), undefined));

  it('add up', () => {
    assert.deepEqual(addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 1, failed: 1, skipped: 1 }), {
      passed: 2,
      failed: 3,
      skipped: 4,
    });
  });
});
