import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { always, answering, send } from '../test/answering.ts';
import {
  createClient,
  NetworkError,
  Open311Error,
  RejectedError,
  TimeoutError,
  UnreadableError,
  UnsupportedError,
} from './index.ts';

const report = { serviceCode: 'A', addressString: 'Elm St 1', email: 'resident@example.org', description: 's3cret' };
const page = '<!doctype html><title>500</title><h1>Oops</h1>';

async function failureOf(call: Promise<unknown>): Promise<Open311Error> {
  const failure = await call.then(
    () => assert.fail('it worked'),
    (error: unknown) => error,
  );
  assert.ok(failure instanceof Open311Error, String(failure));
  return failure;
}

describe('an error of the city', () => {
  it('is a RejectedError with the errors and the words for residents, also under 200', async (test) => {
    for (const status of [400, 403, 200]) {
      const city = await answering(test, always(status, [{ code: 400, description: 'lat is required' }]));
      const client = createClient(city);
      for (const call of [() => client.services(), () => client.submitRequest(report)]) {
        const failure = await failureOf(call());
        assert.ok(failure instanceof RejectedError && failure.status === status);
        assert.deepEqual(failure.errors, [{ code: '400', description: 'lat is required' }]);
        assert.deepEqual(failure.reasons, ['lat is required']);
      }
    }
  });

  it('keeps HTML and the words of a failing server from residents', async (test) => {
    const html = await answering(
      test,
      always(400, [{ code: 1, description: '<b>no</b>' }, { description: 'too long' }]),
    );
    assert.deepEqual((await failureOf(createClient(html).submitRequest(report))).reasons, ['too long']);
    const crash = await answering(test, always(500, [{ code: 500, description: "Can't call method at line 811." }]));
    const failure = await failureOf(createClient(crash).submitRequest(report));
    assert.ok(failure instanceof RejectedError && failure.errors.length === 1 && failure.reasons.length === 0);
  });

  it('is a RejectedError for plain text and for nothing under an error status', async (test) => {
    const text = await answering(test, always(403, 'Wrong key\n', { 'Content-Type': 'text/plain' }));
    assert.deepEqual((await failureOf(createClient(text).submitRequest(report))).reasons, ['Wrong key']);
    const nothing = await answering(test, always(404, ''));
    assert.ok((await failureOf(createClient(nothing).services())) instanceof RejectedError);
  });

  it('is an UnreadableError for an HTML page, under any status', async (test) => {
    for (const status of [200, 400, 404, 500]) {
      const city = await answering(test, always(status, page));
      const client = createClient(city);
      for (const call of [() => client.services(), () => client.submitRequest(report)]) {
        const failure = await failureOf(call());
        assert.ok(failure instanceof UnreadableError && failure.status === status);
        assert.deepEqual(failure.reasons, []);
      }
    }
  });

  it('is an UnreadableError for broken JSON and other shapes', async (test) => {
    for (const body of ['[{"service_code":', 'null', '7', '"x"', '{}', '[null]', '[{"a":1}]', '<feed/>']) {
      const city = await answering(test, always(200, body));
      assert.ok((await failureOf(createClient(city).services())) instanceof UnreadableError, body);
    }
  });

  it('is an UnsupportedError where the endpoint takes no such method', async (test) => {
    for (const status of [405, 501]) {
      const city = await answering(test, always(status, page));
      assert.ok((await failureOf(createClient(city).submitRequest(report))) instanceof UnsupportedError);
    }
  });

  it('tells neither what the resident wrote nor the key, anywhere', async (test) => {
    for (const [status, body] of [
      [400, [{ code: 'resident@example.org', description: 'resident@example.org s3cret is no good' }]],
      [200, 'resident@example.org s3cret k3y {'],
    ] as const) {
      const city = await answering(test, always(status, body));
      const failure = await failureOf(createClient({ ...city, apiKey: 'k3y' }).submitRequest(report));
      assert.doesNotMatch(`${failure.message} ${failure.stack} ${String(failure.cause)}`, /resident|s3cret|k3y/);
    }
    const city = await answering(test, always(400, []));
    const asked = createClient({ ...city, jurisdictionId: 'who' }).requests({ serviceCodes: ['4711'] });
    const failure = await failureOf(asked[Symbol.asyncIterator]().next());
    assert.equal(failure.message, `GET ${city.endpoint}requests.json: rejected with status 400 and 0 error(s)`);
  });
});

