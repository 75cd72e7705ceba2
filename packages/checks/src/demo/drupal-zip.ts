// Makes the Drupal module's zip: its files, and the built script tag with all its chunks in the folder `js`.

import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../workspace.ts';
import { zipOf } from './zip.ts';

/** Where the zip is. */
export const drupalZip = path.join(root, 'packages/drupal/dist/citydesk.zip');

/** What of `packages/drupal` belongs to the module. */
export const drupalSources = ['*.yml', '*.module', '*.txt', '*.md', 'composer.json', '{config,src}/**'];

/** The module's files by their path in the zip. The script tag has to be built by then. */
export function drupalFiles(): ReadonlyMap<string, Uint8Array> {
  return new Map([
    ...filesOf('packages/drupal', drupalSources, 'citydesk'),
    ...filesOf('packages/embed/dist', ['citydesk.js', 'citydesk/**'], 'citydesk/js').filter(
      ([name]) => !/\.d\.ts(\.map)?$/.test(name),
    ),
  ]);
}

export function writeDrupalZip(): void {
  mkdirSync(path.dirname(drupalZip), { recursive: true });
  writeFileSync(drupalZip, zipOf(drupalFiles()));
}

function filesOf(folder: string, patterns: readonly string[], under: string): (readonly [string, Uint8Array])[] {
  const cwd = path.join(root, folder);
  return globSync([...patterns], { cwd })
    .filter((file) => statSync(path.join(cwd, file)).isFile())
    .map((file) => [`${under}/${file.split(path.sep).join('/')}`, readFileSync(path.join(cwd, file))] as const);
}
