import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { createChallenge, solveChallenge, verifySolution } from 'altcha-lib/v1';
import type { Challenge } from 'altcha-lib/v1/types';
import fc from 'fast-check';
import { newChallenge, timeOfProof } from './proof.ts';

const secret = 'a secret that is long enough to be one';
const reportId = randomUUID();
const issued = 1_800_000_000_000;
const expires = issued + 60_000;
const make = (over: object = {}) => newChallenge({ secret, reportId, issued, expires, maxNumber: 500, ...over });
const told = (work: string, over: object = {}) => timeOfProof(work, { secret, reportId, now: issued + 5_000, ...over });
const base64 = (value: unknown) => btoa(JSON.stringify(value));

async function solved(challenge: Challenge) {
  const solution = await solveChallenge(challenge.challenge, challenge.salt, challenge.algorithm, challenge.maxnumber)
    .promise;
  const { algorithm, salt, signature } = challenge;
  return { algorithm, challenge: challenge.challenge, number: solution!.number, salt, signature };
}

describe('a proof of work', () => {
  it('tells when its challenge was made', async () => {
    assert.equal(await told(base64(await solved(await make()))), issued);
  });

  it('is one that ALTCHA itself takes', async () => {
    const challenge = await make({ expires: Date.now() + 60_000 });
    assert.deepEqual(Object.keys(challenge).sort(), ['algorithm', 'challenge', 'maxnumber', 'salt', 'signature']);
    assert.equal(challenge.maxnumber, 500);
    assert.equal(await verifySolution(base64(await solved(challenge)), secret), true);
  });

  it('holds for its own report only', async () => {
    const work = base64(await solved(await make()));
    assert.equal(await told(work, { reportId: randomUUID() }), undefined);
  });

  it('holds until it expires, to the second', async () => {
    const work = base64(await solved(await make()));
    assert.equal(await told(work, { now: expires - 1 }), issued);
    assert.equal(await told(work, { now: expires }), undefined);
  });

  it('holds under its own secret only', async () => {
    const work = base64(await solved(await make({ secret: 'another secret, which is long enough too' })));
    assert.equal(await told(work), undefined);
  });

  it('is none once anything in it is changed', async () => {
    const proof = await solved(await make());
    const later = new URLSearchParams({ report_id: reportId, issued: String(issued - 60_000), expires: '9999999999' });
    const changes = [
      { number: proof.number + 1 },
      { number: String(proof.number) },
      { number: -1 },
      { salt: proof.salt.replace(`issued=${issued}`, `issued=${issued - 60_000}`) },
      { salt: `${proof.salt.split('?')[0]}?${later}&` },
      { salt: `${proof.salt}report_id=${reportId}&` },
      { salt: proof.salt + String(proof.number)[0], number: Number(String(proof.number).slice(1)) },
      { signature: proof.signature.replace(/./, (digit) => (digit === '0' ? '1' : '0')) },
      { challenge: '0'.repeat(64) },
      { algorithm: 'SHA-1' },
      { algorithm: 'SHA-512' },
      { salt: undefined },
      { signature: null },
    ];
    for (const change of changes)
      assert.equal(await told(base64({ ...proof, ...change })), undefined, JSON.stringify(change));
  });

  it('is none without a challenge of ours, however much work it was', async () => {
    const params = { report_id: reportId, issued: String(issued) };
    const own = await createChallenge({ hmacKey: 'my own', maxnumber: 100, expires: new Date(expires), params });
    assert.equal(await told(base64(await solved(own))), undefined);
  });

  it('is none without an end', async () => {
    const params = { report_id: reportId, issued: String(issued) };
    const endless = await createChallenge({ hmacKey: secret, maxnumber: 100, params });
    assert.equal(await told(base64(await solved(endless))), undefined);
  });

  it('is none in any words that anybody may write', async () => {
    const odd = [
      '',
      ' ',
      'null',
      btoa('null'),
      btoa('[]'),
      btoa('"x"'),
      btoa('{}'),
      btoa('{"salt":{}}'),
      '%',
      'é',
      'A'.repeat(9_000),
    ];
    for (const work of odd) assert.equal(await told(work), undefined, work.slice(0, 20));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.jsonValue().map((value) => btoa(unescape(encodeURIComponent(JSON.stringify(value))))),
        ),
        async (work) => {
          assert.equal(await told(work), undefined);
        },
      ),
      { numRuns: 300 },
    );
  });
});
