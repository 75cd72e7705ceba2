/** Feeds over HTTP: what they hold, for whom, and that who has them already is not sent them again. */

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { answerOf, friday, get, photoFile, post, smallCity, type Answer } from './test-kit.ts';
import type { City } from './city.ts';

const pothole = { service_code: '006', address_string: '318 Hoffman St', 'attribute[size]': 's' };
const hour = 60 * 60 * 1000;

describe('a feed', () => {
  let city: City;
  let now = friday;
  beforeEach(async () => {
    now = friday;
    city = smallCity({ now: () => now });
    await post(city, { ...pothole, description: 'Deep & <wide>', first_name: 'Maria', email: 'maria@example.com' });
    await post(city, { service_code: 'tip', address_string: '=1+1' });
    await post(city, { service_code: 'Animals/Dead animal', address_id: '7' });
  });
  const again = async (path: string, headers: Record<string, string>): Promise<Answer> =>
    answerOf(await city.fetch(new Request(`http://city.test${path}`, { headers })));
  const items = async (query = ''): Promise<{ id: string; url: string; image?: string; date_modified: string }[]> => {
    const { status, body } = await get(city, `/feed.json${query}`);
    assert.equal(status, 200);
    return (JSON.parse(String(body)) as { items: [] }).items;
  };
  const numbers = async (query: string): Promise<(string | undefined)[]> =>
    (await items(query)).map(({ id }) => id.split('/').at(-1));

  it('is Atom, JSON Feed or a table, for pages of any site', async () => {
    for (const [path, type, words] of [
      ['/feed.atom', 'application/atom+xml; charset=utf-8', /<title>Pothole, 318 Hoffman St<\/title>/],
      ['/feed.json', 'application/feed+json; charset=utf-8', /"title":"Pothole, 318 Hoffman St"/],
      ['/feed.csv', 'text/csv; charset=utf-8', /26-00001,open,,Pothole,.*,318 Hoffman St,/],
    ] as const) {
      const { status, headers, body } = await get(city, path);
      assert.equal(status, 200);
      assert.equal(headers.get('content-type'), type);
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(
        headers.get('content-disposition'),
        path.endsWith('csv') ? 'attachment; filename="requests.csv"' : null,
      );
      assert.match(String(body), words);
      assert.doesNotMatch(String(body), /Maria|maria@/);
    }
    assert.match(String((await get(city, '/feed.csv')).body), /'=1\+1/);
  });

  it('leads to the page that shows the request', async () => {
    assert.equal((await items())[1]?.url, 'http://city.test/#citydesk:request=26-00001');
    const seed = {
      services: [{ service_code: 'a', service_name: 'A' }],
      requests: [{ service_code: 'a', requested_datetime: friday.toISOString(), service_request_id: 'a/b 💡' }],
    };
    city = smallCity({ seed, base: '/here' });
    const [item] = JSON.parse(String((await get(city, '/here/feed.json')).body)).items as { url: string }[];
    assert.equal(item?.url, 'http://city.test/here/#citydesk:request=a%2Fb%20%F0%9F%92%A1');
  });

  it('holds those asked for, newest first, and none that has no number yet', async () => {
    city.store.change('26-00001', 'Closed', 'Filled.', friday);
    assert.deepEqual(await numbers(''), ['26-00002', '26-00001']);
    assert.deepEqual(await numbers('?status=open'), ['26-00002']);
    assert.deepEqual(await numbers('?status=closed'), ['26-00001']);
    assert.deepEqual(await numbers('?service_code=006,nothing'), ['26-00001']);
    assert.deepEqual(await numbers('?service_request_id=26-00002,26-00003'), ['26-00002']);
    assert.equal((await get(city, '/feed.atom?status=done')).status, 400);
    city.store.readyTokens(friday);
    assert.deepEqual(await numbers('?service_request_id=26-00003'), ['26-00003']);
  });

  it('holds the newest hundred, and the table all', async () => {
    const requests = Array.from({ length: 120 }, (_, index) => ({
      service_code: 'a',
      requested_datetime: new Date(+friday - index * 24 * hour).toISOString(),
    }));
    city = smallCity({ seed: { services: [{ service_code: 'a', service_name: 'A' }], requests } });
    assert.equal((await items()).length, 100);
    assert.equal(
      String((await get(city, '/feed.csv')).body)
        .trim()
        .split('\r\n').length,
      121,
    );
  });

  it('is not sent again until a request changes, and then says when', async () => {
    for (const path of ['/feed.atom', '/feed.json', '/feed.csv']) {
      now = friday;
      const { headers, body } = await get(city, path);
      const [etag = '', modified = ''] = [headers.get('etag') ?? '', headers.get('last-modified') ?? ''];
      for (const known of [
        { 'If-None-Match': etag },
        { 'If-None-Match': `"other", W/${etag}` },
        { 'If-Modified-Since': modified },
      ] as Record<string, string>[]) {
        const answer = await again(path, known);
        assert.deepEqual([answer.status, answer.body], [304, ''], JSON.stringify(known));
        assert.equal(answer.headers.get('etag'), etag);
      }
      assert.equal((await again(path, { 'If-None-Match': '"other"', 'If-Modified-Since': modified })).status, 200);

      now = new Date(Date.parse(modified) + hour);
      city.store.change('26-00001', 'In progress', `Note for ${path}`, now);
      const changed = await again(path, { 'If-None-Match': etag });
      assert.equal(changed.status, 200);
      assert.notEqual(changed.body, body);
      assert.equal((await again(path, { 'If-Modified-Since': modified })).status, 200);
      assert.equal(changed.headers.get('last-modified'), now.toUTCString());
    }
    assert.match(String((await get(city, '/feed.atom')).body), /<updated>2026-11-20T18:00:00Z<\/updated>\n<author>/);
  });

  it('shows the photo of the report, not that of the work in its place', async () => {
    const bytes = new Uint8Array(await photoFile().arrayBuffer());
    city.store.change('26-00001', 'Closed', null, friday, { type: 'image/png', bytes });
    assert.equal((await items('?service_request_id=26-00001'))[0]?.image, undefined);
  });
});
