import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { always, answering, send } from '../test/answering.ts';
import { createClient, NotFoundError, type Open311Error, UnsupportedError, type ServiceRequest } from './index.ts';

const graffiti = { service_code: '006', service_name: 'Graffiti', metadata: 'false' };
const row = { service_request_id: '17', status: 'open', service_code: '006' };

describe('the endpoint', () => {
  it('may end with a slash or not', async (test) => {
    const city = await answering(test, always(200, [graffiti]));
    await createClient({ endpoint: city.endpoint }).services();
    await createClient({ endpoint: city.endpoint.slice(0, -1) }).services();
    assert.deepEqual(
      city.asked.map(({ url }) => url),
      ['/open311/v2/services.json', '/open311/v2/services.json'],
    );
  });

  it('is refused at once if it is no http(s) address', () => {
    for (const endpoint of ['javascript:alert(1)', '/open311/v2/', '', 'file:///etc/passwd']) {
      assert.throws(() => createClient({ endpoint }), UnsupportedError, endpoint);
    }
  });
});

describe('GET', () => {
  it('names the jurisdiction in the query, never the key, and asks for the language', async (test) => {
    const city = await answering(test, always(200, [graffiti]));
    await createClient({ ...city, jurisdictionId: 'city.example', apiKey: 'k3y', locale: 'es-MX' }).services();
    assert.equal(city.asked[0]?.url, '/open311/v2/services.json?jurisdiction_id=city.example');
    assert.equal(city.asked[0]?.headers['accept-language'], 'es-MX');
    assert.ok(!JSON.stringify(city.asked).includes('k3y'));
  });

  it('leaves a locale alone that is no language tag', async (test) => {
    const city = await answering(test, always(200, [graffiti]));
    await createClient({ ...city, locale: 'es\r\nX-Evil: 1' }).services();
    assert.ok(!('x-evil' in (city.asked[0]?.headers ?? {})));
  });

  it('lists services', async (test) => {
    const city = await answering(test, always(200, [graffiti]));
    assert.deepEqual(await createClient(city).services(), [
      { serviceCode: '006', serviceName: 'Graffiti', metadata: false, type: 'realtime', keywords: [] },
    ]);
  });

  it('percent-encodes service codes in the path', async (test) => {
    const code = 'Animals/Noise & more: café?#%';
    const city = await answering(test, always(200, { attributes: [] }));
    assert.deepEqual(await createClient(city).serviceDefinition(code), { serviceCode: code, attributes: [] });
    assert.equal(city.asked[0]?.url, `/open311/v2/services/${encodeURIComponent(code)}.json`);
    await createClient(city).serviceDefinition('..');
    assert.equal(city.asked[1]?.url, '/open311/v2/services/...json');
  });

  it('knows no questions where the city has none, even if it says so with a page', async (test) => {
    const city = await answering(test, always(404, '<!doctype html><h1>Not Found</h1>'));
    await assert.rejects(createClient(city).serviceDefinition('A'), NotFoundError);
  });

  it('finds one request, bare or in a list', async (test) => {
    const city = await answering(test, (_, response, count) => send(response, 200, count === 1 ? row : [row]));
    const client = createClient(city);
    for (const found of [await client.request('17'), await client.request('17')]) {
      assert.deepEqual(found, {
        serviceRequestId: '17',
        status: 'open',
        statusLabel: 'open',
        serviceCode: '006',
        mediaUrls: [],
      });
    }
  });

  it('takes no other report for the one asked for', async (test) => {
    const others = [row, { ...row, service_request_id: '18' }];
    const city = await answering(test, always(200, others));
    assert.equal((await createClient(city).request('18')).serviceRequestId, '18');
    await assert.rejects(createClient(city).request('19'), NotFoundError);
  });

  it('does not find a request on 404, 410 or an empty list, whatever the body', async (test) => {
    for (const [status, body] of [
      [404, [{ code: 404, description: 'no such request' }]],
      [404, '<!doctype html><h1>Not Found</h1>'],
      [410, ''],
      [200, []],
      [200, { service_requests: [] }],
    ] as const) {
      const city = await answering(test, always(status, body));
      await assert.rejects(createClient(city).request('a/b \ud800'), (error: Open311Error) => {
        assert.ok(error instanceof NotFoundError && error.name === 'NotFoundError');
        assert.match(error.message, /^GET http:.*\/requests\/a%2Fb%20%EF%BF%BD\.json: not found$/);
        return true;
      });
    }
  });

  it('tells the id of a token, and that there is none yet', async (test) => {
    const city = await answering(test, (_, response, count) =>
      send(response, 200, [{ token: 't/1', service_request_id: count === 1 ? null : 0 }]),
    );
    const client = createClient(city);
    assert.equal(await client.requestIdFor('t/1'), undefined);
    assert.equal(await client.requestIdFor('t/1'), '0');
    assert.equal(city.asked[0]?.url, '/open311/v2/tokens/t%2F1.json');
  });

  it('does not know an unknown token', async (test) => {
    const city = await answering(test, always(404, [{ code: 404, description: 'unknown token' }]));
    await assert.rejects(createClient(city).requestIdFor('x'), NotFoundError);
  });

  it('iterates over requests and asks only once iteration begins', async (test) => {
    const city = await answering(
      test,
      always(200, [row, { status: 'open', token: 'waits' }, { ...row, service_request_id: '18', status: 'Closed' }]),
    );
    const requests = createClient(city).requests({
      serviceRequestIds: ['17', '18'],
      serviceCodes: ['006'],
      startDate: new Date('2026-10-01T00:00:00.500Z'),
      endDate: new Date('2026-11-01T00:00:00Z'),
      status: 'closed',
    });
    assert.equal(city.asked.length, 0);
    const found: ServiceRequest[] = [];
    for await (const request of requests) found.push(request);
    assert.deepEqual(
      found.map(({ status, statusLabel }) => [status, statusLabel]),
      [
        ['open', 'open'],
        ['closed', 'Closed'],
      ],
    );
    assert.deepEqual(Object.fromEntries(new URL(city.asked[0]!.url, city.endpoint).searchParams), {
      service_request_id: '17,18',
      service_code: '006',
      start_date: '2026-10-01T00:00:00Z',
      end_date: '2026-11-01T00:00:00Z',
      status: 'closed',
    });
  });

  it('refuses a date that is none, and says which', async (test) => {
    const city = await answering(test, always(200, []));
    for (const name of ['startDate', 'endDate', 'updatedAfter', 'updatedBefore']) {
      const requests = createClient(city).requests({ [name]: new Date('soon') });
      await assert.rejects(
        async () => {
          for await (const _ of requests);
        },
        new RangeError(`requests(): ${name} is no valid date`),
      );
    }
    assert.equal(city.asked.length, 0);
  });

  it('ends a list after 1,000 pages, for a city that always has another', async (test) => {
    const city = await answering(test, (_, response, count) =>
      send(response, 200, [{ ...row, service_request_id: String(count) }]),
    );
    let count = 0;
    for await (const _ of createClient(city).requests()) count += 1;
    assert.equal(count, 1000);
  });

  it('finds the discovery beside the version, in it, or at the root', async (test) => {
    const discovery = {
      changeset: '2026-02-03 14:18',
      contact: 'city@example.gov',
      key_service: 'Ask us',
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: 'https://x.example',
          type: 'test',
          formats: ['application/json'],
        },
      ],
    };
    for (const place of ['/open311/discovery.json', '/open311/v2/discovery.json', '/discovery.json']) {
      const city = await answering(test, ({ url }, response) =>
        url === place ? send(response, 200, { discovery }) : send(response, 200, '<!doctype html>Our city'),
      );
      assert.deepEqual(await createClient(city).discovery(), {
        changeset: '2026-02-03 14:18',
        contact: 'city@example.gov',
        keyService: 'Ask us',
        endpoints: discovery.endpoints,
      });
      assert.equal(city.asked.at(-1)?.url, place);
    }
  });

  it('says so if there is no discovery, and if the city only fails to tell', async (test) => {
    const without = await answering(test, always(404, ''));
    await assert.rejects(createClient(without).discovery(), NotFoundError);
    const failing = await answering(test, always(500, ''));
    await assert.rejects(createClient(failing).discovery(), { name: 'RejectedError', status: 500 });
  });
});

