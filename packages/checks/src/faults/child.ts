// A server in a process of its own, which can be killed at any moment and started again on the same port.

import { spawn, type ChildProcess } from 'node:child_process';

export interface Child {
  readonly port: number;
  /** SIGKILL: no chance to write anything down. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again, on the same port and data. @throws Error with what it printed when it does not come up */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param args what Node runs
 * @param probe a path that answers when it is up
 */
export async function startChild(
  args: readonly string[],
  port: number,
  probe: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Child> {
  let child: ChildProcess | undefined;
  let said = '';

  const kill = async () => {
    const last = child;
    if (!last || last.exitCode !== null || last.signalCode) return;
    const gone = new Promise((resolve) => last.once('exit', resolve));
    last.kill('SIGKILL');
    await gone;
  };
  const start = async () => {
    await kill();
    said = '';
    const starting = spawn(process.execPath, [...args], {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child = starting;
    starting.stdin.on('error', () => {});
    for (const stream of [starting.stdout, starting.stderr])
      stream.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4000)));
    for (let wait = 0; wait < 1200; wait++) {
      if (starting.exitCode !== null) break;
      const isUp = await fetch(`http://127.0.0.1:${port}${probe}`).then(
        async (answer) => {
          await answer.body?.cancel();
          return answer.status < 500;
        },
        () => false,
      );
      if (isUp) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`${args.join(' ')} does not answer at ${port}. It printed:\n${said}`);
  };
  const killNow = () => child?.kill('SIGKILL');
  process.once('exit', killNow);
  await start();
  return {
    port,
    kill,
    start,
    async stop() {
      process.off('exit', killNow);
      await kill();
    },
  };
}
