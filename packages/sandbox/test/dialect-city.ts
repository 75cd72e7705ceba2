/** A small city for holding dialects against recordings: two services, and requests of the kinds that recordings have. */

import { createCity, type City } from '../src/city.ts';
import type { DialectName } from '../src/dialect-names.ts';
import type { SeedRequest, SeedService } from '@citydesk/relay/town';

/** 10:00 on a Friday in Three Rivers. */
const friday = new Date('2026-11-20T15:00:00Z');

const services: readonly SeedService[] = [
  {
    service_code: 'DF',
    service_name: 'Pothole',
    description: 'A hole in the road',
    keywords: 'hole,road',
    group: 'Streets',
    agency: 'Street Department',
    expectedDays: 2,
    notice: 'A crew comes within 2 days.',
    attributes: [
      { code: 'depth', datatype: 'number', datatype_description: 'Centimetres', description: 'How deep is it?' },
      {
        code: 'shape',
        datatype: 'singlevaluelist',
        datatype_description: 'Choose one.',
        description: 'What shape has it?',
        values: [
          { key: 'round', name: 'Round' },
          { key: 'square', name: 'Square' },
        ],
      },
    ],
  },
  { service_code: 'GR', service_name: 'Graffiti', description: 'Paint', keywords: 'paint', group: 'Walls' },
];

const at = (day: number): string => `2026-11-${day}T12:00:00Z`;
const worked = [{ at: at(12), status: 'In progress', note: 'A crew was there.' }] as const;
const place = { address: '318 Hoffman St', lat: 41.95, long: -85.63 };

const kinds = {
  /** All a resident and the city can say. */
  full: { service_code: 'DF', description: 'Deep.\nWide.', zipcode: '49093', history: worked, ...place },
  /** With a place, and no words. */
  placed: { service_code: 'DF', history: worked, ...place },
  /** Words alone. */
  words: { service_code: 'DF', description: 'Somewhere in the park' },
  /** No more than the spec wants. */
  least: { service_code: 'DF' },
  /** Of a service about which the city promises nothing. */
  unpromised: { service_code: 'GR' },
  /** Every field that comes from the resident, none of the city's. */
  resident: {
    service_code: 'GR',
    description: 'Deep',
    address_id: '7',
    zipcode: '49093',
    media_url: 'https://example.com/1.jpg',
    ...place,
  },
  /** Closed, answered and photographed. */
  answered: {
    service_code: 'DF',
    description: 'Deep',
    media_url: 'https://example.com/1.jpg',
    attributes: { shape: 'round' },
    history: [{ at: at(12), status: 'Closed', note: 'Filled.' }],
    ...place,
  },
} satisfies Readonly<Record<string, Omit<SeedRequest, 'requested_datetime'>>>;

export interface CityKind {
  readonly requests?: readonly (keyof typeof kinds)[];
  /** How many of the two services there are. */
  readonly services?: 1 | 2;
  readonly type?: SeedService['type'];
  readonly apiKey?: string;
}

export function dialectCity(dialect: DialectName, kind: CityKind = {}): City {
  const { requests = [], services: count = 2, type = 'realtime', apiKey } = kind;
  return createCity({
    dialect,
    apiKey,
    now: () => friday,
    tokenDelay: 0,
    seed: {
      city: 'Test city',
      timeZone: 'America/Detroit',
      services: services.slice(0, count).map((service) => ({ ...service, type })),
      requests: requests.map((name, index) => ({ ...kinds[name], requested_datetime: at(10 + index) })),
    },
  });
}

export interface Ask {
  /** Under `/open311/v2/`; `{code}`, `{id}` and `{token}` are those of the first service and the newest request. */
  readonly path: string;
  /** Makes it a POST; a report of the first service at a place, with these fields over it. */
  readonly report?: Readonly<Record<string, string>>;
  /** With a photo in the field `media`. */
  readonly photo?: true;
  /** A report that is filed before. */
  readonly after?: Readonly<Record<string, string>>;
}

export async function spoken(city: City, ask: Ask): Promise<{ readonly status: number; readonly text: string }> {
  if (ask.after) await city.fetch(requestOf(city, { path: 'requests.xml', report: ask.after }));
  const answer = await city.fetch(requestOf(city, ask));
  return { status: answer.status, text: await answer.text() };
}

function requestOf(city: City, { path, report, photo }: Ask): Request {
  const code = city.store.services()[0]?.service_code ?? '';
  const [newest] = city.store.all();
  const named = path
    .replace('{code}', encodeURIComponent(code))
    .replace('{id}', newest?.serviceRequestId ?? '')
    .replace('{token}', newest?.token ?? '');
  const url = new URL(named, 'http://city.test/open311/v2/');
  if (!report) return new Request(url);
  const body = photo ? new FormData() : new URLSearchParams();
  const fields = { service_code: code, lat: '41.95', long: '-85.63', ...report };
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (body instanceof FormData) body.append('media', new Blob(['GIF89a']), 'a.gif');
  return new Request(url, { method: 'POST', body });
}
