import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequestNote, ServiceRequest } from '@citydesk/open311';
import { changesSince } from './changes.ts';
import { photosOf, timelineOf } from './timeline.ts';

const day = (date: number) => new Date(Date.UTC(2026, 10, date, 12));
const note = (date: number | undefined, description?: string, more: Partial<RequestNote> = {}): RequestNote => ({
  ...(date !== undefined && { datetime: day(date) }),
  ...(description !== undefined && { description }),
  mediaUrls: [],
  ...more,
});
const request = (more: Partial<ServiceRequest> = {}): ServiceRequest => ({
  serviceRequestId: '26-01691',
  status: 'open',
  statusLabel: 'open',
  mediaUrls: [],
  requestedDatetime: day(6),
  ...more,
});
const told = (more: Partial<ServiceRequest>) =>
  timelineOf(request(more)).map(({ kind, at, words, label }) =>
    [kind, at?.getUTCDate(), label, words].filter((one) => one !== undefined).join(' '),
  );

describe('the timeline of a report', () => {
  it('begins with the report and the city having it', () => {
    assert.deepEqual(told({}), ['sent 6', 'received 6']);
  });

  it('tells every note and change of status, oldest first', () => {
    const notes = [
      note(12, 'Filled.', { statusLabel: 'closed' }),
      note(6, undefined, { type: 'received' }),
      note(9, 'A crew comes.', { type: 'in_process', statusLabel: 'open' }),
      note(10, 'It rains.'),
    ];
    assert.deepEqual(told({ status: 'closed', statusLabel: 'closed', statusNotes: 'Filled.', notes }), [
      'sent 6',
      'received 6',
      'progress 9 A crew comes.',
      'note 10 It rains.',
      'closed 12 Filled.',
    ]);
  });

  it('of a city that has only status notes ends with them', () => {
    const closed = { status: 'closed', statusLabel: 'closed', updatedDatetime: day(12) } as const;
    assert.deepEqual(told({ ...closed, statusNotes: 'Filled.' }), ['sent 6', 'received 6', 'closed 12 Filled.']);
    assert.deepEqual(told({ statusNotes: 'We looked.', updatedDatetime: day(8) }), [
      'sent 6',
      'received 6',
      'note 8 We looked.',
    ]);
    assert.deepEqual(told(closed), ['sent 6', 'received 6', 'closed 12']);
  });

  it('keeps the city’s word for what it does not know', () => {
    assert.deepEqual(told({ notes: [note(7, undefined, { type: 'Inspektion' })] }).at(-1), 'note 7 Inspektion');
  });

  it('keeps notes without a date behind the one they came after', () => {
    const notes = [note(9, 'b'), note(undefined, 'c'), note(7, 'a'), note(undefined, 'a too')];
    assert.deepEqual(told({ notes }).slice(2), ['note 7 a', 'note a too', 'note 9 b', 'note c']);
  });

  it('ends with the expected day, while the report is open', () => {
    assert.equal(told({ expectedDatetime: day(25) }).at(-1), 'expected 25');
    assert.equal(told({ expectedDatetime: day(25), status: 'closed', statusLabel: 'closed' }).at(-1), 'closed');
  });

  it('of a report without any date is told without', () => {
    const { requestedDatetime: _sent, ...undated } = request({ notes: [note(undefined, 'a')] });
    assert.deepEqual(
      timelineOf(undated).map(({ kind, at }) => [kind, at]),
      [
        ['sent', undefined],
        ['received', undefined],
        ['note', undefined],
      ],
    );
  });
});

describe('the photos of a report', () => {
  it('are from before, or from after where a note brought them', () => {
    const before = 'https://city.example/1.jpg';
    const after = 'https://city.example/2.jpg';
    const notes = [note(12, 'Done.', { mediaUrls: [after] })];
    assert.deepEqual(photosOf(request({ mediaUrls: [before, after], notes })), { before: [before], after: [after] });
  });
});

describe('what is new since the last visit', () => {
  const before = request({ notes: [note(7, 'We looked.')], expectedDatetime: day(25) });

  it('is nothing where the city tells the same', () => {
    assert.equal(changesSince(before, structuredClone(before)).size, 0);
  });

  it('is each note that was not there, and a day that has moved', () => {
    const now = request({ notes: [note(7, 'We looked.'), note(9, 'A crew comes.')], expectedDatetime: day(28) });
    const fresh = changesSince(before, now);
    assert.deepEqual(
      timelineOf(now)
        .filter(({ key }) => fresh.has(key))
        .map(({ kind }) => kind),
      ['note', 'expected'],
    );
  });
});
