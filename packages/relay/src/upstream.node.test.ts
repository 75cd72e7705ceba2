/** What becomes of a city that does not answer as it should, or sends the relay elsewhere. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import {
  createServer as createSocketServer,
  type AddressInfo,
  type Server as SocketServer,
  type Socket,
} from 'node:net';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { guardedFetch, StrayError } from './guarded-fetch.ts';
import { plainFetch } from './plain-fetch.ts';
import { closeAll, get, post, relayTo, relayUrl } from './test-kit.ts';

const open: (Server | SocketServer)[] = [];
after(async () => {
  await closeAll();
  for (const server of open) {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  }
});

async function portOf(server: Server | SocketServer): Promise<string> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/open311/v2/`;
}

/** A city that writes these bytes, whatever it is asked. */
const raw = (write: (socket: Socket) => void): SocketServer =>
  createSocketServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => write(socket));
  });

describe('a city that answers badly', { concurrency: true }, () => {
  let elsewhere = 0;
  const other = createServer((_, response) => {
    elsewhere += 1;
    response.end('[]');
  });

  it('and sends the relay elsewhere is not followed, and its operator told', async () => {
    const target = await portOf(other);
    const upstream = await portOf(createServer((_, response) => response.writeHead(302, { Location: target }).end()));
    const relay = relayTo(plainFetch(8_000_000), { upstream });
    for (const path of ['services.json', 'requests.xml', 'requests/1.json']) {
      const { status, text } = await get(relay, path);
      assert.equal(status, 502);
      assert.match(text, /moved to another address/);
    }
    await post(relay, { service_code: 'a', address_string: 'Here' }, { 'Idempotency-Key': '"1"' });
    assert.equal(elsewhere, 0);
    const lines = relay.lines.filter((line) => line.is === 'trouble');
    assert.ok(lines.some(({ what, why }) => what === 'the city redirects' && why.includes(new URL(target).origin)));
  });

  const answers: readonly (readonly [string, (socket: Socket) => void])[] = [
    [
      'with 10,000 headers',
      (socket) => {
        const headers = Array.from({ length: 10_000 }, (_, index) => `X-Header-${index}: ${'x'.repeat(50)}\r\n`).join(
          '',
        );
        socket.end(`HTTP/1.1 200 OK\r\n${headers}Content-Length: 2\r\n\r\n[]`);
      },
    ],
    ['with a header of a megabyte', (socket) => socket.end(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(1_000_000)}\r\n\r\n[]`)],
    [
      'with chunks that are none',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nbanana\r\n'),
    ],
    [
      'with half a chunk',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFF\r\n[{"service'),
    ],
    ['with two lengths', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n[]')],
    ['with no HTTP at all', (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')],
    [
      'with a wrong packing',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd'),
    ],
    ['with nothing', (socket) => socket.destroy()],
    [
      'with a login page',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html>Log in!'),
    ],
    ['with a length beyond all', (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n[')],
  ];
  for (const [title, write] of answers) {
    it(`${title} is said to be out of reach, and the relay goes on`, async () => {
      const relay = relayTo(plainFetch(8_000_000), { upstream: await portOf(raw(write)), timeout: 300 });
      const { status, body, headers } = await get(relay, 'services.json');
      assert.ok([502, 504].includes(status), String(status));
      assert.equal(headers.get('Citydesk-Relay'), '1');
      assert.equal(typeof body[0].description, 'string');
      const sent = await post(relay, { service_code: 'a', address_string: 'Here' }, { 'Idempotency-Key': '"1"' });
      assert.equal(sent.status, 503);
      assert.ok(['unknown', 'busy'].includes(sent.body[0].code));
    });
  }

  it('with a gigabyte is read for 8 MB and no further', async () => {
    let written = 0;
    const chunk = Buffer.from(`${' '.repeat(65_528)}`);
    const endless = raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[');
      const more = (): void => {
        while (!socket.destroyed && written < 1e9) {
          written += chunk.length;
          if (!socket.write(chunk)) return void socket.once('drain', more);
        }
      };
      more();
    });
    const relay = relayTo(plainFetch(8_000_000), { upstream: await portOf(endless) });
    const { status } = await get(relay, 'services.json');
    assert.equal(status, 502);
    assert.ok(written < 40e6, `${written} bytes were written`);
  });

  it('late is given up in time', async () => {
    const relay = relayTo(plainFetch(8_000_000), { upstream: await portOf(raw(() => {})), timeout: 200 });
    assert.equal((await get(relay, 'services.json')).status, 504);
  });

  it('with a plea to wait is passed on', async () => {
    const busy: typeof fetch = async () => new Response('', { status: 503, headers: { 'Retry-After': '7200' } });
    const { status, headers } = await get(relayTo(busy), 'services.json');
    assert.deepEqual([status, headers.get('Retry-After')], [503, '7200']);
  });
});

describe('the way out', () => {
  const corpus = fileURLToPath(new URL('../../../../shared/corpora/ssrf-destinations.jsonl', import.meta.url));
  const isHere = existsSync(corpus);
  const destinations = isHere
    ? readFileSync(corpus, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { u: string; allow: boolean })
    : [];
  const upstream = 'https://city.example/open311/v2/';
  const isCity = (address: string) => address.startsWith(upstream);

  /** A relay to a city that says yes to everything, and how often anything but the city was asked. */
  const spied = () => {
    const relay = relayTo(
      async (url, init) => {
        const { pathname } = new URL(String(url));
        if (init?.method === 'POST') return Response.json([{ service_request_id: '1' }]);
        if (pathname.endsWith('/services.json')) return Response.json([{ service_code: 'a', service_name: 'A' }]);
        return Response.json([{ service_request_id: '1', status: 'open' }]);
      },
      { upstream },
    );
    return { relay, strays: () => relay.asked.filter((address) => !isCity(address)) };
  };

  it(
    'is there for the destinations of the corpus',
    { skip: !isHere && !process.env['CI'] && 'the corpus is not here' },
    async () => {
      let run = 0;
      for (const { u } of destinations) {
        const { relay, strays } = spied();
        const word = encodeURIComponent(u);
        for (const path of [
          `requests/${word}.json`,
          `services/${word}.json`,
          `tokens/${word}.json`,
          `requests.json?q=${word}&endpoint=${word}`,
        ]) {
          await get(relay, path);
        }
        await get(relay, `services.json?jurisdiction_id=${word}`, {
          Host: u,
          'X-Forwarded-Host': u,
          Forwarded: `host=${u}`,
          'X-Original-URL': u,
        });
        const fields = { service_code: u, address_string: u, media_url: u, description: u, endpoint: u };
        await post(relay, fields, { 'Idempotency-Key': '"x"', 'Citydesk-Work': 'x' });
        await post(relay, { service_request_id: u, description: u }, {}, 'servicerequestupdates.json');
        assert.deepEqual(strays(), []);
        run += 1;
      }
      console.log(`ssrf-destinations: run ${run} of ${destinations.length} expected`);
      assert.equal(run, 16);
    },
  );

  it('leads to the city for 1,000 requests of any kind', async () => {
    const { relay, strays } = spied();
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2f',
        '//evil.example',
        '@evil.example',
        'http://evil.example/',
        '\\',
        'requests',
        'services',
        'tokens',
        'v2',
        '.json',
        '?',
        '#',
        '%00',
        '%',
      ),
      fc.string({ maxLength: 12 }),
      fc.webUrl(),
    );
    const path = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('/'));
    const method = fc.constantFrom('GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD');
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(path, method, fc.webUrl(), fc.boolean(), async (where, how, url, below) => {
        const address = URL.parse(`${below ? relayUrl : 'http://relay.test'}/${where}`.replace(/(?<!:)\/{2,}/, '/'));
        if (!address || address.hostname !== 'relay.test') return;
        const body =
          how === 'POST' || how === 'PUT' ? new URLSearchParams({ service_code: 'a', media_url: url, url }) : undefined;
        const request = new Request(address, {
          method: how,
          ...(body && { body }),
          headers: { Origin: 'https://a.example', Referer: url },
        });
        const answer = await relay.fetch(request, { ip: '192.0.2.1' });
        asked += 1;
        assert.equal(answer.headers.get('Citydesk-Relay'), '1');
        assert.ok(answer.status < 500 || answer.status === 502, `${how} ${address.href}: ${answer.status}`);
      }),
      { numRuns: 1_000 },
    );
    assert.ok(asked > 800, `${asked} requests were sent`);
    assert.deepEqual(strays(), []);
  });

  it('is closed for every other address', async () => {
    let asked = 0;
    const fetch = guardedFetch({
      upstream,
      limit: 1_000,
      fetch: async () => {
        asked += 1;
        return new Response('[]');
      },
    });
    const stray = [
      'http://city.example/open311/v2/services.json',
      'https://city.example:444/open311/v2/services.json',
      'https://city.example.evil.example/open311/v2/services.json',
      'https://city.example/open311/services.json',
      'https://city.example/open311/v2/../admin',
      'https://city.example/open311/v2/%2e%2e/admin',
      'https://user@city.example/open311/v2/services.json',
      'file:///etc/passwd',
      ...destinations.filter(({ allow }) => !allow).map(({ u }) => u),
    ];
    for (const address of stray)
      await assert.rejects(
        fetch(address),
        (error) => error instanceof StrayError || error instanceof TypeError,
        address,
      );
    assert.equal(asked, 0);
    await fetch(`${upstream}services.json`);
    assert.equal(asked, 1);
  });
});
