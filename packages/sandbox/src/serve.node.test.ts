import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { get as httpGet } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { optionsFrom } from './command.ts';
import { serveCity, StartError } from './serve.ts';
import { smallSeed } from './test-kit.ts';

const report = { service_code: 'curb', address_string: '318 Hoffman St', email: 'resident@example.com' };

describe('the command', () => {
  let data: string;
  before(() => {
    data = mkdtempSync(join(tmpdir(), 'citydesk-sandbox-'));
  });
  const children: ChildProcess[] = [];
  after(() => {
    // Those a failed test left behind.
    for (const child of children) child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  });

  /** Starts it as a program of its own and waits for its address. */
  const start = async (...args: string[]): Promise<{ child: ChildProcess; endpoint: string; said: () => string }> => {
    const program = `const { runCommand } = await import(${JSON.stringify(new URL('./command.ts', import.meta.url).href)});
      process.exitCode = await runCommand(${JSON.stringify(['--data', data, ...args])});`;
    const child = spawn(
      process.execPath,
      ['--conditions=citydesk-source', '--no-warnings', '--input-type=module', '-e', program],
      { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    children.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
    const ended = once(child, 'exit');
    while (!/Staff desk/.test(said) && child.exitCode === null) {
      await Promise.race([once(child.stdout ?? child, 'data'), ended]);
    }
    const [, endpoint = ''] = /Open311 +(\S+)/.exec(said) ?? [];
    return { child, endpoint, said: () => said };
  };
  const stop = async (child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> => {
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code, by] = (await ended) as [number | null, string | null];
    return code ?? by;
  };

  it('keeps a report it confirmed when it is killed the next moment', async () => {
    const first = await start('--port', '0');
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const answer = await fetch(`${first.endpoint}requests.json`, {
        method: 'POST',
        body: new URLSearchParams(report),
      });
      const [receipt] = (await answer.json()) as [{ service_request_id: string }];
      ids.push(receipt.service_request_id);
    }
    assert.equal(await stop(first.child, 'SIGKILL'), 'SIGKILL');

    const second = await start('--port', '0');
    for (const id of ids) {
      const answer = await fetch(`${second.endpoint}requests/${id}.json`);
      assert.equal(answer.status, 200, id);
      const [kept] = (await answer.json()) as [{ address: string }];
      assert.equal(kept.address, '318 Hoffman St');
    }
    const staff = await fetch(new URL(`/staff/requests/${ids[0]}`, second.endpoint));
    assert.match(await staff.text(), /resident@example\.com/);
    assert.equal(await stop(second.child, 'SIGTERM'), 0, 'ends by itself, cleanly');

    const third = await start('--port', '0', '--reset');
    assert.equal((await fetch(`${third.endpoint}requests/${ids[4]}.json`)).status, 404, 'forgets when told to');
    assert.equal(await stop(third.child, 'SIGINT'), 0);
  });

  it('says in plain words why it cannot start', async () => {
    const taken = await serveCity({ port: 0, seed: smallSeed });
    const port = new URL(taken.url).port;
    const cases: [string[], RegExp][] = [
      [['--port', port], new RegExp(`^Port ${port} is taken by another program\\. Stop it, or choose another`)],
      [['--host', '0.0.0.0'], /^Others can reach this computer at 0\.0\.0\.0.*Set a password with --staff-password/],
      [['--port', 'many'], /^many is not a port\./],
      [['--site', '/nowhere'], /^There is no folder \/nowhere\./],
      [['--colour', 'red'], /--colour[^]*Usage:/],
    ];
    for (const [args, message] of cases) {
      const { child, said } = await start(...args);
      if (child.exitCode === null) await once(child, 'exit');
      assert.equal(child.exitCode, 1, said());
      assert.match(said(), message);
      assert.doesNotMatch(said(), /\n {4}at /, 'no stack');
    }
    await taken.close();
  });

  it('speaks a dialect, and keeps its reports apart from those of others', async () => {
    assert.equal((optionsFrom(['--dialect', 'spot', '--token-delay', '60']) as { dialect: string }).dialect, 'spot');
    assert.throws(() => optionsFrom(['--dialect', 'latin']), /There is no dialect latin\. Choose one of these/);
    assert.throws(() => optionsFrom(['--token-delay', 'soon']), StartError);
    const answers = async (dialect?: 'wrapped'): Promise<unknown> => {
      const served = await serveCity({ port: 0, data, dialect, seed: smallSeed });
      const answer = await fetch(`${served.url}open311/v2/requests.json`);
      await served.close();
      return answer.json();
    };
    assert.deepEqual(await answers('wrapped'), { service_requests: [] });
    assert.ok(Array.isArray(await answers()));
  });

  it('takes its port from PORT, unless told', () => {
    const port = (args: string[], environment: NodeJS.ProcessEnv): unknown => {
      const options = optionsFrom(args, environment);
      return options === 'help' ? options : options.port;
    };
    assert.equal(port([], {}), 8311);
    assert.equal(port([], { PORT: '9000' }), 9000);
    assert.equal(port(['--port', '9001'], { PORT: '9000' }), 9001);
    assert.equal(port(['--help'], {}), 'help');
  });
});

describe('serveCity', () => {
  it('opens to others only with a staff password', async () => {
    await assert.rejects(serveCity({ port: 0, host: '0.0.0.0', seed: smallSeed }), StartError);
    const served = await serveCity({ port: 0, host: '0.0.0.0', staffPassword: 'secret', seed: smallSeed });
    assert.equal((await fetch(new URL('staff/', served.url))).status, 401);
    await served.close();
  });

  it('shows the desk on loopback only under a name of loopback', async () => {
    const served = await serveCity({ port: 0, seed: smallSeed });
    const statusFor = (host: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        httpGet(new URL('staff/', served.url), { headers: { Host: host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        }).on('error', reject);
      });
    assert.equal(await statusFor('rebound.example'), 403);
    assert.equal(await statusFor('localhost:1234'), 200);
    assert.equal(await statusFor('127.0.0.1'), 200);
    await served.close();
  });

  it('answers a body that is too large with a spec error, also when its length is not told', async () => {
    const served = await serveCity({ port: 0, seed: smallSeed });
    const body = (): ReadableStream => new Blob([`description=${'x'.repeat(1_000_000)}`]).stream();
    for (const init of [{ body: await new Response(body()).text() }, { body: body(), duplex: 'half' }]) {
      const answer = await fetch(new URL('open311/v2/requests.json', served.url), {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        ...init,
      } as RequestInit);
      assert.equal(answer.status, 413);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    }
    await served.close();
  });

  it('has switches only where they were asked for', async () => {
    for (const switches of [false, true]) {
      const served = await serveCity({ port: 0, seed: smallSeed, switches });
      const answer = await fetch(new URL('__switches/faults', served.url), {
        method: 'PUT',
        body: JSON.stringify([{ route: 'services', kind: 'error-500' }]),
      });
      assert.equal(answer.status, switches ? 204 : 404);
      const services = await fetch(new URL('open311/v2/services.json', served.url));
      assert.equal(services.status, switches ? 500 : 200);
      await served.close();
    }
  });
});
