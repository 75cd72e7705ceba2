// One Vite config for every package. `vite build --config ../../vite.config.ts`, run in a package's folder, builds what
// that package's own package.json exports: each entry with a `citydesk-source` condition becomes a file in dist.
//
// Packages for npm keep their modules apart and leave their dependencies outside. A package with
// `"citydesk": { "bundle": true }` is the script tag: one thin unhashed entry, and beside it hashed chunks that it fetches
// when the page needs them. Declarations are the compiler's work (packages/checks/src/demo/build.ts).

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';
import type { Plugin, UserConfig } from 'vite';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly citydesk?: { readonly bundle?: boolean };
}

/** The oldest browsers a resident may come with. Decorators and the like are lowered to what these can read. */
const oldest = ['es2022', 'chrome106', 'firefox128', 'safari16.4'];

/** `./dist/define.js` comes from `./src/define.ts`: the entry is named after the file it becomes. */
function entriesOf(manifest: Manifest): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const target of Object.values(manifest.exports ?? {})) {
    if (typeof target === 'string') continue;
    const source = target['citydesk-source'];
    const built = target.default;
    if (source && built) entries[path.posix.relative('dist', built).replace(/\.js$/, '')] = path.resolve(source);
  }
  return entries;
}

/** A chunk says what it is for: `request-form/define.ts` is `request-form`, the Open311 package is the `client`. */
function purposeOf(name: string, module: string | null | undefined): string {
  const parts = (module ?? '').split('/');
  const file = parts.pop() ?? '';
  if (/\/messages\/[\w-]+\/\w+\.json$/.test(module ?? '')) return `words-${parts.at(-1)}-${file.slice(0, -5)}`;
  if (!/^(define|index)\.[jt]s$/.test(file)) return name;
  const folder = parts.filter((part) => !['src', 'dist', 'esm'].includes(part)).pop() ?? name;
  return folder === 'open311' ? 'client' : folder;
}

interface Graph {
  getModuleInfo(
    id: string,
  ): { readonly importedIds: readonly string[]; readonly dynamicallyImportedIds: readonly string[] } | null;
}

/** All that a module cannot begin without. */
function neededBy(id: string, graph: Graph, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const next of graph.getModuleInfo(id)?.importedIds ?? []) neededBy(next, graph, found);
  return found;
}

/** All that a module can come to need, with what it fetches late. */
function reachedFrom(id: string, graph: Graph, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(id)) return found;
  found.add(id);
  const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
  for (const next of [...importedIds, ...dynamicallyImportedIds]) reachedFrom(next, graph, found);
  return found;
}

/** The widgets of the script tag: each is a chunk of its own. */
const widgets = ['request-form', 'status-tracker', 'faq-panel'];
const defineOf = (name: string) => path.resolve(`../elements/src/${name}/define.ts`);

/**
 * What the form and another widget need to stand is one chunk (`common`), so that a page with two of them fetches it once. The client is one chunk
 * with its schemas, so that reading a city's answers waits for one file and not for two.
 */
function chunkOf(id: string, graph: Graph): string | null {
  // In every widget that has a field to write in.
  if (/elements\/src\/parts\/(field|show-field)\.ts$|directives\/if-defined\.js$/.test(id)) return 'common';
  // The second screen brings what the later ones share with it; they never come without.
  if (
    /request-form\/(steps\/where|told|place-words|photos-field|photos\/photo-button|place\/place-field)\.ts$|(messages\/where\.en\.json|parts\/slip\.ts)$/.test(
      id,
    )
  )
    return 'where';
  const users = widgets.filter((name) => neededBy(defineOf(name), graph).has(id));
  if (users.length > 1 && users[0] === 'request-form') return 'common';
  // The form with the frame of its screens, which its first ones are fetched beside.
  if ((users.length === 1 && users[0] === 'request-form') || id.endsWith('elements/src/parts/caution.ts'))
    return 'request-form';
  // What finds an address, with the room of the map, which is there before the map.
  if (
    /elements\/src\/(request-form\/place\/(place-part(\.styles)?|map-room|address-(box|search)|center-of)\.ts|messages\/place\.en\.json)$/.test(
      id,
    ) ||
    /core\/src\/place\/(pointed|found-place|make-address-search)\.ts$/.test(id)
  )
    return 'place-part';
  // One search for services and answers; what it knows of languages comes apart.
  if (
    /core\/src\/search\/(create-index|services-matching|shelf|terms|plain-text|promoted|language-for|languages\/basic)\.ts$/.test(
      id,
    )
  ) {
    return 'search';
  }
  // What freezes, keeps and sends a report is one file.
  if (
    /elements\/src\/device\/(outbox|item-store|send-item)\.ts$|core\/src\/outbox\/(outbox|advance|attempt|reference)\.ts$/.test(
      id,
    )
  )
    return 'outbox';
  // What keeps a draft is one file; what reads one on return is another.
  if (
    /elements\/src\/(device\/draft-(store|hold)|request-form\/keeping\/keeping-part)\.ts$|messages\/keeping\.en\.json$|core\/src\/outbox\/kept-draft\.ts$/.test(
      id,
    )
  )
    return 'keeping';
  // The city file comes first, and brings what the readers of the answers share with it.
  if (
    /(elements\/src\/(city\/city-(file|config)|parts\/hours-words)|core\/src\/city\/(open-hours|weekdays|hours))\.ts$|messages\/hours\.en\.json$/.test(
      id,
    )
  )
    return 'city-file';
  // What is only the tracker's stays in its own file, also where its late parts use it.
  const others = widgets.filter((name) => name !== 'status-tracker');
  const isElsewhere = others.some((name) => reachedFrom(defineOf(name), graph).has(id));
  if (users[0] === 'status-tracker' && !isElsewhere) return 'status-tracker';
  // Two small ones that the tracker needs at once, and others later.
  if (/core\/src\/(city\/day-in|tracking\/stage)\.ts$/.test(id)) return 'stage';
  // What makes a city's client comes with it.
  if (/elements\/src\/city\/connect\.ts$/.test(id)) return 'client';
  const isClient = neededBy(path.resolve('../open311/src/index.ts'), graph).has(id);
  return isClient && users.length === 0 ? 'client' : null;
}

