import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { until } from '../e2e/until.ts';
import type { Fault, What } from './fault.ts';
import { body, call, post, proxy, receipt, seen, type Got } from './proxy-world.ts';

function armed(what: What, more: Partial<Fault> = {}, times = 1): { readonly atCut: number[] } {
  const atCut: number[] = [];
  const fault: Fault = { id: 'x', on: 'POST', legs: ['near'], committed: 'no', when: 'request', what, ...more };
  proxy.arm({ fault, times, atCut: () => atCut.push(seen.posts) });
  return { atCut };
}

describe('the fault proxy', () => {
  it('passes everything on without a fault, byte for byte', async () => {
    const got = await post();
    assert.equal(got.text, receipt);
    assert.equal(got.headers?.['citydesk-relay'], '1');
    assert.deepEqual(seen.bodies, [body]);
    assert.equal((await call('GET', '/open311/v2/services.json')).status, 200);
  });

  it('does what it is armed with so many times, and then no more', async () => {
    armed({ is: 'reset' }, {}, 2);
    assert.equal((await post()).error, 'ECONNRESET');
    assert.equal((await post()).error, 'ECONNRESET');
    assert.equal((await post()).text, receipt);
    assert.equal(proxy.fired, 2);
    assert.equal(seen.posts, 1);
  });

  it('leaves calls alone that the fault is not for', async () => {
    armed({ is: 'reset' });
    assert.equal((await call('GET', '/open311/v2/services.json')).status, 200);
    armed({ is: 'reset' }, { on: 'POST media' });
    assert.equal((await post()).status, 200);
    assert.equal(proxy.fired, 0);
  });

  it('resets before and after the city has the report', async () => {
    const early = armed({ is: 'reset' }, { when: 'connect' });
    assert.equal((await post()).error, 'ECONNRESET');
    assert.deepEqual(early.atCut, [0]);
    const late = armed({ is: 'reset' }, { when: 'answer' });
    assert.equal((await post()).error, 'ECONNRESET');
    assert.deepEqual(late.atCut, [1]);
  });

  it('passes on half of the body and no more', async () => {
    armed({ is: 'reset' }, { when: 'half' });
    assert.equal((await post()).error, 'ECONNRESET');
    assert.equal(seen.posts, 0);
  });

  it('refuses on the port and listens again', async () => {
    armed({ is: 'refused', ms: 20_000 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal((await post()).error, 'ECONNREFUSED');
    await until('an answer', async () => ((await post()).status === 200 ? true : undefined));
  });

  it('keeps silent for its time at most', async () => {
    const { atCut } = armed({ is: 'silence', ms: 20_000 }, { when: 'answer' });
    assert.equal((await post()).error, 'ECONNRESET');
    assert.deepEqual(atCut, [1]);
    armed({ is: 'silence', ms: 2_000_000 });
    assert.equal((await post(100)).error, 'PATIENCE');
  });

  it('answers in the place of the city, readable for pages of other origins where it is the API that speaks', async () => {
    armed({ is: 'answer', status: 503, headers: { 'Retry-After': '2' }, body: '[]', cors: true });
    const got = await post();
    assert.equal(got.status, 503);
    assert.equal(got.headers?.['retry-after'], '2');
    assert.equal(got.headers?.['access-control-allow-origin'], '*');
    assert.equal(seen.posts, 0);
    armed({ is: 'answer', status: 200, headers: { 'Content-Type': 'text/html' }, body: '<form>' });
    assert.equal((await post()).headers?.['access-control-allow-origin'], undefined);
  });

  it('says a date in its own clock', async () => {
    armed({ is: 'answer', status: 429, headers: { 'Retry-After': '{date+3}' } });
    const { headers } = await post();
    const seconds = (Date.parse(String(headers?.['retry-after'])) - Date.parse(String(headers?.['date']))) / 1000;
    assert.ok(seconds >= 2 && seconds <= 4, `${seconds}`);
  });

  it('cuts the true answer in its body and in its head', async () => {
    armed({ is: 'cut', bytes: 20, how: 'reset' }, { when: 'answer' });
    const cut = await post();
    assert.equal(cut.text, receipt.slice(0, 20));
    assert.ok(cut.error);
    armed({ is: 'cut-head', bytes: 30 }, { when: 'answer' });
    assert.ok((await post()).error);
    assert.equal(seen.posts, 2);
  });

  it('lets an answer drip', async () => {
    armed({ is: 'dripping', pace: { bytes: 30, pause: 1000 } }, { when: 'answer' });
    assert.equal((await post()).text, receipt);
    armed({ is: 'dripping', pace: { bytes: 1, pause: 2000 }, head: true }, { when: 'answer' });
    assert.equal((await post(100)).error, 'PATIENCE');
  });

  it('delivers late, when nobody waits any more', async () => {
    const { atCut } = armed({ is: 'late-delivery', ms: 10_000 });
    assert.equal((await post()).error, 'ECONNRESET');
    assert.deepEqual(atCut, [0]);
    assert.equal(seen.posts, 0);
    await until('the report', () => seen.posts > 0 || undefined);
  });

  it('delivers twice', async () => {
    armed({ is: 'twice' });
    assert.equal((await post()).text, receipt);
    assert.equal(seen.posts, 2);
  });

  it('gives a token, and the number after so many looks', async () => {
    armed({ is: 'token', looks: 2 }, { when: 'answer' });
    const [{ token }] = JSON.parse((await post()).text ?? '') as [{ token: string }];
    const look = async () => JSON.parse((await call('GET', `/open311/v2/tokens/${token}.json`)).text ?? '') as unknown;
    assert.deepEqual(await look(), [{ token }]);
    assert.deepEqual(await look(), [{ token }]);
    assert.deepEqual(await look(), [{ service_request_id: '26-00042', token }]);
  });

  it('floods, and notices when nobody takes it', async () => {
    armed({ is: 'flood', bytes: 50_000_000 }, { on: 'GET services', when: 'connect' });
    await new Promise<void>((resolve) => {
      const asking = request({ host: '127.0.0.1', port: proxy.port, path: '/open311/v2/services.json' }, (answer) => {
        answer.once('data', () => asking.destroy());
      });
      asking.once('close', resolve);
      asking.once('error', () => {});
      asking.end();
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(proxy.fired, 1);
    assert.ok(proxy.sent < 20_000_000, `${proxy.sent}`);
  });

  it('goes down and up, and down again, and then stays up', async () => {
    armed({ is: 'flap', ms: 80_000, rounds: 2 }, { on: 'ALL' });
    for (const wanted of ['ECONNRESET', undefined, 'ECONNRESET', undefined]) {
      await until(`${wanted ?? 'an answer'}`, async () => ((await post()).error === wanted ? true : undefined));
    }
    assert.ok(proxy.fired >= 2);
  });

  it('holds a report at a gate and cuts it there', async () => {
    const places: string[] = [];
    proxy.gate = async (place) => {
      places.push(`${place} ${seen.posts}`);
    };
    assert.equal((await post()).text, receipt);
    assert.deepEqual(places, ['arrived 0', 'answered 1', 'passed 1']);
    proxy.gate = async (place) => place !== 'answered';
    assert.equal((await post()).error, 'ECONNRESET');
    proxy.gate = undefined;
    assert.equal(seen.posts, 2);
  });

  const changes: Readonly<Record<string, (got: Got) => void>> = {
    'no-cors': ({ headers }) => assert.equal(headers?.['access-control-allow-origin'], undefined),
    'no-relay-mark': ({ headers, text }) => assert.deepEqual([headers?.['citydesk-relay'], text], [undefined, receipt]),
    'text-plain': ({ headers }) => assert.match(String(headers?.['content-type']), /text\/plain/),
    'html-type': ({ headers, text }) =>
      assert.deepEqual([headers?.['content-type'], text], ['text/html; charset=utf-8', receipt]),
    bom: ({ text }) => assert.equal(text, `\uFEFF${receipt}`),
    object: ({ text }) =>
      assert.equal((JSON.parse(text!) as { service_request_id: string }).service_request_id, '26-00042'),
    'null-id': ({ text }) => assert.match(text!, /"service_request_id":null/),
    'empty-id': ({ text }) => assert.match(text!, /"service_request_id":""/),
    truncated: ({ text }) => assert.equal(text, '[{"service_request_id":"1'),
    'wrong-length': ({ error }) => assert.ok(error),
    'gzip-garbage': ({ headers }) => assert.equal(headers?.['content-encoding'], 'gzip'),
    chunked: ({ text }) => assert.equal(text, receipt),
    'chunked-garbage': ({ error }) => assert.ok(error),
    'with-1xx': ({ early, text }) => assert.deepEqual([early, text], [[103], receipt]),
    'many-headers': ({ headers }) => assert.equal(headers?.['x-odd-199'], '199'),
    'huge-header': ({ error }) => assert.equal(error, 'HPE_HEADER_OVERFLOW'),
  };
  for (const [change, check] of Object.entries(changes)) {
    it(`changes the true answer: ${change}`, async () => {
      armed({ is: 'changed', change: change as never }, { when: 'answer' });
      check(await post());
      assert.equal(seen.posts, 1);
    });
  }

  it('names codes twice, and writes UTF-16', async () => {
    armed({ is: 'changed', change: 'double-code' }, { on: 'GET services', when: 'answer' });
    const list = JSON.parse((await call('GET', '/open311/v2/services.json')).text!) as unknown[];
    assert.equal(list.length, 3);
    armed({ is: 'changed', change: 'utf-16' }, { on: 'GET services', when: 'answer' });
    assert.match((await call('GET', '/open311/v2/services.json')).text!, /s\0e\0r\0v\0i\0c\0e/);
  });

  it('lets nobody listen who has connected before', async () => {
    const socket = connect(proxy.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    await proxy.shut();
    await closed;
    await proxy.open();
  });
});
