// What the elements take, tell and look like, read from their sources: a custom elements manifest of what a page may rely on. Its paths are those
// of the published files.

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../workspace.ts';

/** The fields of https://github.com/webcomponents/custom-elements-manifest that are used here. */
export interface Manifest {
  readonly schemaVersion: string;
  readonly modules: readonly ManifestModule[];
}

export interface ManifestModule {
  readonly kind: string;
  path: string;
  declarations?: ElementDeclaration[];
  exports?: ManifestExport[];
}

export interface ManifestExport {
  readonly kind: string;
  readonly name: string;
  readonly declaration: { readonly name: string; module?: string };
}

export interface ElementDeclaration {
  readonly kind: string;
  readonly name: string;
  readonly customElement?: boolean;
  readonly tagName?: string;
  readonly description?: string;
  readonly superclass?: { readonly name: string; readonly package?: string; readonly module?: string };
  readonly attributes?: readonly ManifestField[];
  members?: ManifestField[];
  readonly events?: readonly ManifestField[];
  readonly slots?: readonly ManifestField[];
  readonly cssParts?: readonly ManifestField[];
  readonly cssProperties?: readonly ManifestField[];
}

export interface ManifestField {
  readonly name: string;
  readonly kind?: string;
  readonly description?: string;
  readonly type?: { text: string };
  readonly fieldName?: string;
  readonly attribute?: string;
  readonly readonly?: boolean;
  readonly default?: string;
  readonly static?: boolean;
  readonly privacy?: string;
}

/** What its types do not say: the analysis as a function, with the compiler it reads by. */
interface Analyzer {
  create(options: {
    readonly modules: readonly unknown[];
    readonly plugins: readonly object[];
    readonly context: object;
  }): Manifest;
  readonly ts: {
    createSourceFile(file: string, text: string, target: number, withParents: boolean): unknown;
    readonly ScriptTarget: { readonly ES2022: number };
  };
}

const elements = path.join(root, 'packages/elements');

/** Only what can hold an element, an event or a definition: the analyzer reads everything it is given. */
const mayTell = /extends (?:[\w.]*Element|Event|Citydesk\w+)\b|customElements\.define/;

/** Members that are the element's own business, and those that Lit calls. */
const inner =
  /^(#|(connected|disconnected|attributeChanged|adopted|form\w+)Callback$|(should|will|perform|first|schedule)?[uU]pdated?$|(schedule|will)Update$|render$|createRenderRoot$|styles$|properties$|shadowRootOptions$|formAssociated$)/;

/** @throws Error when a source cannot be read. */
export async function elementsManifest(): Promise<Manifest> {
  const [analyzer, { litPlugin }] = await Promise.all([
    import('@custom-elements-manifest/analyzer'),
    import('@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js'),
  ]);
  const { create, ts } = analyzer as unknown as Analyzer;
  const sources = globSync('src/**/*.ts', { cwd: elements })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => file.split(path.sep).join('/'))
    .sort()
    .map((file) => [file, readFileSync(path.join(elements, file), 'utf8')] as const)
    .filter(([, text]) => mayTell.test(text));
  const modules = sources.map(([file, text]) => ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  const manifest = create({ modules, plugins: litPlugin(), context: { dev: false } });
  return { ...manifest, modules: manifest.modules.map(published).filter(({ exports }) => exports?.length) };
}

/** The elements of a manifest by their names, each with the module it comes from. */
export function elementsOf(
  manifest: Manifest,
): readonly (ElementDeclaration & { readonly tagName: string; readonly path: string })[] {
  return manifest.modules
    .flatMap((module) => (module.declarations ?? []).map((declaration) => ({ ...declaration, path: module.path })))
    .flatMap((one) => (one.customElement && one.tagName ? [{ ...one, tagName: one.tagName }] : []))
    .sort((one, other) => one.tagName.localeCompare(other.tagName));
}

/** Where each event class comes from, by its name. */
export function eventModules(manifest: Manifest): ReadonlyMap<string, string> {
  return new Map(
    manifest.modules.flatMap(({ path: from, declarations = [] }) =>
      declarations.filter(({ superclass }) => superclass?.name === 'Event').map(({ name }) => [name, from] as const),
    ),
  );
}

/** As others get to see it: published paths, exported declarations, public members, types without `undefined`. */
function published(module: ManifestModule): ManifestModule {
  const names = new Set((module.exports ?? []).map(({ declaration }) => declaration.name));
  const fields = <T extends ManifestField>(list: readonly T[] | undefined): T[] =>
    (list ?? [])
      .filter(({ privacy, name }) => (privacy ?? 'public') === 'public' && !inner.test(name))
      .map((field) =>
        field.type ? { ...field, type: { text: field.type.text.replace(/ \| undefined\b/g, '') } } : field,
      );
  const declarations = (module.declarations ?? [])
    .filter(({ name, kind }) => kind === 'class' && names.has(name))
    .map((one) => ({
      ...one,
      // A class of the platform has no module; the analyzer gives it ours.
      ...(one.superclass && !one.superclass.package && { superclass: { name: one.superclass.name } }),
      ...(one.attributes && { attributes: fields(one.attributes) }),
      // What an event's constructor is given is no default.
      ...(one.members && {
        members: one.customElement ? fields(one.members) : fields(one.members).map(withoutDefault),
      }),
    }));
  const exports = (module.exports ?? [])
    .filter(({ kind, name }) => kind === 'custom-element-definition' || declarations.some((one) => one.name === name))
    .map(({ declaration, ...rest }) => ({
      ...rest,
      declaration: declaration.module
        ? { ...declaration, module: built(declaration.module.replace(/^\//, '')) }
        : declaration,
    }));
  return { ...module, path: built(module.path), declarations, exports };
}

function withoutDefault(field: ManifestField): ManifestField {
  return Object.fromEntries(Object.entries(field).filter(([key]) => key !== 'default')) as unknown as ManifestField;
}

const built = (file: string): string => file.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
