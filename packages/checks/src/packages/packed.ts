// The published packages as npm would publish them: packed once for as long as nothing in them changes.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../demo/stamp.ts';
import { runCommand } from '../run-command.ts';
import { packages, root } from '../workspace.ts';

const cache = path.join(root, '.cache/packed');

/** What npm keeps of the registry, for the examples to be installed from: nothing outside the repository is written. */
export const npmCache = path.join(root, '.cache/npm');

/** The packages that are published, by name. */
export function publishedNames(): readonly string[] {
  return packages().flatMap(({ manifest }) => (manifest.exports && !manifest.private ? [manifest.name] : []));
}

/**
 * Every published package's tarball, by the package's name.
 * @throws Error with what npm said where one cannot be packed.
 */
export async function packed(): Promise<ReadonlyMap<string, string>> {
  const hash = hashOf([
    '.cache/build/*',
    'packages/*/{package.json,README.md,LICENSE,llms.txt}',
    'packages/*/{bin,seed}/**',
  ]).slice(0, 16);
  const folder = path.join(cache, hash);
  if (!existsSync(folder)) {
    removeOld();
    const making = path.join(cache, `making-${process.pid}`);
    mkdirSync(making, { recursive: true });
    const workspaces = publishedNames().flatMap((name) => ['-w', name]);
    const { ok, output } = await runCommand('npm', ['pack', '--pack-destination', making, ...workspaces]);
    if (!ok) throw new Error(output);
    renameSync(making, folder);
  }
  const files = readdirSync(folder);
  return new Map(
    publishedNames().map((name) => {
      const start = `${name.replace('@', '').replace('/', '-')}-`;
      const file = files.find((each) => each.startsWith(start) && /^\d/.test(each.slice(start.length)));
      if (!file) throw new Error(`${name} was not packed`);
      return [name, path.join(folder, file)];
    }),
  );
}

/** What was packed from other sources; another run may still install from what is new. */
function removeOld(): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    const old = path.join(cache, name);
    if (Date.now() - statSync(old).mtimeMs > 3_600_000) rmSync(old, { recursive: true, force: true });
  }
}
