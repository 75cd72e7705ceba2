import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fragmentFor, referencesIn, referencesInFragment } from './references.ts';

const numbers = (typed: string) => referencesIn(typed).map(({ reference }) => reference);

describe('what a resident types to find a report', () => {
  for (const [typed, found] of [
    ['26-01873', ['26-01873']],
    ['  26-01873 ', ['26-01873']],
    ['#26-01873', ['26-01873']],
    ['No. 4711', ['4711']],
    ['007', ['007']],
    ['a/b 12', ['a/b 12']],
    ['🕳️-1', ['🕳️-1']],
    ['26-01873, 26-01204', ['26-01873', '26-01204']],
    ['26-01873 26-01204', ['26-01873', '26-01204']],
    ['26-01873;26-01873\n26-01204', ['26-01873', '26-01204']],
    ['', []],
    [' , ;', []],
    ['https://city.example/#citydesk:request=26-01873', ['26-01873']],
    ['Look: https://city.example/?a=1#citydesk:request=1%2F2&request=%F0%9F%95%B3', ['1/2', '🕳']],
  ] as const) {
    it(`“${typed}” is ${found.length ? found.join(' and ') : 'nothing'}`, () =>
      assert.deepEqual(numbers(typed), found));
  }

  it('is at most twenty numbers at once', () => {
    assert.equal(referencesIn(Array.from({ length: 30 }, (_, at) => `26-${at}00`).join(',')).length, 20);
  });

  it('keeps a pasted token a token', () => {
    assert.deepEqual(referencesIn('https://city.example/#citydesk:token=abc'), [{ reference: 'abc', isToken: true }]);
  });
});

describe('the fragment of a link', () => {
  it('leads back to what it was made from, whatever the numbers hold', () => {
    const text = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .map((one) => one.trim())
      .filter(Boolean);
    const reference = fc.record({ reference: text, isToken: fc.boolean() }, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.uniqueArray(reference, { maxLength: 20, selector: (one) => one.reference }), (references) => {
        assert.deepEqual(referencesInFragment(fragmentFor(references)), references);
      }),
    );
  });

  it('of another kind names no report', () => {
    for (const fragment of ['', '#', '#top', '#citydesk:service=pothole', '#request=1', '#citydesk:request=']) {
      assert.deepEqual(referencesInFragment(fragment), []);
    }
  });

  it('with half a character in it is made all the same', () => {
    assert.equal(fragmentFor([{ reference: 'a\ud800', isToken: false }]), '#citydesk:request=a%EF%BF%BD');
  });
});
