import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PeriodError, periodFrom, presetPeriods, todayIn } from './report-period.ts';

const today = '2026-11-22';
const told = (from?: string, to?: string): string => {
  try {
    const period = periodFrom({ from, to }, today, 366);
    return `${period.from} ${period.to}`;
  } catch (error) {
    assert.ok(error instanceof PeriodError);
    return `${error.field}: ${error.message}`;
  }
};

describe('the period of a report', () => {
  it('is the last whole month where nothing is said', () => {
    assert.equal(told(), '2026-10-01 2026-10-31');
    assert.equal(told('', ' '), '2026-10-01 2026-10-31');
  });

  it('may be a single day, and may end today', () => {
    assert.equal(told('2026-11-22', '2026-11-22'), '2026-11-22 2026-11-22');
    assert.equal(told('2024-02-29', ' 2024-03-01 '), '2024-02-29 2024-03-01');
  });

  it('says in words what is wrong, and with which day', () => {
    assert.equal(told('2026-10-01'), 'to: Say the last day too, like 2026-10-31.');
    assert.equal(told(undefined, '2026-10-01'), 'from: Say the first day too, like 2026-10-01.');
    assert.equal(told('2026-02-30', '2026-03-01'), 'from: “2026-02-30” is no day. Write one like 2026-10-01.');
    assert.equal(told('2026-10-01', '10/31/2026'), 'to: “10/31/2026” is no day. Write one like 2026-10-01.');
    assert.equal(
      told('2026-10-31', '2026-10-01'),
      'to: The last day, 2026-10-01, is before the first, 2026-10-31. Turn them round.',
    );
    assert.equal(told('2026-12-01', '2026-12-31'), 'from: 2026-12-01 is still to come. Today is 2026-11-22.');
    assert.equal(
      told('2026-11-01', '2026-11-30'),
      'to: 2026-11-30 is still to come. Today is 2026-11-22: end there, or before.',
    );
    assert.equal(told('2025-11-01', '2026-11-21'), 'from: This is too long. Ask for 366 days at most.');
  });

  it('is that of the city: its today, whatever day it is elsewhere', () => {
    const now = new Date('2026-11-22T04:59:59Z');
    assert.equal(todayIn('America/Detroit', now), '2026-11-21');
    assert.equal(todayIn('Pacific/Auckland', now), '2026-11-22');
  });

  it('has names for what is asked for most, also over the turn of a year', () => {
    assert.deepEqual(presetPeriods('2027-01-10'), {
      'Last month': { from: '2026-12-01', to: '2026-12-31' },
      'Last quarter': { from: '2026-10-01', to: '2026-12-31' },
      'Last year': { from: '2026-01-01', to: '2026-12-31' },
      'This month': { from: '2027-01-01', to: '2027-01-10' },
      'This year': { from: '2027-01-01', to: '2027-01-10' },
    });
    assert.deepEqual(presetPeriods('2024-05-31')['Last quarter'], { from: '2024-01-01', to: '2024-03-31' });
    assert.deepEqual(presetPeriods('2024-03-31')['Last month'], { from: '2024-02-01', to: '2024-02-29' });
  });
});
