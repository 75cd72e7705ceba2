import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mediaUrls } from './photos.ts';
import { quietly } from './reading.ts';

const read = (value: unknown) => mediaUrls(value, quietly, 'media_url');

describe('photos', () => {
  it('are split at commas before an address alone, whatever blanks are around', () => {
    assert.deepEqual(read(' https://x.test/a,b.jpg \n, https://x.test/c.jpg,\tHTTP://x.test/d.jpg , '), [
      'https://x.test/a,b.jpg',
      'https://x.test/c.jpg',
      'HTTP://x.test/d.jpg ,',
    ]);
  });

  it('are read in time that grows with the length of the answer alone', () => {
    const n = 160_000;
    for (const words of [
      `http://a${' '.repeat(n)}b`,
      `http://a,${' '.repeat(n)}b`,
      `http://a${' ,'.repeat(n)}b`,
      `http://a${', '.repeat(n)}http`,
      `http://a${' , http://a'.repeat(n / 8)}`,
    ]) {
      const began = performance.now();
      read(words);
      assert.ok(performance.now() - began < 2000, words.slice(0, 20));
    }
  });

  it('with any number of sizes in their addresses end nothing', () => {
    const long = `http://a${'/thumb'.repeat(200_000)}`;
    assert.deepEqual(read([`${long}/small`, `${long}/large`]), [`${long}/large`]);
  });
});
