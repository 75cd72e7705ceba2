// Writes languages/citydesk.pot: every sentence of the plugin that a person reads, for translators.
// `node --conditions=citydesk-source packages/checks/src/wordpress/make-pot.ts` writes the file; a test says when it is out of date.

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../workspace.ts';

const plugin = path.join(root, 'packages/wordpress/plugin');
export const potFile = path.join(plugin, 'languages/citydesk.pot');

interface Entry {
  readonly context?: string | undefined;
  readonly text: string;
  readonly plural?: string | undefined;
  readonly comment?: string | undefined;
  readonly places: string[];
}

const text = String.raw`'((?:[^'\\]|\\.)*)'`;
const call = new RegExp(
  String.raw`(?:\/\*\s*(translators:[^*]*?)\s*\*\/\s*)?[^\n]*?\b(?:(esc_html__|esc_attr__|__)\(\s*${text}|_n\(\s*${text},\s*${text})`,
  'g',
);
const unquoted = (words: string) => words.replace(/\\(['"\\])/g, '$1');

/** The whole file. */
export function potText(): string {
  const entries = new Map<string, Entry>();
  const add = (place: string, entry: Omit<Entry, 'places'>) => {
    const key = JSON.stringify([entry.context, entry.text]);
    const known = entries.get(key);
    if (known) known.places.push(place);
    else entries.set(key, { ...entry, places: [place] });
  };
  for (const file of globSync('**/*.{php,js}', { cwd: plugin }).sort()) {
    const code = readFileSync(path.join(plugin, file), 'utf8');
    if (/[\\/]?dist[\\/]/.test(file)) continue;
    for (const found of code.matchAll(call)) {
      const [whole, comment, , one, singular, plural] = found;
      const line = code.slice(0, found.index + whole.length).split('\n').length;
      add(`${file}:${line}`, {
        text: unquoted(one ?? singular ?? ''),
        plural: plural && unquoted(plural),
        comment: comment?.replace(/\s+/g, ' '),
      });
    }
  }
  for (const file of globSync('blocks/*/block.json', { cwd: plugin }).sort()) {
    const { title, description, keywords } = JSON.parse(readFileSync(path.join(plugin, file), 'utf8')) as {
      title: string;
      description: string;
      keywords: readonly string[];
    };
    add(file, { context: 'block title', text: title });
    add(file, { context: 'block description', text: description });
    for (const keyword of keywords) add(file, { context: 'block keyword', text: keyword });
  }
  const header = readFileSync(path.join(plugin, 'citydesk.php'), 'utf8');
  const [, about = ''] = /^ \* Description:\s*(.*)$/m.exec(header) ?? [];
  const [, version = ''] = /^ \* Version:\s*(.*)$/m.exec(header) ?? [];
  add('citydesk.php', { text: about });
  return [head(version), ...[...entries.values()].map(entryText)].join('\n\n') + '\n';
}

function head(version: string): string {
  const fields = [
    `Project-Id-Version: Citydesk ${version}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    'Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;',
    'X-Domain: citydesk',
  ];
  return ['msgid ""', 'msgstr ""', ...fields.map((field) => `"${field}\\n"`)].join('\n');
}

function entryText({ context, text: words, plural, comment, places }: Entry): string {
  return [
    ...(comment ? [`#. ${comment}`] : []),
    ...places.map((place) => `#: ${place.split(path.sep).join('/')}`),
    ...(context ? [`msgctxt ${JSON.stringify(context)}`] : []),
    `msgid ${JSON.stringify(words)}`,
    ...(plural ? [`msgid_plural ${JSON.stringify(plural)}`, 'msgstr[0] ""', 'msgstr[1] ""'] : ['msgstr ""']),
  ].join('\n');
}

if (import.meta.main) writeFileSync(potFile, potText());
