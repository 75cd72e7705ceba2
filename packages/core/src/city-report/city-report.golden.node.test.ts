import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cityReport } from '../city-report.ts';
import { asSheet, goldenSet, goldenSheet } from '../../test/golden-set.ts';

describe('the report equals the sheet worked out by hand', () => {
  for (const [name, what] of [
    ['detroit', 'over both changes of the clocks, with counts and costs, to the cent'],
    ['auckland', 'east of Greenwich, day by day over a change of the clocks, without counts'],
    ['st-johns', 'where clocks are half an hour off, week by week'],
  ] as const) {
    it(`in ${name}: ${what}`, async () => {
      assert.deepEqual(asSheet(await cityReport(goldenSet(name))), goldenSheet(name));
    });
  }
});
