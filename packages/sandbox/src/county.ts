/**
 * A second body beside the demo city: the county that keeps the roads leading out of town. It has services, questions, numbers
 * and a staff desk of its own. Made up: not the service of St. Joseph County. Roads © OpenStreetMap contributors (ODbL).
 */

import type { Seed, SeedRequest, SeedService } from '@citydesk/relay/town';
import { choices, servicesOf, type ServiceGroup } from './three-rivers/service-group.ts';

const day = 24 * 60 * 60 * 1000;

const roads: ServiceGroup = {
  group: 'County roads',
  agency: 'St. Joseph County Roads',
  services: [
    {
      service_code: 'road_surface',
      service_name: 'Road surface damage',
      description: 'A hole, a broken edge or a washed-out shoulder on a county road',
      keywords: 'pothole,pot hole,hole,road damage,broken edge,shoulder,washout,gravel,bump,crack,asphalt',
      expectedDays: 8,
      notice: 'A county road crew looks at it within 3 working days.',
      attributes: [
        {
          code: 'damage',
          datatype: 'singlevaluelist',
          required: true,
          description: 'What is wrong with the road?',
          values: choices(
            'hole: There is a hole',
            'edge: The edge is broken off',
            'shoulder: The shoulder is washed out',
            'gravel: The gravel is rutted or gone',
          ),
        },
        {
          code: 'mile_marker',
          datatype: 'string',
          description: 'Is there a road or mile marker near it?',
          datatype_description: 'Leave it out if you see none.',
        },
      ],
    },
    {
      service_code: 'county_sign',
      service_name: 'Road sign missing or damaged',
      description: 'A stop sign, a curve sign or a road name on a county road',
      keywords: 'sign,stop sign,road name,curve sign,knocked over,bent,missing sign,speed limit sign',
      expectedDays: 5,
      notice: 'A missing stop sign is put back the same day.',
      attributes: [
        {
          code: 'which',
          datatype: 'singlevaluelist',
          required: true,
          description: 'Which sign is it?',
          values: choices(
            'stop: Stop or yield',
            'name: Road name',
            'warning: Curve, deer or other warning',
            'other: Some other sign',
          ),
        },
      ],
    },
    {
      service_code: 'ditch',
      service_name: 'Ditch or culvert blocked',
      description: 'Water stands on or beside a county road',
      keywords: 'ditch,culvert,flooding,standing water,drain,pipe blocked,water over the road,beaver',
      expectedDays: 10,
    },
    {
      service_code: 'bridge',
      service_name: 'Bridge damaged',
      description: 'A railing, a joint or the deck of a bridge on a county road',
      keywords: 'bridge,railing,guard rail,guardrail,deck,joint,crack in the bridge,river crossing',
      expectedDays: 3,
      notice: 'A bridge inspector looks at it within 1 working day.',
    },
    {
      service_code: 'dead_animal_road',
      service_name: 'Dead animal on a county road',
      description: 'A deer or other animal on the road or its shoulder',
      keywords: 'dead animal,deer,roadkill,road kill,raccoon,carcass',
      expectedDays: 2,
    },
  ],
};

/** What was reported to the county, newest last. Days are before the moment the city opens. */
const past: readonly (Omit<SeedRequest, 'requested_datetime' | 'history'> & {
  readonly daysAgo: number;
  readonly done?: readonly [daysAgo: number, note: string];
})[] = [
  {
    service_code: 'bridge',
    daysAgo: 61,
    description: 'The railing is bent on the side of the river.',
    address: 'River Dr at Michigan Ave',
    lat: 41.94447,
    long: -85.62502,
    done: [57, 'New railing put in.'],
  },
  {
    service_code: 'road_surface',
    daysAgo: 34,
    description: 'The edge is broken off for about ten feet.',
    address: '2110 6th Ave',
    lat: 41.94737,
    long: -85.60934,
    attributes: { damage: 'edge' },
    done: [27, 'Edge rebuilt with gravel and rolled.'],
  },
  {
    service_code: 'dead_animal_road',
    daysAgo: 19,
    description: 'A deer on the shoulder.',
    address: '645 Constantine St',
    lat: 41.93872,
    long: -85.63753,
    done: [18, 'Taken away.'],
  },
  {
    service_code: 'ditch',
    daysAgo: 12,
    description: 'The culvert is full of leaves. Water runs over the road when it rains.',
    address: '2384 6th Ave',
    lat: 41.94737,
    long: -85.6063,
  },
  {
    service_code: 'county_sign',
    daysAgo: 6,
    description: 'The curve sign lies in the grass.',
    address: '1820 6th Ave',
    lat: 41.94736,
    long: -85.61252,
    attributes: { which: 'warning' },
  },
];

/** @param now the day its past ends on */
export function stJosephCounty(now: Date): Seed {
  const services: readonly SeedService[] = servicesOf(roads);
  const ago = (days: number): string => new Date(+now - days * day).toISOString();
  return {
    city: 'St. Joseph County Roads',
    timeZone: 'America/Detroit',
    idPrefix: 'C',
    services,
    requests: past.map(({ daysAgo, done, ...request }) => ({
      ...request,
      requested_datetime: ago(daysAgo),
      history: done ? [{ at: ago(done[0]), status: 'Closed', note: done[1] }] : [],
    })),
  };
}
