// Knows whether something built is still the outcome of its sources, by a hash of them that is kept beside the cache.

import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../workspace.ts';

const stamps = path.join(root, '.cache/build');

/** A hash of the named files' paths and contents, and of `also`. Patterns count from the repository's root; tests do not count. */
export function hashOf(patterns: readonly string[], also: readonly string[] = []): string {
  const hash = createHash('sha256').update(JSON.stringify(also));
  for (const file of globSync([...patterns], { cwd: root }).sort()) {
    const full = path.join(root, file);
    if (/\.test\.ts$/.test(file) || !statSync(full).isFile()) continue;
    hash.update(file).update(readFileSync(full));
  }
  return hash.digest('hex');
}

/** Whether `name` was last built from sources with this hash. */
export function isBuilt(name: string, hash: string): boolean {
  try {
    return readFileSync(path.join(stamps, name), 'utf8') === hash;
  } catch {
    return false; // never built
  }
}

/** Notes that `name` has now been built from sources with this hash. */
export function noteBuilt(name: string, hash: string): void {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(path.join(stamps, name), hash);
}
