/** Residents who follow a report in place of sending their own: counted, told, and never more than a number. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, it } from 'node:test';
import { createClient } from '@citydesk/open311';
import { friday, get, post, smallCity, smallSeed } from './test-kit.ts';
import type { City } from './city.ts';

const pothole = { service_code: '006', 'attribute[size]': 's' };

describe('following a request', () => {
  let city: City;
  beforeEach(async () => {
    city = smallCity();
    for (const place of ['1 Elm St', '2 Elm St', '3 Elm St']) await post(city, { ...pothole, address_string: place });
  });
  const say = (id: string, more: Record<string, string> = {}) =>
    post(
      city,
      { service_request_id: id, updated_datetime: at, question: 'same', answer: 'yes', ...more },
      'json',
      'servicerequestupdates',
    );
  const at = friday.toISOString();
  const told = async (id: string, of = city): Promise<unknown> => {
    const [row] = (await get(of, `requests/${id}.json?extensions=true`)).body as { extended_attributes: unknown }[];
    return row?.extended_attributes;
  };
  const desk = async (path: string): Promise<string> =>
    String((await get(city, `/staff/${path}`)).body).replace(/\s+/g, ' ');
  const order = async (query: string): Promise<string[]> =>
    [...(await desk(query)).matchAll(/staff\/requests\/([\w-]+)"/g)].map(([, id]) => id ?? '');

  it('counts each press, and only a yes to that question', async () => {
    assert.deepEqual(await told('26-00001'), { detailed_status: 'RECEIVED' });
    for (let count = 0; count < 3; count += 1) assert.equal((await say('26-00001')).status, 200);
    await say('26-00001', { answer: 'no' });
    await say('26-00001', { question: 'easy' });
    assert.deepEqual(await told('26-00001'), { detailed_status: 'RECEIVED', followers: '3' });
    assert.deepEqual(await told('26-00002'), { detailed_status: 'RECEIVED' });
    const [plain] = (await get(city, 'requests/26-00001.json')).body as object[];
    assert.ok(plain && !('extended_attributes' in plain), 'without extensions nothing is told');
  });

  it('comes from the client, and comes back to it', async () => {
    const fetch = (input: RequestInfo | URL, init?: RequestInit) => city.fetch(new Request(input, init));
    const client = createClient({ endpoint: 'http://city.test/open311/v2/', fetch });
    await client.submitUpdate({ serviceRequestId: '26-00002', question: 'same', answer: 'yes' });
    const { value: found } = await client
      .requests({ extensions: true, serviceRequestIds: ['26-00002'] })
      [Symbol.asyncIterator]()
      .next();
    assert.ok(found && 'extendedAttributes' in found);
    assert.equal(found.extendedAttributes?.['followers'], '1');
  });

  it('is said on the desk in words, in the list and on the page', async () => {
    assert.match(await desk('requests/26-00001'), /<dt>Followers<\/dt> <dd>Nobody yet<\/dd>/);
    assert.doesNotMatch(await desk(''), /follow this|follows this/);
    await say('26-00001');
    assert.match(await desk(''), />1 person follows this</);
    await say('26-00001');
    await say('26-00001');
    assert.match(await desk(''), />3 people follow this</);
    const page = await desk('requests/26-00001');
    assert.match(page, /<dd>3 people follow this<\/dd>/);
    assert.doesNotMatch(page, /What residents answered/, 'nothing to read there');
    assert.doesNotMatch(await desk(''), /\d answers?</);
    await say('26-00001', { description: '<b>Mine</b> too' });
    const withWords = await desk('requests/26-00001');
    assert.match(withWords, /Is yours the same problem\? <strong>Yes<\/strong>/);
    assert.match(withWords, /&lt;b&gt;Mine&lt;\/b&gt; too/);
  });

  it('puts first on the desk what most follow, and what is closed last', async () => {
    for (const id of ['26-00001', '26-00002', '26-00002', '26-00003', '26-00003', '26-00003']) await say(id);
    assert.deepEqual(await order('?sort=followed'), ['26-00003', '26-00002', '26-00001']);
    city.store.change('26-00003', 'Closed', null, friday);
    assert.deepEqual(await order('?sort=followed'), ['26-00002', '26-00001', '26-00003']);
    assert.match(await desk('?sort=followed'), /<option value="followed" selected>Most followed<\/option>/);
  });

  it('changes no feed', async () => {
    const feeds = () =>
      Promise.all(['atom', 'json', 'csv'].map(async (kind) => (await get(city, `/feed.${kind}`)).body));
    const before = await feeds();
    await say('26-00001');
    assert.deepEqual(await feeds(), before);
  });

  it('is told of no private service', async () => {
    const services = smallSeed.services.map((each) => ({ ...each, private: true }));
    city = smallCity({ seed: { ...smallSeed, services } });
    await post(city, { ...pothole, address_string: '1 Elm St' });
    await say('26-00001');
    assert.deepEqual(await told('26-00001'), { detailed_status: 'RECEIVED' });
    assert.match(await desk('requests/26-00001'), /1 person follows this/);
  });

  it('is kept in a database that was made before anyone could follow', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'citydesk-before-'));
    const database = join(folder, 'city.sqlite');
    const open = () => smallCity({ database });
    const first = open();
    await post(first, { ...pothole, address_string: '1 Elm St' });
    first.store.answer('26-00001', { question: 'easy', answer: 'no', words: 'Long' }, friday);
    first.close();
    const db = new DatabaseSync(database);
    db.exec(`
      CREATE TABLE old (id INTEGER PRIMARY KEY AUTOINCREMENT, request_id TEXT NOT NULL REFERENCES request (id), at TEXT NOT NULL,
        question TEXT CHECK (question IN ('fixed', 'easy')), answer TEXT CHECK (answer IN ('yes', 'partly', 'no')), words TEXT, looked TEXT) STRICT;
      INSERT INTO old SELECT * FROM resident_answer; DROP TABLE resident_answer; ALTER TABLE old RENAME TO resident_answer;
      CREATE INDEX resident_answer_by_request ON resident_answer (request_id);
    `);
    db.close();
    city = open();
    assert.equal((await say('26-00001')).status, 200);
    city.close();
    city = open();
    assert.deepEqual(
      city.store.request('26-00001')?.answers.map(({ id, question, words }) => [id, question, words]),
      [
        [1, 'easy', 'Long'],
        [2, 'same', null],
      ],
    );
    city.close();
    rmSync(folder, { recursive: true });
  });
});
