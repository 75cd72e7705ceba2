// The request form from its last screen on: check, send, wait, receipt. And what may hold a report up before that.

import type { Resident } from './resident.ts';
import type { State } from './state.ts';

const form = { widget: 'request-form' } as const;
const graffiti = { ...form, attributes: { 'service-code': 'graffiti' } } as const;
const pothole = { ...form, attributes: { 'service-code': 'pothole' } } as const;
const swing = { ...form, attributes: { 'service-code': 'everything' } } as const;

/** To the last screen of a report that asks nothing. */
async function toCheck({ type, press, heading }: Resident): Promise<void> {
  await type('place.label', 'in front of the library');
  await press('continue');
  await heading('check.heading');
}

async function toSend(resident: Resident): Promise<void> {
  await toCheck(resident);
  await resident.press('send.button');
}

async function toReceipt(resident: Resident): Promise<void> {
  await toSend(resident);
  await resident.heading('feedback.easy');
}

/** At an address that the city finds. */
async function atAddress({ type, press, pause }: Resident, address: string): Promise<void> {
  await type('place.label', address.slice(0, 9));
  await press({ said: address });
  // What is known around it is known before the resident goes on.
  await pause(1000);
  await press('continue');
}

const check: readonly State[] = [
  { ...graffiti, name: 'form-check', heading: 'check.heading', walk: toCheck },
  {
    ...swing,
    name: 'form-check-answers',
    heading: 'check.heading',
    walk: async ({ type, press, choose, addPhoto, sees, heading, pause }) => {
      await type('place.label', 'Memory Isle');
      await addPhoto();
      await sees('photo.ready');
      await press('continue');
      await type({ said: 'What is on its tag?' }, 'A1234');
      await type({ said: 'What happened?' }, 'It came off.');
      await type('questions.day', '2026-11-02');
      await choose(0, 1);
      await choose(1, 0);
      await choose(1, 2);
      await pause(100);
      await press('continue');
      await heading('errors');
      await type({ said: 'Which park is it in?' }, 'memory-isle');
      await press('continue');
      await heading('check.heading');
    },
  },
  {
    ...graffiti,
    name: 'form-check-contact',
    heading: 'check.heading',
    walk: async (resident) => {
      await toCheck(resident);
      await resident.openAll();
      await resident.type('contact.name', 'Ada Lovelace');
    },
  },
  {
    ...graffiti,
    name: 'form-check-contact-error',
    heading: 'errors',
    walk: async (resident) => {
      await toCheck(resident);
      await resident.openAll();
      await resident.type('contact.email', 'ada');
      await resident.type('contact.phone', '5');
      await resident.press('send.button');
    },
  },
  {
    ...graffiti,
    name: 'form-check-contact-required',
    heading: 'contact.heading',
    city: { contact: 'required' },
    walk: toCheck,
  },
  {
    ...graffiti,
    name: 'form-check-sending',
    heading: 'check.heading',
    hangs: ['POST '],
    walk: async (resident) => {
      await toSend(resident);
      await resident.sees('send.sending');
    },
  },
  {
    ...graffiti,
    name: 'form-check-rejected',
    heading: 'send.rejected',
    faults: [{ route: 'post', kind: 'ok-with-error' }],
    walk: toSend,
  },
  {
    ...graffiti,
    name: 'form-check-already',
    heading: 'send.already',
    seed: { dialect: 'duplicates' },
    faults: [
      { route: 'post', kind: 'error-500', committed: true, times: 1 },
      { route: 'requests', kind: 'not-found' },
    ],
    times: { firstPause: 50, longestPause: 100, lateCommit: 100, lookAgain: 50, lookFor: 300 },
    walk: async (resident) => {
      await toSend(resident);
      await resident.heading('send.ask');
      await resident.press('send.again');
    },
  },
  {
    ...graffiti,
    name: 'form-check-photos-failed',
    heading: 'photos.failed',
    faults: [{ route: 'post', kind: 'attribute-400', attribute: 'media' }],
    walk: async (resident) => {
      await resident.addPhoto();
      await resident.sees('photo.ready');
      await toSend(resident);
    },
  },
];