describe('POST', () => {
  const report = {
    serviceCode: '006',
    lat: 41.94,
    long: -85.63,
    description: 'Wall &\r\nfence äö',
    attributes: { WHERE: 'STREET', SEEN: ['a b', 'c'], EMPTY: '' },
    email: 'resident@example.org',
    firstName: undefined,
  };

  it('is a simple cross-origin request: form-urlencoded, key and jurisdiction in the body, no header of ours', async (test) => {
    const city = await answering(test, always(200, [{ service_request_id: '17' }]));
    await createClient({ ...city, apiKey: 'k3y', jurisdictionId: 'city.example' }).submitRequest(report);
    const [{ method, url, headers, body }] = city.asked as [(typeof city.asked)[0]];
    assert.equal(`${method} ${url}`, 'POST /open311/v2/requests.json');
    assert.equal(headers['content-type'], 'application/x-www-form-urlencoded;charset=UTF-8');
    const byTheRuntime = /^(accept|accept-encoding|accept-language|connection|content-|host$|sec-fetch|user-agent)/;
    assert.deepEqual(
      Object.keys(headers).filter((name) => !byTheRuntime.test(name)),
      [],
    );
    assert.deepEqual(
      [...body],
      [
        ['api_key', 'k3y'],
        ['jurisdiction_id', 'city.example'],
        ['service_code', '006'],
        ['description', 'Wall &\r\nfence äö'],
        ['email', 'resident@example.org'],
        ['lat', '41.94'],
        ['long', '-85.63'],
        ['attribute[WHERE]', 'STREET'],
        ['attribute[SEEN][]', 'a b'],
        ['attribute[SEEN][]', 'c'],
      ],
    );
  });

  it('takes an id, a token, a whole request or, of a blackbox service, nothing for a receipt, under any 2xx', async (test) => {
    for (const [status, body, receipt] of [
      [200, [{ service_request_id: 0, service_notice: 'Thanks' }], { serviceRequestId: '0', serviceNotice: 'Thanks' }],
      [200, [{ token: '0012', account_id: '' }], { token: '0012' }],
      [201, [{ ...row, description: 'x', lat: 1 }], { serviceRequestId: '17' }],
      [202, { service_requests: { request: { service_request_id: '17' } } }, { serviceRequestId: '17' }],
      [200, [{ service_notice: 'Thank you', account_id: null }], { serviceNotice: 'Thank you' }],
      [200, [], {}],
    ] as const) {
      const city = await answering(test, ({ method }, response) =>
        method === 'GET' ? send(response, 200, [{ ...graffiti, type: 'blackbox' }]) : send(response, status, body),
      );
      assert.deepEqual(await createClient(city).submitRequest(report), receipt);
    }
  });

  it('calls an answer without any field of a receipt unreadable', async (test) => {
    for (const body of [{ success: true, id: 'e490' }, { key: '3e66' }, 'null', '7', '', 'Thank you', '[null]', '{}']) {
      const city = await answering(test, always(200, body));
      await assert.rejects(createClient(city).submitRequest(report), { name: 'UnreadableError', status: 200 });
    }
  });
});
