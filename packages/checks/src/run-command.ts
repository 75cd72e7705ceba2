// Starts a command from the repository's root with our own Node and tools first on the path, and waits for it.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './workspace.ts';

export interface CommandResult {
  /** Whether it ended by itself with exit code 0. */
  readonly ok: boolean;
  /** All it printed, in order. */
  readonly output: string;
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The folder it runs in; the repository's root when left out. */
  readonly cwd?: string;
  /** Pass everything on while it comes; otherwise it is only kept. */
  readonly live?: boolean;
  /** Milliseconds until it is stopped, with all it started; 10 minutes when left out. */
  readonly timeout?: number;
}

/** Runs one command without a terminal. Never throws: a command that is not there is a result that is not ok. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { env = {}, cwd = root, live = false, timeout = 600_000 } = options;
  const tools = path.join(root, 'node_modules/.bin');
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env, PATH: `${tools}${path.delimiter}${process.env['PATH'] ?? ''}` },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32', // a group of its own, so that nothing it started outlives it
      shell: process.platform === 'win32' && command !== process.execPath,
    });
    const stopAll = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      } catch {
        // It had already ended.
      }
    };
    process.once('exit', stopAll);
    let output = '';
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      // Without colours and the cursor's jumps: this may be a log file.
      if (live) process.stdout.write(stripVTControlCharacters(chunk.toString()));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const timer = setTimeout(() => {
      hear(Buffer.from(`\nStopped after ${timeout / 1000} seconds.\n`));
      stopAll();
    }, timeout);
    const end = (ok: boolean) => {
      clearTimeout(timer);
      process.off('exit', stopAll);
      resolve({ ok, output });
    };
    child.once('error', (error) => {
      hear(Buffer.from(`${command} did not start: ${error.message}\n`));
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}