/**
 * Lit carries what older browsers need, a register of its versions and hooks for server rendering. Every browser that we are made for has constructable
 * style sheets (Chromium 99, Firefox 101, Safari 16.4), and the script tag is all there is on its page: this is a third of a kilobyte that nobody uses.
 */
function modernLit(): Plugin {
  const unused: readonly (readonly [file: RegExp, what: RegExp, instead: string])[] = [
    [
      /css-tag\.js$/,
      /(\w+)\.ShadowRoot&&\(.{0,60}\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/,
      '!0',
    ],
    // What they say to who writes styles, which is us.
    [/css-tag\.js$/, /"CSSResult is not constructable[^"]*"/, '""'],
    [/css-tag\.js$/, /"Value passed to 'css'[^"]*"\+\w+\+"[^"]*"/, '""'],
    // No attribute of ours is JSON.
    [/reactive-element\.js$/, /case Object:case Array:\w=null==\w\?\w:JSON\.stringify\(\w\)/, ''],
    [/reactive-element\.js$/, /case Object:case Array:try\{\w=JSON\.parse\(\w\)\}catch\(\w\)\{\w=null\}/, ''],
    [
      /(reactive-element|lit-html|lit-element)\.js$/,
      /\w+\.(reactiveElement|litHtml|litElement)PolyfillSupport\b/,
      'void 0',
    ],
    [
      /(reactive-element|lit-html|lit-element)\.js$/,
      /\(\w+\.(reactiveElement|litHtml|litElement)Versions\?\?=\[\]\)\.push\("[\d.]+"\)/,
      'void 0',
    ],
    [/lit-element\.js$/, /\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, 'void 0'],
  ];
  return {
    name: 'citydesk:modern-lit',
    transform(code, id) {
      if (!/node_modules\/(@lit\/reactive-element|lit-html|lit-element)\/[\w-]+\.js$/.test(id)) return undefined;
      let small = code;
      for (const [file, what, instead] of unused) {
        if (!file.test(id)) continue;
        if (!what.test(small)) this.error(`This version of Lit says it in another way: ${String(what)}`);
        small = small.replace(what, instead);
      }
      return small === code ? undefined : { code: small, map: null };
    },
  };
}

/**
 * Lit asks the page for a Trusted Types policy called `lit-html`, and a page with a Lit of its own has used up that name:
 * a strict page then refuses ours. In the script tag, every copy of Lit shares one policy called `citydesk`.
 */
function onePolicy(): Plugin {
  const asked = /(\w+)\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\)/;
  return {
    name: 'citydesk:one-policy',
    transform(code, id) {
      if (!/lit-html\/lit-html\.js$/.test(id)) return undefined;
      if (!asked.test(code)) this.error('This version of lit-html makes its Trusted Types policy in another way');
      const shared = '(globalThis[Symbol.for("citydesk.policy")]??=$1.createPolicy("citydesk",$2))';
      return { code: code.replace(asked, shared), map: null };
    },
  };
}

/**
 * Vite wraps each `import()` in a helper for style sheets, which we have none of. It would live in the thin entry, so that
 * every chunk imported `../citydesk.js`: a page that says `citydesk.js?v=2` would then run the entry twice.
 */
