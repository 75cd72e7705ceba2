// `npm run i18n:check`: whether each language says all that English says, in that language, as its plurals, script and dates want it, in no more bytes
// than it may weigh.
//
//   npm run i18n:check            all languages, with what is built of them
//   npm run i18n:check -- es ar   only the words of these, for those who are writing them

import { exists, textOf } from '../workspace.ts';
import { noCounts, sayCounts } from '../counts.ts';
import { prove } from '../proven/prove.ts';
import { checkCatalogue, isWhollyRecognised, shareOf, type Checked } from './check-catalogue.ts';
import { faultsOfFormats } from './check-formats.ts';
import { checkPhrasebook } from './check-phrasebook.ts';
import { builtChunks, isBuilt, mostBytesOf, onEnglishPaths, weighed, type Chunk } from './chunks.ts';
import type { Catalogue } from './english.ts';
import { rulesOf } from './rules-of-language.ts';
import {
  englishSets,
  listedLanguages,
  misplaced,
  phrasebookOf,
  translatedSets,
  type Phrasebook,
} from './translations.ts';

const shownFaults = 30;

/** @returns the exit code */
export async function i18nCheck(args: readonly string[]): Promise<number> {
  const { languages, sets } = await listedLanguages();
  const english = englishSets(sets);
  const others = Object.keys(languages).filter((tag) => tag !== 'en');
  const unknown = args.filter((tag) => !others.includes(tag));
  if (unknown.length > 0) {
    console.error(`No widget speaks ${unknown.join(', ')}. The languages are ${others.join(', ')}.`);
    return 1;
  }
  const isWhole = args.length === 0;
  const tags = isWhole ? others : args;
  const translated = new Map(tags.map((tag) => [tag, translatedSets(tag)]));
  const carried = new Map([...translated].map(([tag, own]) => [tag, withPhrases(own, phrasebookOf(tag))]));
  const chunks = isWhole ? weigh(carried) : { list: weighed(carried), faults: [] };

  let counts = noCounts;
  const among = Object.keys(languages).map((tag) => rulesOf(tag).franc);
  const book = phrasebookOf('en') ?? {};
  for (const tag of tags) {
    const rules = rulesOf(tag);
    const own = translated.get(tag)!;
    const words = checkCatalogue(rules, joined(english), joined(own), among);
    const phrases = phrasebookOf(tag);
    const phrasing = phrases && checkPhrasebook(rules, book, phrases, among);
    const itsChunks = chunks.list.filter((chunk) => chunk.tag === tag);
    const heavy = itsChunks.filter(({ set, bytes }) => bytes > mostBytesOf(set));
    const faults: Readonly<Record<string, readonly string[]>> = {
      words: [...misplaced(english, own), ...words.faults],
      sets: [
        ...[...own]
          .filter(([, set]) => !isWhollyRecognised(rules, set, among))
          .map(([set]) => `${set}.json as a whole is not recognised as ${rules.franc}`),
        ...(isWhollyRecognised(rules, joined(own)) ? [] : [`all together is not recognised as ${rules.franc}`]),
      ],
      phrases: phrasing?.faults ?? (isWhole ? ['there is no phrasebook'] : []),
      formats: await faultsOfFormats(tag).catch((error: unknown) => [String(error)]),
      bytes: heavy.map(({ set, bytes }) => `${set} weighs ${bytes} bytes, ${mostBytesOf(set)} at most`),
      ...(isWhole && { page: wrongPage(tag, languages[tag]!) }),
    };
    const kinds = Object.entries(faults);
    const failed = kinds.filter(([, list]) => list.length > 0).length;
    counts = { ...counts, passed: counts.passed + kinds.length - failed, failed: counts.failed + failed };
    const heaviest = (isBook: boolean) =>
      Math.max(0, ...itsChunks.filter(({ set }) => (set === 'phrases') === isBook).map(({ bytes }) => bytes));
    console.log(
      `${failed ? '✖' : '✓'} ${tag.padEnd(7)} ${describe(words)}; ${phrasing?.keys ?? 0} phrases; ` +
        `at most ${heaviest(false)} bytes a set, ${heaviest(true)} of phrases; ${languages[tag]!.review}`,
    );
    for (const [kind, list] of kinds) {
      for (const why of list.slice(0, shownFaults)) console.log(`    ${kind}: ${why}`);
      if (list.length > shownFaults) console.log(`    ${kind}: and ${list.length - shownFaults} more`);
    }
  }
  if (!isWhole) {
    console.log(sayCounts(counts));
    return counts.failed > 0 ? 1 : 0;
  }
  for (const why of chunks.faults) console.log(`✖ ${why}`);
  if (chunks.faults.length === 0) console.log(`✓ nothing of them is fetched by those who read English`);
  counts = {
    ...counts,
    [chunks.faults.length ? 'failed' : 'passed']: counts[chunks.faults.length ? 'failed' : 'passed'] + 1,
  };
  console.log(sayCounts(counts));
  prove({
    verb: 'i18n:check',
    figure: `${tags.length} languages beside English, ${Object.keys(joined(english)).length} messages each, at most ${mostBytesOf('form')} bytes a set, 0 for others`,
    holds: counts.failed === 0,
    tests: [
      'every language has every message',
      'every catalogue is in its language',
      'dates and numbers are in the language',
    ],
  });
  return counts.failed > 0 ? 1 : 0;
}

