/** A running relay: started by the command, looked at by the check, and stopped. */

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check, type Report } from '@citydesk/open311/check';
import { serveCity } from '@citydesk/sandbox';
import { configFrom, type ConfigFile } from './config.ts';
import { serveRelay } from './serve-relay.ts';
import { noLimits } from './test-kit.ts';

const city = await serveCity({ port: 0, county: false });
const upstream = `${city.url}open311/v2/`;
const folder = mkdtempSync(join(tmpdir(), 'citydesk-relay-'));
const kept = { keys: join(folder, 'keys.sqlite'), photos: join(folder, 'photos'), files: join(folder, 'files') };
const open: (() => unknown)[] = [];
after(async () => {
  for (const close of open.toReversed()) await close();
  await city.close();
  rmSync(folder, { recursive: true, force: true });
});

async function serve(config: Partial<ConfigFile> = {}) {
  const written: ConfigFile = {
    upstream,
    ...kept,
    port: 0,
    origins: '*',
    withoutOrigin: 'everything',
    limits: noLimits,
    ...config,
  };
  const lines: string[] = [];
  const served = await serveRelay({ config: configFrom(written), write: (line) => lines.push(line) });
  open.push(served.close);
  return { ...served, lines, endpoint: `${served.url}open311/v2/` };
}

describe('the check of a relay before the sandbox', () => {
  it('finds nothing broken and nothing that deviates', async () => {
    const { endpoint } = await serve({ test: true });
    const are = ({ checks }: Report, ...outcomes: string[]) =>
      checks.filter(({ outcome }) => outcomes.includes(outcome)).map(({ id }) => id);
    const report = await check({ endpoint });
    assert.deepEqual(are(report, 'broken', 'deviates'), []);
    const before = city.city.store.all().length;
    const filed = await check({ endpoint, submit: { serviceCode: 'pothole', testEndpoint: true } });
    assert.deepEqual(are(filed, 'broken', 'deviates'), []);
    const ofInterest = [
      'report',
      'report-cors',
      'report-key',
      'report-found',
      'report-twice',
      'preflight',
      'discovery',
      'updates',
    ];
    for (const id of ofInterest) assert.ok(are(filed, 'good').includes(id), id);
    assert.equal(city.city.store.all().length, before + 1);
    assert.match(
      filed.checks.find(({ id }) => id === 'report-twice')?.evidence?.found ?? '',
      /The relay takes it once/,
    );
    assert.ok(report.counts.good >= 25, `${report.counts.good} good`);
  });
});

describe('the health of a relay', () => {
  it('is told as it is', async () => {
    const { url } = await serve();
    const answer = await fetch(`${url}health`);
    const health = await answer.json();
    assert.equal(answer.status, 200);
    assert.deepEqual(health, {
      status: 'ok',
      city: { ok: true, secondsAgo: 0 },
      keys: { ok: true, kind: 'sqlite', keptForSeconds: 604_800 },
      photos: { ok: true, keptForSeconds: 2_592_000 },
    });
    assert.deepEqual(readdirSync(kept.photos), []);
  });

  it('is bad where the city is out of reach, or photos cannot be kept', async () => {
    const away = await serve({ upstream: 'http://127.0.0.1:9/open311/v2/', timeout: 300 });
    const answer = await fetch(`${away.url}health`);
    const { status, city: found } = await answer.json();
    assert.deepEqual([answer.status, status, found.ok], [503, 'failing', false]);
    const full = await serve({ photos: join(kept.keys, 'in-a-file') });
    const { photos } = await (await fetch(`${full.url}health`)).json();
    assert.equal(photos.ok, false);
  });

  it('is that of the city again once it has answered anybody', async () => {
    const { url, endpoint } = await serve();
    city.city.faults = [{ route: '*', kind: 'error-500' }];
    await fetch(`${endpoint}services.json`);
    assert.equal((await fetch(`${url}health`)).status, 503);
    city.city.faults = [];
    await fetch(`${endpoint}services.json`);
    assert.equal((await fetch(`${url}health`)).status, 200);
  });
});

describe('the command', () => {
  const main = fileURLToPath(new URL('node.ts', import.meta.url));
  const script = `import(${JSON.stringify(main)}).then(({ runCommand }) => runCommand(process.argv.slice(1)).then((code) => process.exit(code)))`;

  function start(...args: readonly string[]): ChildProcess & { readonly said: { out: string; error: string } } {
    const child = spawn(process.execPath, ['--conditions=citydesk-source', '-e', script, '--', ...args], {
      env: { ...process.env, CITYDESK_API_KEY: 'canary-key-1234', CITYDESK_RELAY_SECRET: '' },
    });
    open.push(() => child.kill('SIGKILL'));
    const said = { out: '', error: '' };
    child.stdout?.on('data', (data) => (said.out += data));
    child.stderr?.on('data', (data) => (said.error += data));
    return Object.assign(child, { said });
  }
  const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));

  it('says in one line where it listens, writes its log, and stops when told', async () => {
    const child = start(
      '--upstream',
      upstream,
      '--port',
      '0',
      '--keys',
      join(folder, 'own', 'keys.sqlite'),
      '--photos',
      kept.photos,
    );
    const address = await new Promise<string>((resolve) =>
      child.stdout?.on('data', () => {
        const [, found] = /^The relay is open at (\S+)\n/.exec(child.said.out) ?? [];
        if (found) resolve(found);
      }),
    );
    assert.equal((await fetch(`${address}services.json`)).status, 200);
    const code = ended(child);
    child.kill('SIGTERM');
    assert.equal(await code, 0);
    const [, line = ''] = child.said.out.trim().split('\n');
    const { time, ms, ...rest } = JSON.parse(line);
    assert.deepEqual(rest, { is: 'call', method: 'GET', route: 'services', status: 200 });
    assert.ok(!Number.isNaN(Date.parse(time)) && ms >= 0);
    assert.ok(!child.said.out.includes('canary-key-1234'));
    assert.deepEqual(readdirSync(join(folder, 'own')).includes('relay-secret'), true);
  });

  it('says what is wrong and ends where it cannot start', async () => {
    const taken = await serve();
    const wrong = start('--upstream', 'http://city.example/');
    const busy = start(
      '--upstream',
      upstream,
      '--port',
      new URL(taken.url).port,
      '--keys',
      kept.keys,
      '--photos',
      kept.photos,
    );
    assert.deepEqual(await Promise.all([ended(wrong), ended(busy)]), [1, 1]);
    assert.match(wrong.said.error, /^"upstream" has to begin with https/);
    assert.match(busy.said.error, /^Port \d+ is taken/);
  });
});
