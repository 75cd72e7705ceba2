/** The relay's handler in workerd, bundled, before a city on this computer: all of it that needs no disk. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveCity } from '@citydesk/sandbox';
import { Miniflare } from 'miniflare';
import { build } from 'vite';
import { noLimits, secret } from './test-kit.ts';
import type { ConfigFile } from './config.ts';

const apiKey = 'the key of the city in workerd';
const services = [{ service_code: 'a', service_name: 'Pothole' }];
const city = await serveCity({ port: 0, county: false, apiKey, seed: { services } });
const folder = mkdtempSync(join(tmpdir(), 'citydesk-workerd-'));
const workers: Miniflare[] = [];
after(async () => {
  for (const worker of workers) await worker.dispose();
  await city.close();
  rmSync(folder, { recursive: true, force: true });
});
await build({
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions: ['citydesk-source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2022',
    minify: false,
    outDir: folder,
    emptyOutDir: true,
    lib: {
      entry: fileURLToPath(new URL('../test/worker.ts', import.meta.url)),
      formats: ['es'],
      fileName: () => 'worker.mjs',
    },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});

/** A worker of its own; `ask` is its way in. */
function workerTo(upstream: string, more: Partial<ConfigFile> = {}) {
  const config: ConfigFile = { upstream, origins: '*', withoutOrigin: 'everything', limits: noLimits, ...more };
  const worker = new Miniflare({
    modulesRoot: folder,
    modules: [{ type: 'ESModule', path: join(folder, 'worker.mjs') }],
    compatibilityDate: '2026-04-01',
    bindings: { CONFIG: JSON.stringify(config), API_KEY: apiKey, SECRET: secret },
  });
  workers.push(worker);
  return async (path: string, init: { method?: string; body?: string; headers?: Record<string, string> } = {}) => {
    const answer = await worker.dispatchFetch(new URL(path, 'http://relay.example/open311/v2/').href, init);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
}

const ask = workerTo(`${city.url}open311/v2/`);
const post = (key: string, description = 'A hole') =>
  ask('requests.json', {
    method: 'POST',
    body: new URLSearchParams({ service_code: 'a', address_string: 'Here', description }).toString(),
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Idempotency-Key': key,
      Origin: 'https://a.example',
    },
  });

describe('the relay in workerd', () => {
  it('holds no module of Node', () => {
    assert.doesNotMatch(readFileSync(join(folder, 'worker.mjs'), 'utf8'), /^import .*['"]node:/m);
  });

  it('reads what the city has, in either format', async () => {
    const { status, headers, text } = await ask('services.json', { headers: { Origin: 'https://a.example' } });
    assert.deepEqual([status, JSON.parse(text)[0].service_name], [200, 'Pothole']);
    assert.equal(headers.get('Citydesk-Relay'), '1');
    assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
    assert.match(headers.get('Access-Control-Expose-Headers') ?? '', /Idempotent-Replayed/);
    assert.match((await ask('services.xml')).text, /<service_name>Pothole</);
    assert.equal((await ask('requests/none.json')).status, 404);
  });

  it('answers a browser’s question beforehand', async () => {
    const { status, headers } = await ask('requests.json', {
      method: 'OPTIONS',
      headers: { Origin: 'https://a.example' },
    });
    assert.equal(status, 204);
    assert.match(headers.get('Access-Control-Allow-Headers') ?? '', /Idempotency-Key/);
  });

  it('files a report once, however often it comes', async () => {
    const key = `"${randomUUID()}"`;
    const first = await post(key);
    assert.equal(first.status, 200, first.text);
    const again = await post(key);
    assert.deepEqual([again.status, again.headers.get('Idempotent-Replayed'), again.text], [200, 'true', first.text]);
    assert.equal((await post(key, 'Another hole')).status, 422);
    assert.equal(city.city.store.all().length, 1);
    const [{ service_request_id: id }] = JSON.parse(first.text);
    assert.equal(JSON.parse((await ask(`requests/${id}.json`)).text)[0].service_request_id, id);
    assert.equal(JSON.parse((await ask('requests.json')).text).length, 1);
  });

  it('files one of twenty that come at once', async () => {
    const before = city.city.store.all().length;
    const key = `"${randomUUID()}"`;
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => post(key)))).map(({ status }) => status);
    assert.ok(statuses.includes(200) && statuses.every((status) => status === 200 || status === 409), statuses.join());
    assert.equal(city.city.store.all().length, before + 1);
  });

  it('refuses a key that is none', async () => {
    for (const key of ['bare', '""', '"a', `"${'x'.repeat(256)}"`]) assert.equal((await post(key)).status, 400, key);
  });

  it('gives out a challenge, feeds and the plain form', async () => {
    assert.ok(JSON.parse((await ask(`challenge.json?report_id=${randomUUID()}`)).text).challenge);
    assert.equal(JSON.parse((await ask('/feed.json')).text).version, 'https://jsonfeed.org/version/1.1');
    const { status, headers, text } = await ask('/citydesk/embed?service_code=a');
    assert.deepEqual([status, headers.get('Content-Type')?.toLowerCase()], [200, 'text/html; charset=utf-8']);
    assert.match(text, /<form/);
  });

  it('says of its keys that they are in memory', async () => {
    const { keys } = JSON.parse((await ask('/health')).text);
    assert.deepEqual([keys.ok, keys.kind], [true, 'memory']);
  });

  it('keeps back what a city lets slip', async () => {
    const leaky = createServer((asked, response) => {
      const row = {
        service_request_id: '1',
        status: 'open',
        service_code: 'a',
        email: 'ann@example.org',
        phone: '555-0100',
      };
      response.end(JSON.stringify(asked.url?.includes('/services') ? services : [row]));
    });
    await new Promise<void>((resolve) => leaky.listen(0, '127.0.0.1', resolve));
    const askLeaky = workerTo(`http://127.0.0.1:${(leaky.address() as AddressInfo).port}/open311/v2/`);
    for (const path of ['requests.json', 'requests/1.json?extensions=true', 'requests.xml', '/feed.csv']) {
      const { status, text } = await askLeaky(path);
      assert.equal(status, 200, path);
      assert.doesNotMatch(text, /ann@example|555-0100/);
    }
    leaky.closeAllConnections();
    leaky.close();
  });
});
