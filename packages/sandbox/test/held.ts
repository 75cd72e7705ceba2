/** Which answer of which dialect is held against which recording, and how. */

import type { Ask, CityKind } from './dialect-city.ts';
import type { DialectName } from '../src/dialect-names.ts';

export interface Held {
  readonly dialect: DialectName;
  readonly file: string;
  readonly ask: Ask;
  readonly city?: CityKind;
  /** Default 200. */
  readonly status?: number;
  /**
   * - `json`: the same fields of the same kinds, dates written the same way
   * - `xml`: the same elements and attributes, dates written the same way
   * - `html`: the same tags
   * - `names`: the same names, in JSON as in the recorded XML
   * - `first as object`: as an automatic conversion of the first element would be
   */
  readonly compare: 'json' | 'xml' | 'html' | 'names' | 'first as object';
  /** Lines of the shape that are left out of the comparison. */
  readonly leaveOut?: readonly RegExp[];
}

const report = {};
const get = (path: string): Ask => ({ path });
const post = (path: string, more: Omit<Ask, 'path'> = {}): Ask => ({ path, report, ...more });
const requests = (...kinds: NonNullable<CityKind['requests']>): CityKind => ({ requests: kinds });

type Row = readonly [
  file: string,
  ask: Ask,
  compare: Held['compare'],
  more?: Pick<Held, 'city' | 'status' | 'leaveOut'>,
];

