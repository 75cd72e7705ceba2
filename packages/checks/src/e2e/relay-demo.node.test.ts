import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { root } from '../workspace.ts';
import { startCityProcess, type CityProcess } from './city-process.ts';
import { rowsWith } from './city-rows.ts';
import { until } from './until.ts';

/** Runs one of our commands to its end. */
async function run(...args: readonly string[]) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const [stdout, [status]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { stdout, status: status as number };
}

describe('the demo city behind its relay', () => {
  let city: CityProcess;
  before(async () => {
    city = await startCityProcess();
  });
  after(() => city?.remove());

  const get = (address: string, host = 'localhost') => fetch(`http://${host}:${new URL(city.origin).port}${address}`);
  const endpoint = () => `${city.origin}/open311/v2/`;

  /** Files a report by its key; the words are its own. */
  const send = (key: string, words: string) =>
    fetch(`${endpoint()}requests.json`, {
      method: 'POST',
      headers: { 'Idempotency-Key': `"${key}"` },
      body: new URLSearchParams({
        service_code: 'missed_recycling',
        description: words,
        lat: '41.944',
        long: '-85.6328',
      }),
    });
  const idIn = async (answer: Response) => {
    const [receipt] = (await answer.json()) as readonly { readonly service_request_id?: string }[];
    return receipt?.service_request_id;
  };

  it('is asked through the relay for its API, and itself for all else, the county’s API among it', async () => {
    const relayed = ['services.json', 'services.xml', 'requests.json', 'discovery.json'].map(
      (end) => `/open311/v2/${end}`,
    );
    for (const address of [...relayed, '/health']) {
      const answer = await get(address);
      assert.deepEqual([address, answer.status, answer.headers.get('citydesk-relay')], [address, 200, '1']);
    }
    for (const address of ['/', '/feed.atom', '/staff/', '/county/open311/v2/services.json']) {
      const answer = await get(address);
      assert.deepEqual([address, answer.status, answer.headers.get('citydesk-relay')], [address, 200, null]);
    }
  });

  for (const [what, more] of [
    ['for reading', []],
    ['and for reports', ['--submit', 'missed_recycling', '--test-endpoint']],
  ] as const) {
    it(`is as good in the eyes of the check as without a relay, ${what}`, async () => {
      const { stdout, status } = await run('packages/open311/bin/open311.mjs', 'check', endpoint(), '--json', ...more);
      const { checks } = JSON.parse(stdout) as { checks: readonly { id: string; outcome: string }[] };
      const odd = checks.filter(({ outcome }) => outcome === 'broken' || outcome === 'deviates');
      assert.deepEqual(
        odd.map(({ id }) => id),
        [],
        stdout,
      );
      assert.equal(status, 0);
    });
  }

  for (const host of ['localhost', '127.0.0.1']) {
    it(`names photos, feeds and itself by the address that was asked for: ${host}`, async () => {
      const origin = `http://${host}:${new URL(city.origin).port}`;
      const requests = (await (await get('/open311/v2/requests.json', host)).json()) as readonly {
        media_url?: string;
      }[];
      const photos = requests.flatMap(({ media_url: url }) => url || []);
      assert.ok(photos.length > 0);
      assert.deepEqual(
        photos.filter((url) => !url.startsWith(`${origin}/`)),
        [],
      );
      const photo = await fetch(photos[0] ?? '');
      assert.match(photo.headers.get('content-type') ?? '', /^image\//);
      for (const address of ['/feed.atom', '/open311/v2/discovery.json']) {
        const told = await (await get(address, host)).text();
        const named = told.replaceAll('\\/', '/').match(/http:\/\/(localhost|127\.0\.0\.1):\d+/g) ?? [];
        assert.ok(named.length > 0, address);
        assert.deepEqual([...new Set(named)], [origin], address);
      }
    });
  }

  it('has one report of those that came with one key, also when the relay was killed in between', async () => {
    const [key, words] = [randomUUID(), `once ${randomUUID()}`];
    const first = await send(key, words);
    const id = await idIn(first);
    assert.ok(id);
    await city.killRelay();
    const down = await send(key, words);
    await down.body?.cancel();
    if (!down.ok) assert.deepEqual([down.status, down.headers.get('retry-after')], [502, '1']);
    const again = await until('The relay’s answer', async () => {
      const answer = await send(key, words);
      return answer.status === 502 ? void (await answer.body?.cancel()) : answer;
    });
    assert.deepEqual([await idIn(again), again.headers.get('idempotent-replayed')], [id, 'true']);
    assert.deepEqual(
      rowsWith(city.data, words).map((row) => row.id),
      [id],
    );
  });

  it('still knows the key after all of it was killed and started again', async () => {
    const [key, words] = [randomUUID(), `once ${randomUUID()}`];
    const id = await idIn(await send(key, words));
    await city.kill();
    await city.start();
    const again = await send(key, words);
    assert.deepEqual([await idIn(again), again.headers.get('idempotent-replayed')], [id, 'true']);
    assert.deepEqual(
      rowsWith(city.data, words).map((row) => row.id),
      [id],
    );
  });

  it('leaves no relay behind when it is killed', async () => {
    const [, itself = ''] = /open at (\S+)/.exec(readFileSync(path.join(city.data, 'relay.log'), 'utf8')) ?? [];
    const isOpen = () =>
      fetch(new URL('/health', itself)).then(
        async (answer) => !!(await answer.text()),
        () => false,
      );
    assert.ok(await isOpen());
    await city.kill();
    await until('The end of the relay', async () => ((await isOpen()) ? undefined : true));
    await city.start();
  });
});
