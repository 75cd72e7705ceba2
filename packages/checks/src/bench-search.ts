// Measures searching, for people to read: 4,000 answers in three languages, ours beside MiniSearch. All take turns in one run, and the best of
// the rounds counts. Our build includes what the first question would otherwise pay.

import { createIndex, loadBodies, saveBodies } from '@citydesk/core/search';
import MiniSearch from 'minisearch';
import { languageOf, termsOf } from './eval/contenders.ts';
import { syntheticEntries, syntheticLocales, syntheticQueries } from './eval/synthetic-entries.ts';

const rounds = 4;
const count = 4000;
const fields = ['title', 'aliases', 'body'];

interface Candidate {
  readonly name: string;
  build(): (query: string) => unknown;
}

interface Times {
  readonly build: number;
  readonly median: number;
  readonly p95: number;
}

export async function benchSearch(): Promise<void> {
  // As they come from a file.
  const entries = JSON.parse(JSON.stringify(syntheticEntries(count))) as ReturnType<typeof syntheticEntries>;
  const heads = entries.map(({ body: _body, ...head }) => head);
  const queries = syntheticQueries(entries, 200);
  const languages = await Promise.all(syntheticLocales.map(languageOf));
  const options = { locale: 'en', languages };
  const saved = saveBodies(entries, options);
  const english = termsOf(languages[0]!);

  const ours = (index: ReturnType<typeof createIndex>) => {
    index.search('warm');
    return (query: string) => index.search(query);
  };
  const mini = (own: ConstructorParameters<typeof MiniSearch>[0]) => {
    const index = new MiniSearch({
      ...own,
      extractField: (entry: Record<string, string | readonly string[]>, field) => [entry[field]].flat().join('\n'),
      searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2.5, aliases: 3 } },
    });
    index.addAll([...entries] as never[]);
    return (query: string) => index.search(query);
  };
  const candidates: readonly Candidate[] = [
    { name: 'Citydesk', build: () => ours(createIndex(entries, options)) },
    {
      name: 'Citydesk, prebuilt',
      build: () => ours(createIndex(heads, { ...options, bodies: loadBodies(saved, heads) })),
    },
    { name: 'MiniSearch', build: () => mini({ fields }) },
    {
      name: 'MiniSearch, stop words and endings',
      build: () => mini({ fields, tokenize: (text) => [...english(text)], processTerm: (term) => term }),
    },
  ];

  const best = new Map<Candidate, Times>();
  for (let round = 0; round < rounds; round++) {
    for (const candidate of candidates) {
      const times = measured(candidate, queries);
      const before = best.get(candidate) ?? times;
      best.set(candidate, {
        build: Math.min(before.build, times.build),
        median: Math.min(before.median, times.median),
        p95: Math.min(before.p95, times.p95),
      });
    }
  }
  console.log(
    `\n${count} answers in ${syntheticLocales.length} languages, best of ${rounds} rounds, Node ${process.versions.node}`,
  );
  const rival = best.get(candidates[2]!)!;
  for (const [{ name }, { build, median, p95 }] of best) {
    console.log(
      name.padEnd(36) +
        `build ${build.toFixed(0).padStart(5)} ms ${(build / rival.build).toFixed(2)} ×` +
        `   query, median ${median.toFixed(2).padStart(6)} ms, p95 ${p95.toFixed(2).padStart(6)} ms ${(p95 / rival.p95).toFixed(2)} ×`,
    );
  }
}

function measured({ build }: Candidate, queries: readonly string[]): Times {
  const began = performance.now();
  const search = build();
  const built = performance.now() - began;
  const times = queries.map((query) => {
    const asked = performance.now();
    search(query);
    return performance.now() - asked;
  });
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)]!;
  return { build: built, median: at(0.5), p95: at(0.95) };
}
