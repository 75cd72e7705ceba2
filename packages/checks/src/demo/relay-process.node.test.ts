import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { until } from '../e2e/until.ts';
import { keepRelay, type RelayProcess } from './relay-process.ts';

const closings: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'citydesk-relay-process-'));
  closings.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A server as small as can be that keeps to the bargain: it ends with its standard input. */
const small = (port: number) => [
  '--eval',
  `console.log('up');
  require('node:http').createServer((_, response) => response.end(String(process.pid))).listen(${port}, '127.0.0.1');
  process.stdin.on('end', () => process.exit()).resume();`,
];

function kept(command = small, data = folder()) {
  const said: string[] = [];
  const relay = keepRelay({ command, data, said: (words) => said.push(words), firstPause: 10 });
  closings.push(relay.stop);
  return { relay, said, data };
}

const whoAnswers = async ({ port }: RelayProcess) => Number(await (await fetch(`http://127.0.0.1:${port}/`)).text());

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const isGone = (pid: number) => until('Its end', () => (isRunning(pid) ? undefined : true));

const isOpen = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    async (answer) => !!(await answer.text()),
    () => false,
  );

describe('the process of the relay', () => {
  it('answers, says who it is in a file, and writes what it says into another', async () => {
    const { relay, data, said } = kept();
    assert.ok(await relay.answers(10_000));
    const pid = await whoAnswers(relay);
    assert.equal(relay.pid, pid);
    assert.equal(Number(readFileSync(path.join(data, 'relay.pid'), 'utf8')), pid);
    assert.equal(readFileSync(path.join(data, 'relay.log'), 'utf8'), 'up\n');
    assert.deepEqual(said, []);
  });

  it('is started again when it was killed, as often as that happens', async () => {
    const { relay, said } = kept();
    const seen = new Set<number>();
    for (let time = 0; time < 3; time += 1) {
      assert.ok(await relay.answers(10_000));
      const pid = await whoAnswers(relay);
      assert.ok(!seen.has(pid));
      seen.add(pid);
      process.kill(pid, 'SIGKILL');
      assert.ok(await isGone(pid));
    }
    assert.ok(await relay.answers(10_000));
    assert.equal(said.length, 3);
    assert.match(said[0] ?? '', /ended \(SIGKILL\).*started again/);
  });

  it('is tried again, with longer and longer pauses, where it cannot start at all', async () => {
    const data = folder();
    const times = path.join(data, 'times');
    writeFileSync(times, '');
    const command = () => [
      '--eval',
      `require('node:fs').appendFileSync(${JSON.stringify(times)}, Date.now() + ' '); process.exit(3)`,
    ];
    const { relay, said } = kept(command, data);
    await until('The fifth start', () => (said.length > 4 ? true : undefined));
    assert.equal(await relay.answers(0), false);
    await relay.stop();
    const starts = readFileSync(times, 'utf8').trim().split(' ').map(Number);
    const pauses = starts.slice(1).map((start, at) => start - (starts[at] ?? 0));
    assert.deepEqual(
      pauses.map((pause, at) => pause >= 10 * 2 ** at),
      pauses.map(() => true),
    );
    assert.match(said[0] ?? '', /ended \(3\)/);
  });

  it('ends when it is stopped, and leaves no file that says it runs', async () => {
    const { relay, data, said } = kept();
    assert.ok(await relay.answers(10_000));
    const pid = await whoAnswers(relay);
    await relay.stop();
    assert.ok(await isGone(pid));
    assert.ok(!existsSync(path.join(data, 'relay.pid')));
    assert.deepEqual([relay.port, relay.pid, said], [undefined, undefined, []]);
  });

  it('ends when whoever started it is killed', async () => {
    const file = path.join(import.meta.dirname, 'relay-process.ts');
    const script = `const { keepRelay } = await import(${JSON.stringify(file)});
      const relay = keepRelay({ command: ${small.toString()}, data: ${JSON.stringify(folder())} });
      console.log(await relay.answers(10_000), relay.port);`;
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    closings.push(() => parent.kill('SIGKILL'));
    const [chunk] = (await once(parent.stdout, 'data')) as [Buffer];
    const [isThere, port] = chunk.toString().trim().split(' ');
    assert.equal(isThere, 'true');
    parent.kill('SIGKILL');
    // Its id may stay in the list of processes until somebody takes note; its port does not.
    await until('The end of the relay', async () => ((await isOpen(Number(port))) ? undefined : true));
  });
});
