import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { referenceOf } from '@citydesk/core/outbox';
import { RejectedError } from '@citydesk/open311';
import { cuts, failure, misses } from '../../test/once/fake-city.ts';
import { brief, codeOf, scene } from '../../test/once/scene.ts';
import type { KeyStore } from './key-store.ts';
import { submitOnce } from './submit-once.ts';
import { realRelayTimes as times } from './times.ts';

describe('a report with a key', () => {
  it('is filed once, and answered the same however often it comes', async () => {
    const { city, submit } = scene();
    assert.deepEqual(await submit(), { status: 200, receipt: { serviceRequestId: '26-1' }, replayed: false });
    assert.deepEqual(await submit(), { status: 200, receipt: { serviceRequestId: '26-1' }, replayed: true });
    assert.equal(city.posts, 1);
  });

  it('carries its reference in the description, once', async () => {
    const { city, key, submit } = scene();
    await submit();
    assert.equal(city.rows[0]?.report.description, `A hole\n\n(Reference ${referenceOf(key)})`);
    const again = randomUUID();
    const description = `A hole\n\n(Reference ${referenceOf(again)})`;
    await submit({ key: again, report: { serviceCode: 'pothole', description } });
    assert.equal(city.rows[1]?.report.description, description);
  });

  it('carries its id where the city has an attribute for it', async () => {
    const { city, key, submit } = scene();
    await submit({ idAttribute: 'client_id' });
    assert.deepEqual(city.rows[0]?.report.attributes, { client_id: key });
  });

  it('keeps a description that has no room for the reference as it is', async () => {
    const { city, submit, report } = scene([{ throws: cuts.cut }]);
    const long = { ...report, description: 'x'.repeat(3_990) };
    await submit({ report: long });
    assert.equal(city.rows[0]?.report.description, long.description);
    const second = await submit({ report: long });
    assert.equal(codeOf(second), 'unknown');
  });

  it('may have a key that is no UUID', async () => {
    const { city, clock, submit } = scene([{ throws: cuts.cut }]);
    assert.equal(codeOf(await submit({ key: 'order 7' })), 'unknown');
    clock.time += times.lookAgain;
    const answer = await submit({ key: 'order 7' });
    assert.ok('receipt' in answer);
    assert.equal(city.posts, 1);
  });

  it('is not taken for another one that answers a question with its key', async () => {
    const { city, clock, submit, report } = scene([{}, { files: false, throws: cuts.cut }]);
    await submit({ key: 'other', report: { ...report, attributes: { near: 'yes' } } });
    await submit({ key: 'yes' });
    clock.time += times.lateCommit;
    const answer = await submit({ key: 'yes' });
    assert.ok('receipt' in answer && answer.receipt.serviceRequestId === '26-2');
    assert.equal(city.posts, 3);
  });

  it('is answered 422 when the key was used for another', async () => {
    const { city, submit } = scene();
    await submit();
    assert.deepEqual(brief(await submit({ fingerprint: 'other' })), [422, 'mismatch', undefined]);
    assert.deepEqual(brief(await submit({ fingerprint: 'other', insist: true })), [422, 'mismatch', undefined]);
    assert.equal(city.posts, 1);
  });

  it('is answered 409 while it is being sent, also to who insists', async () => {
    const { city, submit } = scene([{ hangs: true }]);
    const first = submit();
    await new Promise<void>((resolve) => (city.onHang = resolve));
    assert.deepEqual(brief(await submit()), [409, 'in-flight', times.lookAgain]);
    assert.deepEqual(brief(await submit({ insist: true })), [409, 'in-flight', times.lookAgain]);
    city.hanging[0]!.wake();
    assert.equal((await first).status, 200);
    assert.equal(city.posts, 1);
  });
});

