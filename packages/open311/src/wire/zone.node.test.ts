import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instantIn } from './zone.ts';

const iso = (zone: string | undefined, wall: string) => instantIn(zone, wall).toISOString();

describe('a date without a zone', () => {
  it('is read on the clocks of the zone, summer and winter', () => {
    assert.equal(iso('America/Chicago', '2026-07-01T12:00:00'), '2026-07-01T17:00:00.000Z');
    assert.equal(iso('America/Chicago', '2026-01-01T12:00'), '2026-01-01T18:00:00.000Z');
    assert.equal(iso('Europe/Berlin', '2026-07-01T00:30:00.5'), '2026-06-30T22:30:00.500Z');
    assert.equal(iso('Asia/Kolkata', '2026-07-01T12:00'), '2026-07-01T06:30:00.000Z');
    assert.equal(iso('UTC', '2026-07-01T12:00'), '2026-07-01T12:00:00.000Z');
  });

  it('takes an offset for a zone', () => {
    assert.equal(iso('+02:00', '2026-07-01T12:00'), '2026-07-01T10:00:00.000Z');
    assert.equal(iso('-0330', '2026-07-01T12:00'), '2026-07-01T15:30:00.000Z');
    assert.equal(iso('Z', '2026-07-01T12:00'), '2026-07-01T12:00:00.000Z');
  });

  it('is right in every hour around a change of the clocks', () => {
    // Spring: 02:00 to 03:00 does not exist and is as much later. Autumn: 01:00 to 02:00 is there twice, the first counts.
    const hours = (day: string) =>
      ['00:30', '01:30', '02:30', '03:30'].map((time) => iso('America/New_York', `${day}T${time}`).slice(11, 16));
    assert.deepEqual(hours('2026-03-08'), ['05:30', '06:30', '07:30', '07:30']);
    assert.deepEqual(hours('2026-11-01'), ['04:30', '05:30', '07:30', '08:30']);
    assert.equal(iso('Australia/Lord_Howe', '2026-04-05T01:45'), '2026-04-04T14:45:00.000Z');
  });

  it('is read in the zone of the device if its own is not known', () => {
    for (const zone of [undefined, '', 'Mars/Olympus', '+2']) {
      assert.equal(iso(zone, '2026-07-01T12:00'), new Date(2026, 6, 1, 12).toISOString());
    }
  });
});
