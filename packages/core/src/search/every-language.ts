import { createIndex as createBareIndex, type Index, type IndexEntry, type IndexOptions } from './create-index.ts';
import { ar } from './languages/ar.ts';
import { de } from './languages/de.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { ja } from './languages/ja.ts';
import type { Language } from './languages/language.ts';
import { zh } from './languages/zh.ts';

/** All languages with a table, for where bytes do not count. */
export const everyLanguage: readonly Language[] = [ar, de, en, es, ja, zh];

/** Builds an index that knows every language of ours by itself. `createIndex` of `@citydesk/core/search` is smaller: it is given what it needs. */
export function createIndex(entries: readonly IndexEntry[], options: IndexOptions = {}): Index {
  return createBareIndex(entries, { languages: everyLanguage, ...options });
}
