/** Lists in pages, which every city does in its own way. */
import type { CannedAnswer, Case } from '../case.ts';

const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ service_request_id: String(from + at), status: 'open' }));
const read = (from: number, to: number) =>
  rows(from, to).map(({ service_request_id }) => ({
    serviceRequestId: service_request_id,
    status: 'open',
    statusLabel: 'open',
    mediaUrls: [],
  }));
const page = (from: number, to: number, headers: CannedAnswer['headers'] = {}): CannedAnswer => ({
  body: rows(from, to),
  headers,
});
const calls = [['requests']] as const;
const dated = (from: number, to: number) =>
  rows(from, to).map((each) => ({ ...each, requested_datetime: '2026-07-15T00:00:00Z' }));

export const pageCases: readonly Case[] = [
  {
    title: 'pages: are read until one is shorter',
    calls,
    city: {
      'GET requests.json': page(1, 10),
      'GET requests.json?page=2': page(11, 20),
      'GET requests.json?page=3': page(21, 23),
    },
    gives: read(1, 23),
    asked: ['GET requests.json', 'GET requests.json?page=2', 'GET requests.json?page=3'],
  },
  {
    title: 'pages: are read until one is empty',
    calls,
    city: { 'GET requests.json': page(1, 4), 'GET requests.json?page=2': { body: [] } },
    gives: read(1, 4),
    times: 2,
  },
  { title: 'pages: an empty list has one', calls, city: { 'GET requests.json': { body: [] } }, gives: [], times: 1 },
  {
    title: 'pages: beyond the last one may be an error',
    calls,
    city: {
      'GET requests.json': page(1, 4),
      'GET requests.json?page=2': { status: 404, body: { code: 404, detail: 'Invalid page.' } },
    },
    gives: read(1, 4),
    times: 2,
  },
  {
    title: 'pages: a city that fails in between has not ended',
    calls,
    city: { 'GET requests.json': page(1, 4), 'GET requests.json?page=2': { status: 500, body: '{}' } },
    throws: { name: 'RejectedError', status: 500 },
  },
  {
    title: 'pages: the same list again is the end',
    calls,
    city: { 'GET requests.json': page(1, 50) },
    gives: read(1, 50),
    times: 2,
  },
  {
    title: 'pages: a city without pages is asked again only for a list that may be cut off',
    calls: [...calls, ...calls],
    city: { 'GET requests.json': page(1, 7) },
    gives: read(1, 7),
    times: 3,
  },
  {
    title: 'pages: a new report that pushes others to the next page is no end',
    calls,
    city: {
      'GET requests.json': page(1, 10),
      'GET requests.json?page=2': page(10, 19),
      'GET requests.json?page=3': page(20, 21),
    },
    gives: read(1, 21),
    times: 3,
  },
  {
    title: 'pages: their number is in a header',
    calls,
    city: {
      'GET requests.json': page(1, 5, { 'X-Page-Count': '2' }),
      'GET requests.json?page=2': page(6, 10, { 'X-Page-Count': '2' }),
    },
    gives: read(1, 10),
    times: 2,
  },
  {
    title: 'pages: the number of all is in a header',
    calls,
    city: {
      'GET requests.json': page(1, 5, { 'page-TotalSize': '10', 'page-Size': '5' }),
      'GET requests.json?page=2': page(6, 10, { 'page-TotalSize': '10', 'page-Size': '5' }),
    },
    gives: read(1, 10),
    times: 2,
  },
  {
    title: 'pages: the next address says how to ask, not whom',
    calls,
    city: {
      'GET requests.json': page(1, 5, {
        'X-Next-Page-URL': 'http://elsewhere.invalid/requests.json?page=2&cursor=abc',
      }),
      'GET requests.json?page=2&cursor=abc': page(6, 7),
    },
    gives: read(1, 7),
    asked: ['GET requests.json', 'GET requests.json?page=2&cursor=abc'],
  },
  {
    title: 'pages: the next address may be a link',
    calls,
    city: {
      'GET requests.json': page(1, 5, { Link: '</requests.json?offset=5>; rel="next"' }),
      'GET requests.json?offset=5': page(6, 7),
    },
    gives: read(1, 7),
  },
  {
    title: 'pages: their size may be asked for',
    calls: [['requests', { pageSize: 5, status: 'open' }]],
    city: { 'GET requests.json': page(1, 5), 'GET requests.json?page=2': page(6, 8) },
    gives: read(1, 8),
    asked: [
      'GET requests.json?status=open&page_size=5&per_page=5',
      'GET requests.json?status=open&page_size=5&per_page=5&page=2',
    ],
  },
  {
    title: 'pages: a caller who has enough asks for no more',
    calls,
    take: 4,
    city: { 'GET requests.json': page(1, 5) },
    gives: read(1, 4),
    times: 1,
  },
  {
    title: 'pages: a list cut off at 1,000 is asked for in halves',
    calls: [['requests', { startDate: new Date('2026-07-01T00:00:00Z'), endDate: new Date('2026-07-31T00:00:00Z') }]],
    city: {
      'GET requests.json?start_date=2026-07-01T00:00:00Z&end_date=2026-07-31T00:00:00Z': { body: dated(1, 1000) },
      'GET requests.json?start_date=2026-07-16T00:00:00Z&end_date=2026-07-31T00:00:00Z': { body: dated(1, 7) },
      'GET requests.json?start_date=2026-07-01T00:00:00Z&end_date=2026-07-16T00:00:00Z': { body: dated(8, 1003) },
    },
    gives: read(1, 1003).map((each) => ({ ...each, requestedDatetime: '2026-07-15T00:00:00.000Z' })),
    times: 4,
  },
  ...(
    [
      [
        'an error',
        { 'GET requests.json?page=2': { status: 400, body: [{ code: 400, description: 'no page' }] } },
        1000,
      ],
      ['empty', { 'GET requests.json?page=2': { body: [] } }, 1000],
      [
        'the end of a shorter one',
        { 'GET requests.json?page=2': { body: dated(601, 1000) }, 'GET requests.json?page=3': { body: [] } },
        600,
      ],
    ] as const
  ).map(([what, further, first]): Case => ({
    title: `pages: a list of 1,000 may be cut off, also where the next page is ${what}`,
    calls: [['requests', { startDate: new Date('2026-07-01T00:00:00Z'), endDate: new Date('2026-07-31T00:00:00Z') }]],
    city: {
      'GET requests.json?start_date=2026-07-01T00:00:00Z&end_date=2026-07-31T00:00:00Z': { body: dated(1, first) },
      ...Object.fromEntries(
        Object.entries(further).map(([path, answer]) => [
          path.replace('?', '?start_date=2026-07-01T00:00:00Z&end_date=2026-07-31T00:00:00Z&'),
          answer,
        ]),
      ),
      'GET requests.json?start_date=2026-07-16T00:00:00Z&end_date=2026-07-31T00:00:00Z': { body: dated(1, 7) },
      'GET requests.json?start_date=2026-07-01T00:00:00Z&end_date=2026-07-16T00:00:00Z': { body: dated(8, 1003) },
    },
    gives: read(1, 1003).map((each) => ({ ...each, requestedDatetime: '2026-07-15T00:00:00.000Z' })),
  })),
  {
    title: 'pages: a list that ends by itself beyond 1,000 is not asked for again',
    calls: [['requests', { startDate: new Date('2026-07-01T00:00:00Z'), endDate: new Date('2026-07-31T00:00:00Z') }]],
    city: { 'GET requests.json': { body: dated(1, 700) }, 'GET requests.json?page=2': { body: dated(701, 1200) } },
    gives: read(1, 1200).map((each) => ({ ...each, requestedDatetime: '2026-07-15T00:00:00.000Z' })),
    times: 2,
  },
];
