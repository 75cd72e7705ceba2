import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, frozen, sending, waiting } from '../../test/reports.ts';
import { sendIt } from './going-on.ts';
import { advance } from './advance.ts';
import type { Filling, Waiting } from './journey-state.ts';

describe('a report in the outbox', () => {
  it('waits in the outbox while nobody knows, and its screen changes once', () => {
    const unknown = frozen({ standing: { is: 'unknown' } });
    const state = after(waiting(), { type: 'waiting', item: unknown, isKept: false }) as Waiting;
    assert.deepEqual([state.item, state.isKept, state.turn], [unknown, false, waiting().turn]);
    assert.equal(waiting().turn, sending().turn + 1);
    const sent = after(state, { type: 'sent', receipt: { serviceRequestId: '1' } });
    assert.deepEqual([sent.phase, sent.turn], ['sent', state.turn + 1]);
  });

  it('comes back from the outbox when the city refuses it later', () => {
    const now = after(waiting(), { type: 'rejected', reasons: ['No.'], problems: [] }) as Filling;
    assert.deepEqual([now.phase, now.step, now.draft], ['filling', 'check', sending().draft]);
  });

  it('goes out of the outbox without its photos where the resident says so', () => {
    const now = advance(waiting(), sendIt(waiting(), true));
    assert.deepEqual([now.phase, now.phase === 'sending' && now.withoutPhotos], ['sending', true]);
  });

  it('stays in the outbox while another one is begun', () => {
    const now = after(waiting(), { type: 'again', keep: 'place' });
    assert.deepEqual([now.phase, now.draft.description], ['filling', '']);
  });
});
