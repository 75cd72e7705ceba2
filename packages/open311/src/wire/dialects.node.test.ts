/** Every known dialect is read, and every mend is told by its row of the table. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { dialectCases, missing, type DialectCase } from '../../test/dialect-cases.ts';
import { RejectedError, type Open311Error } from '../errors.ts';
import { alreadyFiled } from '../already-filed.ts';
import { settle } from '../settle.ts';
import type { Quirk } from '../types.ts';
import * as wire from './index.ts';
import { cases } from '../../test/conformance/cases.ts';

const reported = new Set<number>();

async function read({ as, answer }: DialectCase): Promise<{ value: unknown; rows: number[] }> {
  const quirks: Quirk[] = [];
  const options = { zone: 'America/Chicago', onQuirk: (quirk: Quirk) => quirks.push(quirk) };
  const value = await wire.valueIn(typeof answer === 'string' ? answer : JSON.stringify(answer), options);
  const decode = {
    services: () => wire.decodeServices(value, options),
    definition: () => wire.decodeServiceDefinition(value, '', options),
    requests: () => wire.decodeRequests(value, options),
    receipt: () => wire.decodeReceipt(value, options),
    discovery: () => wire.decodeDiscovery(value, options),
    updates: () => wire.decodeUpdates(value, options),
    errors: () => wire.decodeErrors(value, false, options),
  }[as];
  const decoded = decode();
  for (const { row, where } of quirks) {
    reported.add(row);
    assert.ok(where !== '' && row >= 1 && row <= 53);
  }
  assert.equal(
    new Set(quirks.map(({ row, where }) => `${row} ${where}`)).size,
    quirks.length,
    'each mend is told once',
  );
  return { value: decoded, rows: quirks.map(({ row }) => row) };
}

describe('the reader mends', () => {
  for (const dialect of dialectCases) {
    it(`${dialect.row}: ${dialect.says}`, async () => {
      const { value, rows } = await read(dialect);
      assert.equal(missing(value, dialect.gives), undefined);
      assert.equal(rows.includes(dialect.row), dialect.told !== false, `told: ${rows}`);
    });
  }
});

describe('an answer as a whole', () => {
  const settled = (method: 'GET' | 'POST', status: number, text: string, single = false) => {
    const rows: number[] = [];
    const reading = { onQuirk: ({ row }: Quirk) => (reported.add(row), rows.push(row)) };
    const decode = method === 'GET' ? wire.decodeRequests : (value: unknown) => wire.decodeReceipt(value);
    const asked = settle<unknown>(
      { status, text },
      {
        method,
        url: 'https://x.test/',
        decode,
        single,
        reading,
        alreadyFiled: method === 'POST' ? alreadyFiled : undefined,
      },
    );
    return asked.then(
      (value) => ({ value, rows }),
      (error: unknown) => ({ error: error as Open311Error, rows }),
    );
  };
  const told = async (...of: Parameters<typeof settled>) => {
    const { rows, ...outcome } = await settled(...of);
    return [rows, 'error' in outcome ? outcome.error.name : outcome.value];
  };

  it('is no answer if it is a page, under 200 (37) or an error (38), and one if it is plain text (38)', async () => {
    const page = '<!doctype html><title>Oops</title>';
    assert.deepEqual(await told('GET', 200, page), [[37], 'UnreadableError']);
    assert.deepEqual(await told('GET', 500, page), [[38], 'UnreadableError']);
    assert.deepEqual(await told('GET', 404, 'Bad extension.'), [[38], 'RejectedError']);
  });

  it('is believed over its status (39)', async () => {
    assert.deepEqual(await told('GET', 200, '[]', true), [[39], 'NotFoundError']);
    assert.deepEqual(await told('POST', 200, '[{"code":403,"description":"no"}]'), [[39], 'RejectedError']);
    assert.deepEqual(await told('POST', 200, '[{"service_request_id":null,"code":1,"description":"no"}]'), [
      [39],
      'RejectedError',
    ]);
  });

  it('files a report under any 2xx (40)', async () => {
    assert.deepEqual(await told('POST', 201, '[{"service_request_id":"1"}]'), [[40], { serviceRequestId: '1' }]);
    assert.deepEqual(await told('POST', 200, '[{"service_request_id":"1"}]'), [[], { serviceRequestId: '1' }]);
  });

  it('that says "duplicate" means that the report is there (50)', async () => {
    for (const words of ['base is a duplicate', 'Duplicate request', 'This report was already submitted.']) {
      const { rows, ...outcome } = await settled('POST', 400, JSON.stringify([{ code: 400, description: words }]));
      assert.ok('error' in outcome && outcome.error instanceof RejectedError && outcome.error.alreadyFiled, words);
      assert.ok(rows.includes(50));
    }
    for (const [method, status, words] of [
      ['POST', 400, 'duplicate attribute code'],
      ['POST', 400, 'email already exists'],
      ['POST', 500, 'base is a duplicate'],
      ['GET', 400, 'base is a duplicate'],
    ] as const) {
      const outcome = await settled(method, status, JSON.stringify([{ code: 400, description: words }]));
      assert.ok('error' in outcome && outcome.error instanceof RejectedError && !outcome.error.alreadyFiled, words);
    }
  });

  it('tells residents the first row of a dump, and nothing that only programmers understand', async () => {
    const reasons = async (...descriptions: string[]) => {
      const outcome = await settled(
        'POST',
        400,
        JSON.stringify(descriptions.map((description) => ({ code: 400, description }))),
      );
      return 'error' in outcome && outcome.error instanceof RejectedError
        ? [outcome.error.reasons, outcome.error.errors.length]
        : assert.fail();
    };
    assert.deepEqual(await reasons('Error in input', 'Failed //rec: (error: missing at $data)', '  more'), [
      ['Error in input'],
      3,
    ]);
    assert.deepEqual(await reasons('Failed //rec: at $data', 'x'), [[], 2]);
    for (const internal of [
      'Can\'t call method "x" at lib/Foo.pm line 811.',
      'SQLSTATE[23000]: violation',
      'java.lang.NullPointerException',
      'Traceback (most recent call last)',
      '<b>no</b>',
    ]) {
      assert.deepEqual(await reasons(internal, 'Too far away.'), [['Too far away.'], 2], internal);
    }
  });

  it('is told once for each row and place, however many of its rows need it', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => ({ service_request_id: i, status: 'Open', lat: '1', long: '2' }));
    assert.deepEqual(await told('GET', 200, JSON.stringify(rows)).then(([told]) => told), [6, 11, 11, 18]);
  });
});

describe('the table of quirks', () => {
  after(() => {
    const rows = [...reported].sort((a, b) => a - b);
    console.log(
      `quirks: the reader told rows ${rows.join(', ')} (${rows.length}); named elsewhere: ${elsewhere.join(', ')}`,
    );
  });
  const { knownQuirks } = wire;
  const mends = knownQuirks.filter(({ kept }) => kept === 'reader').map(({ row }) => row);
  const elsewhere = knownQuirks.filter(({ kept }) => kept !== 'reader').map(({ row }) => row);

  it('has all 53 rows, and those that the reader mends are those that it told here', () => {
    assert.equal(knownQuirks.length, 53);
    assert.deepEqual(
      [...reported].sort((a, b) => a - b),
      mends,
    );
  });

  it('stands in the README, row by row', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').replace(/ +\|/g, ' |');
    const here = { reader: 'mended', client: 'taken care of by the client', city: 'named by the doctor or the guide' };
    for (const { row, what, kept, told } of knownQuirks) {
      const line = `| ${row} | ${what} | ${here[kept]}${told ? ', told to `onQuirk`' : ''} |`;
      assert.ok(readme.includes(line), `row ${row}: ${line}`);
    }
  });

  it('says that rows 17, 21, 45 and 52 are told by the client, which the conformance suite shows', () => {
    const byClient = knownQuirks.filter(({ kept, told }) => kept === 'client' && told).map(({ row }) => row);
    const shown = new Set(cases.flatMap(({ quirks }) => quirks ?? []));
    assert.deepEqual(byClient, [17, 21, 45, 52]);
    for (const row of byClient) assert.ok(shown.has(row), `row ${row}`);
  });
});
