// The widgets' own sentences in one language, by their keys, as they are to be heard.

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../workspace.ts';

export interface Words {
  /** BCP 47. */
  readonly lang: string;
  /** A sentence with its holes filled; a number named `count` chooses the plural. Of a hole that is not given only what stands before it is taken. */
  say(key: string, holes?: Readonly<Record<string, string | number>>): string;
}

const folder = path.join(root, 'packages/elements/src/messages');

/** @throws Error where there are no such words: an expectation that could not fail is none */
export function wordsIn(lang: string): Words {
  const files = globSync(lang === 'en' ? '*.en.json' : `${lang}/*.json`, { cwd: folder });
  const all = Object.assign(
    {},
    ...files.map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object),
  ) as Record<string, string | Record<string, string>>;
  const plural = new Intl.PluralRules(lang);
  return {
    lang,
    say(key, holes = {}) {
      const message = all[key];
      const sentence =
        typeof message === 'object' ? (message[plural.select(Number(holes['count']))] ?? message['other']) : message;
      if (!sentence) throw new Error(`There are no words for “${key}” in ${lang}.`);
      const filled = sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(holes[name] ?? hole));
      return filled.replace(/\{.*$/s, '');
    },
  };
}
