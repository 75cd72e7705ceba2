/** Tokens, which stand for an id until there is one. */
import type { CannedAnswer, Case } from '../case.ts';

const waiting: CannedAnswer = { body: [{ token: 't', service_request_id: '' }] };
const done: CannedAnswer = { body: [{ token: 't', service_request_id: '0017' }] };
const unknown: CannedAnswer = { status: 404, body: [{ code: 404, description: 'unknown token' }] };
const failing: CannedAnswer = { status: 500, body: { message: 'oops' } };
const path = 'GET tokens/t.json';
const look = [['requestIdFor', 't']] as const;
const poll = [['pollRequestId', 't', { pause: 5 }]] as const;

export const tokenCases: readonly Case[] = [
  { title: 'token: has an id', calls: look, city: { [path]: done }, gives: '0017', asked: [path] },
  {
    title: 'token: may have the id 0',
    calls: look,
    city: { [path]: { body: [{ token: 't', service_request_id: 0 }] } },
    gives: '0',
  },
  {
    title: 'token: may be answered with a bare object',
    calls: look,
    city: { [path]: { body: { service_request_id: '1' } } },
    gives: '1',
  },
  { title: 'token: one look does not wait', calls: look, city: { [path]: [waiting, done] }, times: 1 },
  {
    title: 'token: the id comes when it comes',
    calls: [...look, ...look],
    city: { [path]: [waiting, done] },
    gives: '0017',
  },
  {
    title: 'token: null is no id yet',
    calls: look,
    city: { [path]: { body: [{ token: 't', service_request_id: null }] } },
    times: 1,
  },
  {
    title: 'token: may be unknown',
    calls: look,
    city: { [path]: unknown },
    throws: { name: 'NotFoundError', status: 404 },
  },
  {
    title: 'token: an empty list is no id yet, nor an unknown token',
    calls: look,
    city: { [path]: { body: [] } },
    times: 1,
    quirks: [],
  },
  {
    title: 'token: is one step of the path',
    calls: [['requestIdFor', 'a/b c']],
    city: { 'GET tokens/a%2Fb%20c.json': done },
    gives: '0017',
  },
  {
    title: 'token: the jurisdiction is named',
    calls: look,
    options: { jurisdictionId: 'x' },
    city: { [path]: done },
    asked: [`${path}?jurisdiction_id=x`],
  },
  {
    title: 'token: waiting ends with the id',
    calls: poll,
    city: { [path]: [waiting, waiting, waiting, done] },
    gives: '0017',
    times: 4,
  },
  {
    title: 'token: waiting begins with a look',
    calls: [['pollRequestId', 't']],
    city: { [path]: done },
    gives: '0017',
    atMost: 1500,
  },
  {
    title: 'token: the pauses grow',
    calls: [['pollRequestId', 't', { pause: 20 }]],
    city: { [path]: [waiting, waiting, waiting, waiting, done] },
    gives: '0017',
    atLeast: 145,
  },
  {
    title: 'token: a city that fails now and then is waited for',
    calls: poll,
    city: { [path]: [failing, waiting, failing, failing, done] },
    gives: '0017',
  },
  { title: 'token: a token may be noted late', calls: poll, city: { [path]: [unknown, unknown, done] }, gives: '0017' },
  {
    title: 'token: one that stays unknown is',
    calls: poll,
    options: { format: 'json' },
    city: { [path]: unknown },
    throws: { name: 'NotFoundError' },
    times: 5,
  },
  {
    title: 'token: a city that keeps failing is left',
    calls: poll,
    city: { [path]: failing },
    throws: { name: 'RejectedError', status: 500 },
    times: 5,
  },
  {
    title: 'token: a city that says no is left at once',
    calls: poll,
    city: { [path]: { status: 403, body: [{ code: 403, description: 'no' }] } },
    throws: { name: 'RejectedError', status: 403 },
    times: 1,
  },
  ...[408, 425, 429].map((status): Case => ({
    title: `token: a city that says ${status} is waited for`,
    calls: poll,
    city: {
      [path]: [
        { status, body: [{ code: status, description: 'later' }], headers: { 'Retry-After': '60' } },
        waiting,
        done,
      ],
    },
    gives: '0017',
    times: 3,
  })),
  {
    title: 'token: a city without tokens is left at once',
    calls: poll,
    options: { format: 'json' },
    city: { [path]: { status: 501, body: '' } },
    throws: { name: 'UnsupportedError' },
    times: 1,
  },
  {
    title: 'token: the caller may stop waiting',
    calls: [['pollRequestId', 't', { pause: 20_000 }]],
    city: { [path]: waiting },
    abortAfter: 200,
    throws: 'aborted',
    atMost: 5000,
  },
  {
    title: 'token: a stopped caller asks nothing',
    calls: poll,
    city: { [path]: waiting },
    abortAfter: 0,
    throws: 'aborted',
    times: 0,
  },
  {
    title: 'token: one that was kept is taken up again',
    calls: [['submitRequest', { serviceCode: 'A' }], ...poll],
    city: { 'POST requests.json': { body: [{ token: 't' }] }, [path]: [waiting, done] },
    gives: '0017',
    asked: ['POST requests.json', path, path],
  },
];
