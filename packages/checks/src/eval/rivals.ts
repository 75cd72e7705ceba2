// The other search libraries, each set up as its documentation advises for whole questions: any word may match, the beginning of a word is
// enough, a fifth of its letters may be wrong, and an alias counts more than the title, the title more than the body.
// All are given plain words without endings, by the same tables as our own ranker. Japanese and Chinese are cut into words by Intl.Segmenter.

import type { Language } from '@citydesk/core/search';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { SearchEntry } from './search-data.ts';

/** The words of a text, ready to be compared. */
export type Terms = (text: string) => readonly string[];
/** The ids of what was found, best first. */
export type Search = (query: string) => Promise<readonly string[]> | readonly string[];

export interface Contender {
  readonly name: string;
  /** What was set, for the table. */
  readonly settings: string;
  index(entries: readonly SearchEntry[], terms: Terms, language: Language): Search;
}

/** How much a word counts by where it stands. */
const boosts = { aliases: 3, title: 2.5, body: 1 } as const;
const fields = ['title', 'aliases', 'body'] as const;
const wordsAre = 'title 2.5, aliases 3, body 1';

export const rivals: readonly Contender[] = [
  {
    name: 'MiniSearch',
    settings: `${wordsAre}; OR, prefix, fuzzy 0.2`,
    index(entries, terms) {
      const mini = new MiniSearch<SearchEntry>({
        fields: [...fields],
        extractField: (entry, field) =>
          field === 'id'
            ? entry.id
            : field === 'aliases'
              ? (entry.aliases ?? []).join('\n')
              : entry[field as 'title' | 'body']!,
        tokenize: (text) => [...terms(text)],
        processTerm: (term) => term,
        searchOptions: { prefix: true, fuzzy: 0.2, boost: boosts },
      });
      mini.addAll(entries);
      return (query) => mini.search(query).map(({ id }) => String(id));
    },
  },
  {
    name: 'lunr',
    settings: `${wordsAre}; OR, whole 1, prefix 0.375, edits of a fifth, at most 2, 0.45`,
    index(entries, terms) {
      const index = lunr((builder) => {
        builder.pipeline.reset();
        builder.searchPipeline.reset();
        builder.ref('id');
        for (const field of fields) builder.field(field, { boost: boosts[field] });
        for (const entry of entries) builder.add({ id: entry.id, ...joined(entry, terms) });
      });
      return (query) => {
        const found = index.query((asked) => {
          for (const term of new Set(terms(query))) {
            asked.term(term, { boost: 1 });
            asked.term(term, { boost: 0.375, wildcard: lunr.Query.wildcard.TRAILING });
            // More than two edits make lunr run out of memory on long German words.
            const editDistance = Math.min(2, Math.round(term.length * 0.2));
            if (editDistance) asked.term(term, { boost: 0.45, editDistance });
          }
        });
        return found.map(({ ref }) => ref);
      };
    },
  },
  {
    name: 'Fuse',
    settings: `${wordsAre}; token search, any token, threshold 0.2, anywhere`,
    index(entries, terms) {
      const fuse = new Fuse(
        entries.map((entry) => ({ id: entry.id, ...joined(entry, terms) })),
        {
          keys: fields.map((name) => ({ name, weight: boosts[name] })),
          useTokenSearch: true,
          tokenMatch: 'any',
          tokenize: /\S+/g,
          threshold: 0.2,
          ignoreLocation: true,
        },
      );
      return (query) => fuse.search(terms(query).join(' ')).map(({ item }) => item.id);
    },
  },
  {
    name: 'FlexSearch',
    settings: 'fields in turn; suggest (OR), tokenize forward (prefix); it has no fuzzy',
    index(entries, terms) {
      const index = new Document({
        tokenize: 'forward',
        document: { id: 'id', index: ['aliases', 'title', 'body'] },
        encode: (text: string) => text.split(' ').filter(Boolean),
      });
      for (const entry of entries) index.add({ id: entry.id, ...joined(entry, terms) });
      return (query) =>
        index
          .search(terms(query).join(' '), { suggest: true, merge: true, limit: 10 })
          .map((hit) => String((hit as { id: unknown }).id));
    },
  },
  {
    name: 'Orama',
    settings: `${wordsAre}; threshold 1 (OR), prefix, tolerance 1`,
    index(entries, terms) {
      const db = create({
        schema: { key: 'string', title: 'string', aliases: 'string', body: 'string' },
        components: {
          tokenizer: {
            language: 'english',
            normalizationCache: new Map(),
            tokenize: (text) => text.split(' ').filter(Boolean),
          },
        },
      });
      const ready = insertMultiple(
        db,
        entries.map((entry) => ({ key: entry.id, ...joined(entry, terms) })),
      );
      return async (query) => {
        await ready;
        const found = await searchOrama(db, {
          term: terms(query).join(' '),
          properties: [...fields],
          boost: boosts,
          tolerance: 1,
          threshold: 1,
          limit: 10,
        });
        return found.hits.map(({ document }) => document.key);
      };
    },
  },
];

/** For libraries that take words apart at spaces only. */
function joined(entry: SearchEntry, terms: Terms): Readonly<Record<(typeof fields)[number], string>> {
  return {
    title: terms(entry.title).join(' '),
    aliases: (entry.aliases ?? []).flatMap((alias) => terms(alias)).join(' '),
    body: terms(entry.body ?? '').join(' '),
  };
}
