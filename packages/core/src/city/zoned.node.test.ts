import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { zonedIso } from './zoned.ts';

const moments: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'America/Detroit': {
    '2026-11-19': '2026-11-19T00:00:00-05:00',
    '2026-07-04T14:30': '2026-07-04T14:30:00-04:00',
    // The clocks go forward at 2:00 on March 8, 2026, and back at 2:00 on November 1.
    '2026-03-08': '2026-03-08T00:00:00-05:00',
    '2026-03-08T01:59': '2026-03-08T01:59:00-05:00',
    '2026-03-08T03:00': '2026-03-08T03:00:00-04:00',
    '2026-11-01': '2026-11-01T00:00:00-04:00',
    '2026-11-01T00:59': '2026-11-01T00:59:00-04:00',
    '2026-11-01T02:00': '2026-11-01T02:00:00-05:00',
  },
  'Asia/Kolkata': {
    '2026-03-08': '2026-03-08T00:00:00+05:30',
    '2026-11-19T23:45': '2026-11-19T23:45:00+05:30',
  },
  // Half an hour west of UTC, and beyond it on the other side.
  'America/St_Johns': { '2026-11-19T12:00': '2026-11-19T12:00:00-03:30' },
  'Pacific/Kiritimati': { '2026-11-19': '2026-11-19T00:00:00+14:00' },
  UTC: { '2026-11-19': '2026-11-19T00:00:00+00:00' },
};

describe('a date on a wall clock', () => {
  for (const [zone, pairs] of Object.entries(moments)) {
    for (const [local, iso] of Object.entries(pairs)) {
      it(`${local} in ${zone} is ${iso}`, () => assert.equal(zonedIso(local, zone), iso));
    }
  }

  it('in the hour that a spring day skips is still a moment of that night', () => {
    const iso = zonedIso('2026-03-08T02:30', 'America/Detroit');
    assert.match(iso, /^2026-03-08T02:30:00-0[45]:00$/);
  });

  it('in the hour that an autumn day has twice is one of the two', () => {
    assert.match(zonedIso('2026-11-01T01:30', 'America/Detroit'), /^2026-11-01T01:30:00-0[45]:00$/);
  });

  it('without a zone is one of the device', () => {
    const iso = zonedIso('2026-11-19T14:30', undefined);
    assert.equal(Date.parse(iso), new Date(2026, 10, 19, 14, 30).getTime());
  });
});
