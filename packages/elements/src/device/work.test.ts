import { expect } from '@open-wc/testing';
import { workFor, type Challenge } from './work.ts';

const hmacKey = 'a secret of the relay, long enough to be one';

/** What a relay makes challenges and verifies proofs with. It belongs to the relay, so it lies in one of two places. */
interface Altcha {
  createChallenge(options: object): Promise<Challenge>;
  verifySolution(payload: string, hmacKey: string): Promise<boolean>;
}
async function loadAltcha(): Promise<Altcha> {
  for (const place of ['/packages/relay/node_modules', '/node_modules']) {
    const path = `${place}/altcha-lib/dist/esm/v1/index.js`;
    if ((await fetch(path, { method: 'HEAD' })).ok) return (await import(path)) as Altcha;
  }
  throw new Error('altcha-lib is not installed');
}

describe('the work a device does', () => {
  let altcha: Altcha;
  before(async () => {
    altcha = await loadAltcha();
  });
  const make = (over: object = {}) =>
    altcha.createChallenge({ hmacKey, maxnumber: 5_000, params: { report_id: 'cd' }, ...over });

  it('gives a proof that the relay takes', async () => {
    const work = await workFor(await make());
    expect(await altcha.verifySolution(work!, hmacKey)).to.equal(true);
    expect(await altcha.verifySolution(work!, 'another secret')).to.equal(false);
  });

  it('lets the page go first while it is at it', async () => {
    // Nothing to be found: it works to the end.
    const challenge = await make({ number: 60_000, maxnumber: 50_000 });
    let longest = 0;
    let turns = 0;
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      turns++;
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
      port2.postMessage('');
    };
    port2.postMessage('');
    expect(await workFor(challenge)).to.equal(undefined);
    port1.close();
    // How long each took is the machine's business; that there are many is ours.
    expect(turns).to.be.above(20);
    console.log(`50,000 numbers; the page had ${turns} turns, ${Math.round(longest)} ms apart at most`);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const work = workFor(await make({ number: 900_000, maxnumber: 1_000_000 }), stop.signal);
    setTimeout(() => stop.abort(new Error('the form is gone')), 20);
    const error = await work.catch((thrown: unknown) => thrown);
    expect((error as Error).message).to.equal('the form is gone');
  });

  it('is not begun for a form that is gone', async () => {
    const error = await workFor(await make(), AbortSignal.abort()).catch((thrown: unknown) => thrown);
    expect((error as Error).name).to.equal('AbortError');
  });

  it('gives nothing where the page has no secure context', async () => {
    const challenge = await make();
    const { subtle } = crypto;
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      expect(await workFor(challenge)).to.equal(undefined);
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
    }
    expect(crypto.subtle).to.equal(subtle);
  });

  it('gives nothing for a challenge of another kind', async () => {
    expect(await workFor(await make({ algorithm: 'SHA-512' }))).to.equal(undefined);
    expect(await workFor({ ...(await make()), challenge: '' })).to.equal(undefined);
  });
});
