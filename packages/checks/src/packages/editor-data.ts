// Writes what editors and frameworks want to know of the elements beside the built elements: the manifest, the data of VS Code and of JetBrains'
// editors, and the types for templates. The build calls it once the elements' own declarations are there.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../workspace.ts';
import { frameworkTypes } from './framework-types.ts';
import { elementsManifest, type Manifest } from './manifest.ts';

/** What makes the outcome stale when it changes. */
export const editorDataSources = ['editor-data', 'framework-types', 'manifest'].map(
  (name) => `packages/checks/src/packages/${name}.ts`,
);

/** @param folder of the package, where its `package.json` is and `dist` is written */
export async function writeEditorData(folder = path.join(root, 'packages/elements')): Promise<void> {
  const manifest = await elementsManifest();
  const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Package;
  const dist = path.join(folder, 'dist');
  mkdirSync(dist, { recursive: true });
  const write = (file: string, text: string) => writeFileSync(path.join(dist, file), text);
  const writeData = (file: string, data: unknown) => write(file, `${JSON.stringify(data, null, 2)}\n`);

  writeData('custom-elements.json', manifest);
  for (const [entry, text] of Object.entries(frameworkTypes(manifest))) {
    write(`${entry}.d.ts`, text);
    // So that `import '@citydesk/elements/jsx'` is a line that also runs.
    write(`${entry}.js`, 'export {};\n');
  }
  const [vscode, jetBrains] = await Promise.all([
    import('custom-element-vs-code-integration'),
    import('custom-element-jet-brains-integration'),
  ]);
  writeData('vscode.html-custom-data.json', JSON.parse(vscode.getVsCodeHtmlCustomData(manifest as never, {})));
  writeData('vscode.css-custom-data.json', onceEach(JSON.parse(vscode.getVsCodeCssCustomData(manifest as never, {}))));
  const webTypes = JSON.parse(jetBrains.getWebTypesData(editable(manifest) as never, {})) as object;
  writeData('web-types.json', { ...webTypes, name, version });
}

interface Package {
  readonly name: string;
  readonly version: string;
}

/** The elements share their custom properties; an editor wants to hear of each once. */
function onceEach(data: { readonly properties: readonly { readonly name: string }[] }): unknown {
  const names = new Map(data.properties.toReversed().map((one) => [one.name, one]));
  return { ...data, properties: [...names.values()].toReversed() };
}

const editable = (manifest: Manifest): unknown => structuredClone(manifest);
