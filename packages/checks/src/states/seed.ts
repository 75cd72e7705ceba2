// The city of the base states: Three Rivers with its services, one more that asks in every way, and a handful of reports that are always the same.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { threeRivers, type Seed, type SeedRequest, type SeedService } from '@citydesk/sandbox';
import { root } from '../workspace.ts';
import { numbers } from './numbers.ts';

const day = 24 * 60 * 60 * 1000;

/** Asks in every way there is. */
const everything: SeedService = {
  service_code: 'everything',
  service_name: 'Playground equipment',
  description: 'A swing, a slide, a climbing frame',
  group: 'Parks and trees',
  agency: 'Parks',
  expectedDays: 3,
  notice: 'We look at it within 2 working days.',
  attributes: [
    { code: 'note', variable: false, description: 'If someone is hurt, call 911.' },
    { code: 'tag', description: 'What is on its tag?', required: true, datatype_description: 'For example A1234.' },
    { code: 'what', description: 'What happened?', datatype: 'text', required: true },
    { code: 'number', description: 'How many swings are there?', datatype: 'number' },
    { code: 'when', description: 'When did you see it?', datatype: 'datetime', required: true },
    {
      code: 'kind',
      description: 'What is it made of?',
      datatype: 'singlevaluelist',
      required: true,
      values: ['Wood', 'Metal', 'Plastic'].map(asValue),
    },
    {
      code: 'park',
      description: 'Which park is it in?',
      datatype: 'singlevaluelist',
      required: true,
      values: ['Armitage', 'Conservation', 'Hidden Marsh', 'LaFayette', 'Memory Isle', 'Scidmore', 'Bowman'].map(
        asValue,
      ),
    },
    {
      code: 'wrong',
      description: 'What is wrong with it?',
      datatype: 'multivaluelist',
      required: true,
      values: ['It is loose', 'It is broken', 'It is dirty'].map(asValue),
    },
  ],
};

/** Gives a token first, and the number later. */
const later: SeedService = {
  service_code: 'later',
  service_name: 'Bench to mend',
  description: 'A bench on a walk or in a park',
  group: 'Parks and trees',
  type: 'batch',
  tokenDelay: day,
};

export function statesSeed(now = new Date()): Seed {
  const ago = (days: number) => new Date(+now - days * day).toISOString();
  const photo = pictureOf('street-800');
  const requests: readonly SeedRequest[] = [
    {
      service_request_id: numbers.received,
      service_code: 'street_light',
      requested_datetime: ago(1),
      description: 'It has been dark for a week.',
      address: '120 W Michigan Ave',
      lat: 41.9446,
      long: -85.6362,
    },
    {
      service_request_id: numbers.progress,
      service_code: 'pothole',
      requested_datetime: ago(4),
      description: 'Deep, with a sharp edge.',
      address: '290 Spring St',
      lat: 41.94164,
      long: -85.63567,
      photos: [photo],
      history: [{ at: ago(3), status: 'In progress', note: 'Marked. A crew comes this week.' }],
    },
    {
      service_code: 'pothole',
      requested_datetime: ago(2),
      description: 'Where the alley meets the street.',
      address: '368 Spring St',
      lat: 41.941,
      long: -85.63566,
    },
    {
      service_request_id: numbers.late,
      service_code: 'graffiti',
      requested_datetime: ago(60),
      description: 'On the wall behind the library.',
      address: '920 W Michigan Ave',
      lat: 41.9452,
      long: -85.6431,
    },
    {
      service_request_id: numbers.closed,
      service_code: 'sidewalk',
      requested_datetime: ago(20),
      description: 'One slab stands up.',
      address: '57 N Main St',
      lat: 41.9441,
      long: -85.6322,
      photos: [photo],
      history: [
        { at: ago(15), status: 'In progress', note: 'The slab is marked.' },
        { at: ago(2), status: 'Closed', note: 'Fixed: the slab was ground down.', photo: pictureOf('river-800') },
      ],
    },
    {
      service_request_id: numbers.longAgo,
      service_code: 'tree_trim',
      requested_datetime: ago(800),
      address: '12 Portage Ave',
      history: [{ at: ago(780), status: 'Closed', note: 'Fixed. The branch was cut.' }],
    },
    {
      service_request_id: numbers.notOurs,
      service_code: 'sign',
      requested_datetime: ago(9),
      address: '1100 S US-131',
      history: [
        {
          at: ago(7),
          status: 'Closed',
          note: 'Not ours. The Michigan Department of Transportation takes care of this sign.',
        },
      ],
    },
    {
      service_request_id: numbers.silent,
      service_code: 'dumping',
      requested_datetime: ago(12),
      address: '44 River St',
      history: [{ at: ago(5), status: 'Closed' }],
    },
    {
      service_code: 'dead_animal',
      requested_datetime: ago(1.5),
      address: '215 Hoffman St',
      lat: 41.95425,
      long: -85.6343,
    },
  ];
  const { services } = threeRivers(now);
  return { city: 'Three Rivers', timeZone: 'America/Detroit', services: [...services, everything, later], requests };
}

function asValue(name: string) {
  return { key: name.toLowerCase().replaceAll(' ', '-'), name };
}

function pictureOf(name: string): string {
  const bytes = readFileSync(path.join(root, `examples/city-page/images/${name}.webp`));
  return `data:image/webp;base64,${bytes.toString('base64')}`;
}