const rows: Readonly<Record<DialectName, readonly Row[]>> = {
  wrapped: [
    ['washington-dc.services.xml', get('services.json'), 'names'],
    ['washington-dc.service-definition.S0301.xml', get('services/{code}.json'), 'names'],
    ['washington-dc.discovery.xml', get('discovery.json'), 'names'],
    ['mysociety-adapter.requests.200.xml', get('requests.json'), 'names', { city: requests('resident') }],
    ['mysociety-adapter.requests.200.xml', get('requests/{id}.json'), 'names', { city: requests('resident') }],
    ['mysociety-adapter.post_ok.200.xml', post('requests.json'), 'names'],
    [
      'merton-uk.post-token.xml',
      post('requests.json'),
      'names',
      { city: { type: 'batch', services: 2 }, leaveOut: [/notice/] },
    ],
    ['spot.error-404-request.xml', get('requests/none.json'), 'names', { status: 404 }],
  ],
  tokens: [
    ['merton-uk.services.xml', get('services.xml'), 'xml'],
    ['merton-uk.post-token.xml', post('requests.xml'), 'xml'],
    ['merton-uk.token.xml', { path: 'tokens/{token}.xml', after: {} }, 'xml'],
  ],
  'xml-only': [
    ['washington-dc.services.xml', get('services.xml'), 'xml'],
    ['washington-dc.service-definition.S0301.xml', get('services/{code}.xml'), 'xml'],
    ['washington-dc.discovery.xml', get('discovery.xml'), 'xml'],
  ],
  'string-types': [
    ['mysociety-adapter.services.200.json', get('services.json'), 'json'],
    ['mysociety-adapter.def.200.json', get('services/{code}.json'), 'json'],
    ['mysociety-adapter.services.200.xml', get('services.xml'), 'xml'],
    ['mysociety-adapter.def.200.xml', get('services/{code}.xml'), 'xml'],
    ['mysociety-adapter.def404.404.json', get('services/none.json'), 'json', { status: 404 }],
  ],
  'numeric-ids': [
    ['mysociety-adapter.requests.200.json', get('requests.json'), 'json', { city: requests('full', 'words') }],
    ['mysociety-adapter.request0.200.json', get('requests/{id}.json'), 'json', { city: requests('words') }],
    ['mysociety-adapter.post_ok.200.json', post('requests.json'), 'json'],
    ['mysociety-adapter.mp.200.json', post('requests.json', { photo: true }), 'json'],
    ['mysociety-adapter.requests.200.xml', get('requests.xml'), 'xml', { city: requests('full', 'words') }],
    ['mysociety-adapter.post_ok.200.xml', post('requests.xml'), 'xml'],
  ],
  'single-object': [
    ['washington-dc.services.xml', get('services.json'), 'first as object', { city: { services: 1 } }],
    [
      'merton-uk.post-token.xml',
      post('requests.json'),
      'first as object',
      { city: { type: 'batch' }, leaveOut: [/notice/] },
    ],
    ['spot.error-404-request.xml', get('requests/none.json'), 'first as object', { status: 404 }],
  ],
  'zoneless-dates': [
    ['san-francisco.requests.2012.xml', get('requests.xml'), 'xml', { city: requests('full', 'unpromised') }],
    ['san-francisco.services.2012.xml', get('services.xml'), 'xml'],
    ['san-francisco.services.2011.xml', get('services.xml'), 'xml'],
  ],
  'html-errors': [
    ['helsinki-6aika.svc_def_404.404.html', get('services/none.json'), 'html', { status: 404 }],
    ['helsinki-6aika.post_noloc500.500.html', post('requests.json', { report: { lat: '' } }), 'html', { status: 500 }],
  ],
  duplicates: [['spot.error-404-request.xml', post('requests.xml', { after: {} }), 'xml', { status: 400 }]],
  spot: [
    [
      'san-francisco.request.extended.json',
      get('requests/{id}.json?extensions=true'),
      'json',
      { city: requests('answered') },
    ],
    ['spot.error-404-request.xml', get('requests/none.xml'), 'xml', { status: 404 }],
  ],
  chicago: [['chicago.requests.json', get('requests.json'), 'json', { city: requests('placed') }]],
  bloomington: [
    ['bloomington-in.requests.json', get('requests.json'), 'json', { city: requests('full', 'least') }],
    ['bloomington-in.services.json', get('services.json'), 'json'],
  ],
  'mark-a-spot': [['giessen.services.xml', get('services.xml'), 'xml']],
  helsinki: [
    ['helsinki-6aika.services.200.json', get('services.json'), 'json'],
    ['helsinki-6aika.services.200.xml', get('services.xml'), 'xml'],
    ['helsinki-6aika.requests.200.json', get('requests.json'), 'json', { city: requests('full', 'words') }],
    ['helsinki-6aika.requests.200.xml', get('requests.xml'), 'xml', { city: requests('full', 'words') }],
    ['helsinki-6aika.request.200.xml', get('requests/{id}.xml'), 'xml', { city: requests('full') }],
    ['helsinki-6aika.empty.200.xml', get('requests.xml'), 'xml'],
    ['helsinki-6aika.status_closed.200.json', get('requests.json?status=closed'), 'json', { city: requests('words') }],
    [
      'helsinki-6aika.requests_ext.200.json',
      get('requests.json?extensions=true'),
      'json',
      { city: requests('answered', 'words') },
    ],
    [
      'helsinki.request.extended.json',
      get('requests/{id}.json?extensions=true'),
      'json',
      { city: requests('answered') },
    ],
    ['helsinki-6aika.post_ok.201.json', post('requests.json'), 'json', { status: 201 }],
    ['helsinki-6aika.post_ok.201.xml', post('requests.xml'), 'xml', { status: 201 }],
    ['helsinki-6aika.post_multipart_media.201.json', post('requests.json', { photo: true }), 'json', { status: 201 }],
    [
      'helsinki-6aika.post_missing_code.400.json',
      post('requests.json', { report: { service_code: '' } }),
      'json',
      { status: 400 },
    ],
    [
      'helsinki-6aika.post_missing_code.400.xml',
      post('requests.xml', { report: { service_code: '' } }),
      'xml',
      { status: 400 },
    ],
    ['helsinki-6aika.post_bad_lat.400.json', post('requests.json', { report: { lat: 'x' } }), 'json', { status: 400 }],
    ['helsinki-6aika.post_bad_key.400.json', post('requests.json'), 'json', { status: 400, city: { apiKey: 'k' } }],
    ['helsinki-6aika.request_404.404.json', get('requests/none.json'), 'json', { status: 404 }],
    ['helsinki-6aika.request_404.404.xml', get('requests/none.xml'), 'xml', { status: 404 }],
    ['helsinki-6aika.svc_def_404.404.html', get('services/{code}.json'), 'html', { status: 404 }],
  ],
  accela: [
    ['accela-islandton.services.0.json', get('services.json'), 'json'],
    ['accela-islandton.requests.1.json', get('requests.json'), 'json', { city: requests('least', 'unpromised') }],
    ['accela-islandton.requests.2.json', get('requests.json'), 'json', { city: requests('full') }],
    ['accela-islandton.requests.3.json', post('requests.json'), 'json'],
  ],
};

export const held: readonly Held[] = Object.entries(rows).flatMap(([dialect, list]) =>
  list.map(([file, ask, compare, more]) => ({ dialect: dialect as DialectName, file, ask, compare, ...more })),
);
