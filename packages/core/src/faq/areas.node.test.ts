import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { areaOf, calendarsAt, nextDays, type AreaCalendar } from './areas.ts';

const square = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
  ],
} as const;
const at = (long: number, lat: number) => ({ long, lat });

describe('the calendars of a place', () => {
  const east: AreaCalendar = { name: 'brush', area: square, weekday: 'tue' };
  const all: AreaCalendar = { name: 'brush', weekday: 'wed' };
  const trash: AreaCalendar = { name: 'trash', weekday: 'fri' };

  it('are those whose area holds it, one of each name, as written', () => {
    assert.deepEqual(calendarsAt([east, all, trash], at(1, 1)), [east, trash]);
    assert.deepEqual(calendarsAt([east, all, trash], at(50, 50)), [all, trash]);
    assert.equal(areaOf([east, all], at(1, 1)), east);
  });

  it('are, without a place, those of the whole city', () => {
    assert.deepEqual(calendarsAt([east, all, trash]), [all, trash]);
    assert.equal(areaOf([east]), undefined);
  });

  it('are never those whose area is broken', () => {
    const broken = { name: 'brush', weekday: 'tue', area: { type: 'Polygon', coordinates: [] } } as AreaCalendar;
    assert.deepEqual(calendarsAt([broken, trash], at(1, 1)), [trash]);
  });
});

describe('the next days', () => {
  it('of a weekday come every week, today included', () => {
    const calendar: AreaCalendar = { name: 'trash', weekday: 'tue' };
    assert.deepEqual(nextDays(calendar, '2026-11-24', 3), ['2026-11-24', '2026-12-01', '2026-12-08']);
    assert.deepEqual(nextDays(calendar, '2026-11-25', 1), ['2026-12-01']);
    assert.deepEqual(nextDays({ name: 'x', weekday: 'sun' }, '1969-12-31', 1), ['1970-01-04']);
  });

  it('of every second week are counted from the day it began, over leap days and the change of clocks', () => {
    const calendar: AreaCalendar = { name: 'brush', weekday: 'wed', every: 2, from: '2028-02-16' };
    assert.deepEqual(nextDays(calendar, '2028-02-17', 4), ['2028-03-01', '2028-03-15', '2028-03-29', '2028-04-12']);
    assert.deepEqual(nextDays(calendar, '2020-01-01', 1), ['2028-02-16']);
  });

  it('begin with the first such weekday where the beginning is another', () => {
    assert.deepEqual(nextDays({ name: 'x', weekday: 'fri', every: 2, from: '2026-11-24' }, '2026-11-01', 2), [
      '2026-11-27',
      '2026-12-11',
    ]);
    assert.deepEqual(nextDays({ name: 'x', every: 4, from: '2026-11-24' }, '2026-11-25', 1), ['2026-12-22']);
  });

  it('end with the last day', () => {
    const calendar: AreaCalendar = { name: 'x', weekday: 'tue', until: '2026-12-01' };
    assert.deepEqual(nextDays(calendar, '2026-11-24', 9), ['2026-11-24', '2026-12-01']);
    assert.deepEqual(nextDays(calendar, '2026-12-02', 9), []);
  });

  it('of a list come in order, each once', () => {
    const days = ['2026-12-24', '2026-11-30', '2026-11-30', '2026-01-01', 'soon', '2026-02-30'];
    assert.deepEqual(nextDays({ name: 'x', days }, '2026-11-24', 9), ['2026-11-30', '2026-12-24']);
  });

  it('leave out what falls out, and have the day on which it is made up', () => {
    const except = { '2026-11-26': '2026-11-27', '2026-12-24': null, '2026-12-31': '2026-12-30' };
    const calendar: AreaCalendar = { name: 'trash', weekday: 'thu', except };
    assert.deepEqual(nextDays(calendar, '2026-11-20', 5), [
      '2026-11-27',
      '2026-12-03',
      '2026-12-10',
      '2026-12-17',
      '2026-12-30',
    ]);
  });

  it('have a day that is made up after today for one that fell out before', () => {
    const calendar: AreaCalendar = { name: 'trash', weekday: 'thu', except: { '2026-11-26': '2026-11-28' } };
    assert.deepEqual(nextDays(calendar, '2026-11-27', 2), ['2026-11-28', '2026-12-03']);
  });

  it('take no notice of an exception for a day on which nothing happens', () => {
    const calendar: AreaCalendar = { name: 'trash', weekday: 'mon', except: { '2026-11-26': '2026-11-27' } };
    assert.deepEqual(nextDays(calendar, '2026-11-24', 1), ['2026-11-30']);
  });

  it('are none for a rule that makes no sense', () => {
    for (const every of [0, -1, NaN, 1.5, 1e9, Infinity, '2' as unknown as number]) {
      assert.deepEqual(
        nextDays({ name: 'x', weekday: 'tue', every, from: '2026-11-24' }, '2026-11-24', 3),
        [],
        String(every),
      );
    }
    assert.deepEqual(nextDays({ name: 'x', weekday: 'tue', every: 2 }, '2026-11-24', 3), []);
    assert.deepEqual(nextDays({ name: 'x', weekday: 'someday' as 'sun' }, '2026-11-24', 3), []);
    assert.deepEqual(nextDays({ name: 'x', weekday: 'tue', from: 'soon' }, '2026-11-24', 3), []);
    assert.deepEqual(nextDays({ name: 'x', weekday: 'tue', until: '2026-02-30' }, '2026-11-24', 3), []);
    assert.deepEqual(nextDays({ name: 'x' }, '2026-11-24', 3), []);
  });

  it('are none for a day that is none, and never more than a year of them', () => {
    for (const from of ['', 'today', '2026-02-30', '26-11-24', '2026-11-24T00:00'])
      assert.deepEqual(nextDays({ name: 'x', weekday: 'tue' }, from, 3), []);
    for (const count of [0, -1, NaN])
      assert.deepEqual(nextDays({ name: 'x', weekday: 'tue' }, '2026-11-24', count), []);
    assert.equal(nextDays({ name: 'x', weekday: 'tue' }, '2026-11-24', Infinity).length, 366);
    assert.deepEqual(nextDays({ name: 'x', weekday: 'fri' }, '9999-12-30', 9), ['9999-12-31']);
  });

  it('come to an end on anything', () => {
    const day = fc.oneof(
      fc.string(),
      fc.constantFrom('2026-11-24', '2026-11-26', '9999-12-31', '0000-01-01', '2028-02-29', '__proto__'),
    );
    const calendar = fc.record(
      {
        name: fc.string(),
        days: fc.array(day),
        weekday: fc.constantFrom('tue', 'thu', '__proto__'),
        every: fc.oneof(fc.integer({ min: -2, max: 5 }), fc.double()),
        from: day,
        until: day,
        except: fc.dictionary(day, fc.oneof(day, fc.constant(null))),
      },
      { requiredKeys: ['name'] },
    );
    let run = 0;
    fc.assert(
      fc.property(calendar, day, fc.oneof(fc.double(), fc.integer()), (any, from, count) => {
        const days = nextDays(any as AreaCalendar, from, count);
        assert.deepEqual([...new Set(days)].sort(), days);
        assert.ok(days.every((one) => /^\d{4}-\d\d-\d\d$/.test(one) && one >= from));
        run++;
      }),
      { numRuns: 500 },
    );
    console.log(`calendars: ${run} run of 500 expected`);
  });
});
