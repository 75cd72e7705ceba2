import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { choices, attribute, frozen, made, services, type Told } from '../../test/reports.ts';
import { emptyDraft, type Draft } from './draft.ts';
import type { Action } from './action.ts';
import { advance } from './advance.ts';
import { begin } from './journey.ts';
import { fieldsOf } from './fields.ts';
import { stepsOf, type Journey } from './journey-state.ts';
import { problemsIn } from './problems.ts';
import { reportFrom } from './report.ts';

const codes = ['pothole', 'graffiti', 'moon'];
const attributes = [
  attribute('size', { datatype: 'singlevaluelist', required: true, values: choices('small', 'large') }),
  attribute('holes', { datatype: 'number' }),
  attribute('seen', { datatype: 'datetime' }),
];
const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' ', 'Here', 'a@b.example'));
const one = <Type extends Action['type']>(type: Type, fields: object = {}) =>
  fc.record({ type: fc.constant(type), ...fields }) as fc.Arbitrary<Told>;

const typing = [
  one('edited', { change: fc.record({ words: text, description: text }, { requiredKeys: [] }) }),
  one('placed', { words: text }),
  one('answered', {
    code: fc.constantFrom('size', 'holes', 'seen'),
    answer: fc.oneof(text, fc.constantFrom('small', '2', '2026-11-19')),
  }),
  one('introduced', { contact: fc.record({ name: text, email: text, phone: text }, { requiredKeys: [] }) }),
];

const action = fc.oneof(
  ...typing,
  one('ruled', { rules: fc.record({ contact: fc.constantFrom('optional', 'required', 'none') }) }),
  one('prefilled', { known: fc.record({ contact: fc.record({ name: text }), answers: fc.constant({ holes: '7' }) }) }),
  one('services-wanted'),
  one('services-loaded', { services: fc.constantFrom(services, [], services.slice(0, 1)) }),
  one('services-failed'),
  one('definition-wanted'),
  one('definition-loaded', {
    serviceCode: fc.constantFrom(...codes),
    definition: fc.record({ serviceCode: fc.constant(''), attributes: fc.constantFrom(attributes, []) }),
  }),
  one('definition-failed', { serviceCode: fc.constantFrom(...codes) }),
  one('chosen', { serviceCode: fc.constantFrom(...codes), description: fc.option(text, { nil: undefined }) }),
  one('continued'),
  one('went', { step: fc.constantFrom('what', 'where', 'questions', 'check') }),
  one('locate'),
  one('located', { place: fc.record({ words: fc.string(), point: fc.constant({ lat: 41.9, long: -85.6 }) }) }),
  one('locate-failed', { reason: fc.constantFrom('dismissed', 'denied', 'unavailable', 'timeout') }),
  one('unlocated'),
  one('pictured', { photos: fc.constantFrom([], [{ id: '1', is: 'ready', name: 'hole.jpg', about: '' }]) }),
  one('stopped', {
    stop: fc.constantFrom({ is: 'urgent', key: 'gas', danger: 'gas' }, { is: 'known', key: 'k', nearby: [] }),
  }),
  one('passed'),
  one('handed-over', {
    owner: fc.constantFrom(undefined, { name: 'The county' }, { name: 'It', serviceCode: 'graffiti' }),
  }),
  one('send'),
  one('sending-slow'),
  one('sent', { receipt: fc.constantFrom({ serviceRequestId: '1' }, { token: 't' }, {}) }),
  one('not-sent', { setback: fc.constantFrom(undefined, { is: 'photos-failed' }, { is: 'offline' }) }),
  one('waiting', { item: fc.constant(frozen()), isKept: fc.boolean() }),
  one('rejected', {
    reasons: fc.constant(['No.']),
    problems: fc.constantFrom(
      [],
      [{ field: 'answer:size', kind: 'said', reason: 'No.' }],
      [{ field: 'email', kind: 'said', reason: 'No.' }],
    ),
  }),
  one('request-failed'),
  one('again', { keep: fc.constantFrom('place', 'kind') }),
);

