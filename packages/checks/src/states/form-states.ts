// The request form from its first screen to the city's questions: what, where, the questions.

import type { State } from './state.ts';

const form = { widget: 'request-form' } as const;
const graffiti = { ...form, attributes: { 'service-code': 'graffiti' } } as const;
const swing = { ...form, attributes: { 'service-code': 'everything' } } as const;
const hookAve = { lat: 41.94141, long: -85.6393 };

const what: readonly State[] = [
  { ...form, name: 'form-what', heading: 'what.heading', walk: ({ sees }) => sees('what.examples') },
  {
    ...form,
    name: 'form-what-typed',
    heading: 'what.matches',
    walk: ({ type }) => type('what.label', 'pothole'),
  },
  {
    ...form,
    name: 'form-what-none',
    heading: 'what.browse',
    walk: async ({ type, sees }) => {
      await type('what.label', 'zeppelin');
      await sees('what.none');
    },
  },
  {
    ...form,
    name: 'form-what-groups',
    heading: 'what.browse',
    walk: async ({ sees, openAll }) => {
      await sees('what.examples');
      await openAll();
    },
  },
  {
    ...form,
    name: 'form-what-answer',
    heading: 'answers.some',
    walk: async ({ type, press, sees }) => {
      await type('what.label', 'my bin was not emptied');
      await press({ said: 'My bin was not emptied.' });
      await sees('faq.helped');
    },
  },
  {
    ...form,
    name: 'form-what-loading',
    heading: 'what.heading',
    hangs: ['services.json'],
    city: { mapStyle: undefined },
    walk: ({ sees }) => sees('what.loading'),
  },
  {
    ...form,
    name: 'form-what-failed',
    heading: 'what.heading',
    faults: [{ route: 'services', kind: 'error-500' }],
    walk: ({ sees }) => sees('what.failed'),
  },
  {
    ...form,
    name: 'form-what-empty',
    heading: 'what.heading',
    faults: [{ route: 'services', kind: 'empty' }],
    walk: ({ sees }) => sees('what.empty'),
  },
  { ...form, name: 'form-what-unknown', heading: 'what.unknown', attributes: { 'service-code': 'moon' } },
  {
    ...form,
    name: 'form-practice',
    heading: 'what.heading',
    attributes: { practice: '' },
    walk: ({ sees }) => sees('practice.note'),
  },
  {
    ...form,
    name: 'form-not-there',
    heading: { said: 'You can call us, too' },
    isAbsent: true,
    inside: `<div lang="en" dir="ltr"><h2>You can call us, too</h2>
      <p>If the form does not come, call <a href="tel:+12695550142">269-555-0142</a> or <a href="/contact/">write to us</a>.</p>
      <p>If anyone is in danger, call <a href="tel:911">911</a> now.</p></div>`,
  },
  {
    ...graffiti,
    name: 'form-resume',
    heading: 'resume.heading',
    times: { saveDraft: 50 },
    walk: async ({ type, pause, comesBack, heading }) => {
      await type('place.label', 'in front of the library');
      await type('questions.describe', 'It is on the wall.');
      await pause(1500);
      await comesBack();
      await heading('resume.heading');
    },
  },
];

