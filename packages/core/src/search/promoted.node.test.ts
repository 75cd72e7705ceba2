import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { promoted } from './promoted.ts';

const hits = (...scores: readonly number[]) => scores.map((score, at) => ({ id: String(at), score }));

describe('the promoted hit', () => {
  it('is the first one when it fits well and far better than the second', () => {
    assert.equal(promoted(hits(0.6, 0.2, 0.1))?.id, '0');
    assert.equal(promoted(hits(1))?.id, '0');
  });

  it('is none when two fit about as well', () => assert.equal(promoted(hits(0.6, 0.55)), undefined));

  it('is none when nothing fits well, even if nothing else was found', () => {
    assert.equal(promoted(hits(0.2)), undefined);
    assert.equal(promoted([]), undefined);
  });
});
