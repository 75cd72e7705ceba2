// Faults of our own, beside the shared list: what broken proxies, tired servers and lossy lines do, on both legs.

import type { Change, Fault, Leg, On, PageFault, What, When } from './fault.ts';
import { apiSays, loginPage, pageSays, portalPage, specErrors } from './shared-faults.ts';

const both: readonly Leg[] = ['near', 'far'];

type More = Partial<Pick<Fault, 'times' | 'lasts' | 'rejects' | 'note' | 'legs' | 'on'>>;

/** Before the city has it. */
const before = (id: string, what: What, more: More & { readonly when?: When } = {}): Fault => ({
  id,
  on: 'POST',
  legs: both,
  committed: 'no',
  when: 'request',
  what,
  ...more,
});

/** When the city has it. */
const after = (id: string, what: What, more: More = {}): Fault => ({
  id,
  on: 'POST',
  legs: both,
  committed: 'yes',
  when: 'answer',
  what,
  ...more,
});

const changed = (id: string, change: Change, more: More = {}): Fault => after(id, { is: 'changed', change }, more);

const busy = (id: string, status: number, retryAfter: string): Fault =>
  before(id, apiSays(status, specErrors(status, 'Busy'), { 'Retry-After': retryAfter }), { times: 1 });

const onPage = (id: string, name: PageFault): Fault => ({
  id,
  on: 'PAGE',
  legs: ['near'],
  committed: 'unknown',
  when: 'connect',
  what: { is: 'page', name },
});

const onGet = (id: string, what: What, more: More & { readonly when?: When; readonly on?: On } = {}): Fault =>
  before(id, what, { on: 'GET services', legs: ['near'], times: 1, when: 'connect', ...more });

export const ownFaults: readonly Fault[] = [
  // The line breaks.
  before('reset-on-connect', { is: 'reset' }, { when: 'connect' }),
  before('closed-on-connect', { is: 'closed' }, { when: 'connect' }),
  before('reset-half-request', { is: 'reset' }, { when: 'half' }),
  before('closed-half-request', { is: 'closed' }, { when: 'half' }),
  before('silence-half-request', { is: 'silence', ms: 60_000 }, { when: 'half', times: 1 }),
  before('reset-three-times', { is: 'reset' }, { times: 3 }),
  after('closed-after-commit', { is: 'closed' }),
  after('reset-after-commit-three-times', { is: 'reset' }, { times: 3 }),
  after('head-only', { is: 'cut', bytes: 0, how: 'closed' }),
  after('half-a-head', { is: 'cut-head', bytes: 40 }),
  after('closed-mid-answer', { is: 'cut', bytes: 12, how: 'closed' }),
  after('answer-after-20s', { is: 'late-answer', ms: 20_000 }, { times: 1 }),
  after('answer-after-8s', { is: 'late-answer', ms: 8000 }, { times: 1 }),
  after('dripping-body', { is: 'dripping', pace: { bytes: 1, pause: 1000 } }, { times: 1 }),
  before('arrives-10s-later', { is: 'late-delivery', ms: 10_000 }, { times: 1 }),
  before('arrives-40s-later', { is: 'late-delivery', ms: 40_000 }, { times: 1 }),
  before('delivered-twice', { is: 'twice' }, { legs: ['near'], note: 'a plain city files it twice, whoever asks' }),
  // Something in between answers.
  before('504-html', pageSays(504, '<h1>504 Gateway Time-out</h1>')),
  after('502-after-commit', pageSays(502, '<h1>502 Bad Gateway</h1>')),
  after('504-after-commit', pageSays(504, '<h1>504 Gateway Time-out</h1>')),
  after('503-after-commit', apiSays(503, specErrors(503, 'Busy'), { 'Retry-After': '1' }), {
    note: 'a 503 does not say that nothing happened',
  }),
  after('login-after-commit', pageSays(200, loginPage)),
  after('portal-after-commit', pageSays(200, portalPage)),
  after('204-after-commit', { is: 'answer', status: 204, cors: true }),
  after('303-after-commit', { is: 'answer', status: 303, headers: { Location: '/thanks' }, cors: true }),
  after('200-error-list-after-commit', apiSays(200, specErrors(500, 'Something went wrong')), {
    legs: ['far'],
    note: 'a relay never answers so; from a city, a list of errors is a no',
  }),
  before('408-timeout', apiSays(408, specErrors(408, 'Request timeout'))),
  before('425-too-early', apiSays(425, specErrors(425, 'Too early'))),
  before('413-too-large', apiSays(413, specErrors(413, 'Too large')), { rejects: true }),
  before('422-refused', apiSays(422, specErrors(422, 'This address is outside the city')), { rejects: true }),
  // Busy, in odd words.
  busy('503-retry-after-0', 503, '0'),
  busy('503-retry-after-negative', 503, '-5'),
  busy('503-retry-after-words', 503, 'soon'),
  busy('503-retry-after-fraction', 503, '1.5'),
  busy('429-retry-after-past-date', 429, 'Thu, 01 Jan 1970 00:00:00 GMT'),
  // The answer is there, but broken.
  changed('wrong-length', 'wrong-length'),
  changed('gzip-garbage', 'gzip-garbage'),
  changed('chunked-garbage', 'chunked-garbage'),
  changed('empty-id', 'empty-id'),
  changed('no-cors-after-commit', 'no-cors', { legs: ['near'] }),
  changed('huge-header', 'huge-header'),
  // Odd, but readable.
  changed('with-103', 'with-1xx'),
  changed('200-headers', 'many-headers'),
  changed('receipt-as-text', 'text-plain'),
  changed('receipt-as-html', 'html-type'),
  changed('receipt-with-bom', 'bom'),
  changed('chunked', 'chunked'),
  changed('mark-of-relay-lost', 'no-relay-mark', { legs: ['near'] }),
  // Not the protocol at all.
  after('not-http', { is: 'bytes', latin1: 'SSH-2.0-OpenSSH_9.2p1\r\n' }),
  after('null-bytes', { is: 'bytes', latin1: '\0'.repeat(512) }),
  // What the page asks before.
  onGet('services-reset', { is: 'reset' }, { times: 3 }),
  onGet('services-500', apiSays(500, specErrors(500, 'General service error')), { times: 3 }),
  onGet('services-login', pageSays(200, loginPage)),
  onGet('services-bom', { is: 'changed', change: 'bom' }, { when: 'answer' }),
  before('preflight-refused', pageSays(403, '<h1>403 Forbidden</h1>'), {
    on: 'OPTIONS',
    legs: ['near'],
    when: 'connect',
    note: 'only a page of another origin asks first',
  }),
  { ...before('all-reset', { is: 'reset' }, { on: 'ALL', when: 'connect', lasts: 20_000 }), committed: 'no' },
  {
    ...before('all-502', pageSays(502, '<h1>502</h1>'), { on: 'ALL', when: 'connect', lasts: 30_000 }),
    committed: 'no',
  },
  // The resident.
  onPage('reload-at-once', 'reload'),
  onPage('tab-closed-at-once', 'tab-closed'),
];
