import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openingAt, type Hours } from './hours.ts';

const office: readonly Hours[] = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '08:00', closes: '17:00' }];
const zone = 'America/Detroit';
/** In Detroit, winter time. Thursday, November 19, 2026. */
const at = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00-05:00`);

describe('the phone', () => {
  it('is open until it closes', () => {
    assert.deepEqual(openingAt(office, zone, at(19, '08:00')), { open: true, until: '17:00' });
    assert.deepEqual(openingAt(office, zone, at(19, '16:59')), { open: true, until: '17:00' });
  });

  it('is closed before it opens today', () => {
    const opening = { open: false, day: 'thu', inDays: 0, opens: '08:00' };
    assert.deepEqual(openingAt(office, zone, at(19, '07:59')), opening);
    assert.deepEqual(openingAt(office, zone, at(19, '00:00')), opening);
  });

  it('is closed from the very minute it closes', () => {
    assert.deepEqual(openingAt(office, zone, at(19, '17:00')), { open: false, day: 'fri', inDays: 1, opens: '08:00' });
  });

  it('is closed over the weekend', () => {
    const monday = { open: false, day: 'mon', opens: '08:00' };
    assert.deepEqual(openingAt(office, zone, at(20, '18:00')), { ...monday, inDays: 3 });
    assert.deepEqual(openingAt(office, zone, at(21, '12:00')), { ...monday, inDays: 2 });
    assert.deepEqual(openingAt(office, zone, at(22, '23:59')), { ...monday, inDays: 1 });
  });

  it('may be open to midnight, and all day', () => {
    const late: readonly Hours[] = [{ days: ['thu'], opens: '12:00', closes: '24:00' }];
    assert.deepEqual(openingAt(late, zone, at(19, '23:59')), { open: true, until: '24:00' });
    assert.deepEqual(openingAt(late, zone, at(20, '00:00')), { open: false, day: 'thu', inDays: 6, opens: '12:00' });
    const always: readonly Hours[] = [{ days: ['thu'], opens: '00:00', closes: '24:00' }];
    assert.deepEqual(openingAt(always, zone, at(19, '00:00')), { open: true, until: '24:00' });
  });

  it('may close for lunch, in whatever order the hours are written', () => {
    const split: readonly Hours[] = [
      { days: ['thu'], opens: '13:00', closes: '17:00' },
      { days: ['thu'], opens: '08:00', closes: '12:00' },
    ];
    assert.deepEqual(openingAt(split, zone, at(19, '07:00')), { open: false, day: 'thu', inDays: 0, opens: '08:00' });
    assert.deepEqual(openingAt(split, zone, at(19, '12:30')), { open: false, day: 'thu', inDays: 0, opens: '13:00' });
    assert.deepEqual(openingAt(split, zone, at(19, '13:00')), { open: true, until: '17:00' });
  });

  it('that opens once a week opens on that day next week', () => {
    const mondays: readonly Hours[] = [{ days: ['mon'], opens: '08:00', closes: '09:00' }];
    assert.deepEqual(openingAt(mondays, zone, at(23, '10:00')), { open: false, day: 'mon', inDays: 7, opens: '08:00' });
  });

  it('keeps the hours of the city, wherever the resident is', () => {
    const noonInDetroit = at(19, '12:00');
    assert.deepEqual(openingAt(office, zone, noonInDetroit), { open: true, until: '17:00' });
    // The same moment is 22:30 in Kolkata, and Friday in Auckland.
    assert.deepEqual(openingAt(office, 'Asia/Kolkata', noonInDetroit), {
      open: false,
      day: 'fri',
      inDays: 1,
      opens: '08:00',
    });
    assert.deepEqual(openingAt(office, 'Pacific/Auckland', noonInDetroit), {
      open: false,
      day: 'fri',
      inDays: 0,
      opens: '08:00',
    });
  });

  it('has no hours where none are known', () => {
    assert.equal(openingAt([], zone, at(19, '12:00')), undefined);
  });
});
