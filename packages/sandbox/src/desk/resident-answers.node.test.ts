import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { friday, get, post, smallCity } from '../test-kit.ts';
import type { City } from '../city.ts';

describe('answers of residents on the staff desk', () => {
  let city: City;
  const sign = /class="sign caution wraps"\s*><svg class="icon"[\s\S]+?<\/svg\s*>Not fixed, a resident says</;
  beforeEach(async () => {
    city = smallCity();
    for (const address_string of ['1 Elm St', '2 Elm St', '3 Elm St']) {
      await post(city, { service_code: '006', address_string, 'attribute[size]': 's' });
    }
    city.store.change('26-00002', 'Closed', 'Filled.', friday);
    city.store.answer('26-00001', { question: 'easy', answer: 'no', words: null }, friday);
    city.store.answer('26-00002', { question: 'fixed', answer: 'partly', words: '<b>Half</b> of it' }, friday);
  });
  const open = async (path: string): Promise<string> => String((await get(city, `/staff/${path}`)).body);
  const numbers = async (query: string): Promise<string[]> =>
    [...(await open(query)).matchAll(/staff\/requests\/([\w-]+)"/g)].map(([, id]) => id ?? '');
  const look = async (path: string, headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin' }) =>
    city.fetch(new Request(`http://city.test/staff/requests/${path}`, { method: 'POST', headers }));

  it('say with a shape and words in the list what is not fixed, and are found by that', async () => {
    const list = await open('');
    assert.equal(list.match(new RegExp(sign, 'g'))?.length, 1);
    assert.match(list, /href="\/staff\/\?status=Not%20fixed"\s*>1 is not fixed, a resident says\.</);
    assert.match(list, /1 answer</);
    assert.deepEqual(await numbers('?status=Not+fixed'), ['26-00002']);
    assert.match(await open('?status=Not+fixed'), /<option value="Not fixed" selected>Not fixed<\/option>/);
    city.store.answer('26-00003', { question: 'fixed', answer: 'yes', words: null }, friday);
    assert.deepEqual(await numbers('?status=Not+fixed'), ['26-00002'], 'fixed is fixed');
  });

  it('stand on the page of their request in full, as text', async () => {
    const page = await open('requests/26-00002');
    assert.match(page, sign);
    assert.match(page, /Was it fixed\?\s*<strong>Partly<\/strong>/);
    assert.match(page, /&lt;b&gt;Half&lt;\/b&gt; of it/);
    const easy = await open('requests/26-00001');
    assert.match(easy, /Was this easy\?\s*<strong>No<\/strong>/);
    assert.doesNotMatch(easy, sign);
    assert.doesNotMatch(easy, /Mark as looked at/);
    assert.doesNotMatch(await open('requests/26-00003'), /What residents answered/);
  });

  it('lose the sign once marked as looked at, and stay', async () => {
    const page = await open('requests/26-00002');
    const [, action = ''] = /action="\/staff\/requests\/([^"]+\/answers\/\d+)"/.exec(page) ?? [];
    assert.equal(action, '26-00002/answers/2');
    const saved = await look(action);
    assert.equal(saved.status, 303);
    assert.equal(saved.headers.get('location'), '/staff/requests/26-00002?looked=1');
    const after = await open('requests/26-00002?looked=1');
    assert.match(after, /role="status"[^>]*>Marked as looked at\.</);
    assert.doesNotMatch(after, sign);
    assert.match(after, /Looked at Fri, Nov 20/);
    assert.match(after, /Half/);
    assert.doesNotMatch(await open(''), sign);
    assert.deepEqual(await numbers('?status=Not+fixed'), []);
    city.store.answer('26-00002', { question: 'fixed', answer: 'no', words: null }, friday);
    assert.deepEqual(await numbers('?status=Not+fixed'), ['26-00002'], 'until someone says so again');
  });

  it('are marked from the desk alone, and only where they are', async () => {
    for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example' }] as const) {
      assert.equal((await look('26-00002/answers/2', headers)).status, 403);
    }
    for (const path of ['26-00001/answers/2', '26-00002/answers/9', '26-00002/answers/x', '26-00009/answers/2']) {
      assert.equal((await look(path)).status, 404, path);
    }
    assert.deepEqual(await numbers('?status=Not+fixed'), ['26-00002']);
  });
});
