// The answers, the button in the corner, and what web editors and councils use.

import type { State } from './state.ts';

const panel = { widget: 'faq-panel' } as const;
const brush = { said: 'When is brush picked up on my street?' };

const answers: readonly State[] = [
  { ...panel, name: 'panel', heading: 'faq.popular' },
  {
    ...panel,
    name: 'panel-topics',
    heading: 'faq.topics',
    walk: async ({ heading, pressAfter }) => {
      await heading('faq.topics');
      await pressAfter('faq.topics', 1);
      await pressAfter('faq.topics', 0);
    },
  },
  {
    ...panel,
    name: 'panel-found',
    heading: 'faq.heading',
    walk: async ({ heading, type, sees }) => {
      await heading('faq.popular');
      await type('faq.label', 'street light');
      await sees('faq.count');
    },
  },
  {
    ...panel,
    name: 'panel-none',
    heading: 'faq.heading',
    walk: async ({ heading, type, sees }) => {
      await heading('faq.popular');
      await type('faq.label', 'zeppelin');
      await sees('faq.none');
    },
  },
  {
    ...panel,
    name: 'panel-answer',
    heading: 'faq.helped',
    walk: ({ press }) => press({ said: 'How long does it take to fill a pothole?' }),
  },
  {
    ...panel,
    name: 'panel-answer-failed',
    heading: 'faq.heading',
    breaks: ['/answers/'],
    walk: async ({ press, type, sees }) => {
      await type('faq.label', 'sewer backs up');
      await press({ said: 'My sewer backs up.' });
      await sees('faq.body.failed');
    },
  },
  {
    ...panel,
    name: 'panel-not-helped',
    heading: 'faq.helped',
    walk: async ({ press, sees }) => {
      await press({ said: 'How do I pay my water bill?' });
      await press('faq.no');
      await sees('faq.report');
    },
  },
  {
    ...panel,
    name: 'panel-day-asked',
    heading: 'faq.helped',
    walk: async ({ press, sees }) => {
      await press(brush);
      await sees('day.address.hint');
    },
  },
  {
    ...panel,
    name: 'panel-day-which',
    heading: 'faq.helped',
    walk: async ({ press, type, sees }) => {
      await press(brush);
      await type('day.address', 'hoffman');
      await press('day.address.show');
      await sees('day.address.which');
    },
  },
  {
    ...panel,
    name: 'panel-day',
    heading: 'faq.helped',
    walk: async ({ press, type, sees }) => {
      await press(brush);
      await type('day.address', '318 Hoffman St');
      await press('day.address.show');
      await sees('day.next');
    },
  },
  { ...panel, name: 'panel-loading', heading: 'faq.heading', hangs: ['/faq.json'], inside: own() },
  {
    ...panel,
    name: 'panel-failed',
    heading: 'faq.heading',
    breaks: ['/faq.json'],
    inside: own(),
    walk: ({ sees }) => sees('faq.failed'),
  },
];

const others: readonly State[] = [
  {
    widget: 'launcher',
    name: 'launcher',
    heading: { said: 'Parks' },
    beside:
      '<h2 lang="en" dir="ltr">Parks</h2><p lang="en" dir="ltr">All are <a href="/parks/">open until 10 pm</a>. <a href="/contact/">Ask us</a>.</p>',
    inside: '<citydesk-request-form heading-level="2"></citydesk-request-form>',
  },
  {
    widget: 'launcher',
    name: 'launcher-open',
    heading: 'what.heading',
    inside: '<citydesk-request-form heading-level="2"></citydesk-request-form>',
    walk: async ({ press, sees }) => {
      await press('launcher.open');
      await sees('what.examples');
    },
  },
  { widget: 'snippet-builder', name: 'builder', heading: 'builder.heading' },
];

const report = { widget: 'city-report', heading: 'report.heading' } as const;
const around =
  '<p lang="en" dir="ltr">The council meets on Monday. <a href="/council/">See the agenda</a>, or <a href="/contact/">ask us</a>.</p>';

const reports: readonly State[] = [
  {
    ...report,
    name: 'report',
    seed: async () => {
      const { madeReport } = await import('./made-report.ts');
      return { canned: { 'report.json': await madeReport() } };
    },
    walk: async ({ sees, openAll }) => {
      await sees('report.csv');
      await openAll();
    },
  },
  { ...report, name: 'report-none', beside: around, walk: ({ sees }) => sees('report.none') },
  {
    ...report,
    name: 'report-failed',
    beside: around,
    breaks: ['/report.json'],
    walk: ({ sees }) => sees('report.failed.do'),
  },
];

export const otherStates: readonly State[] = [...answers, ...others, ...reports];

/** What a page says by itself while there are no answers. */
function own(): string {
  return `<p lang="en" dir="ltr">Read about <a href="/residents/trash-and-recycling/">trash and recycling</a> or about
    <a href="/residents/water-and-sewer/">water and sewer</a>.</p>`;
}
