import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { answering, type Answering } from '../test/answering.ts';
import { createClient } from './index.ts';

const reportId = '7f6d2b9c-3a51-4c0e-9d1f-2b7a64c1e003';
const report = { serviceCode: 'pothole', addressString: '318 Hoffman St' };
const services = JSON.stringify([
  { service_code: 'pothole', service_name: 'Pothole', metadata: false, type: 'realtime' },
]);

const relayed: Answering = ({ method }, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Citydesk-Relay': '1' });
  response.end(method === 'GET' ? services : '[{"service_request_id":"1"}]');
};
const plain: Answering = ({ method }, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(method === 'GET' ? services : '[{"service_request_id":"1"}]');
};
const posted = async (test: TestContext, answer: Answering, asksFirst = true) => {
  const city = await answering(test, answer);
  const client = createClient({ endpoint: city.endpoint });
  if (asksFirst) await client.services();
  await client.submitRequest(report, { reportId, work: 'd29yaw==', insist: true });
  const { headers = {} } = city.asked.find(({ method }) => method === 'POST') ?? {};
  return [headers['idempotency-key'], headers['citydesk-work'], headers['citydesk-insist']];
};

describe('a client', () => {
  it('tells a relay the id of the report, the work for it, and that it is wanted anyway', async (test) => {
    assert.deepEqual(await posted(test, relayed), [`"${reportId}"`, 'd29yaw==', '1']);
  });

  it('sends a city that is no relay nothing that would need its consent', async (test) => {
    assert.deepEqual(await posted(test, plain), [undefined, undefined, undefined]);
    assert.deepEqual(await posted(test, relayed, false), [undefined, undefined, undefined]);
  });

  it('knows a relay from its first answer on, and does not forget it when something else answers for it', async (test) => {
    let isDown = false;
    const city = await answering(test, (asked, response, count) => {
      if (!isDown) return relayed(asked, response, count);
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Log in</h1>');
    });
    const client = createClient({ endpoint: city.endpoint });
    assert.equal(client.relay, undefined);
    await client.services();
    assert.equal(client.relay, true);
    isDown = true;
    await assert.rejects(client.services());
    assert.equal(client.relay, true);
  });

  it('takes an error page for no answer of whoever is behind it', async (test) => {
    const city = await answering(test, (_, response) => void response.writeHead(404).end('Not here'));
    const client = createClient({ endpoint: city.endpoint });
    await assert.rejects(client.services());
    assert.equal(client.relay, undefined);
  });
});