describe('a GET that failed', () => {
  it('is tried three times while the city is busy', async (test) => {
    for (const status of [429, 502, 503, 504]) {
      const city = await answering(test, always(status, page));
      assert.equal((await failureOf(createClient(city).services())).status, status);
      assert.equal(city.asked.length, 3);
    }
  });

  it('works if a later attempt does', async (test) => {
    const city = await answering(test, (_, response, count) => {
      if (count === 1) response.destroy();
      else if (count === 2) send(response, 503, '', { 'Retry-After': '0' });
      else send(response, 200, []);
    });
    assert.deepEqual(await createClient(city).services(), []);
    assert.equal(city.asked.length, 3);
  });

  it('waits as long as the city asks, or gives up if that is too long', async (test) => {
    const short = await answering(test, (_, response, count) =>
      count === 1 ? send(response, 429, '', { 'Retry-After': '1' }) : send(response, 200, []),
    );
    const began = performance.now();
    await createClient(short).services();
    assert.ok(performance.now() - began >= 995);
    const long = await answering(test, always(503, '', { 'Retry-After': '3600' }));
    await failureOf(createClient(long).services());
    assert.equal(long.asked.length, 1);
  });

  it('is not tried again after any other answer', async (test) => {
    for (const status of [400, 404, 500]) {
      const city = await answering(test, always(status, page));
      await failureOf(createClient({ ...city, format: 'json' }).services());
      assert.equal(city.asked.length, 1);
    }
  });
});

describe('a POST that failed', () => {
  it('is never repeated', async (test) => {
    const ways: Parameters<typeof answering>[1][] = [
      always(503, '', { 'Retry-After': '0' }),
      always(429, ''),
      always(500, page),
      (_, response) => response.destroy(),
      (_, response) => void response.writeHead(200).write('[{"service_request_id":'),
      (_, response) => (response.writeHead(200).write('[{"ser'), setTimeout(() => response.destroy(), 20)),
    ];
    for (const way of ways) {
      const city = await answering(test, way);
      await failureOf(createClient({ ...city, timeout: 200 }).submitRequest(report));
      assert.equal(city.asked.length, 1);
    }
  });

  it('follows no redirect, which could turn it into a GET', async (test) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const city = await answering(test, always(status, '', { Location: '/elsewhere.json' }));
      const failure = await failureOf(createClient(city).submitRequest(report));
      assert.ok(failure instanceof UnreadableError && failure.status === status);
      assert.equal(city.asked.length, 1);
    }
  });
});

describe('a connection', () => {
  it('that cannot be made is a NetworkError with its cause', async () => {
    const failure = await failureOf(createClient({ endpoint: 'http://127.0.0.1:1/' }).submitRequest(report));
    assert.ok(failure instanceof NetworkError && failure.name === 'NetworkError');
    assert.equal(failure.message, 'POST http://127.0.0.1:1/requests.json: could not be reached');
    assert.ok(failure.cause instanceof Error);
  });

  it('that is too slow is a TimeoutError, before the headers and in the body', async (test) => {
    const silent = await answering(test, () => undefined);
    const dripping = await answering(test, (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
    });
    for (const city of [silent, dripping]) {
      const failure = await failureOf(createClient({ ...city, timeout: 100 }).submitRequest(report));
      assert.ok(failure instanceof TimeoutError, String(failure));
    }
    assert.ok((await failureOf(createClient({ ...silent, timeout: 50 }).services())) instanceof TimeoutError);
    assert.equal(silent.asked.length, 4);
  });

  it('ends with the caller’s signal and its own reason: before, during and between attempts', async (test) => {
    const silent = await answering(test, () => undefined);
    const busy = await answering(test, always(503, '', { 'Retry-After': '9' }));
    const reason = new Error('left the page');
    await assert.rejects(createClient(silent).services({ signal: AbortSignal.abort(reason) }), reason);
    assert.equal(silent.asked.length, 0);
    const began = performance.now();
    for (const city of [silent, busy]) {
      const stop = new AbortController();
      const call = createClient(city).services({ signal: stop.signal });
      setTimeout(() => stop.abort(reason), 50);
      await assert.rejects(call, reason);
    }
    assert.ok(performance.now() - began < 5000, 'at once, not after the nine seconds the city asked for');
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    await assert.rejects(createClient(silent).submitRequest(report, { signal: stop.signal }), { name: 'AbortError' });
  });

  it('is closed beyond 8 MB for lists and 64 kB for receipts', async (test) => {
    let sent = 0;
    const flood = await answering(test, ({ method }, response) => {
      sent = 0;
      const chunk = ' '.repeat(method === 'GET' ? 1_000_000 : 10_000);
      const more = () => {
        while (!response.destroyed && sent < 1e9 && response.write(chunk)) sent += chunk.length;
        sent += chunk.length;
      };
      response.on('drain', more);
      more();
    });
    for (const [call, most] of [
      [() => createClient(flood).services(), 8_000_000],
      [() => createClient(flood).submitRequest(report), 64_000],
    ] as const) {
      const failure = await failureOf(call());
      assert.ok(failure instanceof UnreadableError, String(failure));
      assert.match(failure.message, new RegExp(`longer than ${most} bytes`));
    }
    assert.ok(sent < 1e8);
  });
});
