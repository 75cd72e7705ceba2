/** How the words that someone types are held against the words of a name. */

/** All ways to write one word: ["st", "street"]. */
export type Word = readonly string[];

const ways: readonly Word[] = [
  ['st', 'street'],
  ['ave', 'avenue', 'av'],
  ['dr', 'drive'],
  ['rd', 'road'],
  ['ln', 'lane'],
  ['n', 'north'],
  ['s', 'south'],
  ['e', 'east'],
  ['w', 'west'],
];

/** May be typed after any name, and say nothing of which. */
const town = new Set(['three', 'rivers', 'mi', 'michigan', '49093', 'usa']);
const between = new Set(['at', 'and', 'corner', 'the', 'of']);

/** What was typed, word by word, in small letters without accents. */
export function tokensOf(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word && !between.has(word));
}

export function wordsOf(name: string): readonly Word[] {
  return tokensOf(name).map((word) => ways.find((way) => way.includes(word)) ?? [word]);
}

/**
 * How well what was typed fits a name; 0 where a word of it is not in the name. Names with less beside it are better.
 * @param typos whether one letter may be wrong in words of four and more
 */
export function matchOf(tokens: readonly string[], words: readonly Word[], typos: boolean): number {
  const left = [...words];
  let score = 0;
  for (const token of tokens) {
    const fits = left.map((word) => Math.max(...word.map((way) => fit(token, way, typos))));
    const best = Math.max(0, ...fits);
    if (best > 0) left.splice(fits.indexOf(best), 1);
    else if (!town.has(token)) return 0;
    score += best;
  }
  return score && score - left.length / 10;
}

function fit(token: string, word: string, typos: boolean): number {
  if (word === token) return 3;
  if (word.startsWith(token)) return 2;
  if (!typos || token.length < 4 || word[0] !== token[0]) return 0;
  return [-1, 0, 1].some((more) => isNear(token, word.slice(0, token.length + more))) ? 1 : 0;
}

/** One letter more, less or other, or two in turned order. */
function isNear(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const rest = (text: string, skip: number) => text.slice(start + skip);
  return (
    rest(one, 1) === rest(other, 1) ||
    rest(one, 1) === rest(other, 0) ||
    rest(one, 0) === rest(other, 1) ||
    (one[start] === other[start + 1] && one[start + 1] === other[start] && rest(one, 2) === rest(other, 2))
  );
}
