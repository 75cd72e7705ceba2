/** Lists: what is asked for, by dates and by ids. */
import type { RequestsQuery } from '../../../src/index.ts';
import type { CannedAnswer, Case } from '../case.ts';

const row = (id: string | number, date?: string) => ({
  service_request_id: id,
  status: 'open',
  ...(date && { requested_datetime: date }),
});
const read = (id: string, date?: string) => ({
  serviceRequestId: id,
  status: 'open',
  statusLabel: 'open',
  mediaUrls: [],
  ...(date && { requestedDatetime: date.replace('Z', '.000Z') }),
});
const last: CannedAnswer['headers'] = { 'X-Page-Count': '1' };
const list = (...rows: readonly object[]): CannedAnswer => ({ body: rows, headers: last });
const refusal: CannedAnswer = { status: 400, body: [{ code: 400, description: '25 days at most' }] };
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const at = (text: string) => `${text}T00%3A00%3A00Z`;
const between = (from: string, to: string) => `GET requests.json?start_date=${at(from)}&end_date=${at(to)}`;

const queries: readonly (readonly [title: string, query: RequestsQuery | undefined, asked: string])[] = [
  ['nothing in particular', undefined, ''],
  ['some services', { serviceCodes: ['006', 'a,b'] }, '?service_code=006%2Ca%2Cb'],
  ['open ones', { status: 'open' }, '?status=open'],
  ['open and closed ones', { status: ['open', 'closed'] }, '?status=open%2Cclosed'],
  [
    'a range of dates',
    { startDate: day('2026-10-01'), endDate: new Date('2026-11-01T00:00:00.999Z') },
    `?start_date=${at('2026-10-01')}&end_date=${at('2026-11-01')}`,
  ],
  [
    'what lies before a date',
    { endDate: day('2026-04-01') },
    `?start_date=${at('2026-01-01')}&end_date=${at('2026-04-01')}`,
  ],
  [
    'what changed',
    { updatedAfter: day('2026-10-01'), updatedBefore: day('2026-10-02') },
    `?updated_after=${at('2026-10-01')}&updated_before=${at('2026-10-02')}`,
  ],
  ['a circle', { lat: 0, long: -85.5, radius: 100 }, '?lat=0&long=-85.5&radius=100'],
  ['no half a circle', { lat: 1, radius: 100 }, ''],
  ['a box', { bbox: [-86, 41, -85, 42] }, '?bbox=-86%2C41%2C-85%2C42'],
  ['words', { q: 'deep hole' }, '?q=deep+hole'],
  ['all that can be told', { extensions: true }, '?extensions=true'],
  ['no more than is wanted', { extensions: false, q: '', serviceCodes: [] }, ''],
];

