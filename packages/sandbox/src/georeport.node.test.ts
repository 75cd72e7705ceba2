/** The city held against answers written by hand from the spec, field by field, not through the shared encoders. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { friday, get, post, smallCity } from './test-kit.ts';

const pothole = { service_code: '006', address_string: '318 Hoffman St', 'attribute[size]': 's' };

describe('GeoReport v2', () => {
  it('lists services', async () => {
    const { status, headers, body } = await get(smallCity(), 'services.json');
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'application/json; charset=utf-8');
    assert.deepEqual(body, [
      {
        service_code: '006',
        service_name: 'Pothole',
        description: 'A hole in the road',
        metadata: true,
        type: 'realtime',
        keywords: 'hole,road',
        group: 'Streets',
      },
      {
        service_code: 'Animals/Dead animal',
        service_name: 'Dead animal',
        metadata: false,
        type: 'batch',
        keywords: '',
      },
      { service_code: 'tip', service_name: 'Tip for the mayor', metadata: false, type: 'blackbox', keywords: '' },
    ]);
  });

  it('defines a service: one object, questions in order, a notice among them', async () => {
    const { status, body } = await get(smallCity(), 'services/006.json');
    assert.equal(status, 200);
    const rest = { variable: true, required: false, values: [] };
    assert.deepEqual(body, {
      service_code: '006',
      attributes: [
        {
          ...rest,
          variable: false,
          code: 'cold',
          datatype: 'string',
          order: 1,
          description: 'Crews work on dry days.',
        },
        {
          variable: true,
          code: 'size',
          datatype: 'singlevaluelist',
          required: true,
          order: 2,
          description: 'How big is it?',
          values: [
            { key: 's', name: 'Small' },
            { key: 'b', name: 'Big' },
          ],
        },
        {
          variable: true,
          code: 'near',
          datatype: 'multivaluelist',
          required: false,
          order: 3,
          description: 'What is near it?',
          datatype_description: 'Choose all that fit.',
          values: [
            { key: 'school', name: 'A school' },
            { key: 'shop', name: 'A shop' },
          ],
        },
        { ...rest, code: 'count', datatype: 'number', order: 4, description: 'How many?' },
        { ...rest, code: 'seen', datatype: 'datetime', order: 5, description: 'When did you see it?' },
        { ...rest, code: 'sign', datatype: 'string', order: 6, description: 'What does the sign say?' },
        { ...rest, code: 'more', datatype: 'text', order: 7, description: 'What else?' },
      ],
    });
  });

  it('says 404 for a service it does not know, and for one without a definition', async () => {
    const city = smallCity();
    assert.deepEqual(await bodyAndStatus(get(city, 'services/nope.json')), [
      404,
      [{ code: 404, description: 'service_code was not found. (service_code)' }],
    ]);
    assert.deepEqual(await bodyAndStatus(get(city, 'services/Animals%2FDead%20animal.json')), [
      404,
      [{ code: 404, description: 'This service has no definition. (service_code)' }],
    ]);
  });

  it('takes a report and gives it back by number and in the list, without contact details and answers', async () => {
    const city = smallCity();
    const receipt = await post(city, [
      ...Object.entries(pothole),
      ['lat', '41.9546'],
      ['long', '-85.6352'],
      ['description', 'Deep.\nFills with water.'],
      ['email', 'resident@example.com'],
      ['first_name', 'Ré'],
      ['last_name', '"; DROP TABLE request; --'],
      ['phone', '269-555-0142'],
      ['account_id', 'a-1'],
      ['device_id', 'd-1'],
      ['media_url', 'https://example.com/hole.jpg'],
      ['attribute[near][]', 'school'],
      ['attribute[near][]', 'shop'],
      ['attribute[count]', '2'],
      ['attribute[seen]', '2026-11-19T08:00:00-05:00'],
      ['attribute[sign]', 'Stop'],
      ['attribute[more]', 'a\nb'],
    ]);
    assert.equal(receipt.status, 200);
    assert.deepEqual(receipt.body, [
      { service_request_id: '26-00001', service_notice: 'A crew comes within 2 days.', account_id: 'a-1' },
    ]);
    const expected = [
      {
        service_request_id: '26-00001',
        status: 'open',
        service_name: 'Pothole',
        service_code: '006',
        description: 'Deep.\nFills with water.',
        agency_responsible: 'Street Department',
        service_notice: 'A crew comes within 2 days.',
        requested_datetime: '2026-11-20T15:00:00Z',
        updated_datetime: '2026-11-20T15:00:00Z',
        // Friday and two working days is Tuesday, 4:30 pm in Detroit.
        expected_datetime: '2026-11-24T21:30:00Z',
        address: '318 Hoffman St',
        lat: 41.9546,
        long: -85.6352,
        media_url: 'https://example.com/hole.jpg',
      },
    ];
    assert.deepEqual(await bodyAndStatus(get(city, 'requests/26-00001.json')), [200, expected]);
    assert.deepEqual(await bodyAndStatus(get(city, 'requests.json')), [200, expected]);
    assert.deepEqual(city.store.request('26-00001')?.attributes, {
      size: 's',
      near: ['school', 'shop'],
      count: '2',
      seen: '2026-11-19T08:00:00-05:00',
      sign: 'Stop',
      more: 'a\nb',
    });
    assert.equal(city.store.request('26-00001')?.lastName, '"; DROP TABLE request; --');
  });

  it('answers a batch service with a token that leads to the number once it is ready', async () => {
    let now = friday;
    const city = smallCity({ now: () => now });
    const { body } = await post(city, { service_code: 'Animals/Dead animal', address_id: '7' });
    const [{ token }] = body as [{ token: string }];
    assert.deepEqual(body, [{ token }]);
    assert.deepEqual(await bodyAndStatus(get(city, `tokens/${token}.json`)), [200, [{ token }]]);
    assert.deepEqual(await bodyAndStatus(get(city, 'requests.json')), [200, []]);
    now = new Date(+friday + 60_000);
    const ready = [{ service_request_id: '26-00001', token }];
    assert.deepEqual(await bodyAndStatus(get(city, `tokens/${token}.json`)), [200, ready]);
    assert.equal((await get(city, 'requests/26-00001.json')).status, 200);
  });

  it('answers a blackbox service with neither number nor token', async () => {
    const city = smallCity();
    assert.deepEqual(await bodyAndStatus(post(city, { service_code: 'tip', lat: '41.9', long: '-85.6' })), [200, [{}]]);
    assert.equal(city.store.all().length, 1);
  });

  it('says 404 for a request and a token it does not know', async () => {
    const city = smallCity();
    assert.deepEqual(await bodyAndStatus(get(city, 'requests/26-99999.json')), [
      404,
      [{ code: 404, description: 'service_request_id was not found. (service_request_id)' }],
    ]);
    assert.deepEqual(await bodyAndStatus(get(city, 'tokens/none.json')), [
      404,
      [{ code: 404, description: 'token was not found. (token)' }],
    ]);
  });

  it('says in discovery where it answers', async () => {
    const endpoint = {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: 'http://city.test/open311/v2',
      changeset: '2026-11-01 09:00',
      type: 'test',
      formats: ['text/xml', 'application/json'],
    };
    for (const path of ['/open311/discovery.json', 'discovery.json']) {
      assert.deepEqual(await bodyAndStatus(get(smallCity(), path)), [
        200,
        {
          changeset: '2026-11-01 09:00',
          contact: 'Test city. This is a sandbox: what you send reaches no real city.',
          key_service: 'No api_key is needed.',
          endpoints: [endpoint],
        },
      ]);
    }
  });

  it('asks for the jurisdiction on every call where it has one', async () => {
    const city = smallCity({ jurisdictionId: 'city.gov' });
    for (const path of ['services.json', 'services/006.json', 'requests.json', 'requests/1.json', 'tokens/1.json']) {
      assert.deepEqual(await bodyAndStatus(get(city, path)), [
        400,
        [{ code: 400, description: 'jurisdiction_id was not provided. (jurisdiction_id)' }],
      ]);
      assert.deepEqual(await bodyAndStatus(get(city, `${path}?jurisdiction_id=other.gov`)), [
        404,
        [{ code: 404, description: 'jurisdiction_id was not found. (jurisdiction_id)' }],
      ]);
    }
    assert.equal((await get(city, 'services.json?jurisdiction_id=city.gov')).status, 200);
    assert.equal((await post(city, { ...pothole, jurisdiction_id: 'city.gov' })).status, 200);
    assert.equal((await post(city, pothole)).status, 400);
    assert.equal((await post(city, { ...pothole, jurisdiction_id: 'x' })).status, 404);
    assert.equal(city.store.all().length, 1);
  });

  it('asks for the key on a report where it has one, and for nothing else', async () => {
    const city = smallCity({ apiKey: 'secret' });
    assert.equal((await get(city, 'services.json')).status, 200);
    assert.deepEqual(await bodyAndStatus(post(city, pothole)), [
      403,
      [{ code: 403, description: 'api_key was not provided. (api_key)' }],
    ]);
    assert.deepEqual(await bodyAndStatus(post(city, { ...pothole, api_key: 'wrong' })), [
      403,
      [{ code: 403, description: 'api_key is not valid. (api_key)' }],
    ]);
    assert.equal(city.store.all().length, 0);
    assert.equal((await post(city, { ...pothole, api_key: 'secret' })).status, 200);
  });

  it('lets any page read its answers, errors too, and answers a preflight', async () => {
    const city = smallCity();
    for (const path of ['services.json', 'services/nope.json', 'services.xml', 'nothing']) {
      assert.equal((await get(city, path)).headers.get('access-control-allow-origin'), '*', path);
    }
    assert.equal((await post(city, 'x=1')).headers.get('access-control-allow-origin'), '*');
    const url = 'http://city.test/open311/v2/requests.json';
    const preflight = await city.fetch(new Request(url, { method: 'OPTIONS' }));
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-methods'), 'GET, POST, OPTIONS');
  });
});

async function bodyAndStatus(answer: ReturnType<typeof get>): Promise<[number, unknown]> {
  const { status, body } = await answer;
  return [status, body];
}
