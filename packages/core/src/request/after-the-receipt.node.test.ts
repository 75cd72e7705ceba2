import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, graffiti, sending, sent } from '../../test/reports.ts';
import { advance } from './advance.ts';
import { begin } from './journey.ts';
import { stepsOf, type Filling } from './journey-state.ts';

describe('after the receipt', () => {
  it('the request is looked up where there is a number, and not where there is none', () => {
    assert.deepEqual(sent().request, { is: 'loading' });
    const token = advance(sending(), { type: 'sent', receipt: { token: 't' } });
    assert.deepEqual(token.phase === 'sent' && token.request, { is: 'idle' });
  });

  const contact = { name: 'Ada', email: 'ada@example.com', phone: '' };

  it('another one here keeps place and contact, and asks what it is', () => {
    const now = after(sent({ contact }), { type: 'again', keep: 'place' }) as Filling;
    assert.equal(now.step, 'what');
    assert.equal(now.draft.serviceCode, undefined);
    assert.equal(now.draft.place.words, '318 Hoffman St');
    assert.deepEqual([now.draft.contact, now.draft.answers, now.draft.description], [contact, {}, '']);
    assert.equal(now.services.is, 'ready');
  });

  it('another of this kind keeps service, questions and contact, and asks where', () => {
    const now = after(sent({ contact }), { type: 'again', keep: 'kind' }) as Filling;
    assert.deepEqual([now.step, now.draft.serviceCode, now.definition.is], ['where', 'pothole', 'ready']);
    assert.deepEqual([now.draft.place.words, now.draft.contact, now.draft.answers], ['', contact, {}]);
    assert.deepEqual(stepsOf(now), ['what', 'where', 'questions', 'check']);
  });

  it('a page for one service stays at it', () => {
    const preset = after(
      begin({ serviceCode: 'graffiti' }),
      { type: 'services-loaded', services: [graffiti] },
      { type: 'definition-failed', serviceCode: 'graffiti' },
      { type: 'placed', words: 'Here' },
      { type: 'continued' },
      { type: 'send' },
      { type: 'sent', receipt: {} },
      { type: 'again', keep: 'kind' },
    ) as Filling;
    assert.deepEqual([preset.step, preset.preset, stepsOf(preset)], ['where', true, ['where', 'check']]);
  });
});