export const listCases: readonly Case[] = [
  ...queries.map(([title, query, asked]): Case => ({
    title: `list: asks for ${title}`,
    calls: [['requests', query]],
    city: { 'GET requests.json': list(row('1')) },
    gives: [read('1')],
    asked: [`GET requests.json${asked}`],
  })),
  { title: 'list: nothing is asked before it is iterated', calls: [['requests', {}]], take: 0, city: {}, times: 0 },
  {
    title: 'list: rows without an id yet are left out',
    calls: [['requests']],
    city: { 'GET requests.json': list(row('1'), { token: 't', status: 'open' }) },
    gives: [read('1')],
  },
  {
    title: 'list: each request is given once',
    calls: [['requests']],
    city: { 'GET requests.json': list(row('1'), row(1), row('01')) },
    gives: [read('1'), read('01')],
  },
  {
    title: 'list: a long range is asked for in steps of 90 days, newest first',
    calls: [['requests', { startDate: day('2026-01-01'), endDate: day('2026-08-01') }]],
    city: {
      [between('2026-05-03', '2026-08-01').replaceAll('%3A', ':')]: list(row('3', '2026-06-01T00:00:00Z')),
      [between('2026-02-02', '2026-05-03').replaceAll('%3A', ':')]: list(row('2', '2026-03-01T00:00:00Z')),
      [between('2026-01-01', '2026-02-02').replaceAll('%3A', ':')]: list(row('1', '2026-01-03T00:00:00Z')),
    },
    gives: [read('3', '2026-06-01T00:00:00Z'), read('2', '2026-03-01T00:00:00Z'), read('1', '2026-01-03T00:00:00Z')],
    asked: [
      between('2026-05-03', '2026-08-01'),
      between('2026-02-02', '2026-05-03'),
      between('2026-01-01', '2026-02-02'),
    ],
  },
  {
    title: 'list: a quiet season is no end',
    calls: [['requests', { startDate: day('2026-01-01'), endDate: day('2026-08-01') }]],
    city: { 'GET requests.json': [list(), list(), list(row('1', '2026-01-03T00:00:00Z'))] },
    gives: [read('1', '2026-01-03T00:00:00Z')],
  },
  {
    title: 'list: the newest step has no end, whatever the clock of the device',
    calls: [['requests', { startDate: new Date(Date.now() - 5 * 86_400_000) }]],
    city: { 'GET requests.json': list(row('1')) },
    asked: [/^GET requests\.json\?start_date=[^&]+$/],
  },
  {
    title: 'list: a caller who has enough ends the asking',
    calls: [['requests', { startDate: day('2016-01-01'), endDate: day('2026-08-01') }]],
    take: 1,
    city: { 'GET requests.json': list(row('1', '2026-07-01T00:00:00Z')) },
    gives: [read('1', '2026-07-01T00:00:00Z')],
    times: 1,
  },
  {
    title: 'list: a city that does not read dates is not asked for more of them',
    calls: [['requests', { startDate: day('2016-01-01'), endDate: day('2026-08-01') }]],
    city: { 'GET requests.json': list(row('1', '2026-07-01T00:00:00Z')) },
    gives: [read('1', '2026-07-01T00:00:00Z')],
    times: 2,
  },
  {
    title: 'list: what lies on the edge of two steps is given once, and is no end',
    calls: [['requests', { startDate: day('2026-01-01'), endDate: day('2026-08-01') }]],
    city: {
      'GET requests.json': [
        list(row('2', '2026-05-03T00:00:00Z')),
        list(row('2', '2026-05-03T00:00:00Z')),
        list(row('1', '2026-01-03T00:00:00Z')),
      ],
    },
    gives: [read('2', '2026-05-03T00:00:00Z'), read('1', '2026-01-03T00:00:00Z')],
    times: 3,
  },
  {
    title: 'list: a city that refuses 90 days is asked for 25',
    calls: [['requests', { startDate: day('2026-07-01'), endDate: day('2026-08-10') }]],
    city: {
      [between('2026-07-01', '2026-08-10').replaceAll('%3A', ':')]: {
        ...refusal,
      },
      [between('2026-07-16', '2026-08-10').replaceAll('%3A', ':')]: list(row('2', '2026-08-01T00:00:00Z')),
      [between('2026-07-01', '2026-07-16').replaceAll('%3A', ':')]: list(row('1', '2026-07-02T00:00:00Z')),
    },
    gives: [read('2', '2026-08-01T00:00:00Z'), read('1', '2026-07-02T00:00:00Z')],
    times: 3,
    quirks: [52],
  },
  {
    title: 'list: a city that refuses 90 days is asked for all that is left in 25',
    calls: [['requests', { startDate: day('2026-01-01'), endDate: day('2026-08-01') }]],
    city: {
      'GET requests.json': list(),
      [between('2026-05-03', '2026-08-01').replaceAll('%3A', ':')]: refusal,
      [between('2026-02-02', '2026-05-03').replaceAll('%3A', ':')]: refusal,
      [between('2026-01-01', '2026-01-13').replaceAll('%3A', ':')]: list(row('1', '2026-01-03T00:00:00Z')),
    },
    gives: [read('1', '2026-01-03T00:00:00Z')],
    times: 10,
    quirks: [52],
  },
  {
    title: 'list: a city that refuses 25 days too has another reason',
    calls: [['requests', { startDate: day('2026-07-01'), endDate: day('2026-08-10') }]],
    city: { 'GET requests.json': { status: 400, body: [{ code: 400, description: 'unknown service' }] } },
    throws: { name: 'RejectedError', status: 400, reasons: ['unknown service'] },
    times: 2,
  },
  {
    title: 'list: a preset knows of 25 days',
    calls: [['requests', { startDate: day('2026-07-01'), endDate: day('2026-08-10') }]],
    options: { preset: 'toronto' },
    city: { 'GET requests.json': list() },
    asked: [between('2026-07-16', '2026-08-10'), between('2026-07-01', '2026-07-16')],
  },
  {
    title: 'list: a preset knows of a city that wants dates without a Z',
    calls: [['requests', { startDate: day('2026-07-01'), endDate: day('2026-08-10') }]],
    options: { preset: 'chicago' },
    city: { 'GET requests.json': list() },
    asked: ['GET requests.json?start_date=2026-06-30T19%3A00%3A00&end_date=2026-08-09T19%3A00%3A00'],
    quirks: [17],
  },
  {
    title: 'ids: several are asked for in one call',
    calls: [['requests', { serviceRequestIds: ['1', '02', '1'] }]],
    city: { 'GET requests.json': { body: [row('02'), row('1')] } },
    gives: [read('02'), read('1')],
    asked: ['GET requests.json?service_request_id=1%2C02'],
  },
  {
    title: 'ids: one is asked for by itself',
    calls: [['requests', { serviceRequestIds: ['1'] }]],
    city: { 'GET requests/1.json': { body: [row('1')] } },
    gives: [read('1')],
    times: 1,
  },
  {
    title: 'ids: those that the list leaves out are asked for one by one',
    calls: [['requests', { serviceRequestIds: ['1', '2'] }]],
    city: { 'GET requests.json': { body: [row('1')] }, 'GET requests/2.json': { body: [row('2')] } },
    gives: [read('1'), read('2')],
    times: 2,
  },
  {
    title: 'ids: a city that takes no list is asked one by one',
    calls: [['requests', { serviceRequestIds: ['1', '2'] }]],
    city: {
      'GET requests.json': { status: 400, body: [{ code: 400, description: 'one id only' }] },
      'GET requests/1.json': { body: [row('1')] },
      'GET requests/2.json': { body: [row('2')] },
    },
    gives: [read('1'), read('2')],
    times: 3,
  },
  {
    title: 'ids: and is not asked for a list again',
    calls: [
      ['requests', { serviceRequestIds: ['1', '2'] }],
      ['requests', { serviceRequestIds: ['1', '2'] }],
    ],
    city: {
      'GET requests.json': { body: [] },
      'GET requests/1.json': { body: [row('1')] },
      'GET requests/2.json': { body: [row('2')] },
    },
    gives: [read('1'), read('2')],
    times: 5,
  },
  {
    title: 'ids: reports nobody asked for are left out',
    calls: [['requests', { serviceRequestIds: ['1', '2'] }]],
    city: { 'GET requests.json': { body: [row('7'), row('1'), row('2')] } },
    gives: [read('1'), read('2')],
    times: 1,
  },
  {
    title: 'ids: unknown ones are left out',
    calls: [['requests', { serviceRequestIds: ['1', '2'] }]],
    city: { 'GET requests.json': { body: [row('1')] }, 'GET requests/2.json': { body: [] } },
    gives: [read('1')],
  },
  {
    title: 'ids: one that the city fails over does not hide the others',
    calls: [['requests', { serviceRequestIds: ['1', '2'] }]],
    take: 1,
    city: {
      'GET requests.json': { status: 500, body: '{}' },
      'GET requests/1.json': { status: 500, body: '{}' },
      'GET requests/2.json': { body: [row('2')] },
    },
    gives: [read('2')],
  },
  { title: 'ids: none are none', calls: [['requests', { serviceRequestIds: [] }]], city: {}, gives: [], times: 0 },
];
