// The English words: every part that a chunk speaks, as it stands beside the code. The other languages are held against them.

import path from 'node:path';
import { filesLike, textOf } from '../workspace.ts';

/** What a key says: a sentence, or one for each plural category. */
export type Message = string | Readonly<Record<string, string>>;
export type Catalogue = Readonly<Record<string, Message>>;

/** Where the words stand. */
export const folder = 'packages/elements/src/messages';

/** What web editors and councils read, in English; every other part is translated. */
export const inEnglishAlone: ReadonlySet<string> = new Set(['snippet-builder', 'city-report']);

/** The parts by name, such as `request-form`. */
export function englishParts(): ReadonlyMap<string, Catalogue> {
  return new Map(
    filesLike(`${folder}/*.en.json`).map((file) => [
      path.basename(file, '.en.json'),
      JSON.parse(textOf(file)) as Catalogue,
    ]),
  );
}

/** Every sentence of a message with its category; an empty one where it does not count. */
export function sentencesOf(message: Message): readonly (readonly [category: string, sentence: string])[] {
  return typeof message === 'string' ? [['', message]] : Object.entries(message);
}

/** The names of the holes in a sentence, each once. */
export function holesIn(sentence: string): ReadonlySet<string> {
  return new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
}

/** The sentence without its holes: the words that a translator writes. */
export function withoutHoles(sentence: string): string {
  return sentence.replaceAll(/\{\w+\}/g, ' ');
}
