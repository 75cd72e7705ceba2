import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../workspace.ts';
import { faultsFrom, readFaults } from './read-faults.ts';
import { sharedFaults } from './shared-faults.ts';

const shared = path.resolve(root, '../shared/corpora/faults.jsonl');
const line = (row: unknown) => JSON.stringify(row);
const one = (fault: string, committed = 'no', on = 'POST') => faultsFrom(line({ id: 'new', on, fault, committed }))[0]!;

describe('reading faults', () => {
  it('knows how to do every fault of the shared list', (t) => {
    if (!existsSync(shared)) {
      assert.notEqual(process.env['CI'], 'true', `There is no ${shared}.`);
      return t.skip('the shared list is not here: run 0 of 45 expected');
    }
    const faults = readFaults(shared);
    console.log(`run ${faults.length} of 45 expected`);
    assert.deepEqual(faults.map(({ id }) => id).sort(), Object.keys(sharedFaults).sort());
    assert.equal(faults.length, 45);
  });

  it('takes what a list says of a fault from the list, and how it is done from us', () => {
    const [fault] = faultsFrom(line({ id: 'captive', on: 'POST', committed: 'no' }));
    assert.equal(fault?.on, 'POST');
    assert.equal(fault?.what.is, 'answer');
  });

  it('does a strange fault by its words', () => {
    assert.deepEqual(one('RST after 33 bytes of JSON body', 'yes').what, { is: 'cut', bytes: 33, how: 'reset' });
    assert.deepEqual(one('no response for 45 s, backend commits', 'yes').what, { is: 'silence', ms: 45_000 });
    assert.equal(one('no response for 45 s, backend commits', 'yes').when, 'answer');
    assert.equal(one('TCP RST after half of the body').when, 'half');
    const busy = one('503 Retry-After: 7').what;
    assert.ok(busy.is === 'answer' && busy.status === 503 && busy.headers?.['Retry-After'] === '7');
    assert.equal(one('503 Retry-After: 7').rejects, undefined);
    assert.equal(one('422 [{"code":422,"description":"no such street"}]').rejects, true);
    const page = one('200 text/html maintenance page').what;
    assert.ok(page.is === 'answer' && page.headers?.['Content-Type']?.includes('html'));
    assert.deepEqual(one('gzip body is garbage', 'yes').what, { is: 'changed', change: 'gzip-garbage' });
    assert.deepEqual(one('response headers 3 bytes / 2 s', 'yes').what, {
      is: 'dripping',
      pace: { bytes: 3, pause: 2000 },
      head: true,
    });
    assert.deepEqual(one('10 clicks in 100 ms', 'no', 'PAGE').what, { is: 'page', name: 'double-click' });
    assert.deepEqual(one('kill -9 while the answer is on its way', 'yes', 'PAGE').what, {
      is: 'page',
      name: 'kill-in-flight',
    });
    assert.equal(one('ECONNREFUSED for 10 s').what.is, 'refused');
    assert.deepEqual(one('200 [{"token":"t9"}], never an id', 'yes').what, { is: 'token', looks: Infinity });
  });

  it('takes a fault whole', () => {
    const what = { is: 'bytes', latin1: 'x' };
    const [fault] = faultsFrom(
      line({ id: 'new', on: 'POST', committed: 'yes', leg: 'far', when: 'answer', what, times: 2 }),
    );
    assert.deepEqual(fault, { id: 'new', on: 'POST', committed: 'yes', legs: ['far'], when: 'answer', what, times: 2 });
  });

  it('says which line it cannot do', () => {
    assert.throws(() => faultsFrom(`${line({ id: 'refused' })}\nnonsense`, 'x.jsonl'), /x\.jsonl, line 2 is not JSON/);
    assert.throws(() => faultsFrom(line({ on: 'POST' })), /line 1 has no id/);
    assert.throws(() => faultsFrom(line({ id: 'odd', fault: 'the moon falls down' })), /nobody knows how to do odd/);
    assert.throws(() => faultsFrom(line({ id: 'refused', on: 'PUT' })), /“on” is PUT/);
    assert.throws(() => faultsFrom(line({ id: 'refused', committed: 'perhaps' })), /“committed” is perhaps/);
    assert.throws(() => faultsFrom(`${line({ id: 'refused' })}\n${line({ id: 'refused' })}`), /is there already/);
  });
});