const beginning = fc.record({ serviceCode: fc.constantFrom(undefined, ...codes) });
/** Leads often enough to sending and to the receipt: otherwise chance would seldom get there. */
const shortcut: readonly Told[] = [
  { type: 'services-loaded', services },
  { type: 'chosen', serviceCode: 'graffiti' },
  { type: 'placed', words: 'Here' },
  { type: 'introduced', contact: { email: '', phone: '' } },
  { type: 'send' },
  { type: 'waiting', item: frozen(), isKept: true },
  { type: 'sent', receipt: { serviceRequestId: '1' } },
];
const walk = fc
  .tuple(
    fc.array(action, { maxLength: 40 }),
    fc.constantFrom(0, shortcut.length - 1, shortcut.length),
    fc.array(action, { maxLength: 40 }),
  )
  .map(([first, far, then]) => [...first, ...shortcut.slice(0, far), ...then]);

/** What was typed last, kept by hand. */
function typed(before: Draft, action: Told, state: Journey): Draft {
  if (state.phase === 'sent') return before;
  if (action.type === 'edited') return { ...before, ...action.change };
  if (action.type === 'placed') return { ...before, place: { words: action.words } };
  // What the port gave was made of what had been typed.
  if (action.type === 'located' && state.phase === 'filling' && state.locating === 'asking') {
    return { ...before, place: { words: action.place.words } };
  }
  if (action.type === 'answered') return { ...before, answers: { ...before.answers, [action.code]: action.answer } };
  if (action.type === 'introduced') return { ...before, contact: { ...before.contact, ...action.contact } };
  return before;
}

describe('whatever happens in whatever order', () => {
  const runs = { numRuns: 600 };
  const reached = { sending: 0, waiting: 0, sent: 0, setback: 0 };

  it('nothing that was typed is lost or changed, but by another report', () => {
    fc.assert(
      fc.property(beginning, walk, (known, actions) => {
        let state: Journey = begin(known);
        let last = emptyDraft;
        for (const each of actions) {
          last = typed(last, each, state);
          if (each.type === 'again' && (state.phase === 'sent' || state.phase === 'waiting')) return;
          state = advance(state, made(state, each));
          const { words, place, description, answers, contact } = state.draft;
          assert.equal(words, last.words);
          assert.equal(place.words, last.place.words);
          // Beside what was typed there is only what the page or the search filled into the blank.
          if (last.description) assert.equal(description, last.description);
          for (const [code, answer] of Object.entries(last.answers)) assert.equal(answers[code], answer);
          for (const key of ['name', 'email', 'phone'] as const) {
            if (last.contact[key]) assert.equal(contact[key], last.contact[key]);
          }
          reached.sending += Number(state.phase === 'sending');
          reached.waiting += Number(state.phase === 'waiting');
          reached.sent += Number(state.phase === 'sent');
          reached.setback += Number(state.phase === 'filling' && state.setback !== undefined);
        }
      }),
      runs,
    );
    assert.ok(Math.min(...Object.values(reached)) > 100, `seen too seldom: ${JSON.stringify(reached)}`);
  });

  it('a filed report is never on its way again, and keeps its receipt', () => {
    fc.assert(
      fc.property(beginning, walk, (known, actions) => {
        let state: Journey = begin(known);
        for (const each of actions) {
          const before: Journey = state;
          state = advance(before, made(before, each));
          if (before.phase !== 'sent') continue;
          if (each.type === 'again') assert.equal(state.phase, 'filling');
          else assert.deepEqual(state.phase === 'sent' && state.receipt, before.receipt);
        }
      }),
      runs,
    );
  });

  it('only a report of a service, without problems, is on its way', () => {
    fc.assert(
      fc.property(beginning, walk, (known, actions) => {
        let state: Journey = begin(known);
        for (const each of actions) {
          const before: Journey = state;
          state = advance(before, made(before, each));
          if (state.phase !== 'sending' || before.phase === 'sending') continue;
          assert.ok(state.draft.serviceCode);
          for (const step of stepsOf(state)) {
            assert.deepEqual(problemsIn(step, state.draft, fieldsOf(state), state.rules.contact), []);
          }
          reportFrom(state.draft, fieldsOf(state), { ...state.rules, zone: 'America/Detroit' });
        }
      }),
      runs,
    );
  });

  it('the turn only grows, and the step never changes without it', () => {
    fc.assert(
      fc.property(beginning, walk, (known, actions) => {
        let state: Journey = begin(known);
        for (const each of actions) {
          const before: Journey = state;
          state = advance(before, made(before, each));
          assert.ok(state.turn >= before.turn);
          if (state.turn === before.turn && state.phase === 'filling' && before.phase === 'filling') {
            assert.equal(state.step, before.step);
          }
        }
      }),
      runs,
    );
  });
});
