/** Every way to say no, at every method. */
import type { Call, CannedAnswer, Case } from '../case.ts';

type Due = NonNullable<Exclude<Case['throws'], 'aborted'>>;

const page = '<!doctype html><title>Oops</title><h1>Oops</h1>';

/** An answer, and the error it becomes at any method. */
const shapes: readonly (readonly [title: string, answer: CannedAnswer, due: Due])[] = [
  [
    'the spec’s list',
    { status: 400, body: [{ code: 400, description: 'lat is required' }] },
    {
      name: 'RejectedError',
      status: 400,
      errors: [{ code: '400', description: 'lat is required' }],
      reasons: ['lat is required'],
    },
  ],
  [
    'a wrong key',
    { status: 403, body: [{ code: '403', description: 'Wrong key' }] },
    { name: 'RejectedError', status: 403, reasons: ['Wrong key'] },
  ],
  [
    'an error list under status 200',
    { body: [{ code: 400, description: 'no' }] },
    { name: 'RejectedError', status: 200, reasons: ['no'] },
  ],
  [
    'a list in a wrapper',
    { status: 400, body: { errors: [{ code: 1, description: 'no' }] } },
    { name: 'RejectedError', status: 400, reasons: ['no'] },
  ],
  [
    'an error in a wrapper',
    { status: 400, body: { error: { code: 1, description: 'no' } } },
    { name: 'RejectedError', status: 400, reasons: ['no'] },
  ],
  [
    'a detail',
    { status: 400, body: { code: 400, detail: 'no' } },
    { name: 'RejectedError', status: 400, reasons: ['no'] },
  ],
  [
    'details by field',
    { status: 400, body: { code: 400, detail: { lat: ['A valid number is required.'] } } },
    { name: 'RejectedError', status: 400, reasons: ['lat: A valid number is required.'] },
  ],
  [
    'a message',
    { status: 400, body: { type: 'x', code: 'middleware_26', message: 'no' } },
    { name: 'RejectedError', status: 400, reasons: ['no'] },
  ],
  [
    'messages in a list',
    { status: 400, body: [{ message: 'no' }] },
    { name: 'RejectedError', status: 400, reasons: ['no'] },
  ],
  [
    'plain text',
    { status: 400, body: 'Bad extension' },
    { name: 'RejectedError', status: 400, reasons: ['Bad extension'] },
  ],
  ...[
    '[{"code":400,"description":"lat is req',
    '{"message": no}',
    '<errors><error>no</errors>',
    '"description": "no"}]',
  ].map((body): (typeof shapes)[number] => [
    `a piece, which no one need see: ${body}`,
    { status: 400, body },
    { name: 'UnreadableError', status: 400, reasons: [] },
  ]),
  [
    'words of a database, which residents need not see',
    { status: 400, body: [{ code: 400, description: 'ORA-00942: table or view does not exist' }] },
    { name: 'RejectedError', status: 400, reasons: [] },
  ],
  ['nothing at all', { status: 400, body: '' }, { name: 'RejectedError', status: 400, reasons: [] }],
  [
    'words of a failing server, which residents need not see',
    { status: 500, body: [{ code: 500, description: 'at line 811' }] },
    { name: 'RejectedError', status: 500, reasons: [] },
  ],
  [
    'HTML within a reason, which residents need not see',
    { status: 400, body: [{ code: 1, description: '<b>no</b>' }] },
    { name: 'RejectedError', status: 400, reasons: [] },
  ],
  ['a page under 200', { body: page }, { name: 'UnreadableError', status: 200, reasons: [] }],
  ['a page under 500', { status: 500, body: page }, { name: 'UnreadableError', status: 500 }],
  ['another shape', { body: { hello: 'world' } }, { name: 'UnreadableError', status: 200 }],
  ['405', { status: 405, body: page }, { name: 'UnsupportedError', status: 405 }],
  ['501', { status: 501, body: '' }, { name: 'UnsupportedError', status: 501 }],
];

const methods: readonly (readonly [call: Call, path: string])[] = [
  [['services'], 'GET services.json'],
  [['submitRequest', { serviceCode: 'A', email: 'resident@example.org' }], 'POST requests.json'],
  [['requests'], 'GET requests.json'],
];

export const errorCases: readonly Case[] = [
  ...methods.flatMap(([call, path]) =>
    shapes.map(([title, answer, due]): Case => ({
      title: `error at ${call[0]}: ${title}`,
      calls: [call],
      options: { format: 'json' },
      city: { [path]: answer },
      throws: due,
      times: 1,
    })),
  ),
  ...(['serviceDefinition', 'requestIdFor', 'request'] as const).map((method): Case => ({
    title: `error at ${method}: a refusal is not "not found"`,
    calls: [[method, 'x']],
    options: { format: 'json' },
    city: Object.fromEntries(
      ['services/x', 'tokens/x', 'requests/x'].map((path) => [
        `GET ${path}.json`,
        { status: 403, body: [{ code: 403, description: 'no' }] },
      ]),
    ),
    throws: { name: 'RejectedError', status: 403 },
  })),
  {
    title: 'error: 404 on a list says that the jurisdiction is unknown',
    calls: [['services']],
    city: { 'GET services.json': { status: 404, body: [{ code: 404, description: 'jurisdiction_id not found' }] } },
    throws: { name: 'RejectedError', status: 404, reasons: ['jurisdiction_id not found'] },
  },
  ...[
    { body: [{ code: 'k3y', description: 'k3y is no key' }], status: 403 },
    { body: 'k3y is no key', status: 403 },
  ].map((answer): Case => ({
    title: `error: the key is not repeated, though the city does, ${typeof answer.body === 'string' ? 'in text' : 'in a list'}`,
    calls: [['submitRequest', { serviceCode: 'A' }]],
    options: { apiKey: 'k3y' },
    city: { 'POST requests.json': answer },
    throws: {
      name: 'RejectedError',
      reasons: ['… is no key'],
      errors: [{ code: typeof answer.body === 'string' ? '403' : '…', description: '… is no key' }],
    },
  })),
  {
    title: 'error: what was mended in vain is not told',
    calls: [['services']],
    options: { format: 'json' },
    city: { 'GET services.json': { body: { services: [{ service_code: '', metadata: 'yes' }] } } },
    throws: { name: 'UnreadableError', status: 200 },
    quirks: [],
  },
  {
    title: 'error: nor by a receipt that is none',
    calls: [['submitRequest', { serviceCode: 'A' }]],
    city: { 'POST requests.json': { body: { constructor: 1 } } },
    throws: { name: 'UnreadableError', status: 200 },
    times: 1,
    quirks: [],
  },
  {
    title: 'error: a message names method and address, nothing else',
    calls: [['submitRequest', { serviceCode: 'A', description: 's3cret' }]],
    options: { apiKey: 'k3y', jurisdictionId: 'who' },
    city: { 'POST requests.json': { status: 400, body: [{ code: 's3cret', description: 's3cret' }] } },
    throws: { name: 'RejectedError', message: 'open311/v2/requests.json: rejected with status 400 and 1 error(s)' },
  },
];