const waiting: readonly State[] = [
  { ...graffiti, name: 'form-held', heading: 'send.held', walk: goesOffline },
  {
    ...graffiti,
    name: 'form-unknown',
    heading: 'send.unknown',
    faults: [
      { route: 'post', kind: 'error-500' },
      { route: 'requests', kind: 'error-500' },
    ],
    walk: toSend,
  },
  { ...graffiti, ...cannotTell(), name: 'form-ask', heading: 'send.ask', walk: toSend },
  {
    ...graffiti,
    name: 'form-card-held',
    heading: 'where.heading',
    walk: async (resident) => {
      await goesOffline(resident);
      await resident.press('send.other');
      await resident.sees('card.waiting');
    },
  },
  {
    ...graffiti,
    name: 'form-card-arrived',
    heading: 'where.heading',
    times: { firstPause: 50, longestPause: 100 },
    walk: async (resident) => {
      await goesOffline(resident);
      await resident.press('send.other');
      await resident.sees('card.waiting');
      resident.network({ offline: false });
      dispatchEvent(new Event('online'));
      await resident.sees('card.confirmed');
    },
  },
];

const receipt: readonly State[] = [
  { ...graffiti, name: 'form-receipt', heading: 'receipt.heading', walk: toReceipt },
  {
    ...form,
    name: 'form-receipt-later',
    heading: 'receipt.heading',
    attributes: { 'service-code': 'later' },
    walk: async (resident) => {
      await toSend(resident);
      await resident.sees('receipt.number.later');
    },
  },
  {
    ...graffiti,
    name: 'form-receipt-practice',
    heading: 'receipt.heading.practice',
    attributes: { ...graffiti.attributes, practice: '' },
    walk: toSend,
  },
  {
    ...graffiti,
    name: 'form-receipt-hard',
    heading: 'receipt.heading',
    walk: async (resident) => {
      await toReceipt(resident);
      await resident.press('feedback.no');
      await resident.sees('feedback.words.easy');
      await resident.press('feedback.words.send');
      await resident.sees('feedback.words.empty');
    },
  },
  {
    ...pothole,
    name: 'form-receipt-owner',
    heading: 'receipt.heading.owner',
    walk: async (resident) => {
      await atAddress(resident, '318 Constantine St');
      await resident.press('handoff.here');
      await resident.choose(0, 0);
      await resident.press('continue');
      await resident.heading('check.heading');
      await resident.press('send.button');
    },
  },
  {
    ...graffiti,
    name: 'form-receipt-alerts',
    heading: 'receipt.heading',
    city: { alerts: true },
    seed: { canned: { 'alerts.json': { email: true, phone: true } } },
    walk: async (resident) => {
      await toReceipt(resident);
      await resident.sees('alerts.offer');
      await resident.openAll();
      await resident.sees('alerts.phone.instead');
    },
  },
];

const stops: readonly State[] = [
  {
    ...form,
    name: 'form-stop-gas',
    heading: 'urgent.heading',
    walk: ({ type }) => type('what.label', 'I smell gas'),
  },
  {
    ...pothole,
    name: 'form-stop-county',
    heading: 'handoff.heading',
    walk: (resident) => atAddress(resident, '318 Constantine St'),
  },
  {
    ...pothole,
    name: 'form-stop-known',
    heading: 'duplicates.heading',
    walk: (resident) => atAddress(resident, '318 Spring St'),
  },
  {
    ...pothole,
    name: 'form-stop-followed',
    heading: 'duplicates.followed',
    walk: async (resident) => {
      await atAddress(resident, '318 Spring St');
      await resident.press('duplicates.follow');
    },
  },
];

export const sendingStates: readonly State[] = [...check, ...waiting, ...receipt, ...stops];

async function goesOffline(resident: Resident): Promise<void> {
  await toCheck(resident);
  await resident.pause(600);
  resident.network({ offline: true });
  await resident.press('send.button');
  await resident.heading('send.held');
}

/** A city that does not say whether it has a report, and has no list to look into. */
function cannotTell(): Pick<State, 'faults' | 'times'> {
  return {
    faults: [
      { route: 'post', kind: 'error-500' },
      { route: 'requests', kind: 'not-found' },
    ],
    times: { firstPause: 50, longestPause: 100, lateCommit: 100, lookAgain: 50, lookFor: 300 },
  };
}