function plainImports(): Plugin {
  return {
    name: 'citydesk:plain-imports',
    configResolved({ plugins }) {
      const at = plugins.findIndex(({ name }) => name === 'native:import-analysis-build');
      if (at < 0)
        throw new Error(
          `Vite names its import helper in another way: ${plugins.map((plugin) => plugin.name).join(' ')}`,
        );
      (plugins as Plugin[]).splice(at, 1);
    },
  };
}

/**
 * The bundler keeps its own helper, a hundred bytes, in a file for itself, which the first chunk would have to wait for.
 * It is written into the files that use it.
 */
function noRuntimeChunk(): Plugin {
  return {
    name: 'citydesk:no-runtime-chunk',
    generateBundle(_options, bundle) {
      const runtime = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'rolldown-runtime');
      if (runtime?.type !== 'chunk') return;
      const [, before, helper] = /^var (.*),t=(.*);export\{t\};\s*$/.exec(runtime.code) ?? [];
      if (!before || !helper) this.error(`The bundler's helper has another form now: ${runtime.code}`);
      const body = `(()=>{var ${before};return ${helper}})()`;
      const asked = new RegExp(`import\\{t as (\\w+)\\}from"\\./${path.basename(runtime.fileName)}";`);
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !file.imports.includes(runtime.fileName)) continue;
        const [whole = '', name = ''] = asked.exec(file.code) ?? [];
        // A widget exports nothing that is read: its empty namespace needs no helper.
        const namespaces = file.code.split(`=${name}({`).length - 1;
        const isEmpty = namespaces === 1 && file.code.includes(`=${name}({})`);
        file.code = file.code.replace(whole, isEmpty ? '' : `var ${name}=${body};`);
        if (isEmpty) file.code = file.code.replace(`=${name}({})`, '={}');
        file.imports = file.imports.filter((name) => name !== runtime.fileName);
      }
      delete bundle[runtime.fileName];
    },
  };
}

