import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { always, answering, send, type Answering } from '../test/answering.ts';
import { createClient } from './index.ts';

const update = { serviceRequestId: '0017', description: 'Still there &\näö', question: 'fixed', answer: 'no' } as const;

describe('an update', () => {
  it('is a simple request: form-urlencoded, key and jurisdiction in the body, no header of ours', async (test) => {
    const city = await answering(test, always(200, [{ update_id: '9' }]));
    const client = createClient({ ...city, apiKey: 'k3y', jurisdictionId: 'city.example' });
    const before = Math.floor(Date.now() / 1000) * 1000;
    assert.equal(await client.submitUpdate(update), undefined);
    const [{ method, url, headers, body }] = city.asked as [(typeof city.asked)[0]];
    assert.equal(`${method} ${url}`, 'POST /open311/v2/servicerequestupdates.json');
    assert.equal(headers['content-type'], 'application/x-www-form-urlencoded;charset=UTF-8');
    const { updated_datetime = '', ...fields } = Object.fromEntries(body);
    assert.match(updated_datetime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.ok(Date.parse(updated_datetime) >= before && Date.parse(updated_datetime) <= Date.now());
    assert.deepEqual(fields, {
      api_key: 'k3y',
      jurisdiction_id: 'city.example',
      service_request_id: '0017',
      description: 'Still there &\näö',
      question: 'fixed',
      answer: 'no',
    });
  });

  it('goes out in the format the city was found to speak', async (test) => {
    const city = await answering(test, ({ url }, response) =>
      send(
        response,
        200,
        url.includes('services')
          ? '<services/>'
          : '<service_request_updates><request_update><update_id>1</update_id></request_update></service_request_updates>',
      ),
    );
    const client = createClient({ ...city, format: 'xml' });
    await client.submitUpdate(update);
    assert.equal(city.asked[0]?.url, '/open311/v2/servicerequestupdates.xml');
  });

  it('is sent once, whatever comes of it', async (test) => {
    const ways: readonly (readonly [Answering, string])[] = [
      [always(503, '', { 'Retry-After': '0' }), 'RejectedError'],
      [always(429, ''), 'RejectedError'],
      [always(500, '<!doctype html><h1>Oops</h1>'), 'UnreadableError'],
      [always(302, '', { Location: '/' }), 'UnreadableError'],
      [always(404, '<!doctype html><h1>Not Found</h1>'), 'UnsupportedError'],
      [(_, response) => response.destroy(), 'NetworkError'],
      [() => undefined, 'TimeoutError'],
    ];
    for (const [way, name] of ways) {
      const city = await answering(test, way);
      await assert.rejects(createClient({ ...city, timeout: 200 }).submitUpdate(update), { name });
      assert.equal(city.asked.length, 1, name);
    }
  });

  it('tells neither what the resident wrote nor the key, anywhere', async (test) => {
    const city = await answering(test, always(400, [{ code: 'k3y', description: 'k3y is no key for s3cret' }]));
    const failure: unknown = await createClient({ ...city, apiKey: 'k3y' })
      .submitUpdate({ ...update, description: 's3cret' })
      .catch((error: unknown) => error);
    assert.ok(failure instanceof Error);
    assert.doesNotMatch(`${failure.message} ${failure.stack} ${JSON.stringify(failure)}`, /k3y|s3cret".*message/);
    assert.doesNotMatch(failure.message, /s3cret/);
  });

  it('ends with the caller’s signal and its own reason', async (test) => {
    const city = await answering(test, () => undefined);
    const reason = new Error('left the page');
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 50);
    await assert.rejects(createClient(city).submitUpdate(update, { signal: stop.signal }), reason);
  });
});
