import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { noticesFor, readNotices, type Notice } from './notices.ts';

const zone = 'America/Detroit';
const area = {
  type: 'Polygon',
  coordinates: [
    [
      [-85, 42],
      [-84, 42],
      [-84, 43],
      [-85, 43],
      [-85, 42],
    ],
  ],
} as const;
const outage: Notice = {
  id: 'elm-st',
  words: 'We know about the outage on Elm St. A crew is on site.',
  area,
  services: ['light'],
  from: '2026-11-24T08:00',
  until: '2026-11-25',
  requestId: '26-01437',
};
/** A moment in Detroit, winter time. */
const at = (time: string) => new Date(`${time}:00-05:00`);
const now = at('2026-11-24T12:00');
const shown = (question: Partial<Parameters<typeof noticesFor>[1]>, notice = outage) =>
  noticesFor([notice], { now, zone, ...question }).length === 1;

describe('a notice', () => {
  it('is read as it was written', () => {
    assert.deepEqual(readNotices({ notices: [outage] }), { notices: [outage], mistakes: [] });
    assert.deepEqual(readNotices([{ id: 7, words: 'Wait.', services: [6], url: '/news/' }]).notices, [
      { id: '7', words: 'Wait.', services: ['6'], url: '/news/' },
    ]);
  });

  it('is shown for its service, in its area', () => {
    assert.ok(shown({ serviceCode: 'light', point: { lat: 42.5, long: -84.5 } }));
    assert.ok(!shown({ serviceCode: 'pothole' }));
    assert.ok(!shown({ point: { lat: 44, long: -84.5 } }));
  });

  it('is shown where nobody asked for a service or a place', () => {
    assert.ok(shown({}));
    assert.ok(shown({ serviceCode: 'pothole', point: { lat: 0, long: 0 } }, { id: 'a', words: 'b' }));
  });

  it('is shown from its first minute to the end of its last day, on clocks of the city', () => {
    assert.ok(!shown({ now: at('2026-11-24T07:59') }));
    assert.ok(shown({ now: at('2026-11-24T08:00') }));
    assert.ok(shown({ now: at('2026-11-25T23:59') }));
    assert.ok(!shown({ now: at('2026-11-26T00:00') }));
    // The same moments where it is tomorrow already.
    assert.ok(shown({ now: at('2026-11-25T23:59'), zone }));
    const days = { ...outage, from: '2026-11-24', until: '2026-11-24' };
    assert.ok(!shown({ now: at('2026-11-23T23:59') }, days) && shown({ now: at('2026-11-24T00:00') }, days));
    const moments = { ...outage, from: '2026-11-24T13:00:00Z', until: '2026-11-24T18:00:00+01:00' };
    assert.ok(!shown({ now: at('2026-11-24T07:59') }, moments) && shown({ now: at('2026-11-24T12:00') }, moments));
    assert.ok(!shown({ now: at('2026-11-24T12:01') }, moments));
  });

  it('is not shown where nobody knows what it is about, and the editor is told', () => {
    const wrong = {
      area: { type: 'Polygon', coordinates: [] },
      services: 'light',
      from: 'Monday',
      until: '2026-02-30',
    };
    for (const [key, value] of Object.entries(wrong)) {
      const { notices, mistakes } = readNotices([{ ...outage, [key]: value }]);
      assert.deepEqual(notices, []);
      assert.match(mistakes[0]!, new RegExp(`^Notice 1: "${key}" is left out. Write `));
      assert.equal(mistakes[1], 'Notice 1 is not shown: nobody knows where or when it holds.');
    }
    for (const from of ['2026-11-24T25:00', '2026-11-24T08:00:00', '2026-11-24 08:00', '2026-11-31T08:00Z', 7])
      assert.deepEqual(readNotices([{ ...outage, from }]).notices, [], String(from));
  });

  it('keeps what else is right about it', () => {
    const { notices, mistakes } = readNotices([{ id: 'a', words: 'b', url: 'javascript:alert(1)', requestId: {} }]);
    assert.deepEqual(notices, [{ id: 'a', words: 'b' }]);
    assert.equal(mistakes.length, 2);
  });

  it('needs words, and an id of its own', () => {
    const { notices, mistakes } = readNotices([
      { id: 'a' },
      { id: 'b', words: ' ' },
      { id: 'c', words: 'x' },
      { id: 'c', words: 'y' },
      null,
    ]);
    assert.deepEqual(notices, [{ id: 'c', words: 'x' }]);
    assert.deepEqual(mistakes, [
      'Notice 1 is not shown. It needs "words".',
      'Notice 2: "words" is left out. Write a text.',
      'Notice 2 is not shown. It needs "words".',
      'Notice 4 is not shown: another has the id "c".',
      'Notice 5 is not shown. It needs "words".',
    ]);
  });
});

describe('a notices file', () => {
  it('may be anything', () => {
    for (const json of [undefined, null, 7, 'x', {}, { notices: {} }]) {
      const { notices, mistakes } = readNotices(json);
      assert.deepEqual([notices, mistakes.length], [[], 1]);
    }
    const key = fc.constantFrom(
      'id',
      'words',
      'area',
      'services',
      'from',
      'until',
      'url',
      'requestId',
      '__proto__',
      'constructor',
    );
    fc.assert(
      fc.property(fc.array(fc.dictionary(key, fc.jsonValue())), (json) => {
        noticesFor(readNotices(JSON.parse(JSON.stringify(json))).notices, { now, zone, point: { lat: 1, long: 1 } });
      }),
    );
  });
});
