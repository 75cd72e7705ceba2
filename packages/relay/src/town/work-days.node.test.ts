import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterWorkDays } from './work-days.ts';

const cases: [string, string, number, string, string][] = [
  ['skips the weekend', '2026-11-20T15:00:00Z', 1, 'America/Detroit', '2026-11-23T21:30:00.000Z'],
  [
    'starts on Monday for a report of Saturday',
    '2026-11-21T15:00:00Z',
    1,
    'America/Detroit',
    '2026-11-23T21:30:00.000Z',
  ],
  ['counts the day in the city, not in UTC', '2026-11-20T03:00:00Z', 1, 'America/Detroit', '2026-11-20T21:30:00.000Z'],
  [
    'keeps closing time over the change of clocks',
    '2026-10-30T15:00:00Z',
    1,
    'America/Detroit',
    '2026-11-02T21:30:00.000Z',
  ],
  ['keeps it in summer', '2026-07-08T15:00:00Z', 2, 'America/Detroit', '2026-07-10T20:30:00.000Z'],
  ['is the same day for none', '2026-11-20T15:00:00Z', 0, 'UTC', '2026-11-20T16:30:00.000Z'],
  ['knows half-hour zones', '2026-11-20T15:00:00Z', 1, 'Asia/Kolkata', '2026-11-23T11:00:00.000Z'],
];

describe('afterWorkDays', () => {
  for (const [title, from, days, zone, expected] of cases) {
    it(title, () => assert.equal(afterWorkDays(new Date(from), days, zone).toISOString(), expected));
  }
});
