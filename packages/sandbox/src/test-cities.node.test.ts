import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { sandboxMiddleware } from './middleware.ts';
import { smallSeed } from './test-kit.ts';
import { freshCity, type TestCity } from './testing.ts';

describe('test cities', () => {
  let server: Server;
  let origin: string;
  before(async () => {
    const middleware = sandboxMiddleware();
    // As Koa would call it.
    server = createServer((req, res) => {
      const context = { path: new URL(req.url ?? '', 'http://x').pathname, req, res };
      void middleware(context, async () => res.end('next'));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  after(() => server.close());

  const fresh = (options = {}): Promise<TestCity> => freshCity({ seed: smallSeed, ...options }, origin);
  const report = (city: TestCity): Promise<Response> =>
    fetch(`${city.endpoint}requests.json`, {
      method: 'POST',
      body: new URLSearchParams({
        service_code: '006',
        address_string: 'Here',
        'attribute[size]': 's',
        email: 'a@b.co',
      }),
    });
  const ask = (city: TestCity, path: string): Promise<Response> => fetch(city.endpoint + path);

  it('are mounted beside everything else', async () => {
    assert.equal(await (await fetch(`${origin}/__cityhall`)).text(), 'next');
    assert.equal(await (await fetch(origin)).text(), 'next');
  });

  it('are fresh for each test, and tell all they keep', async () => {
    const [one, other] = [await fresh(), await fresh({ apiKey: 'k' })];
    assert.match(one.endpoint, /^http:\/\/127\.0\.0\.1:\d+\/__city\/\w+\/open311\/v2\/$/);
    assert.equal((await report(one)).status, 200);
    assert.equal((await report(other)).status, 403);
    const [row] = await one.rows();
    assert.equal(row?.email, 'a@b.co');
    assert.deepEqual(row?.attributes, { size: 's' });
    assert.deepEqual(await other.rows(), []);
    await one.close();
    assert.equal((await ask(one, 'services.json')).status, 404);
    await other.close();
  });

  it('know where they answer, and have a staff desk', async () => {
    const city = await fresh();
    const discovery = (await (await ask(city, 'discovery.json')).json()) as { endpoints: { url: string }[] };
    assert.equal(`${discovery.endpoints[0]?.url}/`, city.endpoint);
    assert.equal((await fetch(city.endpoint.replace('open311/v2/', 'staff/'))).status, 200);
  });

  it('are the seeded city by default, or an empty one', async () => {
    const seeded = await freshCity({}, origin);
    assert.ok(((await (await ask(seeded, 'requests.json')).json()) as unknown[]).length > 80);
    const empty = await freshCity({ seed: 'empty' }, origin);
    assert.deepEqual(await (await ask(empty, 'services.json')).json(), []);
  });

  it('give canned answers verbatim and take reports on them', async () => {
    const canned = { 'services.json': '<services/>', 'services/a b/c.json': [1], 'requests/7.json': '[ {"x": "y"} ]' };
    const city = await fresh({ canned });
    const services = await ask(city, 'services.json');
    assert.equal(services.headers.get('content-type'), 'text/xml; charset=utf-8');
    assert.equal(await services.text(), '<services/>');
    assert.deepEqual(await (await ask(city, 'services/a%20b%2Fc.json')).json(), [1]);
    assert.equal(await (await ask(city, 'requests/7.json')).text(), '[ {"x": "y"} ]');
    const body = new URLSearchParams({ service_code: 'unknown', lat: '1', long: '2', 'attribute[q][]': 'v' });
    assert.equal((await fetch(`${city.endpoint}requests.json`, { method: 'POST', body })).status, 200);
    const [row] = await city.rows();
    assert.deepEqual([row?.serviceCode, row?.lat, row?.attributes], ['unknown', 1, { q: ['v'] }]);
  });

  it('misbehave as told, and heal', async () => {
    const city = await fresh();
    const answers = async (path: string): Promise<[number, string]> => {
      const answer = await ask(city, path);
      return [answer.status, await answer.text()];
    };
    await city.fail({ route: 'services', kind: 'down' });
    await assert.rejects(ask(city, 'services.json'), TypeError);
    assert.equal((await ask(city, 'services/006.json')).status, 200);
    await city.fail({ route: '*', kind: 'html' });
    assert.match((await answers('services/006.json'))[1], /^<!doctype html>/);
    await city.fail({ route: 'definition', kind: 'not-found' }, { route: 'services', kind: 'empty' });
    assert.equal((await answers('services/006.json'))[0], 404);
    assert.deepEqual(await answers('services.json'), [200, '[]']);
    await city.fail({ route: 'requests', kind: 'error-500' }, { route: 'discovery', kind: 'ok-with-error' });
    assert.equal((await answers('requests.json'))[0], 500);
    assert.deepEqual(await answers('discovery.json'), [
      200,
      '[{"code":400,"description":"The city could not take this."}]',
    ]);
    await city.fail({ route: 'services', kind: 'busy', retryAfter: 7 });
    assert.equal((await ask(city, 'services.json')).headers.get('retry-after'), '7');
    await city.fail({ route: 'services', kind: 'script-strings' });
    const [spoiled] = JSON.parse((await answers('services.json'))[1]) as Record<string, string>[];
    assert.equal(spoiled?.['service_code'], '006');
    assert.match(spoiled?.['service_name'] ?? '', /^<script>/);
    await city.fail({ route: 'services', kind: 'slow', ms: 300 });
    const before = performance.now();
    assert.equal((await answers('services.json'))[0], 200);
    assert.ok(performance.now() - before >= 290);
    await city.heal();
    assert.equal((await answers('requests.json'))[0], 200);
  });

  it('lose an answer with or without the report', async () => {
    const city = await fresh();
    await city.fail({ route: 'post', kind: 'down', times: 1 });
    await assert.rejects(report(city), TypeError);
    assert.equal((await city.rows()).length, 0);
    await city.fail({ route: 'post', kind: 'down', committed: true, times: 2 });
    await assert.rejects(report(city), TypeError);
    await assert.rejects(report(city), TypeError);
    assert.equal((await report(city)).status, 200);
    assert.equal((await city.rows()).length, 3);
    await city.fail({ route: 'post', kind: 'attribute-400', attribute: 'size' });
    assert.match(await (await report(city)).text(), /\(attribute\[size\]\)/);
    assert.equal((await city.rows()).length, 3);
  });
});
