/** What the city can beyond the spec: `extensions=true`, times of change, and tokens that take as long as one likes. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { friday, get, post, smallCity } from './test-kit.ts';

const pothole = { service_code: '006', address_string: '318 Hoffman St', 'attribute[size]': 's' };
const day = 24 * 60 * 60 * 1000;

describe('extensions=true', () => {
  it('tells the finer status and what happened, and without it there is nothing of it', async () => {
    const city = smallCity();
    await post(city, pothole);
    city.store.change('26-00001', 'In progress', 'A crew is on its way.', new Date(+friday + day));
    for (const path of ['requests.json?extensions=true', 'requests/26-00001.json?extensions=true']) {
      const [row] = (await get(city, path)).body as Record<string, unknown>[];
      assert.deepEqual(row?.['extended_attributes'], { detailed_status: 'IN_PROCESS' });
      assert.deepEqual(row?.['notes'], [
        { datetime: '2026-11-20T15:00:00Z', type: 'received', status: 'open' },
        {
          datetime: '2026-11-21T15:00:00Z',
          description: 'A crew is on its way.',
          type: 'in_process',
          status: 'open',
        },
      ]);
    }
    for (const path of ['requests.json', 'requests/26-00001.json', 'requests.json?extensions=false']) {
      const [row] = (await get(city, path)).body as object[];
      assert.ok(row && !('notes' in row) && !('extended_attributes' in row));
    }
  });
});

describe('updated_after and updated_before', () => {
  const idsIn = async (city: ReturnType<typeof smallCity>, query: string): Promise<unknown[]> => {
    const { status, body } = await get(city, `requests.json?${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return (body as { service_request_id: string }[]).map((row) => row.service_request_id);
  };

  it('find what was changed in between, however old it is', async () => {
    let now = new Date(+friday - 200 * day);
    const city = smallCity({ now: () => now });
    await post(city, pothole);
    now = new Date(+friday - day);
    await post(city, pothole);
    city.store.change('26-00001', 'Closed', null, friday);
    assert.deepEqual(await idsIn(city, 'updated_after=2026-11-20T00:00:00Z'), ['26-00001']);
    assert.deepEqual(await idsIn(city, 'updated_before=2026-11-20T00:00:00Z'), ['26-00002']);
    assert.deepEqual(await idsIn(city, 'updated_after=2026-11-19T00:00:00Z&status=open'), ['26-00002']);
    assert.deepEqual(await idsIn(city, 'updated_after=2026-11-19T00:00:00Z&start_date=2026-11-01T00:00:00Z'), [
      '26-00002',
    ]);
  });

  it('need a date with a zone', async () => {
    const { status, body } = await get(smallCity(), 'requests.json?updated_after=yesterday');
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /\(updated_after\)/);
  });
});

describe('a token', () => {
  it('takes as long as the city is told, and no longer once it is told so', async () => {
    const city = smallCity({ tokenDelay: 5 * day });
    const { body } = await post(city, { service_code: 'Animals/Dead animal', address_id: '7' });
    const [{ token }] = body as [{ token: string }];
    const asked = async (): Promise<unknown> => (await get(city, `tokens/${token}.json`)).body;
    assert.deepEqual(await asked(), [{ token }]);
    city.store.readyTokens(friday);
    assert.deepEqual(await asked(), [{ service_request_id: '26-00001', token }]);
  });

  it('leads to an empty list at first in the dialect of that name', async () => {
    const city = smallCity({ dialect: 'tokens', tokenDelay: day });
    const { body } = await post(city, pothole);
    const [{ token }] = body as [{ token: string }];
    assert.deepEqual(body, [{ token }]);
    assert.deepEqual((await get(city, `tokens/${token}.json`)).body, []);
    city.store.readyTokens(friday);
    assert.deepEqual((await get(city, `tokens/${token}.json`)).body, [{ service_request_id: '26-00001' }]);
  });
});
