// An example as somebody gets it who copies its folder: in a place of its own, with our packages from their tarballs and the others from the
// registry.

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand, type CommandResult } from '../run-command.ts';
import { root } from '../workspace.ts';
import { npmCache, packed } from './packed.ts';

type Environment = Readonly<Record<string, string>>;

export interface ExampleProject {
  readonly folder: string;
  /** Runs one of its scripts, and waits for its end. */
  script(name: string, args?: readonly string[], env?: Environment): Promise<CommandResult>;
  /** Starts one of its scripts that serves something, and waits until `url` answers. It ends with `close`. */
  serve(name: string, args: readonly string[], url: string, env?: Environment): Promise<void>;
  close(): Promise<void>;
}

/**
 * Copies an example, and installs what it needs.
 * @param name its folder in `examples/`
 * @throws Error with what npm said where something cannot be installed.
 */
export async function installExample(name: string): Promise<ExampleProject> {
  const tarballs = await packed();
  const folder = mkdtempSync(path.join(tmpdir(), `citydesk-${name}-`));
  const source = path.join(root, 'examples', name);
  const left = new Set(['node_modules', 'dist', '.next', '.citydesk', 'package-lock.json']);
  cpSync(source, folder, { recursive: true, filter: (file) => !left.has(path.basename(file)) });
  const installed = await npm(folder, ['install', ...neededBy(folder, tarballs)]);
  if (!installed.ok) throw new Error(`${name} could not be installed:\n${installed.output}`);
  const ends: (() => Promise<void>)[] = [];
  const run = (script: string, args: readonly string[]) => [
    'run',
    '--silent',
    script,
    ...(args.length ? ['--', ...args] : []),
  ];
  return {
    folder,
    script: (script, args = [], env = {}) =>
      runCommand('npm', run(script, args), { cwd: folder, env: { ...quiet, ...env }, timeout: 150_000 }),
    async serve(script, args, url, env = {}) {
      ends.push(await started(folder, run(script, args), url, env));
    },
    async close() {
      for (const end of ends) await end();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** npm in a folder, from our own cache first, and without a word about anything but errors. */
export function npm(folder: string, args: readonly string[]): Promise<CommandResult> {
  const options = [
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--ignore-scripts',
    '--prefer-offline',
    '--loglevel=error',
  ];
  return runCommand('npm', [...args, ...options], {
    cwd: folder,
    env: { npm_config_cache: npmCache },
    timeout: 170_000,
  });
}

/** No tool tells anybody that it was used. */
const quiet: Environment = { NEXT_TELEMETRY_DISABLED: '1', DISABLE_OPENCOLLECTIVE: '1', CI: '1' };

/** The tarballs of what a project names, and of what those need in turn. */
function neededBy(folder: string, tarballs: ReadonlyMap<string, string>): readonly string[] {
  return tarballsFor(dependenciesIn(path.join(folder, 'package.json')), tarballs);
}

/** The tarballs of these packages, and of what those need in turn; what is not ours is left out. */
export function tarballsFor(names: readonly string[], tarballs: ReadonlyMap<string, string>): readonly string[] {
  const needed = new Set<string>();
  const add = (name: string): void => {
    if (!tarballs.has(name) || needed.has(name)) return;
    needed.add(name);
    const folder = name === 'citydesk' ? 'embed' : name.replace('@citydesk/', '');
    dependenciesIn(path.join(root, 'packages', folder, 'package.json')).forEach(add);
  };
  names.forEach(add);
  return [...needed].map((name) => tarballs.get(name)!);
}

function dependenciesIn(manifest: string): readonly string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as { dependencies?: Record<string, string> };
  return Object.keys(dependencies);
}

/** @throws Error with what it said where it ends, or does not answer in a minute. */
async function started(
  cwd: string,
  args: readonly string[],
  url: string,
  env: Environment,
): Promise<() => Promise<void>> {
  const child = spawn('npm', args, {
    cwd,
    env: {
      ...process.env,
      PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env['PATH']}`,
      ...quiet,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own: the script's own child ends with it
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (said += chunk));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = () => {
    try {
      process.kill(-child.pid!, 'SIGTERM');
    } catch {
      // It had already ended.
    }
  };
  process.once('exit', stop);
  const end = performance.now() + 60_000;
  while (performance.now() < end && child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer) {
      return async () => {
        stop();
        await ended;
        process.off('exit', stop);
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  throw new Error(`Nothing answers at ${url}:\n${said}`);
}
