import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import {
  after,
  checking,
  pothole,
  questions,
  frozen,
  sending,
  sent,
  made,
  waiting,
  type Told,
} from '../../test/reports.ts';
import type { Action } from './action.ts';
import { advance } from './advance.ts';
import { begin } from './journey.ts';
import type { Journey } from './journey-state.ts';

const filed = { serviceRequestId: '2026-000123', status: 'open', statusLabel: 'Received', mediaUrls: [] } as const;

/** One of each kind of action, each of which would change something where it fits. */
const actions: { readonly [Type in Action['type']]: Extract<Told, { type: Type }> } = {
  ruled: { type: 'ruled', rules: { contact: 'required' } },
  prefilled: { type: 'prefilled', known: { contact: { name: 'Ada Lovelace' } } },
  'services-wanted': { type: 'services-wanted' },
  'services-loaded': { type: 'services-loaded', services: [pothole] },
  'services-failed': { type: 'services-failed' },
  'definition-wanted': { type: 'definition-wanted' },
  'definition-loaded': {
    type: 'definition-loaded',
    serviceCode: 'pothole',
    definition: { ...questions, attributes: [] },
  },
  'definition-failed': { type: 'definition-failed', serviceCode: 'pothole' },
  edited: { type: 'edited', change: { description: 'It is wide.' } },
  placed: { type: 'placed', words: 'In front of the library' },
  'place-set': { type: 'place-set', place: { words: '318 Hoffman St', address: '318 Hoffman St', by: 'address' } },
  pictured: { type: 'pictured', photos: [{ id: '1', is: 'preparing', name: 'hole.jpg', about: '' }] },
  answered: { type: 'answered', code: 'holes', answer: '2' },
  introduced: { type: 'introduced', contact: { email: 'ada@example.com' } },
  chosen: { type: 'chosen', serviceCode: 'graffiti' },
  continued: { type: 'continued', problems: [] },
  went: { type: 'went', step: 'what' },
  locate: { type: 'locate' },
  located: { type: 'located', place: { words: '', point: { lat: 41.9, long: -85.6, accuracy: 9 }, by: 'device' } },
  'locate-failed': { type: 'locate-failed', reason: 'denied' },
  unlocated: { type: 'unlocated' },
  stopped: { type: 'stopped', stop: { is: 'urgent', key: 'urgent gas', danger: 'gas' } },
  passed: { type: 'passed' },
  'handed-over': { type: 'handed-over', owner: { name: 'The county', serviceCode: 'road_surface' } },
  resumed: { type: 'resumed', next: begin() },
  send: { type: 'send', step: 'check', problems: [] },
  'sending-slow': { type: 'sending-slow' },
  'photos-sent': { type: 'photos-sent', progress: 0.5 },
  'photos-stopped': { type: 'photos-stopped' },
  sent: { type: 'sent', receipt: { serviceRequestId: '1' } },
  'not-sent': { type: 'not-sent', setback: { is: 'offline' } },
  waiting: { type: 'waiting', item: frozen({ standing: { is: 'held', why: 'untold' } }), isKept: true },
  rejected: { type: 'rejected', reasons: ['Too dark.'], problems: [] },
  'request-loaded': { type: 'request-loaded', request: filed },
  'request-failed': { type: 'request-failed' },
  again: { type: 'again', keep: 'place' },
};

const nothing = '';
const back = 'focus locating phase problems setback slow turn withoutPhotos';

