import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { root } from '../workspace.ts';

const started: ChildProcess[] = [];
const data: string[] = [];
afterEach(() => {
  for (const { pid } of started.splice(0)) {
    try {
      if (pid) process.kill(-pid, 'SIGKILL'); // with all that it started
    } catch {
      // nothing of it is left
    }
  }
  data.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

/** Starts the demo city with a command of its own port and data, and waits until it has printed its addresses. */
async function startWith(command: string, args: readonly string[], env: Record<string, string> = {}) {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-'));
  data.push(folder);
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, npm_lifecycle_event: '', ...env, PORT: String(port), CITYDESK_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true, // a group of its own, to be cleared away as one
  });
  started.push(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!said.includes('Ctrl+C')) {
    assert.equal(child.exitCode, null, said);
    await wait(50);
  }
  return { child, port, said: () => said };
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );

async function isGone(port: number): Promise<boolean> {
  for (let tries = 0; tries < 50; tries += 1) {
    if (!(await answers(port))) return true;
    await wait(100);
  }
  return false;
}

describe('npm start', () => {
  it('prints addresses that all answer, and ends with its signal', async () => {
    const { child, port, said } = await startWith(process.execPath, ['packages/checks/bin/start.mjs']);
    const addresses = said().match(/http:\S+/g) ?? [];
    assert.equal(addresses.length, 9);
    for (const address of addresses) assert.equal((await fetch(address)).status, 200, address);
    // What is read at run time from beside the built files.
    for (const what of [
      'addresses.json',
      'geocoder/api?q=318+Hoff',
      'geocoder/reverse?lat=41.944&lon=-85.6328',
      'map/style.json',
    ]) {
      const answer = await fetch(`http://localhost:${port}/${what}`);
      assert.equal(answer.status, 200, what);
      assert.ok((await answer.text()).length > 200, what);
    }
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    assert.equal(code, 0);
    assert.ok(await isGone(port));
  });

  it('leaves nothing running when npm, above it, is killed', { skip: process.platform !== 'linux' }, async () => {
    const shell = `${process.execPath} packages/checks/bin/start.mjs; true`;
    const { child, port } = await startWith('/bin/sh', ['-c', shell], { npm_lifecycle_event: 'start' });
    child.kill('SIGKILL');
    assert.ok(await isGone(port));
  });

  it('says which port is taken and how to choose another', async () => {
    const { port } = await startWith(process.execPath, ['packages/checks/bin/start.mjs']);
    const second = spawn(process.execPath, ['packages/checks/bin/start.mjs'], {
      cwd: root,
      env: { ...process.env, PORT: String(port), CITYDESK_DATA: data[0] },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    started.push(second);
    let said = '';
    second.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(second, 'close')) as [number | null];
    assert.equal(code, 1);
    assert.match(said, new RegExp(`Port ${port} is taken.*PORT=8399 npm start`));
  });
});
