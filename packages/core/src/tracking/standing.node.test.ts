import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ServiceRequest } from '@citydesk/open311';
import { skewOf, standingOf } from './standing.ts';

const zone = 'America/Detroit';
const now = new Date('2026-11-21T15:00:00Z');
const sent = new Date('2026-11-20T15:42:00Z');

const request = (more: Partial<ServiceRequest> = {}): ServiceRequest => ({
  serviceRequestId: '26-01873',
  status: 'open',
  statusLabel: 'open',
  mediaUrls: [],
  requestedDatetime: sent,
  ...more,
});
const standing = (more?: Partial<ServiceRequest>) => standingOf(request(more), now, zone);

describe('where a report stands', () => {
  it('is received while the city says no more than open', () => {
    assert.deepEqual(standing(), { is: 'received', on: sent, expected: undefined });
  });

  it('is in progress when the status says so, or a finer word, or a note', () => {
    for (const more of [
      { statusLabel: 'In progress' },
      { statusLabel: 'IN_PROCESS' },
      { detailedStatus: ['RECEIVED', 'IN_PROCESS'] },
      { notes: [{ statusLabel: 'investigating', mediaUrls: [] }] },
    ]) {
      assert.equal(standing(more).is, 'progress', JSON.stringify(more));
    }
  });

  it('is called by the city’s word where that is none we know', () => {
    assert.deepEqual(standing({ statusLabel: 'Triage B' }), { is: 'called', label: 'Triage B', expected: undefined });
  });

  it('is late from the day after the expected one, in the city’s zone', () => {
    const lateOn = (at: string) => standing({ expectedDatetime: new Date(at) }).is;
    // 4 am UTC is still the evening before in Detroit.
    assert.equal(lateOn('2026-11-21T04:00:00Z'), 'late');
    assert.equal(lateOn('2026-11-21T06:00:00Z'), 'received');
  });

  it('is not late once it is closed', () => {
    const closed = standing({ status: 'closed', statusLabel: 'closed', expectedDatetime: new Date('2026-01-01') });
    assert.equal(closed.is, 'closed');
  });

  it('is closed on the day of the note that closed it, else of the last change', () => {
    const on = new Date('2026-11-12T19:05:00Z');
    const changed = new Date('2026-11-15T12:00:00Z');
    const closed = { status: 'closed', statusLabel: 'closed', updatedDatetime: changed } as const;
    const notes = [{ statusLabel: 'closed', datetime: on, mediaUrls: [] }];
    assert.deepEqual(standing({ ...closed, notes }), { is: 'closed', on, longAgo: false });
    assert.deepEqual(standing(closed), { is: 'closed', on: changed, longAgo: false });
  });

  it('is closed long ago after three months', () => {
    const closed = standing({ status: 'closed', statusLabel: 'closed', updatedDatetime: new Date('2026-08-01') });
    assert.equal(closed.is === 'closed' && closed.longAgo, true);
  });
});

describe('a clock that is wrong', () => {
  it('shows when the city’s past lies ahead of it', () => {
    assert.equal(skewOf(request({ requestedDatetime: new Date(+now + 3_600_000) }), now), 3_600_000);
  });

  it('is no matter of some minutes', () => {
    assert.equal(skewOf(request({ updatedDatetime: new Date(+now + 300_000) }), now), 0);
  });
});
