// The picture of who may import whom, as data, and what a file's imports say against it.

import { builtinModules } from 'node:module';
import path from 'node:path';
import { parseSync } from 'vite';
import type { WorkspacePackage } from './workspace.ts';

/** How far an arrow reaches: everything, types only, only when it is called for (`import()`), or only types and these subpaths. */
type Arrow = 'all' | 'types' | 'lazy' | readonly string[];

/** Folder below `packages/` → the folders it may import from. Nothing points up; nothing points at checks. */
export const picture: Readonly<Record<string, Readonly<Record<string, Arrow>>>> = {
  open311: {},
  core: { open311: 'types' },
  elements: { core: 'all', open311: 'all', map: 'lazy' },
  map: { core: 'all' },
  embed: { elements: 'all' },
  relay: { open311: 'all', core: 'all', embed: 'all' },
  sandbox: { open311: ['wire', 'feeds'], relay: ['town'] },
  wordpress: { open311: 'all' },
  drupal: {},
  checks: { open311: 'all', core: 'all', elements: 'all', map: 'all', embed: 'all', relay: 'all', sandbox: 'all' },
};

/** What tests may use on top, in every package. */
const forTests: Readonly<Record<string, Arrow>> = { sandbox: 'all', open311: 'all' };

/** Packages that never run in a browser, and so may name Node's own modules. */
const onServer = new Set(['sandbox', 'relay', 'checks']);

export interface Import {
  readonly from: string;
  readonly kind: 'value' | 'type' | 'lazy';
}

/**
 * Everything a module imports or re-exports, `import()` and `import('…').Type` included.
 * An `import()` that computes its module's name is not seen.
 * @throws Error when the text cannot be parsed.
 */
export function importsOf(file: string, text: string): readonly Import[] {
  const { module, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`);
  const kindOf = (entries: readonly { readonly isType: boolean }[]) =>
    entries.length > 0 && entries.every(({ isType }) => isType) ? 'type' : 'value';
  return [
    ...module.staticImports.map(({ moduleRequest, entries }): Import => ({
      from: moduleRequest.value,
      kind: kindOf(entries),
    })),
    ...module.staticExports.flatMap(({ entries }) => {
      const from = entries[0]?.moduleRequest?.value;
      return from ? [{ from, kind: kindOf(entries) } satisfies Import] : [];
    }),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => {
      const literal = /^(['"`])([^$]+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2];
      return literal ? [{ from: literal, kind: 'lazy' } satisfies Import] : [];
    }),
    ...[...text.matchAll(/(?<=[:=<|&(,]\s*(?:typeof )?)import\(\s*['"]([^'"]+)['"]\s*\)\./g)].flatMap(([, from]) =>
      from ? [{ from, kind: 'type' } satisfies Import] : [],
    ),
  ];
}

/** What is wrong with one file's imports, in sentences; empty when nothing is. */
export function strayArrows(file: string, text: string, workspace: readonly WorkspacePackage[]): readonly string[] {
  const [, folder = ''] = file.split('/');
  const home = workspace.find((one) => one.folder === folder);
  const isTest = file.endsWith('.test.ts') || /^packages\/[^/]+\/test\//.test(file);
  return importsOf(file, text).flatMap((found) => {
    const wrong = (why: string) => [`${file} imports ${found.from}: ${why}`];
    if (found.from.startsWith('.')) {
      const target = path.posix.join(path.posix.dirname(file), found.from);
      return target.startsWith(`packages/${folder}/`) ? [] : wrong('a relative path never leaves its package');
    }
    const bare = found.from.replace(/^node:/, '');
    if (found.from.startsWith('node:') || builtinModules.includes(bare)) {
      return onServer.has(folder) || isTest || file.includes('/bin/')
        ? []
        : wrong('this package also runs in browsers');
    }
    const name = nameOf(found.from);
    const target = workspace.find(({ manifest }) => manifest.name === name);
    if (!target)
      return isDeclared(name, home, isTest) ? [] : wrong(`${name} is not among the dependencies of ${folder}`);
    if (target.folder === folder) return [];
    const arrows = isTest ? { ...picture[folder], ...forTests } : (picture[folder] ?? {});
    return allows(arrows[target.folder], found, found.from.slice(name.length + 1))
      ? []
      : wrong(`no such arrow from ${folder} to ${target.folder} (${found.kind} import)`);
  });
}

function allows(arrow: Arrow | undefined, { kind }: Import, subpath: string): boolean {
  if (arrow === undefined) return false;
  if (arrow === 'all') return true;
  if (arrow === 'types') return kind === 'type';
  if (arrow === 'lazy') return kind !== 'value';
  return kind === 'type' || arrow.includes(subpath);
}

/** Tests and checks use the tools of the root; everything that is shipped declares what it needs. */
function isDeclared(name: string, home: WorkspacePackage | undefined, isTest: boolean): boolean {
  return isTest || home?.manifest.private === true || Object.hasOwn(home?.manifest.dependencies ?? {}, name);
}

function nameOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
