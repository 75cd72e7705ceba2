// What the checks know of the repository: its packages and their files.

import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The repository's root folder. */
export const root = path.resolve(import.meta.dirname, '../../..');

export interface WorkspacePackage {
  /** Its folder below `packages/`, for example `elements`. */
  readonly folder: string;
  readonly manifest: {
    readonly name: string;
    readonly private?: boolean;
    readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
    readonly bin?: Readonly<Record<string, string>>;
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly citydesk?: { readonly bundle?: boolean };
  };
}

/** Every package of the workspace that npm manages. */
export function packages(): readonly WorkspacePackage[] {
  return globSync('packages/*/package.json', { cwd: root })
    .sort()
    .map((file) => ({
      folder: path.basename(path.dirname(file)),
      manifest: JSON.parse(readFileSync(path.join(root, file), 'utf8')) as WorkspacePackage['manifest'],
    }));
}

/** Files that match, as paths from the root with forward slashes; nothing from node_modules. */
export function filesLike(...patterns: readonly string[]): readonly string[] {
  return globSync([...patterns], {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name.includes('/node_modules'),
  })
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** The text of a file of the repository. */
export function textOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** Whether this path from the root exists. */
export function exists(file: string): boolean {
  return existsSync(path.join(root, file));
}
