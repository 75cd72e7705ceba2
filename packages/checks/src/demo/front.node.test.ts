import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { request as ask, type IncomingHttpHeaders, type IncomingMessage, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, it } from 'node:test';
import { freePort } from '../free-port.ts';
import { listenOn, passOn, PortError } from './front.ts';

const closings: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

async function serve(listener: RequestListener): Promise<number> {
  const { port, close } = await listenOn(0, listener);
  closings.push(close);
  return port;
}

/** A front before a server that does as it is told; gives the port of the front. */
async function before(listener: RequestListener): Promise<number> {
  const port = await serve(listener);
  return serve(passOn(() => port));
}

/** Begins a request whose body is still to come. */
function begin(port: number, options: { method?: string; path?: string; headers?: Record<string, string> } = {}) {
  const request = ask({ host: '127.0.0.1', port, agent: false, method: 'POST', ...options });
  const answer = once(request, 'response').then(([response]) => response as IncomingMessage);
  answer.catch(() => {});
  request.on('error', () => {});
  return { request, answer };
}

describe('the front', () => {
  it('passes a request on as it came and the answer back, and says who asked', async () => {
    let seen: IncomingMessage | undefined;
    let body = '';
    const port = await before(async (request, response) => {
      seen = request;
      body = await text(request);
      response.writeHead(201, 'Made', [
        'Set-Cookie',
        'a=1',
        'Set-Cookie',
        'b=2',
        'X-Odd',
        'a, b',
        'Content-Type',
        'text/x',
      ]);
      response.end('done');
    });
    const answer = await fetch(`http://127.0.0.1:${port}/open311/v2/requests.json?a=%20b&c`, {
      method: 'POST',
      body: 'service_code=1',
      headers: { 'Idempotency-Key': '"k"', 'X-Forwarded-For': '6.6.6.6', Forwarded: 'for=6.6.6.6' },
    });
    assert.deepEqual([answer.status, answer.statusText, await answer.text()], [201, 'Made', 'done']);
    assert.deepEqual(answer.headers.getSetCookie(), ['a=1', 'b=2']);
    assert.equal(answer.headers.get('x-odd'), 'a, b');
    assert.deepEqual([seen?.method, seen?.url, body], ['POST', '/open311/v2/requests.json?a=%20b&c', 'service_code=1']);
    const { headers } = seen ?? assert.fail();
    assert.equal(headers['idempotency-key'], '"k"');
    assert.equal(headers.host, `127.0.0.1:${port}`);
    assert.deepEqual(
      ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded'].map((name) => headers[name]),
      ['127.0.0.1', `127.0.0.1:${port}`, 'http', undefined],
    );
  });

  it('passes no header on that is about one connection only, either way', async () => {
    let seen: IncomingHttpHeaders = {};
    const port = await before(({ headers }, response) => {
      seen = headers;
      response.writeHead(200, {
        Connection: 'close, X-Mine',
        'X-Mine': '1',
        'Proxy-Authenticate': 'Basic',
        'X-Kept': '1',
      });
      response.end();
    });
    const { request, answer } = begin(port, {
      headers: { Connection: 'close, X-Hop', 'X-Hop': '1', TE: 'trailers', 'Proxy-Authorization': 'x', 'X-Kept': '1' },
    });
    request.end('x');
    const { headers } = await answer;
    const names = ['x-hop', 'te', 'proxy-authorization', 'x-kept'];
    assert.deepEqual(
      names.map((name) => seen[name]),
      [undefined, undefined, undefined, '1'],
    );
    assert.deepEqual(
      ['x-mine', 'proxy-authenticate', 'x-kept'].map((name) => headers[name]),
      [undefined, undefined, '1'],
    );
  });

  it('holds nothing back: each part of a request and of an answer goes on as it comes', async () => {
    const parts: string[] = [];
    const port = await before((request, response) => {
      request.on('data', (part: Buffer) => {
        parts.push(part.toString());
        response.write(`got ${part.toString()}`);
      });
      request.on('end', () => response.end());
    });
    const { request, answer } = begin(port);
    request.write('one');
    const response = await answer;
    const [first] = (await once(response, 'data')) as [Buffer];
    request.write('two');
    const [second] = (await once(response, 'data')) as [Buffer];
    request.end();
    assert.deepEqual([String(first), String(second), parts], ['got one', 'got two', ['one', 'two']]);
    await once(response.resume(), 'end');
  });

  for (const method of ['GET', 'HEAD', 'DELETE', 'OPTIONS']) {
    it(`passes ${method} on without a body`, async () => {
      let seen = '';
      const port = await before(async (request, response) => {
        const { 'transfer-encoding': coding, 'content-length': length } = request.headers;
        seen = `${request.method} ${coding} ${length} [${await text(request)}]`;
        response.setHeader('Content-Length', 2).end(method === 'HEAD' ? undefined : 'ok');
      });
      const { request, answer } = begin(port, { method });
      request.end();
      const response = await answer;
      assert.equal(response.headers['content-length'], '2');
      assert.equal(await text(response), method === 'HEAD' ? '' : 'ok');
      assert.equal(seen, `${method} undefined undefined []`);
    });
  }

  it('answers 502 in GeoReport’s error form, and when to come back, while nobody is there', async () => {
    const nobody = await freePort();
    for (const port of [undefined, nobody]) {
      const front = await serve(passOn(() => port));
      const answer = await fetch(`http://127.0.0.1:${front}/open311/v2/requests.json`, {
        method: 'POST',
        body: 'x'.repeat(1e6),
      });
      assert.equal(answer.status, 502);
      assert.equal(answer.headers.get('retry-after'), '1');
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      const [error] = (await answer.json()) as [{ code: number; description: string }];
      assert.equal(error.code, 502);
      assert.match(error.description, /again in a moment/);
    }
  });

  it('says the same in XML to whoever asked for XML', async () => {
    const front = await serve(passOn(() => undefined));
    const answer = await fetch(`http://127.0.0.1:${front}/open311/v2/services.xml?a=.json`);
    assert.equal(answer.headers.get('content-type'), 'text/xml; charset=utf-8');
    const words = await answer.text();
    assert.match(
      words,
      /^<\?xml [^>]*>\s*<errors><error><code>502<\/code><description>[^<]+<\/description><\/error><\/errors>/,
    );
  });

  it('answers 502 to a report that was taken whole by somebody who then died', async () => {
    const port = await before((request) => request.resume().on('end', () => request.socket.destroy()));
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'x'.repeat(1e6) });
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [502, '1']);
    assert.match(await answer.text(), /again in a moment/);
  });

  it('cuts a report in the middle of which its taker dies', async () => {
    const port = await before((request) => request.once('data', () => request.socket.destroy()));
    const { request, answer } = begin(port);
    request.write(Buffer.alloc(100_000));
    await assert.rejects(answer);
  });

  it('passes an answer on that comes before the end of the report', async () => {
    const port = await before((request, response) => {
      request.once('data', () => {
        response.writeHead(413, { Connection: 'close' });
        response.end('too much');
      });
    });
    const { request, answer } = begin(port);
    request.write(Buffer.alloc(100_000));
    const response = await answer;
    assert.deepEqual([response.statusCode, await text(response)], [413, 'too much']);
    request.destroy();
  });

  it('cuts the answer where it was cut', async () => {
    const port = await before((request, response) => {
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('half', () => response.socket?.destroy());
    });
    await assert.rejects(fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text()));
  });

  it('cuts the request where it was cut', async () => {
    let taken: (request: IncomingMessage) => void;
    const isWhole = new Promise<boolean>((resolve) => {
      taken = (request) => request.resume().once('close', () => resolve(request.complete));
    });
    const port = await before((request) => taken(request));
    const { request } = begin(port, { headers: { 'Content-Length': '100' } });
    request.write('half', () => setTimeout(() => request.destroy(), 20));
    assert.equal(await isWhole, false);
  });

  it('hangs up on a server whose answer nobody waits for any more', async () => {
    const told = new EventEmitter();
    const port = await before((_, response) => {
      response.once('close', () => told.emit('gone'));
      told.emit('asked');
    });
    const { request } = begin(port, { method: 'GET' });
    request.end();
    await once(told, 'asked');
    request.destroy();
    await once(told, 'gone');
  });

  it('goes on after nonsense', async () => {
    const port = await before((_, response) => response.end('ok'));
    const socket = connect(port, '127.0.0.1');
    socket.end('NONSENSE\r\n\r\n');
    assert.match(await text(socket), /^HTTP\/1\.1 400 /);
    assert.equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), 'ok');
  });

  it('says how to choose another port where one is taken', async () => {
    const port = await serve(() => {});
    await assert.rejects(
      listenOn(port, () => {}),
      (error: Error) => {
        assert.ok(error instanceof PortError);
        return new RegExp(`Port ${port} is taken.*PORT=8399 npm start`).test(error.message);
      },
    );
  });
});
