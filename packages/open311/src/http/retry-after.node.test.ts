import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { always, answering } from '../../test/answering.ts';
import { createClient, Open311Error } from '../index.ts';
import { retryAfterIn } from './retry-after.ts';

const corpus = fileURLToPath(new URL('../../../../../shared/corpora/retry-after.jsonl', import.meta.url));
const options = { skip: !existsSync(corpus) && !process.env['CI'] && 'the corpora are not on this machine' };

const pause = (said: string, date?: string) =>
  retryAfterIn(new Headers({ 'Retry-After': said, ...(date !== undefined && { Date: date }) }));

describe('Retry-After', () => {
  it('is whole seconds, told in milliseconds', () => {
    for (const [said, due] of [
      ['0', 0],
      ['1', 1000],
      ['120', 120_000],
      [' 5 ', 5000],
      ['99999999999', 99_999_999_999_000],
    ] as const) {
      assert.equal(pause(said), due, said);
    }
  });

  it('is a date in any of the three forms, measured by the clock of the server', () => {
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
    for (const said of [
      'Wed, 21 Oct 2026 07:30:00 GMT',
      'Wednesday, 21-Oct-26 07:30:00 GMT',
      'Wed Oct 21 07:30:00 2026',
    ]) {
      assert.equal(pause(said, date), 120_000, said);
    }
    assert.equal(pause('Wed, 21 Oct 2026 07:27:00 GMT', date), 0);
  });

  it('is measured by the clock of this device where the server tells no date that can be read', () => {
    const said = new Date(Date.now() + 60_000).toUTCString();
    for (const date of [undefined, 'now']) {
      const asked = pause(said, date) ?? 0;
      assert.ok(asked > 58_000 && asked <= 60_000, `${asked}`);
    }
  });

  it('is nothing where there is none, and where it is nonsense', () => {
    assert.equal(retryAfterIn(new Headers()), undefined);
    for (const said of [
      '',
      '-1',
      '1.5',
      '1e3',
      '+5',
      '0x10',
      'abc',
      '5, 10',
      'Mon 5',
      '2026-10-21T07:28:00Z',
      'Wed, 99 Foo 2026 07:28:00 GMT',
      'Wed, 21 Oct 2026 07:28:00 PST',
      '9'.repeat(400),
    ]) {
      assert.equal(pause(said), undefined, said);
    }
  });
});

describe('an error', () => {
  it('says for how long each server of the corpus wants to be left alone', options, async (test) => {
    const rows = readFileSync(corpus, 'utf8').trim().split('\n');
    const due: Readonly<Record<string, number>> = {
      '0': 0,
      '1': 1000,
      '5': 5000,
      '120': 120_000,
      '99999999999': 99_999_999_999_000,
    };
    let run = 0;
    for (const row of rows) {
      const { v } = JSON.parse(row) as { v: string };
      const date = 'Wed, 21 Oct 2026 07:27:00 GMT';
      const city = await answering(test, always(503, '', { 'Retry-After': v, Date: date }));
      const failure: unknown = await createClient(city)
        .submitRequest({ serviceCode: 'A' })
        .catch((error: unknown) => error);
      assert.ok(failure instanceof Open311Error, v);
      assert.equal(failure.retryAfter, v.endsWith('GMT') ? 60_000 : due[v.trim()], v);
      assert.equal(city.asked.length, 1);
      run += 1;
    }
    console.log(`Retry-After: ${run} run of ${rows.length} expected`);
    assert.equal(rows.length, 12);
  });

  it('says so whatever its kind is, also after the attempts of the client', async (test) => {
    for (const [status, body, name, times] of [
      [503, '', 'RejectedError', 3],
      [429, '<!doctype html><h1>Slow down</h1>', 'UnreadableError', 3],
      [404, '', 'NotFoundError', 1],
      [405, '', 'UnsupportedError', 1],
      [200, '{', 'UnreadableError', 1],
    ] as const) {
      const city = await answering(test, always(status, body, { 'Retry-After': '0' }));
      await assert.rejects(createClient({ ...city, format: 'json' }).serviceDefinition('A'), {
        name,
        status,
        retryAfter: 0,
      });
      assert.equal(city.asked.length, times);
    }
  });

  it('that comes from no answer says nothing of it', async () => {
    await assert.rejects(createClient({ endpoint: 'http://127.0.0.1:1/' }).submitRequest({ serviceCode: 'A' }), {
      name: 'NetworkError',
      retryAfter: undefined,
    });
  });
});
