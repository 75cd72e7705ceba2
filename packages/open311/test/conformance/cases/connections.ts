/** What happens on the way: breaks, waits, redirects, too much. */
import type { CannedAnswer, Case } from '../case.ts';

const services: CannedAnswer = { body: [{ service_code: '006' }] };
const read = [{ serviceCode: '006', serviceName: '006', metadata: false, type: 'realtime', keywords: [] }];
const calls = [['services']] as const;
const report = [['submitRequest', { serviceCode: '006' }]] as const;
const path = 'GET services.json';
const busy = (status: number, after = '0'): CannedAnswer => ({ status, body: '', headers: { 'Retry-After': after } });

export const connectionCases: readonly Case[] = [
  ...[429, 502, 503, 504].map((status): Case => ({
    title: `connection: ${status} is tried again`,
    calls,
    city: { [path]: [busy(status), services] },
    gives: read,
    times: 2,
  })),
  ...[400, 401, 403, 409, 500].map((status): Case => ({
    title: `connection: ${status} is not tried again`,
    calls,
    options: { format: 'json' },
    city: { [path]: [{ status, body: '' }, services] },
    throws: { name: 'RejectedError', status },
    times: 1,
  })),
  ...[429, 500, 502, 503, 504].map((status): Case => ({
    title: `connection: a report is sent once, whatever ${status} may mean`,
    calls: report,
    city: { 'POST requests.json': busy(status) },
    throws: { name: 'RejectedError', status },
    times: 1,
  })),
  ...(['drop', 'cut'] as const).map((fault): Case => ({
    title: `connection: a ${fault} is tried again`,
    calls,
    city: { [path]: [{ ...services, fault }, services] },
    gives: read,
    times: 2,
  })),
  ...(['drop', 'cut'] as const).map((fault): Case => ({
    title: `connection: a report is sent once, also after a ${fault}`,
    calls: report,
    city: { 'POST requests.json': { body: [{ service_request_id: '17' }], fault } },
    throws: { name: 'NetworkError' },
    times: 1,
  })),
  ...(['silence', 'drip'] as const).map((fault): Case => ({
    title: `connection: a report meets ${fault} and a time limit`,
    calls: report,
    options: { timeout: 200 },
    city: { 'POST requests.json': { fault } },
    throws: { name: 'TimeoutError' },
    times: 1,
    atMost: 5000,
  })),
  {
    title: 'connection: a preset that does not exist is said so, and nothing is asked',
    calls,
    options: { preset: 'constructor' as 'chicago' },
    city: { [path]: services },
    throws: { name: 'UnsupportedError' },
    times: 0,
  },
  {
    title: 'connection: three attempts are all',
    calls,
    city: { [path]: busy(503) },
    throws: { name: 'RejectedError', status: 503 },
    times: 3,
  },
  {
    title: 'connection: three silences are a TimeoutError',
    calls,
    options: { timeout: 100 },
    city: { [path]: { fault: 'silence' } },
    throws: { name: 'TimeoutError' },
    times: 3,
  },
  {
    title: 'connection: nobody there is a NetworkError',
    calls,
    options: { endpoint: 'http://127.0.0.1:9/' },
    city: {},
    throws: { name: 'NetworkError', message: '/services.json: could not be reached' },
  },
  {
    title: 'connection: a city that asks for a second gets it',
    calls,
    city: { [path]: [busy(503, '1'), services] },
    gives: read,
    atLeast: 990,
  },
  {
    title: 'connection: a city that asks for an hour is left',
    calls,
    city: { [path]: busy(503, '3600') },
    throws: { name: 'RejectedError', status: 503 },
    times: 1,
  },
  {
    title: 'connection: a GET follows a redirect',
    calls,
    city: { [path]: { status: 301, headers: { Location: 'elsewhere' } }, 'GET elsewhere': services },
    gives: read,
  },
  ...[301, 303, 307].map((status): Case => ({
    title: `connection: a report follows no ${status}`,
    calls: report,
    city: { 'POST requests.json': { status, headers: { Location: 'elsewhere' } } },
    throws: { name: 'UnreadableError', message: 'redirected: use the final address as endpoint' },
    times: 1,
  })),
  {
    title: 'connection: a list ends at 8 MB',
    calls,
    options: { timeout: 60_000 },
    city: { [path]: { fault: 'flood' } },
    throws: { name: 'UnreadableError', message: 'longer than 8000000 bytes' },
  },
  {
    title: 'connection: a receipt ends at 64 kB',
    calls: report,
    city: { 'POST requests.json': { fault: 'flood' } },
    throws: { name: 'UnreadableError', message: 'longer than 64000 bytes' },
  },
  {
    title: 'connection: a caller who has left asks nothing',
    calls,
    city: { [path]: services },
    abortAfter: 0,
    throws: 'aborted',
    times: 0,
  },
  {
    title: 'connection: a caller who leaves is heard at once',
    calls,
    city: { [path]: { fault: 'silence' } },
    abortAfter: 100,
    throws: 'aborted',
    atMost: 5000,
  },
  {
    title: 'connection: also between two attempts',
    calls,
    city: { [path]: busy(503, '9') },
    abortAfter: 200,
    throws: 'aborted',
    atMost: 5000,
  },
  {
    title: 'connection: also while a report is under way',
    calls: report,
    city: { 'POST requests.json': { fault: 'silence' } },
    abortAfter: 100,
    throws: 'aborted',
    times: 1,
    atMost: 5000,
  },
  {
    title: 'connection: also in a list',
    calls: [['requests']],
    city: { 'GET requests.json': { fault: 'silence' } },
    abortAfter: 100,
    throws: 'aborted',
    atMost: 5000,
  },
];
