import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { until } from '../e2e/until.ts';
import { serveChain, type Chain } from './chain.ts';

/** Stands in for the relay: says that it was there, how it was asked, and passes on what its config names as the city. */
const standIn = [
  '--input-type=module',
  '--eval',
  `import { readFileSync } from 'node:fs';
  import { createServer } from 'node:http';
  process.stdin.on('end', () => process.exit()).resume();
  const [, file, , port] = process.argv.slice(1);
  const { upstream } = JSON.parse(readFileSync(file, 'utf8'));
  createServer(async ({ method, url, headers }, response) => {
    const answer = await fetch(upstream + url.replace('/open311/v2/', ''), { method });
    response.writeHead(answer.status, {
      'Content-Type': answer.headers.get('Content-Type') ?? '',
      'Citydesk-Relay': '1',
      'X-Asked': headers.host + ' ' + headers['x-forwarded-for'],
      'X-Options': process.argv.slice(1).join(' '),
    });
    response.end(await answer.text());
  }).listen(Number(port), '127.0.0.1');`,
  '--',
];

describe('the demo’s chain', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'citydesk-chain-'));
  let chain: Chain;
  before(async () => {
    chain = await serveChain({ port: 0, data, relay: standIn });
    assert.ok(await chain.relay.answers(10_000));
  });
  after(async () => {
    await chain?.close();
    rmSync(data, { recursive: true, force: true });
  });

  const get = (address: string) => fetch(new URL(address, chain.url));
  const isRelayed = async (address: string) => {
    const answer = await get(address);
    assert.equal(answer.status, 200, address);
    await answer.body?.cancel();
    return answer.headers.get('citydesk-relay') === '1';
  };

  it('gives the city’s API to the relay, and nothing else', async () => {
    for (const address of [
      'open311/v2/services.json',
      'open311/v2/requests.xml?status=open',
      'open311/v2/services.xml',
    ])
      assert.ok(await isRelayed(address), address);
    const direct = ['', 'feed.atom', 'staff/', 'addresses.json', 'county/open311/v2/services.json', 'county/staff/'];
    for (const address of direct) assert.ok(!(await isRelayed(address)), address);
  });

  it('tells the relay who asked and for which address, and gives it its own config', async () => {
    const { headers } = await get('open311/v2/services.json');
    assert.equal(headers.get('x-asked'), `${new URL(chain.url).host} 127.0.0.1`);
    assert.match(headers.get('x-options') ?? '', /^--config \S+relay\.json --port \d+ --until-stdin-ends$/);
    const { upstream } = JSON.parse(readFileSync(path.join(data, 'relay.json'), 'utf8')) as { upstream: string };
    assert.match(upstream, /^http:\/\/127\.0\.0\.1:\d+\/open311\/v2\/$/);
  });

  it('says that nobody is there while the relay is down, and goes on when it is back; the rest stays', async () => {
    const { pid } = chain.relay;
    process.kill(pid ?? assert.fail(), 'SIGKILL');
    await until('The answer that nobody is there', async () => {
      const answer = await get('open311/v2/services.json');
      await answer.body?.cancel();
      return answer.status === 502 && answer.headers.get('retry-after') === '1' ? true : undefined;
    });
    assert.equal((await get('feed.atom')).status, 200);
    assert.ok(await chain.relay.answers(10_000));
    assert.ok(await isRelayed('open311/v2/services.json'));
    assert.notEqual(chain.relay.pid, pid);
  });
});
