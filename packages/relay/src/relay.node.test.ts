/** The widgets' client, through the relay, to a city of each dialect: it reads what the city says, and its report arrives. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { NotFoundError, type Client, type ServiceRequest } from '@citydesk/open311';
import { createCity, dialectNames, type City, type DialectName, type Seed } from '@citydesk/sandbox';
import { clientOf, closeAll, relayTo } from './test-kit.ts';

after(closeAll);

const place = { address: '318 Hoffman St', lat: 41.95, long: -85.63 };
const seed: Seed = {
  city: 'Test city',
  timeZone: 'America/Detroit',
  services: [
    {
      service_code: 'DF',
      service_name: 'Pothole',
      keywords: 'hole,road',
      attributes: [
        { code: 'depth', datatype: 'number', description: 'How deep is it?' },
        {
          code: 'shape',
          datatype: 'singlevaluelist',
          description: 'What shape has it?',
          values: [
            { key: 'round', name: 'Round' },
            { key: 'square', name: 'Square' },
          ],
        },
      ],
    },
    { service_code: 'GR', service_name: 'Graffiti' },
  ],
  requests: [
    {
      service_code: 'DF',
      requested_datetime: new Date(Date.now() - 86_400_000).toISOString().replace(/\.\d+/, ''),
      description: 'Deep.\nWide.',
      zipcode: '49093',
      ...place,
    },
  ],
};

/** No definitions: such servers ask nothing. */
const asksNothing: readonly string[] = ['mark-a-spot', 'helsinki', 'accela'];

describe('the client behind the relay', () => {
  let read = 0;
  after(() => console.log(`dialects through the relay: read and filed on ${read} of ${dialectNames.length + 1}`));

  for (const dialect of [undefined, ...dialectNames]) {
    it(`reads and files on a city of ${dialect ?? 'the spec'}`, async () => {
      const city = createCity({ seed, dialect, apiKey: 'the key of the city', tokenDelay: 0 });
      const relay = relayTo(city, { zone: 'America/Detroit' }, { apiKey: 'the key of the city' });
      const client = clientOf(relay);
      assert.equal(client.relay, undefined);
      const [pothole, graffiti] = await client.services();
      assert.equal(client.relay, true);
      assert.deepEqual([pothole?.serviceName, graffiti?.serviceName], ['Pothole', 'Graffiti']);
      const code = pothole?.serviceCode ?? '';
      if (asksNothing.includes(dialect ?? '')) await assert.rejects(client.serviceDefinition(code), NotFoundError);
      else {
        const { attributes } = await client.serviceDefinition(code);
        assert.deepEqual(
          attributes.map((each) => [each.code, each.datatype, each.values.length]),
          [
            ['depth', 'number', 0],
            ['shape', 'singlevaluelist', 2],
          ],
        );
      }
      await readsRequests(client, city, dialect);
      await files(client, city, dialect, code);
      if (dialect !== 'html-errors') await assert.rejects(client.request('none'), NotFoundError);
      read++;
    });
  }

  for (const dialect of [undefined, 'tokens', 'xml-only', 'wrapped'] as const) {
    it(`waits for a number and lives without one, on a city of ${dialect ?? 'the spec'}`, async () => {
      const services = [
        { service_code: 'slow', service_name: 'Slow', type: 'batch' as const, tokenDelay: 1e9 },
        { service_code: 'tip', service_name: 'Tip', type: 'blackbox' as const },
      ];
      const city = createCity({ seed: { services }, dialect });
      const client = clientOf(relayTo(city));
      await client.services();
      const { token = '' } = await client.submitRequest({ serviceCode: 'slow', addressString: 'Here' });
      assert.equal(await client.requestIdFor(token), undefined);
      city.store.readyTokens(new Date(0));
      assert.equal(await client.requestIdFor(token), city.store.all()[0]?.serviceRequestId);
      if (dialect === 'tokens') return;
      assert.deepEqual(await client.submitRequest({ serviceCode: 'tip', addressString: 'Here' }), {});
      assert.equal(city.store.all().length, 2);
    });
  }
});

async function readsRequests(client: Client, city: City, dialect: DialectName | undefined): Promise<void> {
  const [row] = city.store.all();
  assert.ok(row);
  const id = dialect === 'numeric-ids' ? row.serviceRequestId.replace('-', '') : row.serviceRequestId;
  const told: ServiceRequest[] = [];
  for await (const request of client.requests()) told.push(request);
  assert.deepEqual(
    told.map((each) => each.serviceRequestId),
    [id],
  );
  for (const request of [told[0], await client.request(id, { extensions: true })]) {
    assert.equal(request?.status, 'open');
    assert.equal(request.description?.replaceAll('\r\n', '\n'), row.description);
    if (dialect === 'accela') continue;
    assert.deepEqual([request.lat, request.long], [row.lat, row.long]);
    assert.equal(+(request.requestedDatetime ?? 0), Date.parse(row.requestedDatetime));
  }
}

async function files(client: Client, city: City, dialect: DialectName | undefined, serviceCode: string): Promise<void> {
  const report = { serviceCode, addressString: '318 Hoffman St', description: 'Deep & <wide>' };
  const reportId = crypto.randomUUID();
  const receipt = await client.submitRequest(report, { reportId });
  assert.deepEqual(await client.submitRequest(report, { reportId }), receipt);
  const [row, ...others] = city.store.all();
  assert.equal(others.length, 1);
  assert.ok(row);
  assert.ok(row.description?.startsWith(report.description));
  const id = receipt.token === undefined ? receipt.serviceRequestId : await client.requestIdFor(receipt.token);
  assert.equal(id, dialect === 'numeric-ids' ? row.serviceRequestId.replace('-', '') : row.serviceRequestId);
  assert.ok((await client.request(id)).description?.startsWith(report.description));
}
