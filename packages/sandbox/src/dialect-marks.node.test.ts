/** What tells a dialect from the spec where shapes alone do not: by hand, from the table of known dialects in the client's README. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dialectCity, spoken, type Ask, type CityKind } from '../test/dialect-city.ts';
import { answerOf, get } from './test-kit.ts';
import type { DialectName } from './dialect-names.ts';

type Row = Record<string, unknown>;

async function told(dialect: DialectName, ask: Ask, kind: CityKind = {}): Promise<{ status: number; body: unknown }> {
  const { status, text } = await spoken(dialectCity(dialect, kind), ask);
  return { status, body: JSON.parse(text) as unknown };
}

async function rows(dialect: DialectName, path: string, kind: CityKind = {}): Promise<Row[]> {
  return (await told(dialect, { path }, kind)).body as Row[];
}

describe('the marks of a dialect', () => {
  it('xml-only: JSON is a page that is not there, discovery names XML alone, questions come unsorted', async () => {
    const city = dialectCity('xml-only');
    for (const path of ['services.json', 'requests.json', 'discovery.json', 'services/DF.json']) {
      const { status, headers } = await get(city, path);
      assert.deepEqual([status, headers.get('content-type')], [404, 'text/html; charset=utf-8'], path);
    }
    const { body: discovery } = await get(city, 'discovery.xml');
    assert.match(String(discovery), /<formats><format>text\/xml<\/format><\/formats>/);
    const { body: definition } = await get(city, 'services/DF.xml');
    assert.deepEqual(
      [...String(definition).matchAll(/<order>(\d)/g)].map(([, order]) => order),
      ['2', '1'],
    );
  });

  it('string-types: "false" and "41.95" are texts', async () => {
    assert.deepEqual(
      (await rows('string-types', 'services.json')).map(({ metadata }) => metadata),
      ['true', 'false'],
    );
    const [row] = await rows('string-types', 'requests.json', { requests: ['full'] });
    assert.deepEqual([row?.['lat'], row?.['long']], ['41.95', '-85.63']);
  });

  it('numeric-ids: ids lead back, and 0/0 stands for no place', async () => {
    const city = dialectCity('numeric-ids', { requests: ['least'] });
    const [row] = (await get(city, 'requests.json?service_request_id=2600001')).body as Row[];
    assert.deepEqual([row?.['service_request_id'], row?.['lat'], row?.['long']], [2600001, 0, 0]);
    assert.equal((await get(city, 'requests/2600001.json')).status, 200);
  });

  it('single-object: one child is no list, at any depth', async () => {
    const kind: CityKind = { requests: ['full'], services: 1 };
    const { body: service } = await told('single-object', { path: 'services.json' }, kind);
    assert.equal((service as Row)['service_code'], 'DF');
    const { body: request } = await told('single-object', { path: 'requests.json?extensions=true' }, kind);
    assert.equal((request as Row)['lat'], '41.95');
    const { body: discovery } = await told('single-object', { path: 'discovery.json' }, kind);
    assert.equal((discovery as { endpoints: Row }).endpoints['type'], 'test');
  });

  it('chicago: a Z is refused, other zones are not, answers are an object by code', async () => {
    const path = 'requests.json?start_date=2026-11-01T00:00:00';
    assert.equal((await told('chicago', { path: `${path}Z` })).status, 400);
    assert.equal((await told('chicago', { path: `${path}-05:00` })).status, 200);
    const [row] = await rows('chicago', 'requests.json?extensions=true', { requests: ['answered'] });
    assert.deepEqual(row?.['attributes'], { shape: 'round' });
  });

  it('bloomington: 0/0 for a place without degrees, null for none, line ends of Windows', async () => {
    const city = dialectCity('bloomington', { requests: ['full', 'least'] });
    await city.fetch(
      new Request('http://city.test/open311/v2/requests.json', {
        method: 'POST',
        body: new URLSearchParams({ service_code: 'DF', address_string: 'Here' }),
      }),
    );
    const list = (await get(city, 'requests.json')).body as Row[];
    assert.deepEqual(
      list.map(({ lat }) => lat),
      [0, null, 41.95],
    );
    assert.equal(list[2]?.['description'], 'Deep.\r\nWide.');
  });

  it('mark-a-spot: a receipt without a list, errors of two kinds, one endpoint, codes like 001, photos in one text', async () => {
    const { body: receipt } = await told('mark-a-spot', { path: 'requests.json', report: {} });
    assert.deepEqual(receipt, { service_requests: { request: { service_request_id: '26-00001' } } });
    const { body: refusal } = await told('mark-a-spot', { path: 'requests.json', report: { service_code: '' } });
    assert.deepEqual(refusal, [
      { code: '103 - service_code', description: 'service_code was not provided. (service_code)' },
    ]);
    const { body: missing } = await told('mark-a-spot', { path: 'requests/none.json' });
    assert.equal((missing as { error: Row }).error['code'], 404);
    const { body: discovery } = await told('mark-a-spot', { path: 'discovery.json' });
    assert.equal((discovery as { endpoints: Row }).endpoints['type'], 'test');
    assert.deepEqual(
      (await rows('mark-a-spot', 'services.json')).map((row) => [row['service_code'], row['metadata']]),
      [
        ['001', 'false'],
        ['002', 'false'],
      ],
    );
    const city = dialectCity('mark-a-spot');
    const body = new FormData();
    for (const [name, value] of Object.entries({ service_code: '001', address_string: 'Here' })) body.set(name, value);
    for (const name of ['a.gif', 'b.gif']) body.append('media[]', new Blob(['GIF89a']), name);
    const url = 'http://city.test/open311/v2/requests.json';
    assert.equal((await answerOf(await city.fetch(new Request(url, { method: 'POST', body })))).status, 200);
    const [row] = (await get(city, 'requests.json')).body as Row[];
    assert.match(String(row?.['media_url']), /^http:[^,]+\.gif,http:[^,]+\.gif$/);
  });

  it('duplicates: the same again is refused and not written, another is taken', async () => {
    const city = dialectCity('duplicates');
    const ask: Ask = { path: 'requests.json', report: { description: 'Deep' } };
    assert.equal((await spoken(city, ask)).status, 200);
    const again = await spoken(city, ask);
    assert.deepEqual([again.status, again.text], [400, '[{"code":400,"description":"base is a duplicate"}]']);
    assert.equal((await spoken(city, { ...ask, report: { description: 'Deeper' } })).status, 200);
    assert.equal(city.store.all().length, 2);
  });

  it('accela: codes are paths with blanks, the status is the desk’s word', async () => {
    const [service] = await rows('accela', 'services.json');
    assert.equal(service?.['service_code'], 'ServiceRequest/Streets/Pothole/NA');
    const [request] = await rows('accela', 'requests.json', { requests: ['full'] });
    assert.equal(request?.['status'], 'In progress');
  });
});