/** The phrasebook beside the sets: every word of it. */
function withPhrases(
  sets: ReadonlyMap<string, Catalogue>,
  book: Phrasebook | undefined,
): ReadonlyMap<string, Catalogue> {
  if (!book) return sets;
  const all = Object.entries(book).flatMap(([part, entries]) =>
    Object.entries(entries).flatMap(([id, words]) => words.map((word, at) => [`${part}.${id}.${at}`, word] as const)),
  );
  return new Map([...sets, ['phrases', Object.fromEntries(all)]]);
}

function joined(sets: ReadonlyMap<string, Catalogue>): Catalogue {
  return Object.assign({}, ...sets.values());
}

/** What is built, where it is: the words alone say less. */
function weigh(translated: ReadonlyMap<string, ReadonlyMap<string, Catalogue>>): {
  readonly list: readonly Chunk[];
  readonly faults: readonly string[];
} {
  if (!isBuilt()) {
    console.log('The pages are not built: the words are weighed as they are.');
    return { list: weighed(translated), faults: [] };
  }
  try {
    const list = builtChunks(translated);
    return { list, faults: onEnglishPaths(list) };
  } catch (error) {
    return { list: weighed(translated), faults: [String(error)] };
  }
}

function describe({ keys, sentences, english, script, recognised, recognisedAlone }: Checked): string {
  const percent = (share: Parameters<typeof shareOf>[0]) => `${(shareOf(share) * 100).toFixed(1)} %`;
  const alone = recognisedAlone.part < recognised.part ? `, ${percent(recognisedAlone)} without its twin` : '';
  return (
    `${keys} messages in ${sentences} sentences; English ${percent(english)}; script ${percent(script)}; ` +
    `recognised ${percent(recognised)} of ${recognised.of}${alone}`
  );
}

/** Its page in the docs says of its review what the widgets' own table says. */
function wrongPage(tag: string, { name, review }: { readonly name: string; readonly review: string }) {
  const file = `docs/reference/languages/${tag}.md`;
  if (!exists(file)) return [`${file} is missing`];
  const page = textOf(file);
  const said = /^\W*Review(?: status)?\W+(source|drafted|read)\b/im.exec(page)?.[1];
  return [
    ...(page.includes(name) ? [] : [`${file} does not call the language ${name}`]),
    ...(said === review ? [] : [`${file} says “Review: ${said ?? 'nothing'}”, the table says ${review}`]),
  ];
}
