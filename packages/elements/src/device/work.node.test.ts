import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'node:test';
import { workFor, type Challenge } from './work.ts';

/** What a relay makes challenges and verifies proofs with; it belongs to the relay, and lies where that finds it. */
const lies = createRequire(import.meta.resolve('@citydesk/relay/package.json')).resolve('altcha-lib/v1');
const altcha = (await import(pathToFileURL(lies).href)) as {
  createChallenge(options: object): Promise<Challenge>;
  verifySolution(payload: string, hmacKey: string): Promise<boolean>;
};

const hmacKey = 'a secret of the relay, long enough to be one';
const params = { report_id: '1e7c9a04-7f5c-4f1e-8d3a-2b9c6d5e4f3a', issued: '1800000000000' };
const make = (over: object = {}) =>
  altcha.createChallenge({ hmacKey, maxnumber: 2_000, params, expires: new Date(Date.now() + 60_000), ...over });

describe('the work a device does', () => {
  it('gives a proof that ALTCHA verifies', async () => {
    for (let times = 0; times < 5; times++) {
      assert.equal(await altcha.verifySolution((await workFor(await make()))!, hmacKey), true);
    }
  });

  it('finds the first number, the last one, and those around the end of a batch', async () => {
    for (const number of [0, 63, 64, 127, 2_000]) {
      const proof = JSON.parse(atob((await workFor(await make({ number })))!)) as { number: number };
      assert.equal(proof.number, number);
    }
  });

  it('fits in a header', async () => {
    const work = (await workFor(await make()))!;
    assert.match(work, /^[\w+/]+=*$/);
    assert.ok(work.length < 1_000, `${work.length}`);
  });

  it('gives up where there is nothing to be found', async () => {
    assert.equal(await workFor(await make({ number: 5_000 })), undefined);
    assert.equal(await workFor(await make({ algorithm: 'SHA-512' })), undefined);
    assert.equal(await workFor({ ...(await make()), challenge: 'x' }), undefined);
  });
});
