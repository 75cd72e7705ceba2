import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { photoFrom } from '@citydesk/relay/town';
import { createCity } from './city.ts';
import { get, post } from './test-kit.ts';
import { threeRivers } from './three-rivers.ts';

const now = new Date('2026-11-21T20:00:00Z');
const seed = threeRivers(now);
const requests = seed.requests ?? [];

describe('the demo city', () => {
  it('takes at least 28 kinds of report in 7 groups, each with words to find it by', () => {
    assert.ok(seed.services.length >= 28, String(seed.services.length));
    assert.equal(new Set(seed.services.map((each) => each.service_code)).size, seed.services.length);
    assert.equal(new Set(seed.services.flatMap((each) => each.group ?? [])).size, 7);
    for (const each of seed.services) {
      assert.ok(each.description && (each.keywords ?? '').split(',').length >= 5, each.service_name);
    }
  });

  it('asks questions of all six datatypes, required and optional, with notices', () => {
    const withQuestions = seed.services.filter((each) => each.attributes?.some(({ variable }) => variable !== false));
    assert.ok(withQuestions.length >= 9, String(withQuestions.length));
    const questions = seed.services.flatMap((each) => each.attributes ?? []);
    const datatypes = new Set(questions.map(({ datatype }) => datatype).filter((each) => each !== undefined));
    assert.deepEqual([...datatypes].sort(), [
      'datetime',
      'multivaluelist',
      'number',
      'singlevaluelist',
      'string',
      'text',
    ]);
    assert.ok(questions.some(({ required }) => required) && questions.some(({ required }) => !required));
    assert.ok(questions.filter(({ variable }) => variable === false).length >= 4);
  });

  it('has at least 90 past requests in all states, with many kinds of notes, on many streets', () => {
    assert.ok(requests.length >= 90, String(requests.length));
    const last = requests.map((each) => each.history?.at(-1)?.status ?? 'Received');
    assert.deepEqual([...new Set(last)].sort(), ['Closed', 'In progress', 'Received']);
    const notes = requests.flatMap((each) => each.history?.flatMap(({ note }) => note ?? []) ?? []);
    assert.ok(new Set(notes).size >= 40, String(new Set(notes).size));
    const streets = new Set(requests.map((each) => each.address?.replace(/^\d+ /, '')));
    assert.ok(streets.size >= 50, String(streets.size));
    for (const { lat = 0, long = 0, address } of requests) {
      assert.ok(lat > 41.93 && lat < 41.97 && long > -85.66 && long < -85.6, `${address} ${lat} ${long}`);
    }
  });

  it('lies in the past, whenever it is opened, and is the same for the same moment', () => {
    for (const moment of [
      '2026-11-21T20:00:00Z',
      '2027-01-01T00:30:00Z',
      '2028-02-29T12:00:00Z',
      '2026-07-05T03:00:00Z',
    ]) {
      const { requests: past = [] } = threeRivers(new Date(moment));
      const times = past.flatMap((each) => [each.requested_datetime, ...(each.history ?? []).map(({ at }) => at)]);
      assert.ok(
        times.every((time) => Date.parse(time) <= Date.parse(moment)),
        moment,
      );
      assert.equal(new Set(past.map((each) => each.service_request_id)).size, past.length);
      assert.deepEqual(threeRivers(new Date(moment)).requests, past);
      const open = past.filter((each) => each.history?.at(-1)?.status !== 'Closed').length;
      assert.ok(open >= 10 && open <= 40, `${open} open at ${moment}`);
    }
  });

  it('would take every one of its past requests today', async () => {
    const city = createCity({ seed: { services: seed.services } });
    for (const past of requests) {
      const answers = Object.entries(past.attributes ?? {}).flatMap(([code, answer]): [string, string][] =>
        typeof answer === 'string'
          ? [[`attribute[${code}]`, answer]]
          : answer.map((each) => [`attribute[${code}][]`, each]),
      );
      const { status, body } = await post(city, [
        ['service_code', past.service_code],
        ['address_string', past.address ?? ''],
        ['email', past.email ?? ''],
        ['phone', past.phone ?? ''],
        ...answers,
      ]);
      assert.equal(status, 200, JSON.stringify(body));
    }
    city.close();
  });

  it('has photos of potholes, and of the same street once they are filled', () => {
    const size = (photo: string): readonly number[] => {
      const { type, bytes } = photoFrom(photo);
      assert.equal(type, 'image/png');
      const view = new DataView(bytes.buffer);
      return [view.getUint32(16), view.getUint32(20)];
    };
    const both = requests.filter(({ photos, history = [] }) => photos && history.some(({ photo }) => photo));
    assert.ok(both.length >= 3, String(both.length));
    for (const { photos = [], history = [] } of both) {
      const after = history.flatMap(({ photo }) => photo ?? []);
      assert.deepEqual([...photos, ...after].map(size), [
        [480, 320],
        [480, 320],
      ]);
      assert.notEqual(photos[0], after[0]);
    }
  });

  it('keeps a few requests about neighbors and their cars to itself', async () => {
    const city = createCity({ now: () => now });
    const privately = new Set(seed.services.flatMap((each) => (each.private ? each.service_code : [])));
    assert.ok(privately.size >= 1 && requests.filter((each) => privately.has(each.service_code)).length >= 4);
    const { body } = await get(city, 'requests.json');
    const listed = body as { service_code: string }[];
    assert.ok(listed.length >= 90, String(listed.length));
    assert.ok(listed.every((row) => !privately.has(row.service_code)));
    city.close();
  });

  it('goes on from its last number', async () => {
    const city = createCity({ now: () => now });
    const last = city.store.all()[0]?.serviceRequestId ?? '';
    const { body } = await post(city, { service_code: 'curb', address_string: '318 Hoffman St' });
    const [{ service_request_id: next }] = body as [{ service_request_id: string }];
    assert.equal(Number(next.slice(3)), Number(last.slice(3)) + 1);
    city.close();
  });
});
