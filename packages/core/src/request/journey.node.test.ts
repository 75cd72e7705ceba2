import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  after,
  attribute,
  checking,
  looking,
  placing,
  pothole,
  questions,
  sending,
  services,
} from '../../test/reports.ts';
import type { Action } from './action.ts';
import { advance } from './advance.ts';
import { begin } from './journey.ts';
import { serviceOf, stepsOf, type Filling, type Journey } from './journey-state.ts';

const introduced: Action = { type: 'introduced', contact: { email: 'ada@example.com' } };
const answered: Action = { type: 'answered', code: 'holes', answer: '2' };
const edited: Action = { type: 'edited', change: { description: 'It is wide.' } };

describe('beginning', () => {
  it('wants the services at once, and starts with what the problem is', () => {
    const state = begin();
    assert.deepEqual([state.step, state.services.is, state.definition.is], ['what', 'loading', 'idle']);
    assert.deepEqual(state.rules, { contact: 'optional' });
  });

  it('at a service wants its questions too, and starts with where', () => {
    const state = begin({ serviceCode: 'pothole' });
    assert.deepEqual([state.step, state.services.is, state.definition.is], ['where', 'loading', 'loading']);
    assert.deepEqual(stepsOf(state), ['where', 'questions', 'check']);
  });

  it('knows what the page knows: place, contact, answers', () => {
    const point = { lat: 41.9, long: -85.6 };
    const { draft } = begin({
      place: { words: '1 Main St', point },
      contact: { email: 'ada@example.com' },
      answers: { size: 'small' },
    });
    assert.deepEqual(draft, {
      words: '',
      serviceCode: undefined,
      place: { words: '1 Main St', point, address: '1 Main St' },
      description: '',
      photos: [],
      answers: { size: 'small' },
      contact: { name: '', email: 'ada@example.com', phone: '' },
    });
    assert.equal(begin({ description: 'Still broken.' }).draft.description, 'Still broken.');
  });

  it('never writes what the page knows over what was typed', () => {
    const typed = after(placing(), { type: 'placed', words: 'Here' }, edited, introduced, answered);
    const known = {
      place: { words: 'There' },
      description: 'Report 26-1 is still not fixed.',
      contact: { email: 'x@example.com', name: 'Ada' },
      answers: { holes: '9' },
    };
    const { draft } = advance(typed, { type: 'prefilled', known });
    assert.equal(draft.place.words, 'Here');
    assert.equal(draft.description, typed.draft.description);
    assert.deepEqual(draft.contact, { name: 'Ada', email: 'ada@example.com', phone: '' });
    assert.deepEqual(draft.answers, { holes: '2' });
  });
});

describe('choosing a service', () => {
  it('goes on to where, and wants the questions of a service that has some', () => {
    const state = after(looking(), { type: 'chosen', serviceCode: 'pothole' }) as Filling;
    assert.deepEqual([state.step, state.definition.is], ['where', 'loading']);
    assert.equal(serviceOf(state), pothole);
  });

  it('wants no questions of a service that has none', () => {
    const state = after(looking(), { type: 'chosen', serviceCode: 'graffiti' }) as Filling;
    assert.equal(state.definition.is, 'ready');
    assert.deepEqual(stepsOf(state), ['what', 'where', 'check']);
  });

  it('asks again for questions that failed, and keeps those that are there', () => {
    const failed = after(placing(), { type: 'definition-failed', serviceCode: 'pothole' });
    assert.equal(advance(failed, { type: 'chosen', serviceCode: 'pothole' }).definition.is, 'loading');
    assert.equal(advance(placing(), { type: 'chosen', serviceCode: 'pothole' }).definition.is, 'ready');
  });

  it('takes the words along for a service that says nothing by itself, never over a description', () => {
    const chosen: Action = { type: 'chosen', serviceCode: 'graffiti', description: 'a purple smell' };
    assert.equal(advance(looking(), chosen).draft.description, 'a purple smell');
    const described = after(looking(), { type: 'edited', change: { description: 'My own words' } });
    assert.equal(advance(described, chosen).draft.description, 'My own words');
  });

  it('keeps everything that was typed for another one', () => {
    const before = checking();
    const { draft } = advance(before, { type: 'chosen', serviceCode: 'graffiti' });
    assert.deepEqual({ ...draft, serviceCode: 'pothole' }, before.draft);
  });
});

