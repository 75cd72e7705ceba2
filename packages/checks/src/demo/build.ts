// Builds every package of the workspace and the demo city's site: only what has changed since it was last built.

import { cpSync, existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { editorDataSources, writeEditorData } from '../packages/editor-data.ts';
import { runCommand } from '../run-command.ts';
import { buildPlugin, pluginFiles, pluginZip } from '../wordpress/build-plugin.ts';
import { packages, root, type WorkspacePackage } from '../workspace.ts';
import { drupalSources, drupalZip, writeDrupalZip } from './drupal-zip.ts';
import { assembleSite, site } from './site.ts';
import { hashOf, isBuilt, noteBuilt } from './stamp.ts';

export interface BuildOptions {
  /** Build everything, also what is up to date. */
  readonly force?: boolean;
}

/** What all packages are built with: a change here makes everything stale. */
const tools = ['vite.config.ts', 'tsconfig.json', 'package-lock.json', 'packages/checks/src/demo/build.ts'];

/** Builds what is stale. Says what it does, one line each; false when something could not be built. */
export async function build({ force = false }: BuildOptions = {}): Promise<boolean> {
  const hashes = new Map<string, string>();
  for (const pkg of inOrder(packages().filter(({ manifest }) => manifest.exports && !manifest.private))) {
    const needs = Object.keys(pkg.manifest.dependencies ?? {}).flatMap((name) => hashes.get(name) ?? []);
    const ofItsOwn = pkg.folder === 'elements' ? editorDataSources : [];
    const hash = hashOf(
      [
        ...tools,
        ...ofItsOwn,
        ...['package.json', 'tsconfig.json', 'src/**'].map((file) => `packages/${pkg.folder}/${file}`),
      ],
      needs,
    );
    hashes.set(pkg.manifest.name, hash);
    if (!force && isBuilt(pkg.folder, hash) && isComplete(pkg)) continue;
    noteBuilt(pkg.folder, 'begun'); // should it fail, what stands there is half new and half old
    if (!(await buildPackage(pkg))) return false;
    noteBuilt(pkg.folder, hash);
  }
  const hash = hashOf(
    ['packages/checks/src/demo/site.ts', 'examples/city-page/*', 'examples/city-page/!(dist)/**'],
    [hashes.get('citydesk') ?? ''],
  );
  if (force || !isBuilt('site', hash) || !existsSync(path.join(site, 'index.html'))) {
    console.log('Building the demo city’s site');
    assembleSite();
    noteBuilt('site', hash);
  }
  const ofDrupal = hashOf(
    ['packages/checks/src/demo/{zip,drupal-zip}.ts', ...drupalSources.map((file) => `packages/drupal/${file}`)],
    [hashes.get('citydesk') ?? ''],
  );
  if (force || !isBuilt('drupal', ofDrupal) || !existsSync(drupalZip)) {
    console.log('Packing the Drupal module');
    writeDrupalZip();
    noteBuilt('drupal', ofDrupal);
  }
  const ofWordPress = hashOf(
    pluginFiles,
    ['citydesk', '@citydesk/open311'].map((name) => hashes.get(name) ?? ''),
  );
  if (force || !isBuilt('wordpress', ofWordPress) || !existsSync(pluginZip)) {
    console.log('Building the WordPress plugin');
    await buildPlugin();
    noteBuilt('wordpress', ofWordPress);
  }
  return true;
}

/** First Vite for the code, then the compiler for the declarations, which reads those of the packages built before. */
async function buildPackage({ folder, manifest }: WorkspacePackage): Promise<boolean> {
  console.log(`Building ${manifest.name}`);
  const at = path.join(root, 'packages', folder);
  const code = await runCommand('vite', ['build', '--config', '../../vite.config.ts', '--logLevel', 'warn'], {
    cwd: at,
  });
  if (!code.ok) return failed(manifest.name, code.output);
  const types = await runCommand(
    'tsc',
    ['-p', '.', '--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--customConditions', 'null'],
    { cwd: at },
  );
  if (!types.ok) return failed(manifest.name, types.output);
  // Declarations refer to the word catalogues by name, and the compiler does not copy them.
  for (const file of globSync('src/**/*.json', { cwd: at }))
    cpSync(path.join(at, file), path.join(at, file.replace(/^src/, 'dist')));
  if (folder === 'elements') await writeEditorData(at);
  return true;
}

function failed(name: string, output: string): false {
  console.error(`${name} could not be built:\n${output}`);
  return false;
}

/** Whether every file that `exports` promises is there. */
function isComplete({ folder, manifest }: WorkspacePackage): boolean {
  return Object.values(manifest.exports ?? {}).every((target) =>
    Object.entries(typeof target === 'string' ? {} : target).every(([, file]) =>
      existsSync(path.join(root, 'packages', folder, file)),
    ),
  );
}

/** Each package after those it depends on. */
function inOrder(all: readonly WorkspacePackage[]): readonly WorkspacePackage[] {
  const ordered = new Set<WorkspacePackage>();
  const add = (pkg: WorkspacePackage): void => {
    for (const name of Object.keys(pkg.manifest.dependencies ?? {})) {
      const needed = all.find(({ manifest }) => manifest.name === name);
      if (needed) add(needed);
    }
    ordered.add(pkg);
  };
  all.forEach(add);
  return [...ordered];
}
