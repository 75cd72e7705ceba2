import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { englishParts } from './english.ts';
import { readAloud, readingOf, readingsOf } from './read-ease.ts';
import { averageGrade } from './readability.ts';

describe('how hard English is to read', () => {
  it('is the school grade by Flesch and Kincaid', () => {
    // 11 words in 1 sentence with 12 syllables: 0.39 × 11 + 11.8 × 12/11 − 15.59.
    const { words, grade } = readingOf('key', 'The cat sat on the mat and looked at the window.');
    assert.equal(words, 11);
    assert.ok(Math.abs(grade - (0.39 * 11 + 11.8 * (12 / 11) - 15.59)) < 0.01, String(grade));
  });

  it('rises with long words and long sentences', () => {
    const plain = readingOf('key', 'Tell us where it is. We will look.');
    const hard = readingOf(
      'key',
      'Kindly provide comprehensive information regarding the geographical location of the infrastructural deficiency.',
    );
    assert.ok(plain.grade < 2 && hard.grade > 12, `${plain.grade}, ${hard.grade}`);
    assert.ok(averageGrade([hard, hard]) > 6);
  });

  it('is measured with what stands in the holes, and each hole has something', () => {
    assert.equal(readAloud('Call {phone}.'), 'Call 311.');
    assert.throws(() => readAloud('Call {nobody}.'), /what stands in the hole \{nobody\}/);
    const all = [...englishParts().values()].flatMap((part) => readingsOf(part, 6));
    assert.ok(all.length > 300 && all.every(({ text }) => !/[{}]/.test(text)));
  });
});
