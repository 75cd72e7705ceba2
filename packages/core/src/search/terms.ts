import type { Language } from './languages/language.ts';
import { plainText } from './plain-text.ts';

/** Scripts that put no spaces between words, and Korean, whose words carry their particles. */
const unspaced = /([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}ー]+)/u;
/** One Chinese character is a word by itself. */
const character = /\p{sc=Han}/u;

/** Whether a term is a piece of a text without spaces. Such pieces are equal or not: they are too short to be alike. */
export function isPiece(term: string): boolean {
  return unspaced.test(term);
}

/**
 * Takes texts apart into terms: words without endings, or, where words are not told apart, pairs of characters and Chinese characters alone.
 * `make` turns a term into what the caller wants to have for it.
 */
export function termsIn<Term>(
  language: Language,
  make: (term: string) => Term,
): (text: string, take: (term: Term) => void) => void {
  const read = (raw: string, stopWords?: ReadonlySet<string>): readonly Term[] => {
    const found: string[] = [];
    const plain = plainText(raw);
    for (const word of (language.mend?.(plain) ?? plain).split(/[^\p{L}\p{M}\p{N}]+/u)) {
      if (stopWords?.has(word)) continue;
      for (const part of word.split(unspaced)) {
        const characters = isPiece(part) ? [...part] : [];
        if (part && !characters.length) found.push(language.stem(part));
        characters.forEach((one, at) => {
          if (at) found.push(characters[at - 1]! + one);
          if (!characters[1] || character.test(one)) found.push(one);
        });
      }
    }
    return found.map(make);
  };

  // Each word is read once. Large indexes spend their time here, so words are told apart by two numbers made of their letters, and most are
  // never cut out of the text. Two words with both numbers in common are not to be
  // feared below some hundred million words.
  const known = new Map<number, { readonly other: number; readonly terms: readonly Term[] }>();

  return (text, take) => {
    let telling = 0;
    let from = 0;
    let key = 0;
    let other = 0;
    for (let at = 0; at <= text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 32) {
        key = (Math.imul(key, 31) + code) & 0x3fffffff;
        other = (Math.imul(other, 37) + code) & 0x3fffffff;
      } else {
        let found = known.get(key);
        while (found && found.other !== other) found = known.get(++key);
        if (!found) known.set(key, (found = { other, terms: read(text.slice(from, at), language.stopWords) }));
        const { terms } = found;
        telling += terms.length;
        for (let nth = 0; nth < terms.length; nth++) take(terms[nth]!);
        from = at + 1;
        key = other = 0;
      }
    }
    // Only small words: then they are all there is to go by.
    if (!telling) read(text).forEach(take);
  };
}
