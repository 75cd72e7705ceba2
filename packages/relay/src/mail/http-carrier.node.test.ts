import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { describe, it, type TestContext } from 'node:test';
import { officeSecret, postOffice } from '../../test/post-office.ts';

interface Call {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const minute = 60_000;

/** A receiver of webhooks, and an outbox that sends to it. */
async function scene(t: TestContext) {
  const calls: Call[] = [];
  let answer = (response: ServerResponse): void => void response.writeHead(204).end();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push({ path: request.url ?? '', headers: request.headers, text: Buffer.concat(chunks).toString() });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  const office = postOffice({ file: ':memory:', server: undefined, sms: `${url}/sms` });
  t.after(async () => {
    await office.close();
    server.closeAllConnections();
    server.close();
  });
  return {
    ...office,
    url,
    calls,
    answers: (how: (response: ServerResponse) => void) => (answer = how),
    says: (status: number, headers = {}) => (answer = (response) => void response.writeHead(status, headers).end()),
  };
}

describe('the sender to web addresses', { concurrency: 8 }, () => {
  it('posts a webhook as JSON, signed, under a key that tells the tries of one message', async (t) => {
    const { put, settled, calls, url, rows, clock } = await scene(t);
    put('report 26-00001 town 0', {
      by: 'webhook',
      url: `${url}/hook?a=b`,
      body: { report: { id: '26-00001', said: 'é' } },
    });
    await settled();
    const [call] = calls;
    assert.equal(call?.path, '/hook?a=b');
    assert.equal(call.headers['content-type'], 'application/json');
    assert.deepEqual(JSON.parse(call.text), { report: { id: '26-00001', said: 'é' } });
    assert.equal(call.headers['idempotency-key'], createHash('sha256').update('report 26-00001 town 0').digest('hex'));
    const seconds = clock.now().getTime() / 1000;
    const signature = createHmac('sha256', officeSecret).update(`${seconds}.${call.text}`).digest('hex');
    assert.equal(call.headers['citydesk-signature'], `t=${seconds},v1=${signature}`);
    assert.deepEqual(rows(), [{ key: 'report 26-00001 town 0', state: 'sent', body: '' }]);
  });

  it('posts a text message to where the settings say', async (t) => {
    const { put, settled, calls } = await scene(t);
    put('alert 1 closed', { by: 'sms', to: '+12695550100', text: 'It is done.' });
    await settled();
    assert.equal(calls[0]?.path, '/sms');
    assert.deepEqual(JSON.parse(calls[0].text), { to: '+12695550100', text: 'It is done.' });
  });

  for (const status of [408, 429, 500, 503]) {
    it(`comes again after ${status}, with the same key`, async (t) => {
      const { put, settled, calls, url, says, rows, clock, wake, logged } = await scene(t);
      says(status);
      put('report 1', { by: 'webhook', url, body: 1 });
      await settled();
      assert.equal(rows()[0]?.state, 'waiting');
      assert.match(logged(), new RegExp(`"what":"webhook","why":"waits: ${status}"`));
      says(200);
      clock.forward(2 * minute);
      await settled(wake);
      assert.equal(calls.length, 2);
      assert.equal(calls[0]?.headers['idempotency-key'], calls[1]?.headers['idempotency-key']);
      assert.equal(rows()[0]?.state, 'sent');
    });
  }

  it('comes again where the connection breaks in the middle: it may arrive twice, and its key says so', async (t) => {
    const { put, settled, calls, url, answers, says, rows, clock, wake, troubled } = await scene(t);
    answers((response) => response.destroy());
    put('report 1', { by: 'webhook', url, body: 1 });
    await settled();
    assert.deepEqual(troubled(), []);
    says(200);
    clock.forward(2 * minute);
    await settled(wake);
    assert.equal(rows()[0]?.state, 'sent');
    assert.equal(new Set(calls.map(({ headers }) => headers['idempotency-key'])).size, 1);
    assert.equal(calls.length, 2);
  });

  for (const status of [400, 401, 404, 410]) {
    it(`gives up after ${status}, and sends again when somebody asks for it`, async (t) => {
      const { put, settled, url, says, troubled, again, calls, logged } = await scene(t);
      says(status);
      put('report 1', { by: 'webhook', url, body: { secret: 'words' } });
      await settled();
      assert.deepEqual(
        troubled().map(({ by, is, why }) => [by, is, why.slice(0, 3)]),
        [['webhook', 'refused', `${status}`]],
      );
      assert.doesNotMatch(logged(), /words|127\.0\.0\.1/);
      says(200);
      again('report 1');
      await settled();
      assert.equal(calls.length, 2);
      assert.deepEqual(troubled(), []);
    });
  }

  it('follows no redirect, so that words go nowhere else', async (t) => {
    const { put, settled, url, says, rows, calls } = await scene(t);
    says(307, { Location: '/elsewhere' });
    put('report 1', { by: 'webhook', url, body: 1 });
    await settled();
    assert.equal(calls.length, 1);
    assert.equal(rows()[0]?.state, 'waiting');
  });

  it('waits where nobody answers, and breaks off when it has to close', async (t) => {
    const { put, url, rows, close, db, answers, calls } = await scene(t);
    answers(() => {});
    put('report 1', { by: 'webhook', url, body: 1 });
    while (calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const state = () => db.prepare('SELECT state, attempts FROM outbox').get();
    const closed = close(300);
    assert.deepEqual({ ...state() }, { state: 'waiting', attempts: 0 });
    assert.equal(rows().length, 1);
    const begun = performance.now();
    await closed;
    assert.ok(performance.now() - begun < 5_000, 'does not wait for the ten seconds of the call');
  });
});
