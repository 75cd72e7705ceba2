/** The client on each dialect: it reads everything the strict city says, and its report arrives. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import {
  createClient,
  NotFoundError,
  RejectedError,
  type Client,
  type Quirk,
  type ServiceRequest,
} from '@citydesk/open311';
import { dialectCity } from '../test/dialect-city.ts';
import { dialectNames, type DialectName } from './dialect-names.ts';
import { createCity, type City } from './city.ts';

/** No definitions: such servers ask nothing. */
const asksNothing: readonly string[] = ['mark-a-spot', 'helsinki', 'accela'];

/** The rows of the quirk table that the client must have mended on each; see the README of the client. */
const quirks: Readonly<Record<DialectName, readonly number[]>> = {
  wrapped: [1, 31],
  tokens: [],
  'xml-only': [],
  'string-types': [10, 11],
  'numeric-ids': [6],
  'single-object': [3, 10, 11],
  'zoneless-dates': [16, 18],
  'html-errors': [38],
  duplicates: [50],
  spot: [],
  chicago: [],
  bloomington: [13],
  'mark-a-spot': [2, 10],
  helsinki: [3, 40],
  accela: [18],
};

describe('the client', () => {
  let read = 0;
  after(() => console.log(`dialects: the client read and filed on ${read} of ${dialectNames.length}`));

  for (const dialect of dialectNames) {
    it(`reads and files on ${dialect}`, async () => {
      const city = dialectCity(dialect, { requests: ['full', 'unpromised'], services: 2 });
      const mended = new Set<number>();
      const client = clientOf(city, ({ row }) => mended.add(row));
      const [pothole, graffiti] = await client.services();
      assert.deepEqual([pothole?.serviceName, graffiti?.serviceName], ['Pothole', 'Graffiti']);
      assert.equal(pothole?.metadata, !asksNothing.includes(dialect));
      const code = pothole?.serviceCode ?? '';
      assert.equal(code, city.store.services()[0]?.service_code);
      if (pothole?.metadata) {
        const { attributes } = await client.serviceDefinition(code);
        assert.deepEqual(
          attributes.map((each) => [each.code, each.datatype, each.required, each.values.length]),
          [
            ['depth', 'number', false, 0],
            ['shape', 'singlevaluelist', false, 2],
          ],
        );
      } else await assert.rejects(client.serviceDefinition(code), NotFoundError);

      await readsRequests(client, city, dialect);
      await files(client, city, dialect, code);
      await assert.rejects(client.request('none'), dialect === 'html-errors' ? Error : NotFoundError);
      for (const row of quirks[dialect]) assert.ok(mended.has(row), `row ${row} of ${[...mended].join()}`);
      read++;
    });
  }

  it('reads lists of one that are none', async () => {
    const city = dialectCity('single-object', { requests: ['full'], services: 1 });
    const mended = new Set<number>();
    const client = clientOf(city, ({ row }) => mended.add(row));
    assert.deepEqual(
      (await client.services()).map(({ serviceName }) => serviceName),
      ['Pothole'],
    );
    for await (const request of client.requests()) assert.equal(request.description, 'Deep.\nWide.');
    assert.deepEqual([...mended].includes(5), true);
  });

  for (const dialect of [undefined, 'tokens', 'xml-only', 'single-object', 'wrapped'] as const) {
    it(`waits for a number and lives without one, ${dialect ?? 'by the spec'}`, async () => {
      const seed = {
        services: [
          { service_code: 'slow', service_name: 'Slow', type: 'batch' as const, tokenDelay: 1e9 },
          { service_code: 'tip', service_name: 'Tip', type: 'blackbox' as const },
        ],
      };
      const city = createCity({ seed, dialect });
      const client = clientOf(city, () => {});
      await client.services();
      const { token = '', ...rest } = await client.submitRequest({ serviceCode: 'slow', addressString: 'Here' });
      assert.deepEqual(rest, {});
      assert.equal(await client.requestIdFor(token), undefined);
      city.store.readyTokens(new Date(0));
      assert.equal(await client.requestIdFor(token), city.store.all()[0]?.serviceRequestId);
      if (dialect === 'tokens') return;
      assert.deepEqual(await client.submitRequest({ serviceCode: 'tip', addressString: 'Here' }), {});
      assert.equal(city.store.all().length, 2);
    });
  }
});

function clientOf(city: City, onQuirk: (quirk: Quirk) => void): Client {
  return createClient({
    endpoint: 'http://city.test/open311/v2/',
    format: 'auto',
    zone: 'America/Detroit',
    fetch: (url, init) => city.fetch(new Request(url, init)),
    onQuirk,
  });
}

async function readsRequests(client: Client, city: City, dialect: DialectName): Promise<void> {
  const [unpromised, full] = city.store.all();
  assert.ok(unpromised && full);
  const told: ServiceRequest[] = [];
  for await (const request of client.requests()) told.push(request);
  const sameId = (id: string): string => (dialect === 'numeric-ids' ? id.replace('-', '') : id);
  assert.deepEqual(
    told.map((each) => each.serviceRequestId),
    [sameId(unpromised.serviceRequestId), sameId(full.serviceRequestId)],
  );
  const one = await client.request(sameId(full.serviceRequestId), { extensions: true });
  for (const request of [told[1], one]) {
    assert.equal(request?.serviceRequestId, sameId(full.serviceRequestId));
    assert.equal(request.status, 'open');
    assert.equal(request.description?.replaceAll('\r\n', '\n'), full.description);
    if (dialect === 'accela') continue;
    assert.deepEqual([request.lat, request.long], [full.lat, full.long]);
    assert.equal(+(request.requestedDatetime ?? 0), Date.parse(full.requestedDatetime));
    assert.equal(+(request.updatedDatetime ?? 0), Date.parse(full.updatedDatetime));
  }
  // Of a request without a place none is made up.
  assert.deepEqual([told[0]?.lat, told[0]?.long], [undefined, undefined]);
}

async function files(client: Client, city: City, dialect: DialectName, serviceCode: string): Promise<void> {
  const before = city.store.all().length;
  const report = { serviceCode, addressString: '318 Hoffman St', description: 'Deep & <wide>' };
  const receipt = await client.submitRequest(report);
  const [row, ...others] = city.store.all();
  assert.equal(others.length, before);
  assert.equal(row?.description, report.description);
  const id = receipt.token === undefined ? receipt.serviceRequestId : await client.requestIdFor(receipt.token);
  assert.equal(id, dialect === 'numeric-ids' ? row.serviceRequestId.replace('-', '') : row.serviceRequestId);
  assert.equal((await client.request(id)).description, report.description);
  if (dialect !== 'duplicates') return;
  await assert.rejects(client.submitRequest(report), (error) => error instanceof RejectedError && error.alreadyFiled);
  assert.equal(city.store.all().length, before + 1);
}
