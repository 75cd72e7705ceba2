/** A made-up language for tests: English with accents, two fifths longer, in brackets. What stands without brackets was never translated. */
import { html } from 'lit';
import type { Sentence } from './messages.ts';

const accented: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ó',
  s: 'š',
  u: 'ú',
  y: 'ý',
};

/** The holes stay as they are. */
export function pseudo(english: Sentence): Sentence {
  if (typeof english === 'string') return bracketed(english);
  return Object.fromEntries(Object.entries(english).map(([category, words]) => [category, bracketed(words)]));
}

function bracketed(words: string): string {
  const said = words
    .split(/(\{\w+\})/)
    .map((piece) => (piece.startsWith('{') ? piece : piece.replace(/[aceinosuy]/g, (letter) => accented[letter]!)))
    .join('');
  return `⟦${said}${' ~'.repeat(Math.ceil(words.length / 5))}⟧`;
}

/** What the city says is not ours to translate: it is marked as being in the city's language. */
export function theirs(language: string): (text: string) => unknown {
  return (text) => html`<bdi lang=${language} .textContent=${text}></bdi>`;
}
