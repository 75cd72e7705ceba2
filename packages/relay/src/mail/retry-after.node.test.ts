import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { retryAfter } from './retry-after.ts';

const minute = 60_000;

describe('when a message is tried again', () => {
  it('doubles from a minute to six hours', () => {
    const waits = [1, 2, 3, 9, 10, 11, 1000].map((attempts) => retryAfter(attempts, undefined, () => 0.5) / minute);
    assert.deepEqual(waits, [1, 2, 4, 256, 360, 360, 360]);
  });

  it('is shorter for a server that cannot be reached at all', () => {
    assert.equal(
      retryAfter(20, 15 * minute, () => 0.5),
      15 * minute,
    );
  });

  it('is a fifth more or less each time', () => {
    const waits = Array.from({ length: 1000 }, () => retryAfter(1));
    assert.ok(Math.min(...waits) >= 0.8 * minute && Math.max(...waits) < 1.2 * minute);
    assert.ok(new Set(waits).size > 100);
  });
});
