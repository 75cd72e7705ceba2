import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { solveChallenge } from 'altcha-lib/v1';
import { botDefaults, createBots, type Arrival, type BotOptions } from './judge.ts';

const secret = 'a secret that is long enough to be one';

function scene(options: Partial<BotOptions> = {}) {
  const clock = { time: 1_800_000_000_000 };
  const now = () => clock.time;
  const bots = createBots({ secret, now, steady: now, maxNumber: 20, ...options });
  const workFor = async (key: string): Promise<string> => {
    const { algorithm, challenge, maxnumber, salt, signature } = await bots.challenge(key);
    const { number } = (await solveChallenge(challenge, salt, algorithm, maxnumber).promise)!;
    return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  };
  const suspicionOf = async (arrival: Arrival) => (await bots.judge(arrival)).suspicion;
  return { clock, bots, workFor, suspicionOf };
}

describe('who sends a report', () => {
  it('is no suspect with a proof, after a time that a person takes', async () => {
    const { clock, bots, workFor } = scene();
    const key = randomUUID();
    const work = await workFor(key);
    clock.time += botDefaults.fillTime;
    assert.deepEqual(await bots.judge({ ip: '1.2.3.4', key, work, honeypot: '' }), { passes: true });
  });

  it('is a suspect without one, with a bad one, too fast, or with words where none belong', async () => {
    const { clock, workFor, suspicionOf } = scene({ perAddress: { burst: 99, perMinute: 1 } });
    const key = randomUUID();
    const work = await workFor(key);
    assert.equal(await suspicionOf({ key, work }), 'too-fast');
    clock.time += 60_000;
    assert.equal(await suspicionOf({ key }), 'no-work');
    assert.equal(await suspicionOf({ work }), 'no-work');
    assert.equal(await suspicionOf({ key, work: '' }), 'no-work');
    assert.equal(await suspicionOf({ key, work: 'x' }), 'bad-work');
    assert.equal(await suspicionOf({ key: randomUUID(), work }), 'bad-work');
    assert.equal(await suspicionOf({ key, work, honeypot: 'cheap pills' }), 'honeypot');
    assert.equal(await suspicionOf({ key, work }), undefined);
    clock.time += botDefaults.proofLasts;
    assert.equal(await suspicionOf({ key, work }), 'bad-work');
  });

  it('is slowed as a suspect, and passes later with the same report', async () => {
    const { clock, bots } = scene({ perAddress: { burst: 2, perMinute: 1 } });
    const key = randomUUID();
    for (let sent = 0; sent < 2; sent++) assert.ok((await bots.judge({ ip: '1.2.3.4', key })).passes);
    const verdict = await bots.judge({ ip: '1.2.3.4', key });
    assert.ok(!verdict.passes);
    assert.equal(verdict.status, 429);
    assert.equal(verdict.errors[0]?.code, 'slow');
    assert.equal(verdict.retryAfter, 60_000);
    assert.ok((await bots.judge({ ip: '1.2.3.5', key: randomUUID() })).passes);
    clock.time += verdict.retryAfter;
    assert.ok((await bots.judge({ ip: '1.2.3.4', key })).passes);
  });

  it('is one and the same where nobody knows the address', async () => {
    const { bots } = scene({ perAddress: { burst: 1, perMinute: 1 } });
    assert.ok((await bots.judge({})).passes);
    assert.ok(!(await bots.judge({})).passes);
  });

  it('needs a secret that nobody can guess', () => {
    assert.throws(() => scene({ secret: 'secret' }), RangeError);
  });
});

describe('10,000 posts by a script', () => {
  for (const addresses of [1, 100, 10_000]) {
    it(`are slowed, 99 of 100, from ${addresses} addresses in 100 s`, async () => {
      const { clock, bots } = scene();
      let slowed = 0;
      for (let sent = 0; sent < 10_000; sent++) {
        clock.time += 10;
        const at = sent % addresses;
        const work = sent % 3 ? undefined : 'nonsense';
        const verdict = await bots.judge({ ip: `10.0.${at >> 8}.${at & 255}`, key: randomUUID(), work });
        if (!verdict.passes) slowed++;
      }
      assert.ok(slowed >= 9_900, `${slowed}`);
    });
  }

  it('slow down none of 1,000 residents in between, from one address', async () => {
    const { clock, bots, workFor } = scene();
    let slowed = 0;
    for (let resident = 0; resident < 1_000; resident++) {
      const key = randomUUID();
      const work = await workFor(key);
      for (let sent = 0; sent < 10; sent++) await bots.judge({ ip: '10.0.0.1', key: randomUUID() });
      // From half a minute to some ten minutes to fill it in, some days later after the phone was off.
      clock.time += resident % 50 === 0 ? 3 * 86_400_000 : 20_000 + (resident % 40) * 15_000;
      for (let tries = 0; tries < 3; tries++) {
        if (!(await bots.judge({ ip: '10.0.0.1', key, work })).passes) slowed++;
      }
    }
    assert.equal(slowed, 0);
  });
});