describe('what the city refuses', () => {
  const no =
    (status: number, description = 'phone required') =>
    () =>
      new RejectedError({ ...failure, status }, [{ code: '400', description }]);

  it('is kept and replayed, in its words', async () => {
    const { city, submit } = scene([{ files: false, throws: no(400) }]);
    const errors = [{ code: '400', description: 'phone required' }];
    assert.deepEqual(await submit(), { status: 400, errors, replayed: false });
    assert.deepEqual(await submit(), { status: 400, errors, replayed: true });
    assert.equal(city.posts, 1);
  });

  it('is a refusal also where the status says that all went well', async () => {
    const { submit } = scene([{ files: false, throws: no(200) }]);
    assert.equal((await submit()).status, 400);
  });

  it('is found where the city refuses it because it has it', async () => {
    const duplicate = () =>
      new RejectedError({ ...failure, status: 400 }, [{ code: '400', description: 'Duplicate' }], () => true);
    const { submit } = scene([{ throws: duplicate }]);
    const answer = await submit();
    assert.ok('receipt' in answer && answer.receipt.serviceRequestId === '26-1');
    const foreign = scene([{ files: false, throws: duplicate }]);
    assert.equal((await foreign.submit()).status, 400);
  });
});

describe('a report that has not arrived, for sure', () => {
  for (const [name, throws] of Object.entries(misses)) {
    it(`frees its key: ${name}`, async () => {
      const { city, submit } = scene([{ files: false, throws }]);
      const wait = name === 'busy' ? 7_000 : times.busy;
      assert.deepEqual(brief(await submit()), [503, 'busy', wait]);
      const answer = await submit({ fingerprint: 'other' });
      assert.ok('receipt' in answer && !answer.replayed);
      assert.equal(city.rows.length, 1);
    });
  }

  it('is not sent by a process that stood still for too long', async () => {
    const { clock, city, keys, submit } = scene();
    const begin: KeyStore['begin'] = async (...call) => {
      const standing = await keys.begin(...call);
      clock.time += times.margin + 1;
      return standing;
    };
    const slow = scene([], { begin });
    const answer = await submitOnce(
      { city, keys: { ...keys, begin }, times, now: () => clock.time },
      { report: slow.report, key: slow.key, fingerprint: 'print', insist: false },
    );
    assert.deepEqual(brief(answer), [503, 'busy', times.busy]);
    assert.equal(city.posts, 0);
    assert.equal((await submit()).status, 200);
  });
});

describe('a report without a key', () => {
  it('is passed on each time it comes, and nobody is asked to come again', async () => {
    const { city, submit } = scene([{}, { throws: cuts.cut }, { files: false, throws: misses.busy }]);
    assert.equal((await submit({ key: undefined })).status, 200);
    assert.deepEqual(brief(await submit({ key: undefined })), [502, 'unknown', undefined]);
    assert.deepEqual(brief(await submit({ key: undefined })), [503, 'busy', 7_000]);
    assert.equal(city.rows[0]?.report.description, 'A hole');
  });
});

describe('while the key store fails', () => {
  const fails = () => Promise.reject(new Error('disk full'));

  it('nothing is sent', async () => {
    const { city, submit, troubles } = scene([], { begin: fails });
    assert.deepEqual(brief(await submit()), [503, 'unknown', times.busy]);
    assert.equal(city.posts, 0);
    assert.equal(troubles.length, 1);
  });

  it('a receipt is handed on all the same, and found again later', async () => {
    const over: Partial<KeyStore> = { finish: fails };
    const { city, clock, keys, submit, troubles } = scene([], over);
    assert.equal((await submit()).status, 200);
    assert.equal(troubles.length, 1);
    assert.equal(codeOf(await submit()), 'in-flight');
    clock.time += times.answer + times.margin;
    assert.equal((await submit()).status, 200);
    assert.ok(keys);
    assert.equal(city.posts, 1);
  });

  it('what the store did not hear of is known when the lease ends', async () => {
    const { city, clock, submit } = scene([{ throws: cuts.cut }], { unsure: fails, release: fails });
    assert.equal(codeOf(await submit()), 'unknown');
    assert.equal(codeOf(await submit()), 'in-flight');
    clock.time += times.answer + times.margin;
    assert.equal((await submit()).status, 200);
    assert.equal(city.posts, 1);
  });
});