describe('a late answer', () => {
  it('with the questions of a service that is no longer chosen changes nothing', () => {
    const state = after(placing(), { type: 'chosen', serviceCode: 'graffiti' });
    assert.equal(advance(state, { type: 'definition-loaded', serviceCode: 'pothole', definition: questions }), state);
    assert.equal(advance(state, { type: 'definition-failed', serviceCode: 'pothole' }), state);
  });

  it('that a service asks nothing leads from its waiting questions on to the last step', () => {
    const waiting = after(
      looking(),
      { type: 'chosen', serviceCode: 'pothole' },
      { type: 'placed', words: 'Here' },
      { type: 'continued' },
    ) as Filling;
    assert.equal(waiting.step, 'questions');
    const definition = { serviceCode: 'pothole', attributes: [attribute('note', { variable: false })] };
    const now = advance(waiting, { type: 'definition-loaded', serviceCode: 'pothole', definition }) as Filling;
    assert.deepEqual([now.step, now.turn], ['check', waiting.turn + 1]);
  });

  it('that there are no questions is no failure where the city promised none', () => {
    const preset = after(begin({ serviceCode: 'graffiti' }), { type: 'definition-failed', serviceCode: 'graffiti' });
    assert.equal(preset.definition.is, 'failed');
    assert.equal(advance(preset, { type: 'services-loaded', services }).definition.is, 'ready');
  });

  it('that there are no questions is a failure where the city promised some', () => {
    const state = after(placing(), { type: 'definition-failed', serviceCode: 'pothole' });
    assert.equal(state.definition.is, 'failed');
    assert.deepEqual(stepsOf(state), ['what', 'where', 'questions', 'check']);
  });
});

describe('a service the city does not know', () => {
  it('leads to the list, says so, and keeps what was typed', () => {
    const typed = after(begin({ serviceCode: 'moon' }), { type: 'placed', words: 'Here' }, edited);
    const now = advance(typed, { type: 'services-loaded', services }) as Filling;
    assert.deepEqual(
      [now.step, now.setback, now.preset, now.focus],
      ['what', { is: 'unknown-service' }, false, 'problems'],
    );
    assert.deepEqual(now.draft, { ...typed.draft, serviceCode: undefined });
    assert.deepEqual(stepsOf(now), ['what', 'where', 'questions', 'check']);
  });

  it('leads to the list too when a link chooses it', () => {
    const now = advance(looking(), { type: 'chosen', serviceCode: 'moon' }) as Filling;
    assert.deepEqual([now.step, now.setback, now.draft.serviceCode], ['what', { is: 'unknown-service' }, undefined]);
    const early = advance(begin(), { type: 'chosen', serviceCode: 'moon' }) as Filling;
    assert.deepEqual([early.step, early.draft.serviceCode], ['where', 'moon']);
  });

  it('is forgotten once another one is chosen', () => {
    const lost = after(begin({ serviceCode: 'moon' }), { type: 'services-loaded', services });
    assert.equal((advance(lost, { type: 'chosen', serviceCode: 'graffiti' }) as Filling).setback, undefined);
  });
});

describe('a service that the page names late', () => {
  const late: Action = { type: 'prefilled', known: { serviceCode: 'pothole' } };

  it('counts while the resident has done nothing, and does not move the focus', () => {
    for (const state of [begin(), looking()]) {
      const now = advance(state, late) as Filling;
      assert.deepEqual([now.step, now.preset, now.draft.serviceCode], ['where', true, 'pothole']);
      assert.deepEqual([now.definition.is, now.turn], ['loading', 0]);
    }
  });

  it('does not count once there are words or a choice', () => {
    const typed = after(looking(), { type: 'edited', change: { words: 'noise' } });
    assert.deepEqual(advance(typed, late), typed);
    const chosen = after(looking(), { type: 'chosen', serviceCode: 'graffiti' });
    assert.equal(advance(chosen, late).draft.serviceCode, 'graffiti');
    const linked = begin({ serviceCode: 'graffiti' });
    assert.equal(advance(linked, late).draft.serviceCode, 'graffiti');
  });
});