const where: readonly State[] = [
  { ...graffiti, name: 'form-where', heading: 'where.heading', walk: ({ sees }) => sees('map.show') },
  {
    ...graffiti,
    name: 'form-where-error',
    heading: 'errors',
    walk: async ({ press, type }) => {
      await type('questions.describe', 'x'.repeat(4001));
      await press('continue');
    },
  },
  {
    ...form,
    name: 'form-where-known',
    heading: 'known.heading',
    attributes: { 'service-code': 'pothole' },
  },
  {
    ...graffiti,
    name: 'form-where-addresses',
    heading: 'where.heading',
    walk: async ({ type, sees }) => {
      await type('place.label', 'hook a');
      await sees('place.count');
    },
  },
  {
    ...graffiti,
    name: 'form-where-no-address',
    heading: 'where.heading',
    walk: async ({ type, sees }) => {
      await type('place.label', 'in front of the library xyz');
      await sees('place.none');
    },
  },
  {
    ...graffiti,
    name: 'form-where-search-down',
    heading: 'where.heading',
    breaks: ['/geocoder/'],
    walk: async ({ type, sees }) => {
      await type('place.label', '318 spring');
      await sees('place.failed');
    },
  },
  {
    ...graffiti,
    name: 'form-where-located-roughly',
    heading: 'where.heading',
    located: { ...hookAve, accuracy: 400 },
    walk: async ({ press, sees }) => {
      await press('locate.button');
      await sees('locate.coarse');
    },
  },
  {
    ...graffiti,
    name: 'form-where-denied',
    heading: 'where.heading',
    located: 1,
    walk: async ({ press, sees }) => {
      await press('locate.button');
      await sees('locate.denied.how');
    },
  },
  {
    ...form,
    name: 'form-where-lights',
    heading: 'where.heading',
    attributes: { 'service-code': 'street_light' },
    located: { lat: 41.9545, long: -85.6299, accuracy: 8 },
    walk: async ({ press, heading }) => {
      await press('locate.button');
      await heading('asset.heading');
    },
  },
  {
    ...graffiti,
    name: 'form-where-photos-full',
    heading: 'where.heading',
    city: { mostPhotos: 2 },
    walk: async ({ addPhoto, sees, press }) => {
      await addPhoto();
      await sees('photo.ready');
      await addPhoto('IMG_2602.jpg');
      await sees({ said: 'IMG_2602.jpg' });
      await press('photo.more');
      await sees('photo.full');
    },
  },
  {
    ...graffiti,
    name: 'form-where-photo-refused',
    heading: 'where.heading',
    walk: async ({ addPhoto, sees }) => {
      await addPhoto('notes.jpg', 'not a picture');
      await sees('photo.fault.type');
    },
  },
  {
    ...graffiti,
    name: 'form-where-map-moved',
    heading: 'where.heading',
    needs: 'webgl',
    walk: async ({ type, press, sees }) => {
      await type('place.label', '318 spr');
      await press({ said: '318 Spring St' });
      await press('map.show');
      await press('map.east');
      await sees('map.at');
    },
  },
  {
    ...graffiti,
    name: 'form-where-map-failed',
    heading: 'where.heading',
    isFlat: true,
    walk: async ({ press, sees }) => {
      await press('map.show');
      await sees('map.unsupported');
    },
  },
];

const questions: readonly State[] = [
  {
    ...swing,
    name: 'form-questions',
    heading: 'questions.heading',
    walk: async ({ type, press, sees }) => {
      await type('place.label', 'Memory Isle');
      await press('continue');
      await sees({ said: 'What is wrong with it?' });
    },
  },
  {
    ...swing,
    name: 'form-questions-error',
    heading: 'errors',
    walk: async ({ type, press, heading }) => {
      await type('place.label', 'Memory Isle');
      await press('continue');
      await type({ said: 'How many swings are there?' }, 'x');
      await press('continue');
      await heading('errors');
    },
  },
  {
    ...swing,
    name: 'form-questions-loading',
    heading: 'questions.heading',
    hangs: ['services/everything'],
    walk: async ({ type, press, sees }) => {
      await type('place.label', 'Memory Isle');
      await press('continue');
      await sees('questions.loading');
    },
  },
  {
    ...swing,
    name: 'form-questions-failed',
    heading: 'questions.heading',
    faults: [{ route: 'definition', kind: 'html' }],
    walk: async ({ type, press, sees }) => {
      await type('place.label', 'Memory Isle');
      await press('continue');
      await sees('questions.failed');
    },
  },
];

export const formStates: readonly State[] = [...what, ...where, ...questions];
