/** What comes back for a report: a receipt, or the news that there is none. */
import type { CannedAnswer, Case } from '../case.ts';

const calls = [['submitRequest', { serviceCode: 'tip' }]] as const;
const request = {
  service_request_id: '17',
  status: 'open',
  service_code: 'tip',
  lat: 1.5,
  long: 2.5,
  description: 'x',
};

const receipts: readonly (readonly [title: string, answer: CannedAnswer, receipt: object])[] = [
  ['an id', { body: [{ service_request_id: '0017' }] }, { serviceRequestId: '0017' }],
  ['the id 0', { body: [{ service_request_id: 0 }] }, { serviceRequestId: '0' }],
  [
    'a notice and an account beside the id',
    { body: [{ service_request_id: '1', service_notice: 'Soon', account_id: 9 }] },
    { serviceRequestId: '1', serviceNotice: 'Soon', accountId: '9' },
  ],
  ['a token', { body: [{ token: '0012', account_id: '' }] }, { token: '0012' }],
  ['a token beside an empty id', { body: [{ token: 't', service_request_id: '' }] }, { token: 't' }],
  ['the whole request, under status 201', { status: 201, body: [request] }, { serviceRequestId: '17' }],
  ['a bare object', { body: { service_request_id: '17' } }, { serviceRequestId: '17' }],
  [
    'an object in wrappers, under status 202',
    { status: 202, body: { service_requests: { request: { service_request_id: '17' } } } },
    { serviceRequestId: '17' },
  ],
];

const blackbox = { 'GET services.json': { body: [{ service_code: 'tip', type: 'blackbox' }] } };
const realtime = { 'GET services.json': { body: [{ service_code: 'tip', type: 'realtime' }] } };

/** Under status 200, and yet no one can say what became of the report. */
const noReceipts: readonly (readonly [title: string, body: unknown])[] = [
  ['success without an id', { success: true, id: 'e490' }],
  ['a key', { key: '3e66' }],
  ['null', 'null'],
  ['a number', '7'],
  ['words', 'Thank you'],
  ['a list of nothing', [null]],
  ['broken JSON', '[{"service_request_id":"1"'],
  ['a page', '<!doctype html><title>Thanks</title>'],
];

export const receiptCases: readonly Case[] = [
  ...receipts.map(([title, answer, receipt]): Case => ({
    title: `receipt: ${title}`,
    calls,
    city: { 'POST requests.json': answer },
    gives: receipt,
    times: 1,
  })),
  ...noReceipts.map(([title, body]): Case => ({
    title: `receipt: ${title} is none`,
    calls,
    city: { 'POST requests.json': { body } },
    throws: { name: 'UnreadableError', status: 200, ...(title === 'words' && { reasons: ['Thank you'] }) },
    times: 1,
  })),
  {
    title: 'receipt: a blackbox service, as the services said before, gives neither id nor token',
    calls: [['services'], ...calls],
    city: { ...blackbox, 'POST requests.json': { body: [] } },
    gives: {},
    asked: ['GET services.json', 'POST requests.json'],
  },
  {
    title: 'receipt: a blackbox service, as the services said before, says so with an empty row',
    calls: [['services'], ...calls],
    city: { ...blackbox, 'POST requests.json': { body: [{}] } },
    gives: {},
    asked: ['GET services.json', 'POST requests.json'],
  },
  ...[200, 201, 202, 204].map((status): Case => ({
    title: `receipt: a blackbox service may answer with nothing at all, under status ${status}`,
    calls,
    city: { ...blackbox, 'POST requests.json': { status, body: '' } },
    gives: {},
    asked: ['POST requests.json', 'GET services.json'],
  })),
  {
    title: 'receipt: whether a service is a blackbox is asked once it matters',
    calls,
    city: { ...blackbox, 'POST requests.json': { body: [{ service_notice: 'Thank you', account_id: null }] } },
    gives: { serviceNotice: 'Thank you' },
    asked: ['POST requests.json', 'GET services.json'],
  },
  ...[[], [{}], {}, ''].map((body): Case => ({
    title: `receipt: neither id nor token from another service is none, as ${JSON.stringify(body)}`,
    calls,
    city: { ...realtime, 'POST requests.json': { body } },
    throws: { name: 'UnreadableError', status: 200 },
  })),
  {
    title: 'receipt: neither id nor token is none where the services cannot be had',
    calls,
    options: { format: 'json' },
    city: { 'POST requests.json': { body: [] } },
    throws: { name: 'UnreadableError', status: 200 },
  },
  {
    title: 'receipt: "duplicate" says that it was filed before',
    calls,
    city: { 'POST requests.json': { status: 400, body: [{ code: 400, description: 'base is a duplicate' }] } },
    throws: { name: 'RejectedError', status: 400, alreadyFiled: true },
    times: 1,
  },
  ...['Duplicate', 'This is a duplicate of request 123', 'duplicate of #77.'].map((description): Case => ({
    title: `receipt: so does ${JSON.stringify(description)}`,
    calls,
    city: { 'POST requests.json': { status: 400, body: [{ code: 400, description }] } },
    throws: { name: 'RejectedError', status: 400, alreadyFiled: true },
    quirks: [50],
  })),
  ...['duplicate attribute code', 'lat: duplicate', 'email is a duplicate', 'Duplicate of another key: LANE'].map(
    (description): Case => ({
      title: `receipt: ${JSON.stringify(description)} is about a field alone`,
      calls,
      city: { 'POST requests.json': { status: 400, body: [{ code: 400, description }] } },
      throws: { name: 'RejectedError', status: 400, alreadyFiled: false },
    }),
  ),
  {
    title: 'receipt: another 400 does not say so',
    calls,
    city: { 'POST requests.json': { status: 400, body: [{ code: 400, description: 'lat is required' }] } },
    throws: { name: 'RejectedError', status: 400, alreadyFiled: false, reasons: ['lat is required'] },
    times: 1,
  },
];