/** Style sheets live in template strings, which no minifier looks into. */
function smallStyles(): Plugin {
  const small = (css: string) =>
    css
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}');
  return {
    name: 'citydesk:small-styles',
    enforce: 'pre',
    transform: (code) => (code.includes('css`') ? { code: code.replace(/css`[^`]*`/g, small), map: null } : undefined),
  };
}

/** Templates keep their indentation through every minifier; HTML reads a line break and its blanks as one blank. */
function smallTemplates(): Plugin {
  return {
    name: 'citydesk:small-templates',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        // The map's shaders need their line breaks.
        if (file.type === 'chunk' && !file.moduleIds.some((id) => /maplibre-gl/.test(id)))
          file.code = file.code.replace(/\n {2,}/g, ' ');
      }
    },
  };
}

/**
 * The map's worker is a file of its own, which no bundler finds by itself. It is put beside the file that starts it, and its address
 * is written there (docs/decisions/0007-the-map-worker.md).
 * @param folder of the file that starts it, with a slash behind it
 */
function mapWorker(folder: string, isHashed: boolean): Plugin {
  const mark = '__CITYDESK_MAP_WORKER__';
  const read = () => {
    const file = createRequire(path.resolve('../map/package.json')).resolve('maplibre-gl/dist/maplibre-gl-worker.mjs');
    return readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*/, '');
  };
  // `.js`, because old web servers do not know `.mjs`.
  const nameOf = (code: string) =>
    `map-worker${isHashed ? `-${createHash('sha256').update(code).digest('base64url').slice(0, 8)}` : ''}.js`;
  return {
    name: 'citydesk:map-worker',
    transform(_code, id) {
      if (!/packages\/map\/src\/worker-url\.ts$/.test(id)) return undefined;
      // With its name in it, so that the hash of the chunk changes with the worker's.
      return { code: `export const workerUrl = ${mark}(${JSON.stringify(nameOf(read()))});`, map: null };
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !file.code.includes(mark)) continue;
        const call = new RegExp(`${mark}\\((["'\`])([^"'\`]+)\\1\\)`);
        file.code = file.code.replace(call, 'new URL("./$2",import.meta.url).href');
        const code = read();
        this.emitFile({ type: 'asset', fileName: folder + nameOf(code), source: code });
      }
    },
  };
}

/**
 * The entry has nothing but late imports, and is written twice: as a module, and for tag managers and old pages that run none, shut in a function with its
 * address from the tag that runs it.
 *
 * Each `import("./citydesk/form.js")` becomes `$in("form.js","common.js")`, with the files that this one imports: a browser would learn only from the first that it
 * needs them too, one round trip late. The addresses are whole, because browsers give a classic script of another origin no base for them; and a file that
 * broke off is never asked for again under the same name, so that the second try (watch.ts) writes the folder in another way.
 */
function entries(): Plugin {
  const helper =
    'const $in=(file,...beside)=>{' +
    'const from=new URL(globalThis[Symbol.for("citydesk.again")]?"%63itydesk/":"citydesk/",$at);' +
    'for(const each of beside)import(from+each).catch(()=>{});return import(from+file)};';
  return {
    name: 'citydesk:entries',
    generateBundle(_options, bundle) {
      for (const entry of Object.values(bundle)) {
        if (entry.type !== 'chunk' || !entry.isEntry) continue;
        if (entry.exports.length > 0 || entry.imports.length > 0)
          this.error('The entry imports or exports something: no classic script can be made of it');
        const code = entry.code
          .replaceAll('import.meta.url', '$at')
          .replaceAll(/import\(([`"'])\.\/(citydesk\/[^`"']+)\1\)/g, (_import, _quote, name: string) => {
            const chunk = bundle[name];
            // What few pages have may wait for one another.
            const isFirst = /\/(request-form|what|where|status-tracker|faq-panel)-/.test(name);
            const files = [name, ...(chunk?.type === 'chunk' && isFirst ? chunk.imports : [])];
            return `$in(${files.map((file) => JSON.stringify(path.posix.basename(file))).join()})`;
          })
          .trim();
        entry.code = `const $at=import.meta.url;${helper}${code}\n`;
        const source = `(($at)=>{${helper}${code}})(document.currentScript?.src||document.baseURI);\n`;
        this.emitFile({ type: 'asset', fileName: entry.fileName.replace(/\.js$/, '.classic.js'), source });
      }
    },
  };
}

/** A digest of every file, for pages that run nothing else (docs/guides/security/integrity.md). */
function integrityManifest({ version }: Manifest): Plugin {
  return {
    name: 'citydesk:integrity-manifest',
    writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => name.endsWith('.js'));
      const files = names.sort().map((name) => {
        const digest = createHash('sha384').update(readFileSync(path.join(dir, name)));
        return [name, `sha384-${digest.digest('base64')}`];
      });
      const manifest = { version, files: Object.fromEntries(files) };
      writeFileSync(path.join(dir, 'citydesk/integrity.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
    },
  };
}

/**
 * The phrasebook is written by ids, which residents need not fetch: where a phrase stands says which it is. So one kB in six goes.
 * A list of phrases is then an array, which is read like an object by its places.
 */
function packedPhrases(): Plugin {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, unknown>>;
  return {
    name: 'citydesk:packed-phrases',
    enforce: 'pre',
    load(id) {
      if (!/core\/src\/phrasebook\/[\w-]+\.json$/.test(id)) return undefined;
      const phrases = read(id);
      const order = Object.entries(read(path.join(path.dirname(id), 'en.json')));
      return JSON.stringify(
        Object.fromEntries(
          order.map(([part, lists]) => [part, Object.keys(lists).map((key) => phrases[part]?.[key] ?? [])]),
        ),
      );
    },
  };
}

function forNpm(manifest: Manifest): UserConfig {
  const outside = Object.keys(manifest.dependencies ?? {});
  return {
    plugins: [packedPhrases(), mapWorker('', false)],
    build: {
      target: oldest,
      minify: false,
      sourcemap: true,
      lib: { entry: entriesOf(manifest), formats: ['es'] },
      rolldownOptions: {
        external: (id) => id.startsWith('node:') || outside.some((name) => id === name || id.startsWith(`${name}/`)),
        output: { preserveModules: true, preserveModulesRoot: path.resolve('src'), entryFileNames: '[name].js' },
      },
    },
  };
}

function forScriptTag(manifest: Manifest): UserConfig {
  return {
    base: './',
    plugins: [
      onePolicy(),
      modernLit(),
      plainImports(),
      noRuntimeChunk(),
      smallStyles(),
      smallTemplates(),
      packedPhrases(),
      mapWorker('citydesk/', true),
      entries(),
      integrityManifest(manifest),
    ],
    build: {
      target: oldest,
      manifest: 'citydesk/manifest.json',
      // No preload helper: it would put code of ours between the thin entry and every chunk. Instead each chunk holds all
      // it needs to begin, so that one request brings it.
      modulePreload: false,
      rolldownOptions: {
        input: entriesOf(manifest),
        preserveEntrySignatures: false,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: (chunk) => `citydesk/${purposeOf(chunk.name, chunk.facadeModuleId)}-[hash].js`,
          assetFileNames: 'citydesk/[name]-[hash][extname]',
          codeSplitting: {
            groups: [{ name: chunkOf, debugName: 'common and client', includeDependenciesRecursively: false }],
          },
        },
      },
    },
  };
}

export default defineConfig(({ command }) => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  return {
    root: process.cwd(),
    resolve: { conditions: ['citydesk-source', 'module', 'browser', 'development|production'] },
    // As it is, it finds its worker beside itself.
    optimizeDeps: { exclude: ['maplibre-gl'] },
    ...(command === 'build' && (manifest.citydesk?.bundle ? forScriptTag(manifest) : forNpm(manifest))),
  } satisfies UserConfig;
});
