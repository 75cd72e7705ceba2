import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { sandboxMiddleware } from './middleware.ts';
import { photoFile, smallSeed } from './test-kit.ts';
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
    const county = await freshCity({ seed: 'county' }, origin);
    assert.match((await county.rows())[0]?.serviceRequestId ?? '', /^C\d\d-\d{5}$/);
    const empty = await freshCity({ seed: 'empty' }, origin);
    assert.deepEqual(await (await ask(empty, 'services.json')).json(), []);
  });

  it('give back the photos of a report byte for byte, also those of private services', async () => {
    const city = await fresh({ seed: { services: smallSeed.services.map((each) => ({ ...each, private: true })) } });
    const body = new FormData();
    for (const [name, value] of Object.entries({ service_code: 'tip', address_string: 'Here' })) body.set(name, value);
    const sent = [photoFile('png'), new Blob([photoFile('gif'), 'and what hides after it'])];
    for (const each of sent) body.append('media', each, 'private name.png');
    assert.equal((await fetch(`${city.endpoint}requests.json`, { method: 'POST', body })).status, 200);
    const [row] = await city.rows();
    const kept = await city.photos(row?.serviceRequestId ?? '');
    assert.deepEqual(
      kept.map(({ type }) => type),
      ['image/png', 'image/gif'],
    );
    const bytesOf = (blobs: readonly Blob[]) => Promise.all(blobs.map((blob) => blob.bytes()));
    assert.deepEqual(await bytesOf(kept), await bytesOf(sent));
    await assert.rejects(city.photos('26-99999'), /no request 26-99999/);
    await city.close();
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

  it('can say that a request is gone, or not public', async () => {
    const city = await fresh();
    await report(city);
    const told = async (path: string): Promise<[number, string | undefined]> => {
      const answer = await ask(city, path);
      return [answer.status, ((await answer.json()) as { description?: string }[])[0]?.description];
    };
    await city.fail({ route: 'requests', kind: 'gone' }, { route: 'tokens', kind: 'forbidden' });
    assert.deepEqual(await told('requests/26-00001.json'), [
      410,
      'The city no longer keeps this report. (service_request_id)',
    ]);
    assert.deepEqual(await told('tokens/x.json'), [
      403,
      'This report is not public yet. The city looks at it first. (token)',
    ]);
    await city.fail({ route: 'requests', kind: 'forbidden' }, { route: 'tokens', kind: 'gone', times: 1 });
    assert.equal((await told('requests.json'))[0], 403);
    assert.equal((await told('tokens/x.json'))[0], 410);
    assert.equal((await told('tokens/x.json'))[0], 404);
    const xml = await (await ask(city, 'requests/26-00001.xml')).text();
    assert.match(xml, /<errors><error><code>403<\/code>/);
    await city.fail({ route: 'updates', kind: 'busy', retryAfter: 9 });
    const body = new URLSearchParams({ service_request_id: '26-00001' });
    const busy = await fetch(`${city.endpoint}servicerequestupdates.json`, { method: 'POST', body });
    assert.deepEqual([busy.status, busy.headers.get('retry-after')], [503, '9']);
    assert.equal(busy.headers.get('access-control-expose-headers'), 'Retry-After');
  });

  it('can have a clock that is fast or slow', async () => {
    for (const clockOffset of [3_600_000, -86_400_000]) {
      const city = await fresh({ clockOffset });
      const { headers } = await report(city);
      const [row] = await city.rows();
      await city.change(row?.serviceRequestId ?? '', { status: 'Closed' });
      const [changed] = await city.rows();
      for (const time of [row?.requestedDatetime, changed?.updatedDatetime, headers.get('date')]) {
        const off = Date.parse(time ?? '') - Date.now() - clockOffset;
        assert.ok(Math.abs(off) < 60_000, `${time} is ${off} ms off`);
      }
    }
    const slow = await fresh({ clockOffset: -86_400_000 });
    await fetch(`${slow.endpoint}requests.json`, {
      method: 'POST',
      body: new URLSearchParams({ service_code: 'Animals/Dead animal', address_id: '7' }),
    });
    await slow.readyTokens();
    const [row] = await slow.rows();
    const answer = await ask(slow, `tokens/${row?.token}.json`);
    assert.match(await answer.text(), /"service_request_id"/);
  });

  it('have a clerk, who works as on the staff desk', async () => {
    const city = await fresh();
    await report(city);
    const [filed] = await city.rows();
    const id = filed?.serviceRequestId ?? '';
    await city.change(id, { status: 'In progress', note: 'A crew comes.', at: '2026-01-02T03:04:05Z' });
    const done = await city.change(id, {
      status: 'Closed',
      afterPhoto: photoFile(),
      at: new Date('2026-01-03T00:00:00Z'),
    });
    assert.deepEqual(
      done.history.slice(1).map(({ at, status, note, photo }) => [at, status, note, photo?.slice(-3)]),
      [
        ['2026-01-02T03:04:05Z', 'In progress', 'A crew comes.', undefined],
        ['2026-01-03T00:00:00Z', 'Closed', null, 'png'],
      ],
    );
    assert.deepEqual((await city.rows())[0], done);
    await assert.rejects(city.change(id, { status: 'Closed' }), /Choose another status, write a note or add a photo/);
    await assert.rejects(city.change(id, { status: 'Closed', afterPhoto: new Blob(['x']) }), /Send a photo as JPEG/);
    await assert.rejects(city.change('none', { status: 'Closed' }), /404/);
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
