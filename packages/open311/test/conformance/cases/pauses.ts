/** For how long a city that failed wants to be left alone, and what is gone for good. */
import type { CannedAnswer, Case } from '../case.ts';

const calls = [['services']] as const;
const path = 'GET services.json';
const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
const busy = (after: string, more: Readonly<Record<string, string>> = {}): CannedAnswer => ({
  status: 503,
  body: '',
  headers: { 'Retry-After': after, ...more },
});

/** What a server says, and the milliseconds that are meant. */
const pauses: readonly (readonly [said: string, due: number | undefined])[] = [
  ['120', 120_000],
  [' 15 ', 15_000],
  ['99999999999', 99_999_999_999_000],
  ['Wed, 21 Oct 2026 07:30:00 GMT', 120_000],
  ['Wed Oct 21 07:30:00 2026', 120_000],
  ['-1', undefined],
  ['1.5', undefined],
  ['1e3', undefined],
  ['abc', undefined],
  ['5, 10', undefined],
];

const one = [['request', '17']] as const;
const page = '<!doctype html><title>Gone</title><h1>Gone</h1>';

export const pauseCases: readonly Case[] = [
  ...pauses.map(([said, due]): Case => ({
    title: `pause: “${said}” is ${due === undefined ? 'nothing that can be kept' : `${due} ms`}`,
    calls,
    city: { [path]: busy(said, { Date: date }) },
    throws: { name: 'RejectedError', status: 503, retryAfter: due },
    times: 1,
  })),
  {
    title: 'pause: the last answer counts, after the attempts of the client',
    calls,
    city: { [path]: [busy('0'), busy('0'), busy('7')] },
    throws: { name: 'RejectedError', retryAfter: 7000 },
    times: 3,
  },
  {
    title: 'pause: a date that has passed is no reason to wait',
    calls,
    city: { [path]: [busy('Wed, 21 Oct 2026 07:27:00 GMT', { Date: date }), { body: [] }] },
    gives: [],
    times: 2,
  },
  {
    title: 'pause: an answer without one has none',
    calls,
    options: { format: 'json' },
    city: { [path]: { status: 500, body: '' } },
    throws: { name: 'RejectedError', retryAfter: undefined },
  },
  {
    title: 'pause: also for a method that is not taken',
    calls: [['submitRequest', { serviceCode: 'A' }]],
    city: { 'POST requests.json': { status: 405, body: page, headers: { 'Retry-After': '60' } } },
    throws: { name: 'UnsupportedError', retryAfter: 60_000 },
  },
  {
    title: 'gone: an empty list is not there, and not gone',
    calls: one,
    city: { 'GET requests/17.json': { body: [] } },
    throws: { name: 'NotFoundError', status: 200 },
    times: 1,
  },
  ...(['json', 'xml'] as const).map((format): Case => ({
    title: `gone: a page under 410 says so in ${format}, though the list knows nothing`,
    calls: one,
    options: { format },
    city: {
      [`GET requests/17.${format}`]: { status: 410, body: page },
      [`GET requests.${format}`]: { body: format === 'json' ? [] : '<service_requests/>' },
    },
    throws: { name: 'NotFoundError', status: 410 },
    times: 2,
  })),
  {
    title: 'gone: a city that speaks XML alone says so, though its JSON is a 404',
    calls: one,
    city: {
      'GET requests/17.xml': {
        status: 410,
        body: '<errors><error><code>410</code><description>Gone</description></error></errors>',
      },
    },
    throws: { name: 'NotFoundError', status: 410 },
  },
];
