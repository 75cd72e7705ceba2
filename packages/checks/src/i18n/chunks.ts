// What a language weighs: the built chunk of each of its sets, found by what it says, and that no English path fetches one.

import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { site } from '../demo/site.ts';
import { builtTag } from '../module-graph.ts';
import { sentencesOf, withoutHoles, type Catalogue } from './english.ts';

/** The most that the words of one set may weigh, as a server sends them (brotli); a phrasebook comes after the form stands. */
export const mostBytesOf = (set: string): number => (set === 'phrases' ? 5000 : 3000);

export interface Chunk {
  readonly tag: string;
  readonly set: string;
  readonly bytes: number;
  /** The built file; undefined where the words themselves were weighed. */
  readonly file?: string;
}

type Sets = ReadonlyMap<string, Catalogue>;

/** Whether the pages are built. Without them the words are weighed as they are. */
export function isBuilt(): boolean {
  return existsSync(path.join(site, 'citydesk'));
}

/** What each set weighs before it is built. */
export function weighed(languages: ReadonlyMap<string, Sets>): readonly Chunk[] {
  return [...languages].flatMap(([tag, sets]) =>
    [...sets].map(([set, words]) => ({ tag, set, bytes: brotliCompressSync(JSON.stringify(words)).length })),
  );
}

/**
 * The chunks of the built site that say these words.
 * @throws Error where a set is built nowhere, or twice, or where a chunk says two of them
 */
export function builtChunks(languages: ReadonlyMap<string, Sets>, folder = path.join(site, 'citydesk')) {
  const files = globSync('**/*.js', { cwd: folder }).map((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return { name, text: unescaped(text), bytes: brotliCompressSync(text).length };
  });
  const chunks = [...languages].flatMap(([tag, sets]) =>
    [...sets].map(([set, words]): Chunk & { readonly file: string } => {
      const told = telling(words);
      const found = files.filter(({ text }) => told.every((sentence) => text.includes(sentence)));
      const [only] = found;
      if (!only) throw new Error(`${tag}/${set}.json is in no built file. Build again: npm run build`);
      if (found.length > 1) throw new Error(`${tag}/${set}.json is built ${found.length} times.`);
      return { tag, set, bytes: only.bytes, file: path.join(folder, only.name) };
    }),
  );
  const twice = chunks.find(({ file }, at) => chunks.findIndex((one) => one.file === file) !== at);
  if (twice) throw new Error(`${path.basename(twice.file)} holds more than ${twice.tag}/${twice.set}.json.`);
  return chunks;
}

/** The chunks of languages that somebody fetches who reads English: none of them may be there. */
export function onEnglishPaths(chunks: readonly Chunk[]): readonly string[] {
  const { roundTrips: _, ...paths } = builtTag(site);
  const files = new Set(Object.values(paths).flat());
  return chunks
    .filter(({ file }) => file !== undefined && files.has(file))
    .map(({ tag, set }) => `${tag}/${set} is fetched by those who read English`);
}

/** Sentences that no other set and no other language says: the longest that are plain text. */
function telling(words: Catalogue): readonly string[] {
  return Object.values(words)
    .flatMap((message) => sentencesOf(message).map(([, sentence]) => sentence))
    .filter((sentence) => !/[`$\\]/.test(sentence) && withoutHoles(sentence).length > 3)
    .toSorted((one, other) => other.length - one.length)
    .slice(0, 5);
}

/** A bundler may write letters as escapes. */
function unescaped(text: string): string {
  return text.replaceAll(/\\(?:u([\da-f]{4})|x([\da-f]{2}))/gi, (_, four: string, two: string) =>
    String.fromCharCode(parseInt(four ?? two, 16)),
  );
}
