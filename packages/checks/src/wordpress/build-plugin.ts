// Puts the WordPress plugin together: its own files, the built script tag, the check of an endpoint, in one folder and one zip.

import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { zipOf } from '../demo/zip.ts';
import { root } from '../workspace.ts';

const source = path.join(root, 'packages/wordpress');

/** What an editor uploads. */
export const pluginZip = path.join(source, 'dist/citydesk.zip');

/** Its files as patterns from the root, for whoever asks whether it is up to date. */
export const pluginFiles = [
  'packages/wordpress/{package.json,plugin/**,src/**}',
  'packages/checks/src/{wordpress/build-plugin,demo/zip}.ts',
];

/** Makes the folder and the zip anew. The script tag has to be built by then. */
export async function buildPlugin(): Promise<void> {
  const folder = path.join(source, 'dist/citydesk');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(source, 'plugin'), folder, { recursive: true });
  cpSync(path.join(root, 'packages/embed/dist'), path.join(folder, 'dist'), {
    recursive: true,
    filter: (file) => !/(\.d\.ts(\.map)?|manifest\.json)$/.test(file),
  });
  await buildCheck(path.join(folder, 'assets'));
  const names = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const files = new Map(
    names.map((file) => [`citydesk/${path.relative(folder, file).split(path.sep).join('/')}`, readFileSync(file)]),
  );
  writeFileSync(pluginZip, zipOf(files));
}

/** One file with all it needs, read by the browser of whoever runs the site. */
async function buildCheck(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: source,
    logLevel: 'warn',
    resolve: { conditions: ['citydesk-source', 'module', 'browser', 'production'] },
    build: {
      outDir,
      emptyOutDir: false,
      target: ['es2022', 'chrome106', 'firefox128', 'safari16.4'],
      minify: true,
      modulePreload: false,
      lib: { entry: path.join(source, 'src/check-endpoint.ts'), formats: ['es'], fileName: 'check-endpoint' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
}
