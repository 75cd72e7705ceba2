// The words of the other languages: where they stand, in which sets, and which phrasebook goes with them.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { exists, filesLike, root, textOf } from '../workspace.ts';
import { englishParts, folder, inEnglishAlone, type Catalogue } from './english.ts';

/** What `languages.ts` says of a language. */
export interface ListedLanguage {
  readonly name: string;
  readonly dir?: 'rtl';
  readonly review: string;
}

interface LanguagesModule {
  readonly languages: Readonly<Record<string, ListedLanguage>>;
  /** Set → the English parts whose words it holds. */
  readonly sets: Readonly<Record<string, readonly string[]>>;
}

const phrasebooks = 'packages/core/src/phrasebook';

/** Part → id → the words for it, the ones that are shown first. */
export type Phrasebook = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The table of the languages, as the widgets have it. */
export async function listedLanguages(): Promise<LanguagesModule> {
  return (await import(pathToFileURL(path.join(root, folder, 'languages.ts')).href)) as LanguagesModule;
}

/**
 * The English words of each set.
 * @throws Error where a part belongs to no set, or to two
 */
export function englishSets(sets: LanguagesModule['sets']): ReadonlyMap<string, Catalogue> {
  const parts = englishParts();
  const listed = Object.values(sets).flat();
  const wanted = [...parts.keys()].filter((part) => !inEnglishAlone.has(part));
  if (listed.toSorted().join() !== wanted.toSorted().join())
    throw new Error(`The sets hold ${listed.toSorted().join(', ')}; the English parts are ${wanted.join(', ')}.`);
  return new Map(
    Object.entries(sets).map(([set, names]) => [set, Object.assign({}, ...names.map((name) => parts.get(name)))]),
  );
}

/** What a language has written, by set; a set that is not there is empty. */
export function translatedSets(tag: string): ReadonlyMap<string, Catalogue> {
  return new Map(
    filesLike(`${folder}/${tag}/*.json`).map((file) => [
      path.basename(file, '.json'),
      JSON.parse(textOf(file)) as Catalogue,
    ]),
  );
}

/** Words that stand in another set than their English: a chunk would not find them. */
export function misplaced(
  english: ReadonlyMap<string, Catalogue>,
  translated: ReadonlyMap<string, Catalogue>,
): readonly string[] {
  return [
    ...[...translated.keys()].filter((set) => !english.has(set)).map((set) => `${set}.json: there is no such set`),
    ...[...english].flatMap(([set, words]) => {
      const own = translated.get(set);
      if (!own) return [`${set}.json: is missing`];
      const homes = [...english].flatMap(([home, all]) =>
        home === set ? [] : Object.keys(own).filter((key) => Object.hasOwn(all, key) && !Object.hasOwn(words, key)),
      );
      return homes.map((key) => `${key}: stands in ${set}.json, where nothing says it`);
    }),
  ];
}

/** Undefined for a language that has none. */
export function phrasebookOf(tag: string): Phrasebook | undefined {
  const file = `${phrasebooks}/${tag}.json`;
  return exists(file) ? (JSON.parse(textOf(file)) as Phrasebook) : undefined;
}
