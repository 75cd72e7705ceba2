// The status tracker: finding a report, what is known of it, several, those of this device, those of others.

import { linkTo } from './numbers.ts';
import type { State } from './state.ts';

const tracker = { widget: 'status-tracker' } as const;

const finding: readonly State[] = [
  { ...tracker, name: 'tracker-find', heading: 'heading' },
  {
    ...tracker,
    name: 'tracker-find-error',
    heading: 'heading',
    walk: async ({ press, sees }) => {
      await press('find.button');
      await sees('find.empty');
    },
  },
  {
    ...tracker,
    name: 'tracker-looking',
    heading: 'heading',
    link: linkTo('received'),
    hangs: ['/requests'],
    walk: ({ sees }) => sees('looking'),
  },
  {
    ...tracker,
    name: 'tracker-missing',
    heading: 'heading',
    walk: async ({ type, press, sees }) => {
      await type('find.label', '26-99999');
      await press('find.button');
      await sees('missing.body');
    },
  },
  {
    ...tracker,
    name: 'tracker-private',
    heading: 'heading',
    link: linkTo('received'),
    faults: [{ route: 'requests', kind: 'forbidden' }],
    walk: ({ sees }) => sees('private.body'),
  },
  {
    ...tracker,
    name: 'tracker-offline',
    heading: 'heading',
    link: linkTo('received'),
    offline: true,
    walk: ({ sees }) => sees('down.body'),
  },
];

const one: readonly State[] = [
  {
    ...tracker,
    name: 'tracker-received',
    heading: 'timeline',
    link: linkTo('received'),
    walk: ({ sees }) => sees('first.expected'),
  },
  {
    ...tracker,
    name: 'tracker-progress',
    heading: 'timeline',
    link: linkTo('progress'),
    walk: ({ sees }) => sees('first.progress.expected'),
  },
  {
    ...tracker,
    name: 'tracker-late',
    heading: 'timeline',
    link: linkTo('late'),
    walk: ({ sees }) => sees('late.meaning'),
  },
  {
    ...tracker,
    name: 'tracker-closed',
    heading: 'feedback.fixed',
    link: linkTo('closed'),
    walk: ({ sees }) => sees('photo.after'),
  },
  {
    ...tracker,
    name: 'tracker-closed-not-ours',
    heading: 'timeline',
    link: linkTo('notOurs'),
    walk: ({ sees }) => sees('complain'),
  },
  {
    ...tracker,
    name: 'tracker-not-fixed',
    heading: 'timeline',
    link: linkTo('closed'),
    walk: async ({ press, sees }) => {
      await press('feedback.no');
      await sees('broken');
    },
  },
  {
    ...tracker,
    name: 'tracker-answer-lost',
    heading: 'feedback.fixed',
    link: linkTo('closed'),
    faults: [{ route: 'updates', kind: 'error-500' }],
    walk: async ({ press, sees }) => {
      await press('feedback.partly');
      await sees('feedback.failed');
    },
  },
  {
    ...tracker,
    name: 'tracker-alerts-error',
    heading: 'timeline',
    link: linkTo('received'),
    city: { alerts: true },
    seed: { canned: { 'alerts.json': { email: true, phone: false } } },
    walk: async ({ openAll, type, press, sees }) => {
      await sees('alerts.offer');
      await openAll();
      await type('alerts.email', 'ada@');
      await press('alerts.send');
      await sees('alerts.email.wrong');
    },
  },
];

const many: readonly State[] = [
  { ...tracker, name: 'tracker-several', heading: 'several', link: linkTo('received', 'closed', 'late') },
  {
    ...tracker,
    name: 'tracker-mine',
    heading: 'mine',
    link: linkTo('progress'),
    walk: async ({ press, sees, comesBack }) => {
      await press('keep');
      await sees('kept');
      await comesBack();
    },
  },
  {
    ...tracker,
    name: 'tracker-around',
    attributes: { 'look-around': '' },
    heading: 'around.heading',
    walk: async ({ press, sees }) => {
      await press('around.show');
      await sees('around.count');
    },
  },
  {
    ...tracker,
    name: 'tracker-around-none',
    attributes: { 'look-around': '' },
    heading: 'around.heading',
    walk: async ({ press, type, sees }) => {
      await press('around.show');
      await sees('around.count');
      await type('around.find', 'zeppelin');
      await sees('around.none');
    },
  },
  {
    ...tracker,
    name: 'tracker-around-near',
    attributes: { 'look-around': '' },
    heading: 'around.heading.near',
    located: { lat: 41.9416, long: -85.6357, accuracy: 10 },
    walk: async ({ press, sees }) => {
      await press('around.show');
      await sees('around.count');
      await press('around.locate');
      await sees('around.locate.found');
    },
  },
  {
    ...tracker,
    name: 'tracker-around-failed',
    attributes: { 'look-around': '' },
    heading: 'around.heading',
    faults: [{ route: 'requests', kind: 'error-500' }],
    walk: async ({ press, sees }) => {
      await press('around.show');
      await sees('around.failed');
    },
  },
];

export const trackerStates: readonly State[] = [...finding, ...one, ...many];
