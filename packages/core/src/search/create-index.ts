/**
 * Finds things (services, answers) by people's own words. How it ranks is an inside matter (shelf.ts).
 */

import { basic } from './languages/basic.ts';
import type { Language } from './languages/language.ts';
import { plainText } from './plain-text.ts';
import { createShelf, fields, type Shelf } from './shelf.ts';

/** One thing that can be found. */
export interface IndexEntry {
  readonly id: string;
  readonly title: string;
  /** "Also asked as": how people put it who do not know the title. They count most: one good alias finds more than any ranking. */
  readonly aliases?: readonly string[] | undefined;
  /** Plain text. */
  readonly body?: string | undefined;
  /** BCP 47. Default: that of the index. */
  readonly locale?: string | undefined;
}

export interface IndexOptions {
  /** The language people search in, BCP 47; entries in others are found too, and rank lower. Default: English. */
  readonly locale?: string | undefined;
  /** What is known about the languages of the entries. Without, words are compared by their letters alone, which finds less. */
  readonly languages?: readonly Language[] | undefined;
  /** The bodies of `entries` that come without them: what `loadBodies` gives. */
  readonly bodies?: Bodies | undefined;
}

/** By language, every term of the bodies with the places where it stands. Only `loadBodies` makes these. */
export type Bodies = Readonly<Record<string, Iterable<readonly [string, readonly number[]]>>>;

/** One hit. `score` runs from 0 to 1: the share of what the words could have matched at best. Scores of different questions compare. */
export interface Hit {
  readonly id: string;
  readonly score: number;
}

/** What `createIndex` gives. */
export interface Index {
  /** Best first, each id once; empty when nothing in the words is known. Of very long texts the beginning counts. */
  search(words: string): readonly Hit[];
}

/** Entries in another language than the index's are worth this much of what they score. */
const elsewhere = 0.8;

/** Builds an index over `entries`. Pure. */
export function createIndex(entries: readonly IndexEntry[], options: IndexOptions = {}): Index {
  const own = languageOf(options.locale ?? 'en');
  const titles = new Map<string, string>();
  const shelves = shelvesOf(entries, options).map(({ locale, shelf, entries: those }) => {
    for (const [term, places] of options.bodies?.[locale] ?? []) {
      const all = shelf.term(term).places;
      for (const place of places) all.push(place);
    }
    for (const { id, title } of those) if (locale === own) titles.set(nameOf(title), id);
    return { shelf, entries: those, worth: locale === own ? 1 : elsewhere };
  });

  return {
    search(words) {
      const best = new Map<string, number>();
      for (const { shelf, entries: those, worth } of shelves) {
        shelf.scores(words).forEach((score, at) => {
          const { id } = those[at]!;
          const least = best.get(id) ?? 0;
          if (score * worth > least) best.set(id, Math.min(score * worth, 0.999));
        });
      }
      // Whoever types a title means that.
      const name = nameOf(words);
      const named = titles.get(name);
      if (name && named !== undefined) best.set(named, 1);
      return [...best].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
    },
  };
}

/** The entries by language, each with what finds them. */
export function shelvesOf(
  entries: readonly IndexEntry[],
  { locale = 'en', languages = [] }: IndexOptions,
): readonly { readonly locale: string; readonly entries: readonly IndexEntry[]; readonly shelf: Shelf }[] {
  const byLocale = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    const own = languageOf(entry.locale ?? locale);
    const those = byLocale.get(own);
    if (those) those.push(entry);
    else byLocale.set(own, [entry]);
  }
  return [...byLocale].map(([own, those]) => {
    const shelf = createShelf(languages.find((one) => one.locale === own) ?? basic, those.length);
    those.forEach(({ title, aliases = [], body = '' }, at) => {
      for (const alias of aliases) shelf.add(at, fields.alias, alias);
      shelf.add(at, fields.title, title);
      shelf.add(at, fields.body, body);
    });
    return { locale: own, entries: those, shelf };
  });
}

/** `de` of `de-AT`. */
function languageOf(locale: string): string {
  return locale.toLowerCase().split('-')[0]!;
}

function nameOf(title: string): string {
  return plainText(title)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
