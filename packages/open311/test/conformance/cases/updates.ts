/** What a resident says about a report that is there already. */
import type { CannedAnswer, Case } from '../case.ts';

const path = 'POST servicerequestupdates.json';
const now = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const calls = [['submitUpdate', { serviceRequestId: '17', description: 'Still there' }]] as const;
const page = '<!doctype html><title>Oops</title><h1>Oops</h1>';

/** Under a status of success, and taken. */
const taken: readonly (readonly [title: string, answer: CannedAnswer])[] = [
  ['an id', { body: [{ update_id: 9 }] }],
  ['an id in a wrapper', { body: { service_request_updates: [{ update_id: '9' }] } }],
  ['an empty list', { body: [] }],
  ['an empty object, under status 201', { status: 201, body: {} }],
  ['the whole request', { status: 202, body: [{ service_request_id: '17', description: 'x', status: 'open' }] }],
  [
    'an id in XML',
    {
      body: '<service_request_updates><request_update><update_id>9</update_id></request_update></service_request_updates>',
    },
  ],
  ['nothing', { body: '' }],
];

const refused: readonly (readonly [title: string, answer: CannedAnswer, name: string])[] = [
  ['errors', { status: 400, body: [{ code: 400, description: 'no' }] }, 'RejectedError'],
  ['errors under status 200', { body: [{ code: 400, description: 'no' }] }, 'RejectedError'],
  [
    'errors in XML',
    { body: '<errors><error><code>400</code><description>no</description></error></errors>' },
    'RejectedError',
  ],
  ['a wrong key', { status: 403, body: [{ code: 403, description: 'no' }] }, 'RejectedError'],
  ['a page', { body: page }, 'UnreadableError'],
  ['a page under status 500', { status: 500, body: page }, 'UnreadableError'],
  ['broken JSON', { body: '[{"update_id":' }, 'UnreadableError'],
  ['words', { body: 'Thank you' }, 'UnreadableError'],
  ['404 with a page', { status: 404, body: page }, 'UnsupportedError'],
  ['404 with errors', { status: 404, body: [{ code: 404, description: 'no' }] }, 'UnsupportedError'],
  ['405', { status: 405, body: '' }, 'UnsupportedError'],
  ['501', { status: 501, body: page }, 'UnsupportedError'],
];

export const updateCases: readonly Case[] = [
  {
    title: 'update: its fields are those of the extension, and what was asked and answered',
    calls: [
      [
        'submitUpdate',
        { serviceRequestId: '00/17', description: 'Wall &\r\nfence äö', question: 'fixed', answer: 'partly' },
      ],
    ],
    options: { apiKey: 'k3y', jurisdictionId: 'city.example', locale: 'es' },
    city: { [path]: { body: [{ update_id: '9' }] } },
    asked: [path],
    sent: [
      ['api_key', 'k3y'],
      ['jurisdiction_id', 'city.example'],
      ['service_request_id', '00/17'],
      ['updated_datetime', now],
      ['description', 'Wall &\r\nfence äö'],
      ['question', 'fixed'],
      ['answer', 'partly'],
    ],
    headers: { 'content-type': /^application\/x-www-form-urlencoded;charset=UTF-8$/i, 'accept-language': 'es' },
    quirks: [],
  },
  {
    title: 'update: an answer needs no words',
    calls: [['submitUpdate', { serviceRequestId: '17', description: ' ', question: 'easy', answer: 'yes' }]],
    city: { [path]: { body: [] } },
    sent: [
      ['service_request_id', '17'],
      ['updated_datetime', now],
      ['question', 'easy'],
      ['answer', 'yes'],
    ],
  },
  {
    title: 'update: goes out as XML to a city that was found to speak no other',
    calls: [['services'], ...calls],
    city: {
      'GET services.xml': { body: '<services><service><service_code>006</service_code></service></services>' },
      'POST servicerequestupdates.xml': { body: '<service_request_updates/>' },
    },
    asked: ['GET services.json', 'GET services.xml', 'POST servicerequestupdates.xml'],
  },
  ...taken.map(([title, answer]): Case => ({
    title: `update: ${title} says that it is taken`,
    calls,
    city: { [path]: answer },
    times: 1,
  })),
  ...refused.map(([title, answer, name]): Case => ({
    title: `update: ${title} says that it is not`,
    calls,
    city: { [path]: answer },
    throws: { name, status: answer.status ?? 200 },
    times: 1,
  })),
  ...[429, 502, 503, 504].map((status): Case => ({
    title: `update: sent once, whatever ${status} may mean`,
    calls,
    city: { [path]: { status, body: '', headers: { 'Retry-After': '0' } } },
    throws: { name: 'RejectedError', status, retryAfter: 0 },
    times: 1,
  })),
  {
    title: 'update: sent once, also after a drop',
    calls,
    city: { [path]: { fault: 'drop' } },
    throws: { name: 'NetworkError', retryAfter: undefined },
    times: 1,
  },
  {
    title: 'update: follows no redirect',
    calls,
    city: { [path]: { status: 302, headers: { Location: 'elsewhere' } } },
    throws: { name: 'UnreadableError' },
    times: 1,
  },
  {
    title: 'update: a caller who leaves is heard at once',
    calls,
    city: { [path]: { fault: 'silence' } },
    abortAfter: 100,
    throws: 'aborted',
    times: 1,
    atMost: 5000,
  },
];
