// `npm run test:dialects -- FOLDER`: what the client reads in each answer of a folder, told from its content alone.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeErrors, tellAnswer, valueIn, formatOf } from '@citydesk/open311/wire';

interface Reading {
  readonly format: 'json' | 'xml' | 'html' | 'text' | 'notes' | 'nothing';
  /** What was read, or why it is none. */
  readonly says: string;
  readonly rows: readonly number[];
}

/**
 * Prints a line for each file, then how many were read of how many answers there are. An answer that says "no", or is none, is read when
 * that is told; it is not read when reading it throws. Notes for people, told from their headings and tables, are listed and not counted.
 * @returns the exit code: 1 if a file could not be read or there is none
 */
export async function readDialects(
  folder: string | undefined,
  print: (line: string) => void = console.log,
): Promise<number> {
  if (!folder) {
    print('Say which folder: npm run test:dialects -- FOLDER');
    return 1;
  }
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  let read = 0;
  let notes = 0;
  let uncaught = 0;
  for (const file of files) {
    try {
      const { format, says, rows } = await readAnswer(await readFile(path.join(folder, file)));
      if (format === 'notes') {
        print([file, format, says].join(' | '));
        notes++;
        continue;
      }
      print([file, format, says, rows.length > 0 ? `rows ${rows.join(', ')}` : 'rows none'].join(' | '));
      read++;
    } catch (error) {
      print(`${file} | UNCAUGHT | ${String(error)}`);
      uncaught++;
    }
  }
  const answers = files.length - notes;
  print(`${read} of ${answers} read, ${uncaught} uncaught`);
  return read === answers && answers > 0 ? 0 : 1;
}

/** Markdown: it begins with a heading, or has a table. No server says "no" that way. */
function isNotes(text: string): boolean {
  const [first = '', second = ''] = text.trimStart().split(/\r?\n/, 2);
  if (/^#{1,6} \S/.test(first) || (first !== '' && /^(=|-){3,}\s*$/.test(second))) return true;
  return /^\|?[ \t]*:?-{3,}:?[ \t]*\|[|: \t-]*$/m.test(text);
}

async function readAnswer(bytes: Uint8Array): Promise<Reading> {
  // A byte order mark is a quirk like any other, so it has to get through.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const rows = new Set<number>();
  const onQuirk = ({ row }: { readonly row: number }) => rows.add(row);
  const value = await valueIn(text, { onQuirk });
  const told = value === undefined ? undefined : tellAnswer(value, { onQuirk });
  const sorted = () => [...rows].sort((a, b) => a - b);
  if (told) {
    const { kind, count, first } = told;
    const says = kind === 'errors' ? `error: ${first ?? ''}` : `first ${first ?? 'without one'}`;
    return {
      format: formatOf(text) ?? 'text',
      says: kind === 'empty' ? 'empty list | 0' : `${kind} | ${count} | ${says}`,
      rows: sorted(),
    };
  }
  const errors = value === undefined ? [] : decodeErrors(value, true);
  if (value !== undefined) {
    const says = errors[0]?.description ? `, which says: ${errors[0].description.slice(0, 60)}` : '';
    return { format: formatOf(text) ?? 'text', says: `error: no answer of GeoReport v2${says}`, rows: [] };
  }
  if (text.trim() === '') return { format: 'nothing', says: 'error: an empty answer', rows: [] };
  if (/^\s*</.test(text) && !formatOf(text)) return { format: 'html', says: 'error: an HTML page', rows: [38] };
  const broken = formatOf(text);
  if (broken) return { format: broken, says: `error: broken ${broken.toUpperCase()}`, rows: sorted() };
  if (isNotes(text)) return { format: 'notes', says: 'no answer', rows: [] };
  return { format: 'text', says: `error: plain text: ${text.trim().slice(0, 60)}`, rows: [38] };
}
