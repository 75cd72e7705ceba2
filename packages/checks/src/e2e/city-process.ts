// The demo city as `npm start` runs it, in a process of its own that can be killed, with data in a folder of its own.

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../free-port.ts';
import { root } from '../workspace.ts';
import { until } from './until.ts';

export interface CityProcess {
  readonly origin: string;
  /** The folder with all that it keeps. */
  readonly data: string;
  /** SIGKILL: no chance to write anything down. */
  kill(): Promise<void>;
  /** The same for the relay alone, if it runs; it is then started again. Resolves once it is gone. */
  killRelay(): Promise<void>;
  /** Starts it again on the same data and port. */
  start(): Promise<void>;
  /** Ends it and deletes its data. */
  remove(): Promise<void>;
}

/** @throws Error with what it printed when it does not come up. */
export async function startCityProcess(): Promise<CityProcess> {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-e2e-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let child: ChildProcess | undefined;

  const ended = (one: ChildProcess) => new Promise((resolve) => one.once('close', resolve));
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode) return;
    const done = ended(child);
    child.kill('SIGKILL');
    await done;
  };
  const start = async () => {
    const starting = spawn(process.execPath, ['packages/checks/bin/start.mjs'], {
      cwd: root,
      env: { ...process.env, PORT: String(port), CITYDESK_DATA: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = starting;
    let said = '';
    for (const stream of [starting.stdout, starting.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    for (let wait = 0; wait < 600; wait += 1) {
      if (starting.exitCode !== null) break;
      const isUp = await fetch(`${origin}/open311/v2/services.json`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isUp) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`npm start does not answer at ${origin}. It printed:\n${said}`);
  };

  process.once('exit', () => child?.kill('SIGKILL'));
  await start();
  return {
    origin,
    data: folder,
    kill,
    async killRelay() {
      const file = path.join(folder, 'relay.pid');
      const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
      if (!(pid > 1) || !isRunning(pid)) return;
      process.kill(pid, 'SIGKILL');
      await until('The end of the relay', () => (isRunning(pid) ? undefined : true));
    },
    start,
    async remove() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
