import { createIndex, promoted } from '@citydesk/core/search';
import { languageOf } from './contenders.ts';
import type { SearchData } from './search-data.ts';

/** What the one promoted card does, as counts of questions. */
export interface Promotions {
  readonly answerable: number;
  readonly shown: number;
  /** Of those shown, how many were an answer. */
  readonly right: number;
  readonly unanswerable: number;
  readonly shownWrongly: number;
}

export async function promotionsIn({ entries, queries, locale }: SearchData): Promise<Promotions> {
  const index = createIndex(entries, { locale, languages: [await languageOf(locale)] });
  const cards = queries.map(({ query, answers }) => ({ answers, id: promoted(index.search(query))?.id }));
  const answerable = cards.filter(({ answers }) => answers.length > 0);
  const unanswerable = cards.filter(({ answers }) => answers.length === 0);
  return {
    answerable: answerable.length,
    shown: answerable.filter(({ id }) => id !== undefined).length,
    right: answerable.filter(({ id, answers }) => id !== undefined && answers.includes(id)).length,
    unanswerable: unanswerable.length,
    shownWrongly: unanswerable.filter(({ id }) => id !== undefined).length,
  };
}

export function sumOf(all: readonly Promotions[]): Promotions {
  const sum = (of: keyof Promotions): number => all.reduce((total, each) => total + each[of], 0);
  return {
    answerable: sum('answerable'),
    shown: sum('shown'),
    right: sum('right'),
    unanswerable: sum('unanswerable'),
    shownWrongly: sum('shownWrongly'),
  };
}

/** Parts of 1. A card over a question that nothing answers counts as wrong. */
export function sharesOf({ answerable, shown, right, unanswerable, shownWrongly }: Promotions): {
  readonly precision: number;
  readonly shown: number;
  readonly shownWrongly: number;
} {
  return {
    precision: right / (shown + shownWrongly),
    shown: shown / answerable,
    shownWrongly: shownWrongly / unanswerable,
  };
}
