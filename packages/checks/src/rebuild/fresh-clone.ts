// A clone of the repository in a folder of its own, with its own copy of what npm has installed, built there.

import { copyFile, link, mkdir, readdir, readlink, symlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../run-command.ts';
import { root } from '../workspace.ts';

export interface FreshClone {
  readonly folder: string;
  /** For the build: a time zone, a language, another day. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the files were last changed at, where it is not now. */
  readonly changed?: Date;
}

/**
 * Clones what is committed, without what is only in the working tree, and builds all of it.
 * @throws Error with what git or the build has said
 */
export async function buildFreshClone({ folder, env = {}, changed }: FreshClone): Promise<void> {
  await said('git', ['clone', '--quiet', '--local', root, folder]);
  for (const modules of await installedIn(root)) {
    await linkTree(path.join(root, modules), path.join(folder, modules));
  }
  if (changed) await date(folder, changed);
  await said(process.execPath, ['packages/checks/bin/build.mjs', '--force'], { cwd: folder, env });
}

async function said(command: string, args: readonly string[], options = {}): Promise<void> {
  const { ok, output } = await runCommand(command, args, options);
  if (!ok) throw new Error(`${command} ${args.join(' ')}\n${output}`);
}

/** The workspace's own folder of what npm has installed, and those of packages that need another version. */
async function installedIn(folder: string): Promise<readonly string[]> {
  const packages = await readdir(path.join(folder, 'packages'));
  const all = ['node_modules', ...packages.map((name) => `packages/${name}/node_modules`)];
  const there = await Promise.all(all.map((each) => readdir(path.join(folder, each)).catch(() => [])));
  return all.filter((_, index) => there[index]!.length > 0);
}

/** The same files under other names: no bytes are copied where both folders are on one disk. Links between packages lead to those of the clone. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.name === '.cache' || entry.name === '.vite') continue;
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}

/** Gives the clone's own files another time. */
async function date(folder: string, changed: Date): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === '.git') continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await date(file, changed);
    else if (entry.isFile()) await utimes(file, changed, changed);
  }
}
