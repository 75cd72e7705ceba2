/** The file of settings, in JSON or YAML: what is written in it, and in which line. */

import { readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import { StartError } from './start-error.ts';

export interface WrittenConfig {
  readonly written: Readonly<Record<string, unknown>>;
  /** The line in which a setting stands, from 1; `undefined` where it stands in none, and in JSON. */
  lineOf?(path: readonly PropertyKey[]): number | undefined;
}

/** @throws {StartError} for what cannot be read */
export function configFile(path: string): WrittenConfig {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new StartError(`There is no file ${path} that can be read. Check --config.`);
  }
  return /\.ya?ml$/i.test(path) ? yamlIn(text, path) : { written: jsonIn(text, path) };
}

function jsonIn(text: string, path: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new StartError(`${path} is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
  if (isRecord(value)) return value;
  throw new StartError(`${path} has to hold one object, in curly brackets.`);
}

function yamlIn(text: string, path: string): WrittenConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const mistakes = [...document.errors, ...document.warnings];
  if (mistakes.length > 0) {
    const told = mistakes.map((mistake) => `${path}, line ${lines.linePos(mistake.pos[0]).line}: ${wordsFor(mistake)}`);
    throw new StartError([...new Set(told)].join('\n'));
  }
  const written = withoutBlanks(document.toJS());
  if (!isRecord(written)) throw new StartError(`${path} has to hold settings, each as "name: value".`);
  return { written, lineOf: (setting) => lineIn(document, setting, lines) };
}

const sayings: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  TAB_AS_INDENT: 'Indent with blanks. Tabs are not allowed here.',
  BAD_INDENT: 'This line begins at another column than its neighbours. Put them under each other.',
  DUPLICATE_KEY: 'This setting stands here twice. Keep one of them.',
  MISSING_CHAR: 'A quote, bracket or colon is missing here or before. Close what was opened.',
  BLOCK_AS_IMPLICIT_KEY: 'This cannot be told apart. Put a text with a colon in it into quotes.',
  MULTILINE_IMPLICIT_KEY: 'A colon is missing behind this name, or the text needs quotes.',
  BAD_ALIAS: 'Put the star into quotes: "*".',
};

function wordsFor({ code, message }: YAMLError | Document['warnings'][number]): string {
  if (/^Unresolved alias|alias/i.test(message)) return sayings.BAD_ALIAS!;
  return sayings[code] ?? `${message.replace(/\s+at line \d+.*/s, '')}. A text with special signs needs quotes.`;
}

/** A name with nothing behind it is a setting that is not made. */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (each === null ? [] : [[name, withoutBlanks(each)]])),
  );
}

/** Where the setting itself does not stand, the nearest above it that does. */
function lineIn(document: Document, path: readonly PropertyKey[], lines: LineCounter): number | undefined {
  let node: unknown = document.contents;
  let at: number | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!isScalar(pair?.key)) break;
      at = pair.key.range?.[0] ?? at;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      const [begin] = (node as { range?: readonly number[] } | undefined)?.range ?? [];
      if (begin === undefined) break;
      at = begin;
    } else break;
  }
  return at === undefined ? undefined : lines.linePos(at).line;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
