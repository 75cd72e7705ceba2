// The reference of a package, as a page: what each of its entries exports, with the comment and the declaration that stand in its source.

import path from 'node:path';
import { parseSync } from 'vite';
import { exists, packages, textOf } from '../workspace.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly id?: { readonly name?: string } | null;
  readonly declaration?: Node | null;
  readonly declarations?: readonly (Node & { readonly init?: Node | null })[];
  readonly body?: Node | readonly Node[] | null;
}

interface Declared {
  readonly name: string;
  readonly comment: string;
  readonly text: string;
}

/** @param folder below `packages/` */
export function packageReference(folder: string, title: string): string {
  const found = packages().find((one) => one.folder === folder);
  if (!found) throw new Error(`There is no package ${folder}`);
  const sections: string[] = [];
  const told = new Set<string>();
  for (const [entry, target] of Object.entries(found.manifest.exports ?? {})) {
    const source = typeof target === 'string' ? undefined : target['citydesk-source'];
    if (!source) continue;
    const all = exportsOf(path.posix.join('packages', folder, source)).filter(({ name }) => !told.has(name));
    for (const { name } of all) told.add(name);
    if (all.length === 0) continue;
    sections.push(`## \`${path.posix.join(found.manifest.name, entry)}\``, ...all.map(section));
  }
  return (
    [`# ${title}`, `What \`${found.manifest.name}\` exports, as its source declares it.`, ...sections].join('\n\n') +
    '\n'
  );
}

function section({ name, comment, text }: Declared): string {
  const words = comment.replace(/(`[^`]*`)|</g, (_whole, quoted?: string) => quoted ?? '&lt;');
  return `### ${name}\n\n${words ? `${words}\n\n` : ''}\`\`\`ts\n${text.trim()}\n\`\`\``;
}

/** What a module exports, from wherever it is declared, in the order of its exports. */
function exportsOf(file: string, seen = new Set<string>()): readonly Declared[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = textOf(file);
  const { module } = parseSync(file, source);
  const own = declaredIn(file, source);
  return module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, importName, exportName, localName }) => {
      if (!moduleRequest) return own.filter(({ name }) => name === (localName.name ?? exportName.name));
      // What comes from another package is told there.
      if (!moduleRequest.value.startsWith('.')) return [];
      const from = path.posix.join(path.posix.dirname(file), moduleRequest.value);
      if (!exists(from) || !from.endsWith('.ts')) return [];
      const there = exportsOf(from, importName.kind === 'Name' ? new Set() : seen);
      return importName.kind === 'Name' ? there.filter(({ name }) => name === importName.name) : there;
    }),
  );
}

/** All declarations at the top of a module, without the bodies of functions. */
function declaredIn(file: string, source: string): readonly Declared[] {
  const { program, comments } = parseSync(file, source);
  return (program.body as unknown as readonly Node[]).flatMap((statement) => {
    const node = statement.declaration ?? statement;
    const name = node.id?.name ?? node.declarations?.[0]?.id?.name;
    if (!name) return [];
    const comment = comments.findLast(
      ({ type, value, end }) =>
        type === 'Block' &&
        value.startsWith('*') &&
        end <= statement.start &&
        source.slice(end, statement.start).trim() === '',
    );
    return [{ name, comment: comment ? wordsOf(comment.value) : '', text: headOf(node, source) }];
  });
}

/** A function without its body, a constant without a long value; types whole. */
function headOf(node: Node, source: string): string {
  const body = node.body as Node | null | undefined;
  if (node.type === 'FunctionDeclaration' && body) return `${source.slice(node.start, body.start).trim()};`;
  if (node.type === 'ClassDeclaration' && body) return `${source.slice(node.start, body.start).trim()} { … }`;
  const text = source.slice(node.start, node.end);
  if (node.type === 'VariableDeclaration' && text.length > 300)
    return `${text.slice(0, text.indexOf('=')).trim()} = …;`;
  return text;
}

/** The words of a `/** … *\/` comment, with its tags as a list. */
function wordsOf(comment: string): string {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*? ?/, '').trimEnd());
  const text = lines
    .join('\n')
    .trim()
    .replace(/\{@link (\w+)\}/g, '`$1`');
  const [words = '', ...tags] = text.split(/^@/m);
  const list = tags.map(
    (tag) =>
      `- **${tag
        .trim()
        .replace(/^(\w+)\s*/, '$1** ')
        .replace(/\s*\n\s*/g, ' ')}`,
  );
  return [words.trim(), list.join('\n')].filter(Boolean).join('\n\n');
}
