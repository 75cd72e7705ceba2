/** What residents say afterwards: kept for staff, whole or not at all, and never told to the public. */

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { friday, get, photoFile, post, smallCity, type Answer } from './test-kit.ts';
import { dialectNames } from './dialect-names.ts';
import type { City } from './city.ts';

const pothole = { service_code: '006', address_string: '318 Hoffman St', 'attribute[size]': 's' };
const said = {
  service_request_id: '26-00001',
  updated_datetime: '2026-11-20T14:00:00Z',
  question: 'fixed',
  answer: 'no',
  description: 'It is back.\r\n<b>Worse</b>',
};

describe('an update from a resident', () => {
  let city: City;
  beforeEach(async () => {
    city = smallCity();
    await post(city, pothole);
  });
  const send = (fields: Record<string, string>, format = 'json'): Promise<Answer> =>
    post(city, fields, format, 'servicerequestupdates');
  const without = (...names: string[]): Record<string, string> =>
    Object.fromEntries(Object.entries(said).filter(([name]) => !names.includes(name)));
  const kept = () => city.store.request('26-00001')?.answers ?? [];

  it('becomes a row, and its number is the answer, in JSON and in XML', async () => {
    const { status, body, headers } = await send(said);
    assert.equal(status, 200);
    assert.deepEqual(body, [{ update_id: '1' }]);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(
      (await send({ ...without('description'), question: 'easy', answer: 'partly' }, 'xml')).body,
      '<?xml version="1.0" encoding="utf-8"?>\n<service_request_updates><request_update><update_id>2</update_id></request_update></service_request_updates>',
    );
    await send(without('question', 'answer'));
    const at = '2026-11-20T15:00:00Z';
    assert.deepEqual(kept(), [
      { id: 1, at, question: 'fixed', answer: 'no', words: 'It is back.\n<b>Worse</b>', looked: null },
      { id: 2, at, question: 'easy', answer: 'partly', words: null, looked: null },
      { id: 3, at, question: null, answer: null, words: 'It is back.\n<b>Worse</b>', looked: null },
    ]);
    assert.equal(+friday, Date.parse(at), 'by the clock of the city');
  });

  it('is nothing that the public can read', async () => {
    await send({ ...said, description: 'Secret words' });
    for (const path of [
      'requests.json?extensions=true',
      'requests/26-00001.json?extensions=true',
      'requests/26-00001.xml?extensions=true',
      'servicerequestupdates.json',
      '/feed.json',
    ]) {
      assert.doesNotMatch(JSON.stringify((await get(city, path)).body), /Secret|fixed|update_id/, path);
    }
    assert.equal((await get(city, 'servicerequestupdates.json')).status, 404);
  });

  it('is refused with everything that is wrong with it, and nothing is kept', async () => {
    const cases: [Record<string, string>, number, RegExp][] = [
      [{ ...said, service_request_id: '26-09999' }, 404, /was not found\. \(service_request_id\)/],
      [without('service_request_id'), 400, /not provided\. \(service_request_id\)/],
      [without('updated_datetime'), 400, /not provided\. \(updated_datetime\)/],
      [{ ...said, updated_datetime: '2026-11-20' }, 400, /needs a date, a time and a zone.* \(updated_datetime\)/],
      [without('description', 'answer'), 400, /Choose an answer or write something\. \(answer\)/],
      [{ ...without('description', 'answer'), description: ' \r\n ' }, 400, /Choose an answer or write something/],
      [{ ...said, question: 'happy' }, 400, /question is fixed, easy or same/],
      [{ ...said, answer: 'maybe' }, 400, /answer is yes, partly or no/],
      [without('question'), 400, /Say which question this answers/],
      [{ ...said, description: 'a\0b' }, 400, /character that cannot be kept\. \(description\)/],
      [{ ...said, description: 'x'.repeat(4001) }, 400, /4001 characters long\. Use 4000 or fewer\. \(description\)/],
    ];
    for (const [fields, code, words] of cases) {
      const { status, body } = await send(fields);
      assert.equal(status, code, JSON.stringify(body));
      assert.match((body as { description: string }[]).map(({ description }) => description).join('\n'), words);
    }
    const twice = new URLSearchParams(said);
    twice.append('answer', 'yes');
    assert.equal((await post(city, twice.toString(), 'json', 'servicerequestupdates')).status, 400);
    const body = new FormData();
    for (const [name, value] of Object.entries(said)) body.set(name, value);
    body.set('media', photoFile());
    const request = new Request('http://city.test/open311/v2/servicerequestupdates.json', { method: 'POST', body });
    assert.equal((await city.fetch(request)).status, 400);
    assert.deepEqual(kept(), []);
  });

  it('needs the key and the jurisdiction where the city asks for them', async () => {
    city = smallCity({ apiKey: 'k', jurisdictionId: 'j' });
    await post(city, { ...pothole, api_key: 'k', jurisdiction_id: 'j' });
    assert.equal((await send({ ...said, api_key: 'k' })).status, 400);
    assert.equal((await send({ ...said, jurisdiction_id: 'j' })).status, 403);
    assert.equal((await send({ ...said, api_key: 'k', jurisdiction_id: 'j' })).status, 200);
  });

  it('waits for the number of a request that has only a token', async () => {
    await post(city, { service_code: 'Animals/Dead animal', address_id: '7' });
    const later = { ...said, service_request_id: '26-00002' };
    assert.equal((await send(later)).status, 404);
    city.store.readyTokens(friday);
    assert.equal((await send(later)).status, 200);
  });

  for (const dialect of dialectNames) {
    it(`arrives in the dialect ${dialect}`, async () => {
      const seed = {
        services: [{ service_code: 'a', service_name: 'A' }],
        requests: [{ service_code: 'a', requested_datetime: friday.toISOString() }],
      };
      city = smallCity({ dialect, seed });
      const id = dialect === 'numeric-ids' ? '2600001' : '26-00001';
      const { status, body } = await send({ ...said, service_request_id: id }, 'xml');
      assert.equal(status, 200, JSON.stringify(body));
      assert.match(String(body), /<service_request_updates.*<request_update><update_id>1<\/update_id>/s);
      assert.equal(kept()[0]?.answer, 'no');
    });
  }
});
