/** One report, as the city shows it. */
import type { Case } from '../case.ts';

const row = { service_request_id: '17', status: 'open' };
const read = { serviceRequestId: '17', status: 'open', statusLabel: 'open', mediaUrls: [] };
const calls = [['request', '17']] as const;
const path = 'GET requests/17.json';

/** Fields beside id and status, and how they are read in the zone of Chicago. */
const fields: readonly (readonly [title: string, row: object, request: object])[] = [
  ['an id that is a number', { service_request_id: 17 }, {}],
  ['a closed one', { status: 'closed' }, { status: 'closed', statusLabel: 'closed' }],
  ['a status in capitals', { status: 'CLOSED' }, { status: 'closed', statusLabel: 'CLOSED' }],
  ['a status in the city’s own word', { status: 'Received' }, { statusLabel: 'Received' }],
  ['a place in words', { lat: '41.5', long: '-85.25' }, { lat: 41.5, long: -85.25 }],
  ['0/0 as no place', { lat: 0, long: '0.0' }, {}],
  ['half a place as none', { lat: 41.5, long: null }, {}],
  ['a date in UTC', { requested_datetime: '2026-11-01T10:00:00Z' }, { requestedDatetime: '2026-11-01T10:00:00.000Z' }],
  [
    'a date with a zone',
    { updated_datetime: '2026-11-01T10:00:00-06:00' },
    { updatedDatetime: '2026-11-01T16:00:00.000Z' },
  ],
  [
    'a date without a zone',
    { expected_datetime: '2026-07-02 18:23:44' },
    { expectedDatetime: '2026-07-02T23:23:44.000Z' },
  ],
  [
    'a date without a zone in winter',
    { expected_datetime: '2026-12-02T18:23:44' },
    { expectedDatetime: '2026-12-03T00:23:44.000Z' },
  ],
  ['no date for words', { requested_datetime: 'soon' }, {}],
  ['no date for a day that no month has', { requested_datetime: '2024-02-30T10:00:00Z' }, {}],
  ['a zipcode with a leading zero', { zipcode: '06511' }, { zipcode: '06511' }],
  ['one photo', { media_url: 'https://x.example/a.jpg' }, { mediaUrls: ['https://x.example/a.jpg'] }],
  [
    'photos in a list',
    { media_url: ['https://x.example/a.jpg', 'https://x.example/b.jpg'] },
    { mediaUrls: ['https://x.example/a.jpg', 'https://x.example/b.jpg'] },
  ],
  [
    'photos joined by a comma',
    { media_url: 'https://x.example/a.jpg,https://x.example/b.jpg' },
    { mediaUrls: ['https://x.example/a.jpg', 'https://x.example/b.jpg'] },
  ],
  ['no photo that would run', { media_url: 'javascript:alert(1)' }, {}],
  ['who is responsible', { agency_responsible: 'Streets' }, { agencyResponsible: 'Streets' }],
  [
    'who is responsible, in an object',
    { agency_responsible: { recipient: ['Streets', 'Parks'] } },
    { agencyResponsible: 'Streets, Parks' },
  ],
  ['a misspelt field', { zip_code: '06511' }, { zipcode: '06511' }],
];

export const requestCases: readonly Case[] = [
  ...fields.map(([title, more, request]): Case => ({
    title: `request: reads ${title}`,
    calls,
    options: { zone: 'America/Chicago' },
    city: { [path]: { body: [{ ...row, ...more }] } },
    gives: { ...read, ...request },
    times: 1,
  })),
  {
    title: 'request: a preset knows the zone',
    calls,
    options: { preset: 'chicago' },
    city: { [path]: { body: [{ ...row, requested_datetime: '2026-07-02 18:23:44' }] } },
    gives: { ...read, requestedDatetime: '2026-07-02T23:23:44.000Z' },
  },
  { title: 'request: is found as a bare object', calls, city: { [path]: { body: row } }, gives: read },
  {
    title: 'request: is found in a wrapper',
    calls,
    city: { [path]: { body: { service_requests: [row] } } },
    gives: read,
  },
  {
    title: 'request: is picked out of a whole list',
    calls,
    city: { [path]: { body: [{ ...row, service_request_id: '1' }, row] } },
    gives: read,
  },
  {
    title: 'request: another one is not it',
    calls,
    city: {
      [path]: {
        body: [
          { ...row, service_request_id: '1' },
          { ...row, service_request_id: '2' },
        ],
      },
    },
    throws: { name: 'NotFoundError' },
  },
  {
    title: 'request: an empty list is not it',
    calls,
    city: { [path]: { body: [] } },
    throws: { name: 'NotFoundError' },
  },
  {
    title: 'request: 404 with errors is not it, and the list is not asked',
    calls,
    city: { [path]: { status: 404, body: [{ code: 404, description: 'no' }] } },
    throws: { name: 'NotFoundError', status: 404 },
    asked: [path, 'GET requests/17.xml'],
  },
  {
    title: 'request: 410 is gone',
    calls,
    city: { [path]: { status: 410, body: [] } },
    throws: { name: 'NotFoundError', status: 410 },
  },
  {
    title: 'request: where only a page answers, the list is asked',
    calls,
    options: { format: 'json' },
    city: { 'GET requests.json?service_request_id=17': { body: [row] } },
    gives: read,
    asked: [path, 'GET requests.json?service_request_id=17'],
    quirks: [21, 38],
  },
  {
    title: 'request: where only a page answers, the list is asked, in either format',
    calls,
    city: { 'GET requests.json?service_request_id=17': { body: [row] } },
    gives: read,
    asked: [path, 'GET requests/17.xml', 'GET requests.json?service_request_id=17'],
  },
  {
    title: 'request: a lone other one is not it either',
    calls: [['request', '1']],
    city: { 'GET requests/1.json': { body: [{ ...row, service_request_id: '999' }] } },
    throws: { name: 'NotFoundError', status: undefined },
  },
  {
    title: 'request: zeros in front, case and blanks make no other one',
    calls: [['request', ' 00sr17']],
    city: { 'GET requests/%2000sr17.json': { body: [{ ...row, service_request_id: 'SR17' }] } },
    gives: { ...read, serviceRequestId: 'SR17' },
  },
  {
    title: 'request: where only pages answer, it is not there',
    calls,
    options: { format: 'json' },
    city: {},
    throws: { name: 'NotFoundError', message: '/requests/17.json: not found' },
    times: 2,
  },
  {
    title: 'request: all that can be told may be asked for',
    calls: [['request', '17', { extensions: true }]],
    city: { [path]: { body: row } },
    asked: [`${path}?extensions=true`],
  },
  {
    title: 'request: the id is one step of the path',
    calls: [['request', '../a b']],
    city: { 'GET requests/..%2Fa%20b.json': { body: { ...row, service_request_id: '../a b' } } },
    gives: { ...read, serviceRequestId: '../a b' },
  },
];
