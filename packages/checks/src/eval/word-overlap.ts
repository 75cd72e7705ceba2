// Measures how far questions lie from the words of the entries that answer them: a set that repeats its titles tests nothing.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cityFaqFolder, type SearchData, type SearchEntry } from './search-data.ts';

/** What does not count as content: words, in languages without spaces pieces of text. */
const stopWords = JSON.parse(readFileSync(path.join(cityFaqFolder, 'stop-words.json'), 'utf8')) as Readonly<
  Record<string, string>
>;

export interface Overlap {
  readonly query: string;
  readonly condition: string;
  /** Of the question's content words, the part that the title has too: 0 to 1. */
  readonly exact: number;
  /** The same, where words also count as shared that begin with the same four letters: `collected`, `collection`. */
  readonly alike: number;
  /** An alias of the entry stands in the question as a whole. */
  readonly alias: boolean;
}

/** Every answerable question beside the first entry that answers it. */
export function overlaps({ entries, queries, locale }: SearchData): readonly Overlap[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return queries.flatMap(({ query, answers: [first], condition }) => {
    const entry = first === undefined ? undefined : byId.get(first);
    return entry ? [{ query, condition, ...overlapWith(query, entry, locale) }] : [];
  });
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

function overlapWith(query: string, entry: SearchEntry, locale: string): Omit<Overlap, 'query' | 'condition'> {
  const asked = contentWords(query, locale);
  const title = contentWords(entry.title, locale);
  const part = (same: (one: string, other: string) => boolean): number =>
    asked.length === 0 ? 0 : asked.filter((one) => title.some((other) => same(one, other))).length / asked.length;
  return {
    exact: part((one, other) => one === other),
    alike: part((one, other) => one === other || (one.length > 3 && one.slice(0, 4) === other.slice(0, 4))),
    alias: (entry.aliases ?? []).some((alias) => spaced(query, locale).includes(spaced(alias, locale))),
  };
}

/** Lower-cased, without stop words, each once. Japanese and Chinese: pairs of neighbouring characters. */
export function contentWords(text: string, locale: string): readonly string[] {
  const stops = (stopWords[locale] ?? '').split(' ');
  if (!withoutSpaces(locale)) return [...new Set(wordsOf(text).filter((word) => !stops.includes(word)))];
  const rest = stops.reduce((left, stop) => (stop ? left.replaceAll(stop, ' ') : left), wordsOf(text).join(' '));
  return [...new Set(rest.split(' ').filter(Boolean).flatMap(pairs))];
}

function pairs(run: string): readonly string[] {
  const signs = [...run];
  return signs.length < 2 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}

/** Marks on letters stay where they make another letter (ñ, ü, が), Arabic vowel signs do not count. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").replaceAll(/\p{M}/gu, '');
  return plain.match(/[\p{L}\p{N}'_]+/gu) ?? [];
}

/** With a space around each word, so that `bill` is not found in `billboard`. */
function spaced(text: string, locale: string): string {
  return withoutSpaces(locale) ? wordsOf(text).join('') : ` ${wordsOf(text).join(' ')} `;
}

function withoutSpaces(locale: string): boolean {
  return locale === 'ja' || locale === 'zh';
}
