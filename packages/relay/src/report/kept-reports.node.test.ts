import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal } from '../spec-answer.ts';
import { keptReports } from './kept-reports.ts';
import type { CityReport } from '@citydesk/core/city-report';
import type { ReportPeriod } from './report-period.ts';

const month = { from: '2026-10-01', to: '2026-10-31' };
const day = (number: number) => ({ from: `2026-10-${number}`, to: `2026-10-${number}` });

/** Makes reports that say for which day they are and how many were made before, once `finish` lets them. */
function maker() {
  let made = 0;
  let [atOnce, mostAtOnce] = [0, 0];
  let time = 0;
  const gates: (() => void)[] = [];
  let failing = false;
  const reports = keptReports(
    async ({ from }: ReportPeriod) => {
      made += 1;
      atOnce += 1;
      mostAtOnce = Math.max(atOnce, mostAtOnce);
      await new Promise<void>((resolve) => gates.push(resolve));
      atOnce -= 1;
      if (failing) throw new Error('the city is down');
      return { from, city: String(made) } as unknown as CityReport;
    },
    () => time,
  );
  return {
    reports,
    finish: async () => {
      for (let turn = 0; turn < 50; turn++) {
        gates.splice(0).forEach((open) => open());
        await new Promise(setImmediate);
      }
    },
    later: (minutes: number) => (time += minutes * 60_000),
    fail: (is: boolean) => (failing = is),
    made: () => made,
    mostAtOnce: () => mostAtOnce,
  };
}

describe('reports that were made a moment ago', () => {
  it('are not made again, nor twice at a time', async () => {
    const { reports, finish, made, later } = maker();
    const two = [reports.get(month), reports.get(month, true)];
    await finish();
    assert.equal((await two[0])?.city, '1');
    assert.equal((await two[1])?.city, '1');
    later(4);
    assert.equal((await reports.get(month)).city, '1');
    later(2);
    const again = reports.get(month);
    await finish();
    assert.equal((await again).city, '2');
    assert.equal(made(), 2);
  });

  it('are made again for staff once something has changed, and for others when their time is over', async () => {
    const { reports, finish } = maker();
    const first = reports.get(month);
    await finish();
    await first;
    reports.changed();
    assert.equal((await reports.get(month)).city, '1');
    const fresh = reports.get(month, true);
    await finish();
    assert.equal((await fresh).city, '2');
  });

  it('of other days wait for each other, and too many are asked to come back', async () => {
    const { reports, finish, mostAtOnce } = maker();
    const asked = Array.from({ length: 8 }, (_, at) => reports.get(day(at + 10)));
    await assert.rejects(
      reports.get(day(20)),
      (error: unknown) => error instanceof Refusal && error.status === 503 && error.retryAfter === 10_000,
    );
    await finish();
    assert.equal((await Promise.all(asked)).length, 8);
    assert.equal(mostAtOnce(), 1);
    const after = reports.get(day(20));
    await finish();
    assert.equal((await after).from, '2026-10-20');
  });

  it('that could not be made are tried again', async () => {
    const { reports, finish, fail } = maker();
    fail(true);
    const failed = assert.rejects(reports.get(month), /down/);
    await finish();
    await failed;
    fail(false);
    const made = reports.get(month);
    await finish();
    assert.equal((await made).city, '2');
  });
});
