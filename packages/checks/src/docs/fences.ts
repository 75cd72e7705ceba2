// Every code fence that a reader of the documentation may copy: where it stands, what it is, and what is said of it beside its language.

import { filesLike, textOf } from '../workspace.ts';

export interface Fence {
  readonly file: string;
  /** Of its first line of code. */
  readonly line: number;
  /** In lower case; empty where none is named. */
  readonly language: string;
  readonly text: string;
  /** `no-run="…"`: why it is not executed. */
  readonly noRun?: string;
  /** `file="…"`: the file of an example that it is a part of, word for word. */
  readonly from?: string;
  /** `test="…"`: the test that reads it from this page and does what it says. */
  readonly test?: string;
  /** What stands before it in `<!-- given: … -->`: declarations of what the reader has already. */
  readonly given: string;
}

/** Pages that are made are left out: what they show is made from the source. */
const isMade = (file: string) => /^docs\/(\.vitepress|public|reference\/(api|packages))\//.test(file);

/** All of them: of the documentation, of the README, and of the packages'. */
export function allFences(): readonly Fence[] {
  return filesLike('docs/**/*.md', 'README.md', 'packages/*/README.md')
    .filter((file) => !isMade(file))
    .flatMap((file) => fencesIn(file, textOf(file)));
}

export function fencesIn(file: string, text: string): readonly Fence[] {
  const lines = text.split('\n');
  const fences: Fence[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, indent = '', ticks, head = ''] = /^( *)(`{3,}|~{3,})(.*)$/.exec(lines[at] ?? '') ?? [];
    if (!ticks) continue;
    const end = lines.findIndex((line, index) => index > at && line.trim() === ticks);
    if (end < 0) throw new Error(`${file}:${at + 1} begins a fence that does not end`);
    const body = lines.slice(at + 1, end).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    fences.push({
      ...{ file, line: at + 2, text: `${body.join('\n')}\n`, given: givenBefore(lines, at) },
      language: (/^[^\s{[]*/.exec(head.trim())?.[0] ?? '').toLowerCase(),
      ...said(head, 'no-run', 'noRun'),
      ...said(head, 'file', 'from'),
      ...said(head, 'test', 'test'),
    });
    at = end;
  }
  return fences;
}

function said<Key extends string>(head: string, name: string, key: Key): { readonly [K in Key]?: string } {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(head) ?? [];
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: string };
}

function givenBefore(lines: readonly string[], at: number): string {
  let line = at - 1;
  while (line >= 0 && lines[line]?.trim() === '') line -= 1;
  if (!lines[line]?.trim().endsWith('-->')) return '';
  const end = line;
  while (line >= 0 && !lines[line]?.includes('<!--')) line -= 1;
  return /<!-- given:([^]*?)-->/.exec(lines.slice(line, end + 1).join('\n'))?.[1]?.trim() ?? '';
}
