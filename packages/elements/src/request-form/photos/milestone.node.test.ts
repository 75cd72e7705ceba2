import assert from 'node:assert/strict';
import { it } from 'node:test';
import { milestone } from './milestone.ts';

it('photos on their way are told of at the start, halfway and at the end, and at no other time', () => {
  const told = (shares: readonly number[]) =>
    shares.map((share, at) => milestone(shares[at - 1], share)).filter((percent) => percent !== undefined);
  assert.deepEqual(told([0, 0.1, 0.2, 0.49, 0.5, 0.6, 0.9, 1]), [0, 50, 100]);
  assert.deepEqual(told([0, 1]), [0, 100]);
  assert.deepEqual(told([0.7, 1, 1]), [50, 100]);
  assert.deepEqual(told([1]), [100]);
});