/** What each action changes, in filling (on the last step), sending, waiting and sent. */
const changes: {
  readonly [Type in Action['type']]: readonly [filling: string, sending: string, waiting: string, sent: string];
} = {
  ruled: ['rules', 'rules', 'rules', 'rules'],
  prefilled: ['draft', 'draft', 'draft', 'draft'],
  'services-wanted': ['services', 'services', 'services', 'services'],
  'services-loaded': ['services', 'services', 'services', 'services'],
  'services-failed': ['services', 'services', 'services', 'services'],
  'definition-wanted': ['definition', 'definition', 'definition', 'definition'],
  'definition-loaded': ['definition', 'definition', 'definition', 'definition'],
  'definition-failed': ['definition', 'definition', 'definition', 'definition'],
  edited: ['draft', 'draft', 'draft', nothing],
  placed: ['draft', 'draft', 'draft', nothing],
  'place-set': ['draft', 'draft', 'draft', nothing],
  pictured: ['draft', 'draft', 'draft', nothing],
  answered: ['draft', 'draft', 'draft', nothing],
  introduced: ['draft', 'draft', 'draft', nothing],
  chosen: ['definition draft step turn', nothing, nothing, nothing],
  continued: ['turn', nothing, nothing, nothing],
  went: ['step turn', nothing, nothing, nothing],
  locate: ['locating', nothing, nothing, nothing],
  located: [nothing, nothing, nothing, nothing],
  'locate-failed': [nothing, nothing, nothing, nothing],
  unlocated: ['draft', nothing, nothing, nothing],
  stopped: ['stop turn', nothing, nothing, nothing],
  passed: [nothing, nothing, nothing, nothing],
  'handed-over': ['definition draft ownCode owner services step turn', nothing, nothing, nothing],
  resumed: ['definition draft services step turn', nothing, nothing, nothing],
  send: ['locating phase problems slow withoutPhotos', nothing, 'isKept item phase slow withoutPhotos', nothing],
  'sending-slow': [nothing, 'slow', nothing, nothing],
  'photos-sent': [nothing, 'progress', nothing, nothing],
  'photos-stopped': [nothing, nothing, nothing, nothing],
  sent: [
    nothing,
    'phase receipt request slow step turn withoutPhotos',
    'isKept item phase receipt request step turn',
    nothing,
  ],
  'not-sent': [nothing, back, 'focus isKept item locating phase problems setback turn', nothing],
  waiting: [nothing, 'isKept item phase slow turn withoutPhotos', 'item', nothing],
  rejected: [nothing, back, 'focus isKept item locating phase problems setback turn', nothing],
  'request-loaded': [nothing, nothing, nothing, 'request'],
  'request-failed': [nothing, nothing, nothing, 'request'],
  again: [
    nothing,
    nothing,
    'definition draft isKept item locating phase problems step turn',
    'definition draft locating phase problems receipt request step turn',
  ],
};

describe('each action in each phase', () => {
  const states = [
    after(
      checking(),
      { type: 'locate' },
      { type: 'located', place: { words: '', point: { lat: 41.9, long: -85.6, accuracy: 5 }, by: 'device' } },
    ),
    sending(),
    waiting(),
    sent(),
  ];
  for (const [type, row] of Object.entries(changes)) {
    states.forEach((state, at) => {
      const change = row[at]!;
      it(`${type} while ${state.phase} changes ${change || 'nothing'}`, () => {
        const now = advance(state, made(state, actions[type as Action['type']]));
        if (change === nothing) assert.equal(now, state, 'the very same state');
        assert.equal(changed(state, now).join(' '), change);
      });
    });
  }
});

describe('where the device is', () => {
  const asked = after(checking(), { type: 'locate' });
  const found = {
    type: 'located',
    place: { words: '', point: { lat: 41.9, long: -85.6, accuracy: 9 }, by: 'device' },
  } as const;

  it('enters the draft when it was asked for', () => {
    assert.deepEqual(advance(asked, found).draft.place, found.place);
  });

  it('is left out when the resident has gone on without it', () => {
    const gone = after(asked, { type: 'went', step: 'where' });
    assert.equal(advance(gone, found), gone);
    assert.equal(advance(gone, { type: 'locate-failed', reason: 'timeout' }), gone);
  });
});

function changed(before: Journey, now: Journey): readonly string[] {
  const values = [before, now] as unknown as readonly Record<string, unknown>[];
  const keys = new Set(values.flatMap((state) => Object.keys(state)));
  return [...keys].filter((key) => !isDeepStrictEqual(values[0]![key], values[1]![key])).sort();
}
