import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { createCity, type City } from './city.ts';
import { friday, get } from './test-kit.ts';

const day = 24 * 60 * 60 * 1000;

describe('GET requests', () => {
  let city: City;
  /** Numbers of the requests listed, newest first. */
  const listed = async (query: string): Promise<string[]> => {
    const { status, body } = await get(city, `requests.json${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return (body as { service_request_id: string }[]).map((each) => each.service_request_id);
  };
  const refused = async (query: string): Promise<unknown> => {
    const { status, body } = await get(city, `requests.json${query}`);
    assert.equal(status, 400, query);
    return (body as { description: string }[]).map((each) => each.description);
  };

  before(() => {
    const ago = (days: number): string => new Date(+friday - days * day).toISOString();
    const closed = [{ at: ago(1), status: 'Closed', note: 'Done.' }] as const;
    city = createCity({
      now: () => friday,
      seed: {
        services: [
          { service_code: 'a', service_name: 'A' },
          { service_code: 'b', service_name: 'B' },
        ],
        requests: [
          { service_code: 'a', requested_datetime: ago(100), service_request_id: 'old' },
          { service_code: 'a', requested_datetime: ago(50), service_request_id: 'a-closed', history: closed },
          { service_code: 'b', requested_datetime: ago(40), service_request_id: 'b-open' },
          { service_code: 'b', requested_datetime: ago(2), service_request_id: 'b-closed', history: closed },
          { service_code: 'a', requested_datetime: ago(1), service_request_id: 'a-open' },
        ],
      },
    });
  });

  it('lists the last 90 days, newest first', async () => {
    assert.deepEqual(await listed(''), ['a-open', 'b-closed', 'b-open', 'a-closed']);
  });

  it('filters by service and status, each a comma list', async () => {
    assert.deepEqual(await listed('?service_code=b'), ['b-closed', 'b-open']);
    assert.deepEqual(await listed('?service_code=a,b&status=closed'), ['b-closed', 'a-closed']);
    assert.deepEqual(await listed('?status=open'), ['a-open', 'b-open']);
    assert.equal((await listed('?status=open,closed')).length, 4);
    assert.deepEqual(await listed('?service_code=zzz'), []);
  });

  it('finds numbers however old, and lets them override all else', async () => {
    assert.deepEqual(await listed('?service_request_id=old,b-open,none&status=closed&start_date=nonsense'), [
      'b-open',
      'old',
    ]);
    assert.deepEqual(await listed(`?service_request_id=${encodeURIComponent("' OR 1=1 --")}`), []);
  });

  it('takes dates with a zone, both ends included', async () => {
    const at = (days: number): string => encodeURIComponent(new Date(+friday - days * day).toISOString());
    assert.deepEqual(await listed(`?start_date=${at(50)}&end_date=${at(40)}`), ['b-open', 'a-closed']);
    assert.deepEqual(await listed(`?end_date=${at(45)}`), ['a-closed', 'old']);
    assert.deepEqual(await listed(`?start_date=${at(105)}`), ['b-open', 'a-closed', 'old']);
    assert.deepEqual(await listed(`?start_date=${encodeURIComponent('2026-11-19T00:00:00-05:00')}`), ['a-open']);
  });

  it('reads an empty argument as none', async () => {
    assert.equal((await listed('?status=&service_code=&start_date=&page=')).length, 4);
  });

  it('gives pages', async () => {
    assert.deepEqual(await listed('?page_size=3'), ['a-open', 'b-closed', 'b-open']);
    assert.deepEqual(await listed('?page_size=3&page=2'), ['a-closed']);
    assert.deepEqual(await listed('?page_size=3&page=3'), []);
  });

  it('names every argument it cannot read', async () => {
    const date = 'needs a date, a time and a zone, like 2026-11-01T00:00:00Z.';
    assert.deepEqual(await refused('?start_date=yesterday&end_date=2026-11-01&status=done&page=0&page_size=-1'), [
      'page_size needs a whole number from 1. (page_size)',
      'page needs a whole number from 1. (page)',
      `start_date ${date} (start_date)`,
      `end_date ${date} (end_date)`,
      'status is open or closed, or open,closed. (status)',
    ]);
    for (const bad of [
      '2026-02-30T00:00:00Z',
      '2026-11-01T00:00:00',
      '2026-13-01T00:00:00Z',
      '0',
      '2026-11-01T25:00:00Z',
    ]) {
      assert.deepEqual(await refused(`?start_date=${bad}`), [`start_date ${date} (start_date)`]);
    }
  });

  it('refuses more than 90 days', async () => {
    assert.deepEqual(await refused('?start_date=2026-01-01T00:00:00Z&end_date=2026-11-01T00:00:00Z'), [
      'Ask for 90 days at most between start_date and end_date. (start_date, end_date)',
    ]);
  });

  it('gives at most 1,000 at once', async () => {
    const many = createCity({
      now: () => friday,
      seed: {
        services: [{ service_code: 'a', service_name: 'A' }],
        requests: Array.from({ length: 1005 }, (_, index) => ({
          service_code: 'a',
          requested_datetime: new Date(+friday - index * 60_000).toISOString(),
        })),
      },
    });
    assert.equal(((await get(many, 'requests.json?page_size=5000')).body as unknown[]).length, 1000);
    assert.equal(((await get(many, 'requests.json?page=2')).body as unknown[]).length, 5);
  });
});
