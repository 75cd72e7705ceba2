import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cuts, misses } from '../../test/once/fake-city.ts';
import { brief, codeOf, scene } from '../../test/once/scene.ts';
import { realRelayTimes as times } from './times.ts';

describe('a report of which nobody knows whether it has arrived', () => {
  for (const [name, throws] of Object.entries(cuts)) {
    it(`is found in the list where it has: ${name}`, async () => {
      const { city, clock, submit } = scene([{ throws }]);
      assert.deepEqual(brief(await submit()), [503, 'unknown', times.lookAgain]);
      clock.time += times.lookAgain;
      assert.deepEqual(await submit(), { status: 200, receipt: { serviceRequestId: '26-1' }, replayed: true });
      assert.equal(city.posts, 1);
    });

    it(`is sent again where it has not, once it can no longer turn up: ${name}`, async () => {
      const { city, clock, submit } = scene([{ files: false, throws }]);
      await submit();
      clock.time += times.lateCommit - 1;
      assert.deepEqual(brief(await submit()), [503, 'unknown', 1]);
      assert.equal(city.posts, 1);
      clock.time += times.lookAgain;
      assert.equal((await submit()).status, 200);
      assert.equal(city.posts, 2);
    });
  }

  it('is found where it turns up late', async () => {
    const { city, persist } = scene([{ after: times.lateCommit - 1, throws: cuts.late }]);
    assert.equal((await persist()).status, 200);
    assert.equal(city.posts, 1);
  });

  it('is looked for once in so long, however often it comes', async () => {
    const { city, submit } = scene([{ throws: cuts.cut, after: 60_000 }]);
    await submit();
    for (let times = 0; times < 20; times++) assert.equal(codeOf(await submit()), 'unknown');
    assert.equal(city.looks, 1);
  });

  it('is held where the list cannot tell, and looked for at each later try', async () => {
    const { city, clock, submit, persist } = scene([{ throws: cuts.cut }]);
    city.list = 'wordless';
    city.type = 'batch';
    assert.deepEqual(brief(await persist()), [409, 'held', undefined]);
    assert.equal(city.looks, 3);
    assert.deepEqual(brief(await submit()), [409, 'held', undefined]);
    city.list = 'readable';
    clock.time += times.lookAgain;
    assert.equal((await submit()).status, 200);
    assert.equal(city.posts, 1);
  });

  it('stays unknown while the list cannot be read, and is held where it never can', async () => {
    const { city, clock, submit, persist } = scene([{ throws: cuts.cut }]);
    city.list = 'broken';
    await submit();
    for (const end = clock.time + times.unread; clock.time < end; clock.time += 15_000) {
      assert.deepEqual(brief(await submit()), [503, 'unknown', times.lookAgain]);
    }
    assert.equal(codeOf(await persist()), 'held');
    city.list = 'readable';
    clock.time += times.lookAgain;
    assert.equal((await submit()).status, 200);
    assert.equal(city.posts, 1);
  });

  it('is held where the city gives its number later, or shows it to nobody', async () => {
    for (const type of ['batch', 'blackbox'] as const) {
      const { city, persist } = scene([{ throws: cuts.cut, after: Infinity }]);
      city.type = type;
      assert.equal(codeOf(await persist()), 'held', type);
      assert.equal(city.posts, 1);
    }
    const { city, clock, submit } = scene([{ throws: cuts.cut, after: Infinity }]);
    for (let tries = 0; tries < 9; tries++, clock.time += 15_000) await submit({ isPrivate: true });
    assert.equal(codeOf(await submit({ isPrivate: true })), 'held');
    assert.equal(city.posts, 1);
  });

  it('is sent again where the resident insists, and then replayed', async () => {
    const { city, submit, persist } = scene([{ throws: cuts.cut }]);
    city.list = 'wordless';
    await persist();
    const answer = await submit({ insist: true });
    assert.ok('receipt' in answer && answer.receipt.serviceRequestId === '26-2' && !answer.replayed);
    assert.deepEqual(await submit({ insist: true }), { ...answer, replayed: true });
    assert.equal(city.posts, 2);
  });

  it('is taken over from a process that has died', async () => {
    const { city, clock, submit } = scene([{ hangs: true }, {}]);
    void submit();
    await new Promise<void>((resolve) => (city.onHang = resolve));
    clock.time += times.answer + times.margin;
    assert.deepEqual(await submit(), { status: 200, receipt: { serviceRequestId: '26-1' }, replayed: true });
    city.hanging[0]!.wake();
    assert.equal(city.posts, 1);
  });

  it('is sent again by one of many that ask at once', async () => {
    const { city, clock, submit } = scene([{ files: false, throws: cuts.cut }]);
    await submit();
    clock.time += times.lateCommit;
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit()));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.equal(city.posts, 2);
    const insisted = scene([{ throws: cuts.cut }]);
    await insisted.submit();
    await Promise.all(Array.from({ length: 20 }, () => insisted.submit({ insist: true })));
    assert.equal(insisted.city.posts, 2);
  });

  it('stays unknown where a later attempt has not arrived', async () => {
    const { city, clock, submit } = scene([
      { throws: cuts.cut, after: 3_600_000 },
      { files: false, throws: misses.refused },
    ]);
    await submit();
    assert.deepEqual(brief(await submit({ insist: true })), [503, 'unknown', times.busy]);
    assert.equal(codeOf(await submit()), 'unknown');
    clock.time += times.lookAgain;
    assert.equal(city.posts, 2);
  });
});
