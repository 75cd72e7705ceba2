// The demo's relay, in a process of its own: started again when it dies, and gone when we are, however we go.

import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, closeSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../free-port.ts';

export interface RelayProcessOptions {
  /** What Node runs, with a port to listen on at 127.0.0.1. It ends when its standard input does: so it does when we are killed. */
  command(port: number): readonly string[];
  /** Holds `relay.log`, with all that it prints since the first start, and `relay.pid`. */
  readonly data: string;
  /** Told in words when it has died. */
  readonly said?: (words: string) => void;
  /** Milliseconds until it is started again, the first time it dies; twice as long each further time. */
  readonly firstPause?: number;
}

export interface RelayProcess {
  /** Where it listens or is about to; another one after each start. `undefined` while there is none. */
  readonly port: number | undefined;
  /** Of the process that runs now. */
  readonly pid: number | undefined;
  /** Waits until it answers; false when it has not within so many milliseconds. */
  answers(within: number): Promise<boolean>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

const longestPause = 5000;
/** Whoever has lived for so long has started well. */
const wellFor = 10_000;

/** Starts it, and again whenever it dies. */
export function keepRelay({ command, data, said = () => {}, firstPause = 100 }: RelayProcessOptions): RelayProcess {
  let child: ChildProcess | undefined;
  let port: number | undefined;
  let pause = firstPause;
  let isStopped = false;
  let again: NodeJS.Timeout | undefined;
  const pidFile = path.join(data, 'relay.pid');
  mkdirSync(data, { recursive: true });
  writeFileSync(path.join(data, 'relay.log'), '');

  /** In one step, so that nobody reads half of it and kills another. */
  const note = (pid: number) => {
    writeFileSync(`${pidFile}.new`, `${pid}\n`);
    renameSync(`${pidFile}.new`, pidFile);
  };

  const begin = async (): Promise<void> => {
    const chosen = await freePort();
    if (isStopped) return;
    const log = openSync(path.join(data, 'relay.log'), 'a');
    const started = spawn(process.execPath, [...command(chosen)], {
      stdio: ['pipe', log, log],
    });
    closeSync(log);
    const since = performance.now();
    child = started;
    port = chosen;
    if (started.pid) note(started.pid);
    // Nothing is ever written to it.
    started.stdin?.on('error', () => {});
    started.once('error', () => started.emit('exit', null, null));
    started.once('exit', (code, signal) => {
      if (child !== started) return;
      child = port = undefined;
      rmSync(pidFile, { force: true });
      if (isStopped) return;
      if (performance.now() - since > wellFor) pause = firstPause;
      said(`The relay has ended (${signal ?? code ?? 'it could not be started'}). It is started again.`);
      again = setTimeout(() => void begin(), pause);
      pause = Math.min(2 * pause, longestPause);
    });
  };
  void begin();
  const kill = () => child?.kill('SIGKILL');
  process.once('exit', kill);

  return {
    get port() {
      return port;
    },
    get pid() {
      return child?.pid;
    },
    async answers(within) {
      const end = performance.now() + within;
      while (performance.now() < end && !isStopped) {
        const isThere = await fetch(`http://127.0.0.1:${port ?? 9}/`).then(
          async (answer) => answer.body?.cancel().then(() => true) ?? true,
          () => false,
        );
        if (isThere) return true;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      return false;
    },
    async stop() {
      isStopped = true;
      clearTimeout(again);
      process.off('exit', kill);
      const last = child;
      if (last) {
        const ended = new Promise((resolve) => last.once('exit', resolve));
        last.kill('SIGTERM');
        const patience = setTimeout(() => last.kill('SIGKILL'), 2000);
        await ended;
        clearTimeout(patience);
      }
    },
  };
}
