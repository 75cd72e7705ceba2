// Reads questions with the entries that answer them: the project's own city FAQ in six languages, and any folder in the BEIR layout.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** How a question is put. What was not labelled by its author is `unlabelled`. */
export const conditions = ['plain', 'synonym', 'typo', 'partial', 'keyword', 'question', 'unlabelled'] as const;
export type Condition = (typeof conditions)[number];

export interface SearchEntry {
  readonly id: string;
  readonly title: string;
  /** "Also asked as", by an editor. */
  readonly aliases?: readonly string[];
  /** Plain text. */
  readonly body?: string;
  readonly topic?: string;
}

export interface SearchQuery {
  readonly query: string;
  /** The ids of all entries that answer it, the best one first. Empty: nothing in the set does. */
  readonly answers: readonly string[];
  readonly condition: Condition;
}

export interface SearchData {
  readonly name: string;
  /** A BCP 47 language, `en`. */
  readonly locale: string;
  readonly entries: readonly SearchEntry[];
  readonly queries: readonly SearchQuery[];
}

export const cityFaqLocales = ['en', 'es', 'de', 'ja', 'zh', 'ar'] as const;
export type CityFaqLocale = (typeof cityFaqLocales)[number];
/** `open` is for tuning, `locked` only for judging. */
export type Half = 'open' | 'locked';

/** Where the project's own set lies. */
export const cityFaqFolder = fileURLToPath(new URL('../../eval/search', import.meta.url));

/** One half of the project's own questions in one language. All entries belong to both halves. */
export function readCityFaq(locale: CityFaqLocale, half: Half): SearchData {
  const file = path.join(cityFaqFolder, `entries.${locale}.json`);
  const entries: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(entries)) throw new TypeError(`${file} is not a list of entries`);
  return {
    name: `city-faq-${locale}-${half}`,
    locale,
    entries: entries.map((entry, index) => cityEntry(entry, `${file}, entry ${index + 1}`)),
    queries: jsonLines(path.join(cityFaqFolder, `${half}.${locale}.jsonl`)).map(({ value, where }) => ({
      query: text(value, 'query', where),
      answers: texts(value, 'answers', where),
      condition: conditionOf(value, where),
    })),
  };
}

/**
 * A folder with `corpus.jsonl`, `queries.jsonl` and `qrels/test.tsv` (or `qrels.tsv`), as https://github.com/beir-cellar/beir lays them out.
 * Questions without a judgement belong to another split and are left out; a score of 0 is a judged miss.
 *
 * @param locale of its texts. Default: the ending of the folder's name, as in `deepset-de`, or else English
 * @throws Error when a file is missing or a line of it cannot be read, with its place
 */
export function readBeir(folder: string, locale?: string): SearchData {
  const name = path.basename(path.resolve(folder));
  const answers = judgements(folder);
  return {
    name,
    locale: locale ?? /-([a-z]{2})$/.exec(name)?.[1] ?? 'en',
    entries: jsonLines(path.join(folder, 'corpus.jsonl')).map(({ value, where }) => beirEntry(value, where)),
    queries: jsonLines(path.join(folder, 'queries.jsonl')).flatMap(({ value, where }) => {
      const found = answers.get(text(value, '_id', where));
      return found ? [{ query: text(value, 'text', where), answers: found, condition: 'unlabelled' }] : [];
    }),
  };
}

/** The entries judged relevant to each question, most relevant first. */
function judgements(folder: string): ReadonlyMap<string, readonly string[]> {
  const usual = path.join(folder, 'qrels/test.tsv');
  const file = existsSync(usual) ? usual : path.join(folder, 'qrels.tsv');
  const scored = new Map<string, { readonly id: string; readonly score: number }[]>();
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const [query, id, score] = line.split('\t');
    if (!line.trim() || (index === 0 && query === 'query-id')) continue;
    if (!query || !id || Number.isNaN(Number(score)))
      throw new Error(`${file}:${index + 1} is not query, entry, score`);
    scored.set(query, [...(scored.get(query) ?? []), { id, score: Number(score) }]);
  }
  return new Map(
    [...scored].map(([query, list]) => [
      query,
      list
        .filter(({ score }) => score > 0)
        .toSorted((a, b) => b.score - a.score)
        .map(({ id }) => id),
    ]),
  );
}

function beirEntry(value: Fields, where: string): SearchEntry {
  const id = text(value, '_id', where);
  const body = text(value, 'text', where);
  const title = value['title'] === undefined ? '' : text(value, 'title', where);
  // Some sets have bare passages: then the passage is all there is to show and to find.
  return title ? { id, title, body } : { id, title: body };
}

function cityEntry(value: unknown, where: string): SearchEntry {
  const entry = fields(value, where);
  return {
    id: text(entry, 'id', where),
    title: text(entry, 'title', where),
    aliases: texts(entry, 'aliases', where),
    body: text(entry, 'body', where),
    topic: text(entry, 'topic', where),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function jsonLines(file: string): readonly { readonly value: Fields; readonly where: string }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (!line.trim()) return [];
      const where = `${file}:${index + 1}`;
      try {
        return [{ value: fields(JSON.parse(line), where), where }];
      } catch (cause) {
        throw new Error(`${where} is not a JSON object`, { cause });
      }
    });
}

function fields(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError(`${where} is no object`);
  return value as Fields;
}

function text(value: Fields, name: string, where: string): string {
  const found = value[name];
  if (typeof found !== 'string') throw new TypeError(`${where} has no text "${name}"`);
  return found;
}

function texts(value: Fields, name: string, where: string): readonly string[] {
  const found = value[name];
  if (!Array.isArray(found) || !found.every((each) => typeof each === 'string')) {
    throw new TypeError(`${where} has no list of texts "${name}"`);
  }
  return found;
}

function conditionOf(value: Fields, where: string): Condition {
  const found = conditions.find((each) => each === value['condition']);
  if (!found) throw new TypeError(`${where} has no known condition`);
  return found;
}
