import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, it } from 'node:test';
import { createClient, type ClientOptions } from '@citydesk/open311';
import { guardedFetch } from '../guarded-fetch.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

const report = { serviceCode: 'pothole', description: 'A hole' };

async function outcomeAt(options: Partial<ClientOptions>, viaRelay = false): Promise<Outcome | 'filed'> {
  const client = createClient({ endpoint: 'https://city.example/v2/', timeout: 2_000, ...options });
  return client.submitRequest(report).then(
    () => 'filed' as const,
    (error: unknown) => outcomeOf(error, viaRelay),
  );
}

const answers = (status: number, body: string | object = '', headers: Record<string, string> = {}) => ({
  fetch: async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }),
});
const isOf = async (options: Partial<ClientOptions>, viaRelay?: boolean) => {
  const outcome = await outcomeAt(options, viaRelay);
  return outcome === 'filed' ? outcome : outcome.is;
};
const errors = [{ code: 400, description: 'phone required' }];
const html = '<!doctype html><title>Log in</title>';

describe('what an attempt has brought', () => {
  it('is a refusal where the city understood and said no', async () => {
    const refused = {
      is: 'refused',
      status: 400,
      errors: [{ code: '400', description: 'phone required' }],
      alreadyFiled: false,
    };
    assert.deepEqual(await outcomeAt(answers(400, errors)), refused);
    assert.deepEqual(await outcomeAt(answers(200, errors)), refused);
    assert.equal(await isOf(answers(403, 'bad api_key')), 'refused');
    assert.equal(await isOf(answers(404)), 'refused');
    assert.equal(await isOf(answers(409, errors)), 'refused');
    assert.equal(await isOf(answers(405, html)), 'refused');
    assert.equal(await isOf(answers(422, errors)), 'refused');
  });

  it('has not arrived where the city had no time for it', async () => {
    for (const status of [408, 425, 429]) {
      assert.equal(await isOf(answers(status, errors)), 'not-sent', `${status}`);
      assert.equal(await isOf(answers(status, html)), 'not-sent', `${status} as a page`);
    }
    const busy = await outcomeAt(answers(429, errors, { 'Retry-After': '7' }));
    assert.deepEqual(busy, { is: 'not-sent', retryAfter: 7_000 });
  });

  it('is unknown in all other cases', async () => {
    for (const status of [500, 501, 502, 503, 504, 599]) {
      assert.equal(await isOf(answers(status, errors)), 'unknown', `${status}`);
      assert.equal(await isOf(answers(status, html)), 'unknown', `${status} as a page`);
      assert.equal(await isOf(answers(status)), 'unknown', `${status} without a word`);
    }
    for (const status of [301, 302, 303, 307, 308]) {
      assert.equal(await isOf(answers(status, '', { Location: '/login' })), 'unknown', `${status}`);
    }
    assert.equal(await isOf(answers(200, html)), 'unknown');
    assert.equal(await isOf(answers(403, html)), 'unknown');
    assert.equal(await isOf(answers(200, '')), 'unknown');
    assert.equal(await isOf(answers(200, '[]')), 'unknown');
    assert.equal(await isOf(answers(200, '[{"service_request_id":null}]')), 'unknown');
    assert.equal(await isOf(answers(200, '[{"service_request_id":"1')), 'unknown');
    assert.equal(await isOf(answers(200, [{ code: 500, description: 'General error' }])), 'unknown');
    assert.equal(await isOf(answers(200, 'x'.repeat(100_000))), 'unknown');
    assert.equal(await isOf(answers(409, errors), true), 'unknown');
    assert.deepEqual(outcomeOf(new Error('of our own'), false), { is: 'unknown' });
    assert.deepEqual(outcomeOf(undefined, false), { is: 'unknown' });
  });

  it('is no longer than what is worth keeping', async () => {
    const many = Array.from({ length: 40 }, () => ({ code: 'c'.repeat(50), description: 'd'.repeat(1_400) }));
    const outcome = await outcomeAt(answers(400, many));
    assert.ok(outcome !== 'filed' && outcome.is === 'refused');
    assert.ok(outcome.errors.length <= 20 && JSON.stringify(outcome).length < 25_000);
  });
});

describe('what an attempt has brought over a real line', () => {
  /** What a server does with each connection. */
  const at = async (does: (socket: Socket) => void) => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket.on('error', () => {}));
      does(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/`;
    const fetch = guardedFetch({ upstream: endpoint, limit: 1_000_000 });
    const stop = () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    };
    return { endpoint, stop, outcome: () => outcomeAt({ endpoint, fetch, timeout: 1_000 }) };
  };

  it('has not arrived where nobody listens, or the name is nobody’s', async () => {
    const { outcome, stop } = await at(() => {});
    await stop();
    assert.deepEqual(await outcome(), { is: 'not-sent' });
    assert.equal(await isOf({ endpoint: 'http://nobody.invalid/v2/' }), 'not-sent');
  });

  it('has not arrived where it would have gone astray', async () => {
    const fetch = guardedFetch({ upstream: 'https://other.example/', limit: 1_000_000 });
    assert.equal(await isOf({ fetch }), 'not-sent');
  });

  for (const [name, does] of Object.entries<(socket: Socket) => void>({
    'a connection that is reset once all has been read': (socket) =>
      socket.once('data', () => socket.resetAndDestroy()),
    'one that ends without a word': (socket) => socket.once('data', () => socket.end()),
    'one that ends in the middle of a word': (socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n[{"service_re')),
    'no answer': (socket) => void socket.resume(),
    'words that are no HTTP': (socket) => socket.once('data', () => socket.end('SSH-2.0\r\n')),
  })) {
    it(`is unknown with ${name}`, async () => {
      const { outcome, stop } = await at(does);
      const brought = await outcome();
      await stop();
      assert.deepEqual(brought, { is: 'unknown', retryAfter: undefined });
    });
  }
});
