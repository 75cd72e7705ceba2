import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { barLengths, columnChart, ticksFor } from './charts.ts';

describe('the scale of a chart', () => {
  it('goes in steps that are easy to read', () => {
    assert.deepEqual(ticksFor(0), [0, 1]);
    assert.deepEqual(ticksFor(3), [0, 1, 2, 3]);
    assert.deepEqual(ticksFor(17), [0, 5, 10, 15, 20]);
    assert.deepEqual(ticksFor(100), [0, 50, 100]);
    assert.deepEqual(ticksFor(1234), [0, 500, 1000, 1500]);
  });

  it('holds every number, in two to five whole steps', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (most) => {
        const ticks = ticksFor(most);
        assert.ok(ticks.at(-1)! >= most && ticks.length >= 2 && ticks.length <= 5, String(ticks));
        assert.ok(ticks.every(Number.isInteger));
      }),
    );
  });
});

describe('columns', () => {
  it('stand on the baseline, as high as their numbers', () => {
    const { columns, baseline, ticks } = columnChart([
      [10, 5],
      [0, 10],
    ]);
    const top = ticks.at(-1)!;
    const full = baseline - top.y;
    assert.ok(top.y >= 10, 'the number of the top line has room above it');
    assert.deepEqual(
      columns.map(({ height }) => Math.round((height / full) * top.value)),
      [10, 5, 0, 10],
    );
    assert.ok(columns.every(({ y, height }) => Math.abs(y + height - baseline) < 0.02));
  });

  it('do not overlap and stay inside, however many there are', () => {
    const values = fc.array(fc.nat(5000), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(values, (list) => {
        const chart = columnChart([list, list]);
        const byPlace = [...chart.columns].sort((a, b) => a.x - b.x);
        byPlace.forEach(({ x, width }, at) => {
          assert.ok(x >= chart.left && x + width <= chart.width + 0.01);
          const next = byPlace[at + 1];
          if (next) assert.ok(x + width <= next.x + 0.02);
        });
        const [first, second] = chart.labels;
        assert.equal(first?.at, 0);
        if (second) assert.ok(second.x - first!.x >= 55.9);
      }),
    );
  });
});

describe('bars', () => {
  it('are as long as their share of the longest', () => {
    assert.deepEqual(barLengths([4, 2, 0]), [1, 0.5, 0]);
    assert.deepEqual(barLengths([0, 0]), [0, 0]);
    assert.deepEqual(barLengths([]), []);
  });
});
