// An empty folder on a machine with nothing but Node, where `npx` finds our packages as they would be published.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '../e2e/until.ts';
import { npm, tarballsFor } from '../packages/example-project.ts';
import { packed } from '../packages/packed.ts';
import { root } from '../workspace.ts';

export interface TownFolder {
  readonly folder: string;
  /** Runs a command of the docs to its end, and gives what it said. @throws Error where it fails */
  run(command: string): Promise<string>;
  /** Starts a command that goes on, and waits until it says what matches. */
  start(command: string, says: RegExp): Promise<RegExpExecArray>;
  read(file: string): string;
  write(file: string, text: string): void;
  close(): Promise<void>;
}

export async function townFolder(): Promise<TownFolder> {
  const above = mkdtempSync(path.join(tmpdir(), 'citydesk-town-'));
  const installed = await npm(above, ['install', ...tarballsFor(['@citydesk/relay'], await packed())]);
  if (!installed.ok) throw new Error(installed.output);
  const folder = path.join(above, 'town');
  mkdirSync(folder);
  const ends: (() => Promise<void>)[] = [];

  /** In a shell of its own, whose children end with it. */
  const begin = (command: string) => {
    const child = spawn('sh', ['-c', command], {
      cwd: folder,
      env: { ...process.env, PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env['PATH']}` },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const said = { text: '' };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (said.text += chunk));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    return { child, said, ended };
  };

  return {
    folder,
    async run(command) {
      const { said, ended } = begin(command);
      if ((await ended) !== 0) throw new Error(`${command}\n${said.text}`);
      return said.text;
    },
    async start(command, says) {
      const { child, said, ended } = begin(command);
      ends.push(async () => {
        if (child.exitCode === null) process.kill(-child.pid!, 'SIGTERM');
        await ended;
      });
      return until(
        `${says} from ${command}, which says: ${said.text}`,
        () => {
          if (child.exitCode !== null) throw new Error(`${command} ended:\n${said.text}`);
          return says.exec(said.text) ?? undefined;
        },
        30_000,
      );
    },
    read: (file) => readFileSync(path.join(folder, file), 'utf8'),
    write: (file, text) => writeFileSync(path.join(folder, file), text),
    async close() {
      for (const end of ends) await end();
      rmSync(above, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
