/** What every key store keeps to, whatever it is made of. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { KeyStore, Settled } from '../../src/once/key-store.ts';
import { memoryKeys, type KeyStoreOptions } from '../../src/once/memory-keys.ts';

/** Opens an empty store that goes by the given clock. */
export type OpenStore = (options: Required<KeyStoreOptions>) => Promise<KeyStore>;

const lease = 27_000;
const times = { keep: 7 * 24 * 3_600_000, lookAgain: 10_000 };
export const filed: Settled = { is: 'filed', receipt: { serviceRequestId: '26-1' } };
export const refused: Settled = {
  is: 'refused',
  status: 400,
  errors: [{ code: '400', description: 'phone required' }],
};

export function keyStoreSuite(name: string, open: OpenStore): void {
  describe(`the keys in ${name}`, () => {
    const fresh = async () => {
      const clock = { time: 1_800_000_000_000 };
      return { clock, keys: await open({ times, now: () => clock.time }) };
    };
    const unknownKey = async (keys: KeyStore) => {
      await keys.begin('key', 'print', lease);
      await keys.unsure('key', 1);
    };

    it('gives a free key to one of fifty that ask at once', async () => {
      const { keys } = await fresh();
      const standings = await Promise.all(Array.from({ length: 50 }, () => keys.begin('key', 'print', lease)));
      assert.equal(standings.filter(({ is }) => is === 'new').length, 1);
      assert.equal(standings.filter(({ is }) => is === 'in-flight').length, 49);
    });

    it('knows a key from its first use until it is free again or forgotten', async () => {
      const { clock, keys } = await fresh();
      assert.equal(await keys.knows('key'), false);
      await keys.begin('key', 'print', lease);
      assert.equal(await keys.knows('key'), true);
      await keys.release('key', 1);
      assert.equal(await keys.knows('key'), false);
      await keys.begin('key', 'print', lease);
      await keys.finish('key', 'print', 1, filed);
      assert.equal(await keys.knows('key'), true);
      assert.equal(await keys.knows('another'), false);
      clock.time += times.keep + lease;
      assert.equal(await keys.knows('key'), false);
    });

    it('keeps keys apart, whatever they are made of', async () => {
      const { keys } = await fresh();
      const different = [
        'a',
        'A',
        'a ',
        '\u00e9',
        'e\u0301',
        '"',
        '\\',
        "'",
        '%',
        '*',
        'a:b',
        'a\u0000',
        '__proto__',
        'x'.repeat(255),
      ];
      for (const key of different) assert.equal((await keys.begin(key, 'print', lease)).is, 'new', JSON.stringify(key));
    });

    it('says how long an attempt may last, and no longer', async () => {
      const { keys, clock } = await fresh();
      await keys.begin('key', 'print', lease);
      clock.time += lease - 1;
      assert.deepEqual(await keys.begin('key', 'print', lease), { is: 'in-flight', left: 1 });
      clock.time += 1;
      assert.deepEqual(await keys.begin('key', 'print', lease), {
        is: 'unknown',
        attempt: 1,
        sinceEnd: 0,
        looks: 0,
        mayLook: true,
      });
    });

    it('replays what was settled, and refuses another report under the same key', async () => {
      const { keys, clock } = await fresh();
      await keys.begin('key', 'print', lease);
      assert.deepEqual(await keys.finish('key', 'print', 1, filed), filed);
      clock.time += times.keep - 1;
      assert.deepEqual(await keys.begin('key', 'print', lease), { is: 'done', settled: filed });
      assert.deepEqual(await keys.begin('key', 'other', lease), { is: 'mismatch' });
    });

    it('tells another report apart at every standing', async () => {
      const { keys } = await fresh();
      await keys.begin('key', 'print', lease);
      assert.equal((await keys.begin('key', 'other', lease)).is, 'mismatch');
      await keys.unsure('key', 1);
      assert.equal((await keys.begin('key', 'other', lease)).is, 'mismatch');
    });

    it('forgets a settled key after its time, and an open one after the same time untouched', async () => {
      const { keys, clock } = await fresh();
      await keys.begin('key', 'print', lease);
      await keys.finish('key', 'print', 1, refused);
      await keys.begin('open', 'print', lease);
      await keys.unsure('open', 1);
      clock.time += times.keep / 2;
      assert.equal((await keys.begin('open', 'print', lease)).is, 'unknown');
      clock.time += times.keep / 2;
      assert.equal((await keys.begin('key', 'other', lease)).is, 'new');
      assert.equal((await keys.begin('open', 'print', lease)).is, 'unknown');
      clock.time += times.keep;
      assert.equal((await keys.begin('open', 'print', lease)).is, 'new');
    });

    it('frees a key whose only attempt has not arrived', async () => {
      const { keys } = await fresh();
      await keys.begin('key', 'print', lease);
      await keys.release('key', 1);
      assert.deepEqual(await keys.begin('key', 'other', lease), { is: 'new', attempt: 1 });
    });

    it('remembers the attempt that may have arrived when a later one has not', async () => {
      const { keys, clock } = await fresh();
      await unknownKey(keys);
      clock.time += 60_000;
      assert.equal(await keys.again('key', 1, lease), 2);
      clock.time += 5_000;
      await keys.release('key', 2);
      const standing = await keys.begin('key', 'print', lease);
      assert.deepEqual(standing, { is: 'unknown', attempt: 2, sinceEnd: 65_000, looks: 0, mayLook: true });
    });

    it('lets one of fifty try again', async () => {
      const { keys } = await fresh();
      await unknownKey(keys);
      const next = await Promise.all(Array.from({ length: 50 }, () => keys.again('key', 1, lease)));
      assert.deepEqual(
        next.filter((each) => each !== undefined),
        [2],
      );
      assert.equal((await keys.begin('key', 'print', lease)).is, 'in-flight');
    });

    it('lets nobody try again what is under way, settled, free, or further on', async () => {
      const { keys } = await fresh();
      assert.equal(await keys.again('key', 1, lease), undefined);
      await keys.begin('key', 'print', lease);
      assert.equal(await keys.again('key', 1, lease), undefined);
      await keys.unsure('key', 1);
      assert.equal(await keys.again('key', 2, lease), undefined);
      await keys.again('key', 1, lease);
      await keys.finish('key', 'print', 2, filed);
      assert.equal(await keys.again('key', 2, lease), undefined);
    });

    it('takes over a key whose process has died', async () => {
      const { keys, clock } = await fresh();
      await keys.begin('key', 'print', lease);
      clock.time += lease;
      assert.equal(await keys.again('key', 1, lease), 2);
    });

    it('counts from the end of an attempt, also where it ends later than its lease', async () => {
      const { keys, clock } = await fresh();
      await keys.begin('key', 'print', lease);
      clock.time += lease + 40_000;
      await keys.begin('key', 'print', lease);
      await keys.unsure('key', 1);
      clock.time += 2_000;
      const standing = await keys.begin('key', 'print', lease);
      assert.equal(standing.is === 'unknown' && standing.sinceEnd, 2_000);
    });

    it('keeps that a report is filed, whoever says so', async () => {
      const { keys } = await fresh();
      await unknownKey(keys);
      await keys.again('key', 1, lease);
      assert.deepEqual(await keys.finish('key', 'print', 1, filed), filed);
      const other: Settled = { is: 'filed', receipt: { serviceRequestId: '26-2' } };
      assert.deepEqual(await keys.finish('key', 'print', 2, other), filed);
      assert.deepEqual(await keys.finish('key', 'print', 2, refused), filed);
      await keys.unsure('key', 2);
      await keys.release('key', 2);
      assert.deepEqual(await keys.begin('key', 'print', lease), { is: 'done', settled: filed });
    });

    it('keeps a refusal of the last attempt only, and not against a receipt', async () => {
      const { keys } = await fresh();
      await unknownKey(keys);
      await keys.again('key', 1, lease);
      assert.equal(await keys.finish('key', 'print', 1, refused), undefined);
      assert.deepEqual(await keys.finish('key', 'print', 2, refused), refused);
      assert.deepEqual(await keys.finish('key', 'print', 1, filed), filed);
      assert.deepEqual(await keys.begin('key', 'print', lease), { is: 'done', settled: filed });
    });

    it('keeps what was settled although it has lost the key in between', async () => {
      const { keys } = await fresh();
      assert.deepEqual(await keys.finish('key', 'print', 1, filed), filed);
      assert.deepEqual(await keys.begin('key', 'print', lease), { is: 'done', settled: filed });
    });

    it('lets one look in so long, and at once after another attempt', async () => {
      const { keys, clock } = await fresh();
      await unknownKey(keys);
      const mayLook = async () => {
        const standing = await keys.begin('key', 'print', lease);
        return standing.is === 'unknown' && standing.mayLook;
      };
      const turns = await Promise.all(Array.from({ length: 20 }, mayLook));
      assert.equal(turns.filter(Boolean).length, 1);
      clock.time += times.lookAgain - 1;
      assert.equal(await mayLook(), false);
      clock.time += 1;
      assert.equal(await mayLook(), true);
      await keys.again('key', 1, lease);
      await keys.unsure('key', 2);
      assert.equal(await mayLook(), true);
    });

    it('counts the looks that cannot tell, since the last attempt', async () => {
      const { keys } = await fresh();
      await unknownKey(keys);
      assert.equal(await keys.untold('key', 1), 1);
      assert.equal(await keys.untold('key', 1), 2);
      await keys.again('key', 1, lease);
      assert.equal(await keys.untold('key', 1), 0);
      await keys.unsure('key', 2);
      assert.equal(await keys.untold('key', 2), 1);
    });

    it('gives back every word of a receipt and of a refusal', async () => {
      const { keys } = await fresh();
      const odd = '"\\ \u0000 \u{1F6A7} \uD800 </script> \u2028 ' + 'ä'.repeat(2_000);
      const receipt: Settled = { is: 'filed', receipt: { token: odd, serviceNotice: odd } };
      const no: Settled = { is: 'refused', status: 422, errors: [{ code: '', description: odd }] };
      await keys.finish('one', 'print', 1, receipt);
      await keys.finish('two', 'print', 1, no);
      assert.deepEqual(await keys.begin('one', 'print', lease), { is: 'done', settled: receipt });
      assert.deepEqual(await keys.begin('two', 'print', lease), { is: 'done', settled: no });
    });

    it('works, and says so', async () => {
      const { keys } = await fresh();
      await keys.check();
    });

    it('does in any order of calls what the one in memory does', async () => {
      const { keys, clock } = await fresh();
      const attempt = fc.integer({ min: 1, max: 3 });
      const print = fc.constantFrom('print', 'print', 'print', 'other');
      const call = fc.oneof(
        fc.tuple(fc.constant('begin' as const), print),
        fc.tuple(fc.constant('again' as const), attempt),
        fc.tuple(fc.constant('finish' as const), attempt, fc.constantFrom(filed, refused)),
        fc.tuple(fc.constantFrom('unsure' as const, 'release' as const, 'untold' as const), attempt),
        fc.tuple(fc.constant('wait' as const), fc.constantFrom(1, 9_999, 10_000, lease, times.keep)),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(call, { maxLength: 25 }), fc.uuid(), async (calls, key) => {
          const model = memoryKeys({ times, now: () => clock.time });
          const does = (store: KeyStore, [what, one, two]: (typeof calls)[number]): Promise<unknown> => {
            if (what === 'begin') return store.begin(key, one as string, lease);
            if (what === 'again') return store.again(key, one as number, lease);
            if (what === 'finish') return store.finish(key, 'print', one as number, two as Settled);
            return store[what as 'unsure' | 'release' | 'untold'](key, one as number);
          };
          for (const each of calls) {
            if (each[0] === 'wait') clock.time += each[1] as number;
            else assert.deepEqual(await does(keys, each), await does(model, each), JSON.stringify(each));
          }
        }),
        { numRuns: 150 },
      );
    });
  });
}
