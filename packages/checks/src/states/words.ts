// What the widgets may say on a page in a language, by key: the words of the language, and the English ones.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesLike, root } from '../workspace.ts';
import type { Words } from './resident.ts';

type Sentence = Words[string][number];
type Catalogue = Readonly<Record<string, Sentence>>;

const folder = 'packages/elements/src/messages';

/** Read as they stand there, like the words: neither is for others to import. */
const own = (file: string) => import(pathToFileURL(path.join(root, folder, file)).href) as Promise<unknown>;
const { tagFor } = (await own('languages.ts')) as { tagFor(locale: string): string | undefined };
const { pseudo } = (await own('pseudo.ts')) as { pseudo(english: Sentence): Sentence };

export function wordsIn(lang: string): Words {
  const english = read(`${folder}/*.en.json`);
  const tag = tagFor(lang);
  const isPseudo = /-X[AB]$/.test(lang);
  const inOwn = tag && tag !== 'en' && !isPseudo ? read(`${folder}/${tag}/*.json`) : {};
  return Object.fromEntries(
    Object.entries(english).map(([key, sentence]) => {
      const other = isPseudo ? pseudo(sentence) : inOwn[key];
      return [key, other === undefined ? [sentence] : [other, sentence]];
    }),
  );
}

function read(pattern: string): Catalogue {
  const files = filesLike(pattern).map((file) => readFileSync(path.join(root, file), 'utf8'));
  return Object.assign({}, ...files.map((text) => JSON.parse(text) as Catalogue)) as Catalogue;
}
