import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contrast, luminance, ratioWords } from './contrast.ts';

describe('the contrast of two colours', () => {
  // Each from the definition in WCAG 2.2, worked out by hand.
  for (const [one, other, ratio] of [
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.4781],
    ['#767676', '#ffffff', 4.5422],
    ['#ff0000', '#ffffff', 3.9985],
    ['#0000ff', '#ffffff', 8.5925],
    ['#0f4f78', '#ffffff', 8.7],
  ] as const) {
    it(`of ${one} and ${other} is ${ratio}, in either order`, () => {
      assert.ok(Math.abs(contrast(one, other) - ratio) < 0.05, String(contrast(one, other)));
      assert.equal(contrast(one, other), contrast(other, one));
    });
  }

  it('takes the dark end as straight, as sRGB does', () => {
    assert.ok(Math.abs(luminance('#0a0a0a') - 10 / 255 / 12.92) < 1e-9);
  });

  it('is never told better than it is', () => {
    assert.equal(ratioWords(4.4999), '4.4');
    assert.equal(ratioWords(4.5), '4.5');
    assert.equal(ratioWords(21), '21.0');
  });
});
