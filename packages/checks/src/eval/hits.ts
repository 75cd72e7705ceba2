import type { Search } from './rivals.ts';
import { conditions, type Condition, type SearchQuery } from './search-data.ts';

/** In per cent, of the questions that have an answer: how often the first hit is one, and how often one of the first three is. */
export interface Hits {
  readonly questions: number;
  readonly at1: number;
  readonly at3: number;
}

export interface HitsByCondition {
  readonly all: Hits;
  readonly by: ReadonlyMap<Condition, Hits>;
}

/** Asks every question that has an answer. */
export async function hitsOf(search: Search, queries: readonly SearchQuery[]): Promise<HitsByCondition> {
  const asked: { readonly condition: Condition; readonly place: number }[] = [];
  for (const { query, answers, condition } of queries) {
    if (answers.length === 0) continue;
    const place = (await search(query)).slice(0, 3).findIndex((id) => answers.includes(id));
    asked.push({ condition, place });
  }
  const of = (some: typeof asked): Hits => ({
    questions: some.length,
    at1: (some.filter(({ place }) => place === 0).length / some.length) * 100,
    at3: (some.filter(({ place }) => place >= 0).length / some.length) * 100,
  });
  const by = conditions.flatMap((condition) => {
    const some = asked.filter((each) => each.condition === condition);
    return some.length ? [[condition, of(some)] as const] : [];
  });
  return { all: of(asked), by: new Map(by) };
}
