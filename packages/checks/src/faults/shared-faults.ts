// How each fault of the shared list is done, by its id there. What it says of itself there (on, committed) is taken from there.

import type { Change, Fault, Leg, PageFault, What, When } from './fault.ts';

export type Doing = Pick<Fault, 'legs' | 'when' | 'what'> &
  Partial<Pick<Fault, 'times' | 'lasts' | 'rejects' | 'note'>>;

const both: readonly Leg[] = ['near', 'far'];
const near: readonly Leg[] = ['near'];
const minute = 60_000;

const json = { 'Content-Type': 'application/json; charset=utf-8' };
const html = { 'Content-Type': 'text/html; charset=utf-8' };

export const loginPage =
  '<!doctype html><title>Sign in</title><form action="/login" method="post"><input name="user"><input name="password" type="password"></form>';
export const portalPage =
  '<!doctype html><title>Free Wi-Fi</title><h1>Welcome to the library’s Wi-Fi</h1><p>Accept the terms to go on.</p>';
const nginxPage =
  '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>';

/** An answer of the API, which pages of other origins may read. */
export function apiSays(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): What {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { is: 'answer', status, headers: { ...json, ...headers }, body: text, cors: true };
}

/** A page of something that stands in between. */
export function pageSays(status: number, body: string, headers: Readonly<Record<string, string>> = {}): What {
  return { is: 'answer', status, headers: { ...html, ...headers }, body };
}

export const specErrors = (code: number, description: string): unknown => [{ code, description }];

const at = (when: When, what: What, more: Partial<Doing> = {}): Doing => ({ legs: both, when, what, ...more });
const changed = (change: Change, more: Partial<Doing> = {}): Doing => at('answer', { is: 'changed', change }, more);
const page = (name: PageFault): Doing => ({ legs: near, when: 'connect', what: { is: 'page', name } });

export const sharedFaults: Readonly<Record<string, Doing>> = {
  refused: at('connect', { is: 'refused', ms: 20_000 }),
  dns: page('dns'),
  'offline-before': page('offline-before'),
  'offline-during-upload': page('offline-during-upload'),
  'reset-before-response': at('answer', { is: 'reset' }),
  'reset-mid-response': at('answer', { is: 'cut', bytes: 20, how: 'reset' }),
  'timeout-after-commit': at('answer', { is: 'silence', ms: 2 * minute }, { times: 1 }),
  'timeout-no-commit': at('request', { is: 'silence', ms: 2 * minute }, { times: 1 }),
  '500-json': at('request', apiSays(500, specErrors(500, 'General service error'))),
  '500-after-commit': at('answer', apiSays(500, specErrors(500, 'General service error'))),
  '502-html': at('request', pageSays(502, nginxPage)),
  '503-retry-after-2': at('request', apiSays(503, specErrors(503, 'Busy'), { 'Retry-After': '2' })),
  '429-retry-after-5': at('request', apiSays(429, specErrors(429, 'Too many requests'), { 'Retry-After': '5' })),
  '429-date': at('request', apiSays(429, specErrors(429, 'Too many requests'), { 'Retry-After': '{date+3}' })),
  '400-field': at('request', apiSays(400, specErrors(400, 'phone required')), { rejects: true }),
  '403-key': at('request', apiSays(403, specErrors(403, 'api_key is not valid')), { rejects: true }),
  '200-html-login': at('request', pageSays(200, loginPage)),
  '200-empty': at('request', { is: 'answer', status: 200, headers: json, cors: true }),
  '200-truncated-json': changed('truncated'),
  '200-null-id': changed('null-id'),
  '200-token': at('answer', { is: 'token', looks: 3 }),
  '200-token-never': at('answer', { is: 'token', looks: Infinity }),
  '201-object': changed('object'),
  '302-login': at('request', { is: 'answer', status: 302, headers: { Location: '/login' }, cors: true }),
  '307-ok': at('request', { is: 'answer', status: 307, headers: { Location: '{elsewhere}' }, cors: true }),
  captive: at('connect', pageSays(200, portalPage), { lasts: 20_000 }),
  slowloris: at('answer', { is: 'dripping', pace: { bytes: 1, pause: 2000 }, head: true }, { times: 1 }),
  'slow-body': at('answer', { is: 'dripping', pace: { bytes: 100, pause: 1000 } }, { legs: near, times: 1 }),
  'huge-100MB': at('connect', { is: 'flood', bytes: 100_000_000 }, { legs: near, times: 1 }),
  'deep-json': at('connect', apiSays(200, '['.repeat(100_000)), { legs: near, times: 1 }),
  'services-empty': at('connect', apiSays(200, '[]'), { legs: near, times: 1 }),
  'services-dup-code': changed('double-code', { legs: near, times: 1 }),
  'wrong-ct': changed('utf-16', { legs: near, times: 1 }),
  'cors-missing': changed('no-cors', {
    legs: near,
    lasts: 20_000,
    note: 'between servers nobody asks for CORS; committed only where the report got through',
  }),
  flap: at('connect', { is: 'flap', ms: 30_000, rounds: 2 }, { lasts: 120_000 }),
  'kill-before-send': page('kill-before-send'),
  'kill-in-flight': page('kill-in-flight'),
  'nav-away': page('nav-away'),
  'two-tabs': page('two-tabs'),
  'double-click': page('double-click'),
  'quota-0': page('quota'),
  'idb-denied': page('idb-denied'),
  'clock-plus-1y': page('clock'),
  bfcache: page('bfcache'),
  'photo-upload-fails': at('request', apiSays(500, specErrors(500, 'The photo could not be stored')), {
    legs: near,
    times: 3,
  }),
};
