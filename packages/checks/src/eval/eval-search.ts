// `npm run eval:search`: how well people's questions find their answers, ours beside other libraries in the same run.
//
//   npm run eval:search                    the locked half of the city FAQ, and sets beside the repository if they are there
//   npm run eval:search -- --open          the open half: the only one to tune with
//   npm run eval:search -- --data FOLDER   any folder in the BEIR layout; may be given several times

import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../workspace.ts';
import { contenders, searchIn } from './contenders.ts';
import { hitsOf, type Hits, type HitsByCondition } from './hits.ts';
import { promotionsIn, sharesOf, sumOf, type Promotions } from './promotions.ts';
import { cityFaqLocales, readBeir, readCityFaq, type SearchData } from './search-data.ts';

/** How many points of hit@3 another library may be better in one set; or one question, where that is more: a single one is chance. */
const tolerated = 1;
/** The promoted card: how often it is right, how often it is shown where there is an answer, and at most where there is none. */
const card = { precision: 0.85, shown: 0.3, shownWrongly: 0.1 };
/** More sets, which do not belong to the project. */
const besides = ['../shared/search/deepset-en', '../shared/search/deepset-de'];

type Results = ReadonlyMap<string, HitsByCondition>;

/** @returns what is not as good as it has to be; nothing if all is well */
export async function evalSearch(args: readonly string[]): Promise<readonly string[]> {
  const { values } = parseArgs({
    args: [...args],
    options: { open: { type: 'boolean' }, data: { type: 'string', multiple: true } },
  });
  const city = values.data ? [] : cityFaqLocales.map((locale) => readCityFaq(locale, values.open ? 'open' : 'locked'));
  const others = values.data ?? (values.open ? [] : besides.map((each) => path.join(root, each)).filter(existsSync));
  const sets = [...city, ...others.map((folder) => readBeir(folder))];

  printSettings();
  const results = new Map<SearchData, Results>();
  for (const set of sets) {
    const found = new Map<string, HitsByCondition>();
    for (const one of contenders) found.set(one.name, await hitsOf(await searchIn(set, one), set.queries));
    results.set(set, found);
    printSet(set, found);
  }
  const wrong = [...nearTheBest(results), ...bestOnAverage([...results.values()])];
  if (city.length) wrong.push(...(await cardIsSure(city)));
  for (const each of wrong) console.log(`✖ ${each}`);
  return wrong;
}

function printSettings(): void {
  console.log(
    'All get the same stop words and endings; the others get Japanese and Chinese as words, cut by Intl.Segmenter.\n',
  );
  for (const { name, settings } of contenders) console.log(`${name.padEnd(12)}${settings}`);
}

const column = 15;

function printSet({ name, entries }: SearchData, found: Results): void {
  const [first] = found.values();
  const heads = [['all', first!.all], ...first!.by] as const;
  console.log(`\n${name}, ${entries.length} entries: hit@1 hit@3 in per cent`);
  console.log(''.padEnd(12) + heads.map(([head, { questions }]) => `${head} ${questions}`.padStart(column)).join(''));
  for (const [contender, { all, by }] of found) {
    console.log(contender.padEnd(12) + [all, ...by.values()].map((hits) => pair(hits).padStart(column)).join(''));
  }
}

function pair({ at1, at3 }: Hits): string {
  return `${at1.toFixed(1).padStart(5)} ${at3.toFixed(1).padStart(5)}`;
}

/** The best other library by hit@3. */
function bestOther(found: Results): readonly [string, number] {
  const [, ...others] = [...found].map(([name, { all }]) => [name, all.at3] as const);
  return others.toSorted(([, a], [, b]) => b - a)[0]!;
}

function ownIn(found: Results): Hits {
  return found.get(contenders[0]!.name)!.all;
}

function nearTheBest(results: ReadonlyMap<SearchData, Results>): readonly string[] {
  return [...results].flatMap(([{ name }, found]) => {
    const [other, at3] = bestOther(found);
    const own = ownIn(found).at3;
    const { questions } = ownIn(found);
    return own < at3 - Math.max(tolerated, 100.1 / questions)
      ? [`${name}: hit@3 is ${own.toFixed(1)}, ${other}'s ${at3.toFixed(1)}`]
      : [];
  });
}

/** Each set counts the same, however many questions it has. */
function bestOnAverage(all: readonly Results[]): readonly string[] {
  console.log(`\nOn average over ${all.length} sets: hit@1 hit@3`);
  const averages = contenders.map(({ name }) => {
    const mean = (of: 'at1' | 'at3'): number =>
      all.reduce((sum, each) => sum + each.get(name)!.all[of], 0) / all.length;
    const hits = { questions: 0, at1: mean('at1'), at3: mean('at3') };
    console.log(name.padEnd(12) + pair(hits).padStart(column));
    return hits.at3;
  });
  const [own, ...others] = averages;
  return own! > Math.max(...others) ? [] : ['another library has the better hit@3 on average'];
}

async function cardIsSure(city: readonly SearchData[]): Promise<readonly string[]> {
  const all: Promotions[] = [];
  console.log('\nThe promoted card: right when shown, shown where there is an answer, shown where there is none');
  for (const set of city) {
    all.push(await promotionsIn(set));
    printCard(set.name, all.at(-1)!);
  }
  const sum = sumOf(all);
  printCard('all', sum);
  const { precision, shown, shownWrongly } = sharesOf(sum);
  return precision >= card.precision && shown >= card.shown && shownWrongly <= card.shownWrongly
    ? []
    : ['the promoted card is not as sure as it has to be'];
}

function printCard(name: string, counts: Promotions): void {
  const shares = Object.values(sharesOf(counts)).map((share) => `${(share * 100).toFixed(1)} %`.padStart(9));
  console.log(`${name.padEnd(20)}${shares.join('')}`);
}
