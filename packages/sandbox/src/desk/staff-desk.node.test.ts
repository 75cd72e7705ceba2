import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { friday, get, post, smallCity } from '../test-kit.ts';
import type { City, CityOptions } from '../city.ts';

const origin = 'http://city.test';

describe('the staff desk', () => {
  let city: City;
  const start = async (options?: CityOptions): Promise<void> => {
    city = smallCity(options);
    await post(city, {
      service_code: '006',
      address_string: '318 Hoffman St',
      description: '<script>alert(1)</script> & "more"',
      first_name: 'Maria',
      email: 'maria@example.com',
      'attribute[size]': 'b',
    });
  };
  const open = async (
    path: string,
    init: RequestInit = {},
  ): Promise<{ status: number; text: string; headers: Headers }> => {
    const response = await city.fetch(new Request(`${origin}/staff/${path}`, init));
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const send = (
    fields: Record<string, string>,
    headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin' },
  ) => open('requests/26-00001', { method: 'POST', body: new URLSearchParams(fields), headers });
  beforeEach(() => start());

  it('leads from the list to the request, and a change there shows in the API', async () => {
    const list = await open('');
    assert.equal(list.status, 200);
    assert.match(list.text, /href="\/staff\/requests\/26-00001"/);
    const request = await open('requests/26-00001');
    assert.match(request.text, /<label for="status">Status<\/label>\s*<select[^>]+id="status" name="status"/);
    assert.match(request.text, /<label for="note">Note<\/label>/);
    assert.match(request.text, /<button class="button primary">Save<\/button>/);

    const saved = await send({ status: 'In progress', note: 'A crew comes.\r\nSoon.', seen: '1' });
    assert.equal(saved.status, 303);
    assert.equal(saved.headers.get('location'), '/staff/requests/26-00001?saved=1');
    assert.match((await open('requests/26-00001?saved=1')).text, /Saved\. The public can see it now\./);
    const [shown] = (await get(city, 'requests/26-00001.json')).body as [Record<string, unknown>];
    assert.equal(shown['status'], 'open');
    assert.equal(shown['status_notes'], 'A crew comes.\nSoon.');

    await send({ status: 'Closed', note: '', seen: '2' });
    const [closed] = (await get(city, 'requests/26-00001.json')).body as [Record<string, unknown>];
    assert.equal(closed['status'], 'closed');
    assert.equal(closed['status_notes'], 'A crew comes.\nSoon.', 'the last note stays');
    assert.deepEqual(
      city.store.request('26-00001')?.history.map(({ status, note }) => [status, note]),
      [
        ['Received', null],
        ['In progress', 'A crew comes.\nSoon.'],
        ['Closed', null],
      ],
    );
  });

  it('shows contact details and answers, and what residents wrote as text', async () => {
    const { text, headers } = await open('requests/26-00001');
    assert.match(text, /Maria/);
    assert.match(text, /maria@example\.com/);
    assert.match(text, /How big is it\?/);
    assert.match(text, /Big/);
    assert.match(text, /&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; &quot;more&quot;/);
    assert.doesNotMatch(text, /<script/);
    assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'self'/);
    assert.equal((await open('desk.css')).headers.get('content-type'), 'text/css; charset=utf-8');
  });

  it('fills the note from a reply and saves nothing yet', async () => {
    const { status, text } = await send({ status: 'Closed', note: 'Hello.', reply: 'done' });
    assert.equal(status, 200);
    assert.match(text, /Hello\.\nIt is done\. Thank you for telling us\.<\/textarea/);
    assert.match(text, /<option value="Closed" selected/);
    assert.equal(city.store.request('26-00001')?.history.length, 1);
  });

  it('says what is wrong, keeps what was typed, and changes nothing', async () => {
    const cases: [Record<string, string>, RegExp][] = [
      [{ status: 'Received', note: '' }, /Choose another status, write a note or add a photo\./],
      [{ status: 'Done', note: 'Kept words' }, /Choose Received, In progress or Closed\./],
      [{ status: 'Closed', note: 'x'.repeat(4001) }, /Use 4000 characters or fewer\. This note has 4001\./],
      [{ status: 'Closed', note: 'Kept words\0' }, /has a character that cannot be kept/],
      [{ status: 'Closed', note: 'Kept words', seen: '0' }, /Someone changed this request just now/],
    ];
    for (const [fields, message] of cases) {
      const { status, text } = await send(fields);
      assert.equal(status, 400);
      assert.match(text, message);
      if (fields['note']?.startsWith('Kept')) assert.match(text, /Kept words/);
    }
    assert.equal(city.store.request('26-00001')?.history.length, 1);
  });

  it('takes changes from its own pages only', async () => {
    const change = { status: 'Closed', note: 'x' };
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
    ]) {
      assert.equal((await send(change, headers)).status, 403, JSON.stringify(headers));
    }
    assert.equal(city.store.request('26-00001')?.deskStatus, 'Received');
    assert.equal((await send(change, { Origin: origin })).status, 303);
  });

  it('says so when there is no such request', async () => {
    for (const path of ['requests/26-99999', 'requests/%E0%A4%A', 'requests/..%2f', 'nothing']) {
      assert.equal((await open(path)).status, 404, path);
    }
  });

  it('asks for the password where there is one', async () => {
    await start({ staffPassword: 'pass:wörd' });
    const basic = (text: string): RequestInit => ({
      headers: { Authorization: `Basic ${Buffer.from(text).toString('base64')}` },
    });
    for (const init of [{}, basic('staff:wrong'), basic('pass:wörd'), { headers: { Authorization: 'Basic' } }]) {
      const { status, headers, text } = await open('requests/26-00001', init);
      assert.equal(status, 401);
      assert.match(headers.get('www-authenticate') ?? '', /^Basic realm=/);
      assert.doesNotMatch(text, /Maria/);
    }
    assert.equal((await open('', basic('anyone:pass:wörd'))).status, 200);
    assert.equal((await get(city, 'services.json')).status, 200);
  });

  it('puts what is late first, what is closed last, and finds by number, street, words and status', async () => {
    const at = (days: number): string => new Date(+friday - days * 86_400_000).toISOString();
    const closed = [{ at: at(1), status: 'Closed', note: 'Not ours' }] as const;
    city = smallCity({
      seed: {
        timeZone: 'America/Detroit',
        services: [{ service_code: 'a', service_name: 'Pothole', expectedDays: 3 }],
        requests: [
          { service_code: 'a', requested_datetime: at(0.1), service_request_id: 'new', address: '1 Elm St' },
          {
            service_code: 'a',
            requested_datetime: at(20),
            service_request_id: 'done',
            address: '2 Elm St',
            history: closed,
          },
          { service_code: 'a', requested_datetime: at(8), service_request_id: 'late', address: '3 Oak St' },
          { service_code: 'a', requested_datetime: at(3), service_request_id: 'today', address: '4 Oak St' },
        ],
      },
    });
    const numbers = async (query: string): Promise<string[]> =>
      [...(await open(query)).text.matchAll(/staff\/requests\/([\w-]+)"/g)].map(([, id]) => id ?? '');
    assert.deepEqual(await numbers(''), ['late', 'today', 'new', 'done']);
    assert.deepEqual(await numbers('?sort=newest'), ['new', 'today', 'late', 'done']);
    assert.deepEqual(await numbers('?sort=oldest'), ['done', 'late', 'today', 'new']);
    assert.deepEqual(await numbers('?q=oak%20ST'), ['late', 'today']);
    assert.deepEqual(await numbers('?q=not+ours'), ['done']);
    assert.deepEqual(await numbers('?q=done&status=Closed'), ['done']);
    assert.deepEqual(await numbers('?status=Received&show=1'), ['late']);
    const { text } = await open('');
    assert.match(text, /3 are open\./);
    assert.match(text, /1 is late/);
    assert.match(text, /1 is due today/);
    assert.match(text, /3 days late/);
  });
});
