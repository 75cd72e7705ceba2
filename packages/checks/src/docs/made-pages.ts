// The pages of the documentation that are made and not written: references from what the packages declare, and the packages' own READMEs.
// They are made before the site is built and are not committed.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packages, root, textOf } from '../workspace.ts';
import { elementReference, type ElementsManifest } from './element-reference.ts';
import { packageReference } from './package-reference.ts';

const reference = path.join(root, 'docs/reference');

/** Writes all of them anew. */
export function writeMadePages(): void {
  for (const folder of ['api', 'packages']) {
    rmSync(path.join(reference, folder), { recursive: true, force: true });
    mkdirSync(path.join(reference, folder), { recursive: true });
  }
  const write = (file: string, text: string) => writeFileSync(path.join(reference, file), text);
  write('api/elements.md', elementReference(elementsManifest()));
  write('api/client.md', packageReference('open311', 'The client'));
  for (const { folder, manifest } of packages()) {
    const file = `packages/${folder}/README.md`;
    if (!manifest.private && existsSync(path.join(root, file))) write(`packages/${folder}.md`, onSite(textOf(file)));
  }
}

/** What the build writes about the elements. */
function elementsManifest(): ElementsManifest {
  const { customElements } = JSON.parse(textOf('packages/elements/package.json')) as { customElements?: string };
  const file = path.join(root, 'packages/elements', customElements ?? 'custom-elements.json');
  if (!existsSync(file)) throw new Error(`${path.relative(root, file)} is not there: npm run build`);
  return JSON.parse(readFileSync(file, 'utf8')) as ElementsManifest;
}

/** A README lies two folders below the root; on the site it stands in `reference/packages`. */
function onSite(text: string): string {
  return text
    .replaceAll('](../../docs/reference/', '](../')
    .replaceAll('](../../docs/', '](../../')
    .replace(/\]\(\.\.\/([\w-]+)(\/README\.md|\/)?(#[^)]*)?\)/g, (whole, name: string, _file, part = '') =>
      existsSync(path.join(root, 'packages', name, 'README.md')) ? `](./${name}.md${part})` : whole,
    );
}
