import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCity } from '@citydesk/sandbox';
import { dialectNames, type DialectName } from '@citydesk/sandbox/testing';
import { check } from './check.ts';
import { reportText } from './report-text.ts';
import type { Report } from './types.ts';

interface Deviation {
  /** The checks that must say so, and what of it. */
  readonly reading: Readonly<Record<string, RegExp>>;
  /** Those that show only when a report is sent. */
  readonly sending?: Readonly<Record<string, RegExp>>;
}

const deviations: Readonly<Record<DialectName, Deviation>> = {
  wrapped: { reading: { lists: /object with services/, errors: /object with errors/, mends: /row 31/ } },
  tokens: {
    reading: { numbers: /31 of 31 services give a token first/, 'service-keywords': /None in 31/ },
    sending: { numbers: /The report brought a token/ },
  },
  'xml-only': { reading: { json: /services\.json is/, mends: /row 26 \(order\)/ } },
  'string-types': { reading: { 'service-metadata': /"true"/, 'question-flags': /"false"/, places: /as text/ } },
  'numeric-ids': { reading: { 'request-ids': /is a number/, 'empty-fields': /""/ } },
  'single-object': {
    reading: { 'one-request': /not in a list/, errors: /object with code/, 'service-metadata': /"true"/ },
  },
  'zoneless-dates': { reading: { dates: /\d \d\d:\d\d:\d\d\.0/, statuses: /is Open/, 'empty-fields': /""/ } },
  'html-errors': { reading: { errors: /web page/ } },
  duplicates: { reading: {}, sending: { 'report-twice': /refused as a duplicate/ } },
  spot: { reading: { extensions: /attributes.*photos/ } },
  chicago: { reading: { window: /Status 400/, extensions: /attributes.*ward/ } },
  bloomington: { reading: { 'empty-fields': /""/ } },
  'mark-a-spot': {
    reading: { 'service-metadata': /"false"/, errors: /object with error/, 'service-groups': /31 of 31/ },
  },
  helsinki: {
    reading: { errors: /code, detail/, 'one-request': /not in a list/, 'empty-fields': /""/ },
    sending: { report: /status was 201/ },
  },
  accela: {
    reading: { 'codes-in-addresses': /ServiceRequest\//, dates: /\d{4}-\d\d-\d\d \d\d/, statuses: /Received/ },
  },
};

/** Looks at a fresh city that has these ways, sending a report to its first service if told to. */
async function looked(dialect: DialectName | undefined, send = false): Promise<Report> {
  const city = createCity(dialect === undefined ? {} : { dialect });
  try {
    const fetch: typeof globalThis.fetch = (address, init) => city.fetch(new Request(address, init));
    const endpoint = 'http://127.0.0.1/open311/v2/';
    const listed = await (await fetch(`${endpoint}services.xml`)).text();
    const serviceCode = /<service_code>([^<]+)/.exec(listed)?.[1] ?? assert.fail(listed.slice(0, 200));
    const submit = { serviceCode, testEndpoint: true, lat: 41.944, long: -85.632 } as const;
    return await check({ endpoint, fetch, ...(send && { submit }) });
  } finally {
    city.close();
  }
}

const seen = ({ checks }: Report, id: string) => checks.find((each) => each.id === id) ?? assert.fail(id);

function names(report: Report, ids: Readonly<Record<string, RegExp>>): void {
  for (const [id, words] of Object.entries(ids)) {
    const { outcome, evidence } = seen(report, id);
    // What was filed is good, whatever it came with; the rest is not as it is due.
    if (id !== 'report') assert.match(outcome, /deviates|broken/, `${id}: ${evidence.found}`);
    assert.match(evidence.found ?? '', words, id);
    assert.ok(reportText(report).includes(`[${id}]`), id);
  }
}

describe('the check over the dialects of real servers', () => {
  for (const dialect of dialectNames) {
    const { reading, sending } = deviations[dialect];
    it(`names how ${dialect} deviates`, async () => {
      names(await looked(dialect), reading);
      if (sending) names(await looked(dialect, true), sending);
      assert.ok(Object.keys({ ...reading, ...sending }).length > 0);
    });
  }

  it('names none of it in a city that keeps to the standard', async () => {
    const report = await looked(undefined);
    const ids = new Set(Object.values(deviations).flatMap(({ reading }) => Object.keys(reading)));
    assert.deepEqual(
      [...ids].filter((id) => seen(report, id).outcome !== 'good'),
      [],
    );
  });

  it('blames no filter for a status that the standard does not have', async () => {
    assert.equal(seen(await looked('accela'), 'status-filter').outcome, 'not-tried');
  });

  it('calls the token of a report good once it led to a number', async () => {
    const report = await looked('tokens', true);
    assert.equal(seen(report, 'report').evidence.found, 'A token came.');
    assert.equal(seen(report, 'tokens').evidence.found, 'The token of the report led to a number.');
  });
});