describe('going on', () => {
  it('past the questions waits until they are there', () => {
    const waiting = after(
      looking(),
      { type: 'chosen', serviceCode: 'pothole' },
      { type: 'placed', words: 'Here' },
      { type: 'continued' },
    );
    assert.equal(after(waiting, { type: 'continued' }), waiting);
    const failed = advance(waiting, { type: 'definition-failed', serviceCode: 'pothole' });
    assert.equal((after(failed, { type: 'continued' }) as Filling).step, 'check');
  });

  it('stays, names what to fix and moves the focus there', () => {
    const now = after(placing(), { type: 'continued' }) as Filling;
    assert.deepEqual([now.step, now.focus, now.problems], ['where', 'problems', [{ field: 'place', kind: 'place' }]]);
  });

  it('passes each derived step once', () => {
    const seen = [placing().step];
    let state: Journey = after(
      placing(),
      { type: 'placed', words: 'Here' },
      { type: 'answered', code: 'size', answer: 'small' },
    );
    for (let i = 0; i < 3; i++) {
      state = after(state, { type: 'continued' });
      seen.push((state as Filling).step);
    }
    assert.deepEqual(seen, ['where', 'questions', 'check', 'check']);
  });

  it('back keeps everything, forgets old problems, and moves the focus to the field that was asked for', () => {
    const wrong = after(placing(), { type: 'continued' });
    const now = advance(wrong, { type: 'went', step: 'where', field: 'description' }) as Filling;
    assert.deepEqual([now.problems, now.focus, now.turn], [[], 'description', wrong.turn + 1]);
    assert.equal(now.draft, wrong.draft);
  });
});

describe('sending', () => {
  it('leads to the choice of a service where there is none', () => {
    const now = after(looking(), { type: 'placed', words: 'Here' }, { type: 'send' }) as Filling;
    assert.deepEqual([now.phase, now.step], ['filling', 'what']);
  });

  it('leads to the first step with something to fix instead', () => {
    const empty = after(checking(), { type: 'answered', code: 'size', answer: '' });
    const now = after(empty, { type: 'send' }) as Filling;
    assert.deepEqual([now.phase, now.step, now.problems[0]?.field], ['filling', 'questions', 'answer:size']);
  });

  it('asks for a way to reach the resident only where the rules do', () => {
    assert.equal(after(checking(), { type: 'send' }).phase, 'sending');
    const now = after(checking({ rules: { contact: 'required' } }), { type: 'send' }) as Filling;
    assert.deepEqual(now.problems, [{ field: 'email', kind: 'reach' }]);
  });

  it('goes back to the question that the city refused, with its words', () => {
    const problem = { field: 'answer:size', kind: 'said', reason: 'Too big. (size)' } as const;
    const elsewhere = { field: 'email', kind: 'said', reason: 'No such mail.' } as const;
    const reasons = ['Too big. (size)', 'No such mail.'];
    const now = after(sending(), { type: 'rejected', reasons, problems: [problem, elsewhere] }) as Filling;
    assert.deepEqual([now.step, now.focus, now.problems], ['questions', 'problems', [problem]]);
    assert.deepEqual(now.setback, { is: 'rejected', reasons });
    assert.deepEqual(now.draft, sending().draft);
  });

  it('keeps what was typed while the report was on its way', () => {
    const typing = after(sending(), introduced, { type: 'not-sent', setback: { is: 'offline' } });
    assert.equal(typing.draft.contact.email, 'ada@example.com');
  });

  it('shows a refusal until it is mended', () => {
    const refused = after(
      sending(),
      { type: 'rejected', reasons: ['No.'], problems: [] },
      { type: 'went', step: 'where' },
      { type: 'continued' },
    ) as Filling;
    assert.equal(refused.setback, undefined);
  });

  it('that the page does itself leaves the report as it is, with nothing said', () => {
    const now = advance(sending(), { type: 'not-sent' }) as Filling;
    assert.deepEqual([now.phase, now.step, now.setback, now.focus], ['filling', 'check', undefined, 'heading']);
  });
});
