import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { World, type Weather } from '../../test/outbox-world.ts';
import type { Outbox } from './outbox.ts';
import { referenceOf } from './reference.ts';
import { realTimes } from './times.ts';

const report = { serviceCode: 'pothole', addressString: '318 Hoffman St', description: 'It is deep.' };
const about = {
  way: { endpoint: 'https://city.example/open311/v2/' },
  serviceName: 'Pothole in the street',
  serviceType: 'realtime',
  place: '318 Hoffman St',
} as const;
const minute = 60_000;
const hour = 60 * minute;

/** A report that is sent in such weather; how that ended, or that it has not. */
async function sentIn(world: World, weather: Weather, outbox: Outbox = world.open().outbox) {
  world.weather = weather;
  const done = outbox.submit(report, about);
  await world.pass(realTimes.answer + 100);
  world.weather = 'fine';
  return done;
}
const standing = (world: World) => [...world.kept.values()].map((item) => item.standing.is);

for (const isRelay of [true, false]) {
  describe(isRelay ? 'by a relay, a report' : 'straight to a city with a readable list, a report', () => {
    it('is kept before it leaves, under one id and one word', async () => {
      const world = new World(isRelay);
      world.isOnline = false;
      const item = await sentIn(world, 'fine');
      assert.deepEqual([item.standing.is, world.rows.length], ['waiting', 0]);
      const [kept] = world.kept.values();
      assert.equal(kept?.report?.description, `It is deep.\n\n(Reference ${item.reference})`);
      assert.equal(kept?.reference, referenceOf(kept.reportId));
      world.isOnline = true;
      await world.pass(minute);
      assert.deepEqual(standing(world), ['confirmed']);
      assert.equal(world.rows.length, 1);
    });

    it('that arrived is wiped at once but for its receipt, and the receipt after a day', async () => {
      const world = new World(isRelay);
      await sentIn(world, 'fine');
      const [kept] = world.kept.values();
      assert.deepEqual([kept?.report, kept?.draft, kept?.standing.is], [undefined, undefined, 'confirmed']);
      await world.pass(24 * hour + minute);
      assert.equal(world.kept.size, 0);
    });

    for (const weather of ['lost', 'filed-and-cut', 'silent', 'late', 'busy'] as const) {
      it(`is there once, within two minutes after ${weather} weather`, async () => {
        const world = new World(isRelay);
        const item = await sentIn(world, weather);
        assert.equal(item.standing.is, weather === 'busy' ? 'waiting' : 'unknown');
        await world.pass(2 * minute);
        assert.deepEqual([standing(world), world.rows.length], [['confirmed'], 1]);
      });
    }

    it('that was refused stays, is not sent again, and says why', async () => {
      const world = new World(isRelay);
      const item = await sentIn(world, 'refused');
      assert.deepEqual(item.standing, { is: 'rejected', reasons: ['No.'], alreadyFiled: false, photos: false });
      await world.pass(hour);
      assert.deepEqual([standing(world), world.rows.length], [['rejected'], 0]);
    });

    it('is not sent before the time that a server asked for, whatever page is opened', async () => {
      const world = new World(isRelay);
      world.weather = 'busy';
      void world.open().outbox.submit(report, about);
      await world.pass(100);
      const [{ notBefore = 0 } = {}] = world.kept.values();
      assert.ok(notBefore > world.now + 4800, `${notBefore - world.now}`);
      world.weather = 'fine';
      world.now = notBefore - 300;
      await world.run(world.open().outbox.flush(true));
      assert.equal(world.rows.length, 0);
      await world.pass(minute);
      assert.equal(world.rows.length, 1);
    });

    it('of a page that was killed goes out from the next one, without a wait for its lease', async () => {
      for (const weather of ['lost', 'filed-and-cut', 'silent', 'late'] as const) {
        const world = new World(isRelay);
        const tab = world.open();
        world.weather = weather;
        void tab.outbox.submit(report, about);
        await world.pass(10);
        world.kill(tab);
        world.weather = 'fine';
        await world.run(world.open().outbox.flush(true));
        await world.pass(2 * minute);
        assert.deepEqual([weather, standing(world), world.rows.length], [weather, ['confirmed'], 1]);
      }
    });

    it('in a frozen tab is taken over when its lease ends, and is not sent when the tab wakes up', async () => {
      const world = new World(isRelay);
      const tab = world.open();
      world.weather = 'silent';
      void tab.outbox.submit(report, about);
      await world.pass(10);
      tab.is = 'frozen';
      world.weather = 'fine';
      const other = world.open();
      await world.run(other.outbox.flush(true));
      await world.pass(10 * minute);
      assert.equal(world.rows.length, 1);
      world.thaw(tab);
      await world.pass(hour);
      assert.deepEqual([standing(world), world.rows.length], [['confirmed'], 1]);
    });

    it('does not leave a tab that was frozen between writing down that it leaves and leaving', async () => {
      const world = new World(isRelay);
      const tab = world.open();
      void tab.outbox.submit(report, about);
      while (standing(world)[0] !== 'sending') await world.pass(1);
      tab.is = 'frozen';
      await world.run(world.open().outbox.flush(true));
      await world.pass(10 * minute);
      assert.deepEqual([standing(world), world.rows.length], [['confirmed'], 1]);
      world.thaw(tab);
      await world.pass(hour);
      assert.deepEqual([standing(world), world.sendings], [['confirmed'], 1]);
    });

    it('is sent by one of five tabs that come online together', async () => {
      const world = new World(isRelay);
      world.isOnline = false;
      await sentIn(world, 'fine');
      const tabs = [1, 2, 3, 4].map(() => world.open());
      world.isOnline = true;
      await world.run(Promise.all(tabs.map(({ outbox }) => outbox.flush(true))));
      await world.pass(hour);
      assert.equal(world.rows.length, 1);
    });

    it('that is a week old is not sent without a word, and goes when the resident says so', async () => {
      const world = new World(isRelay);
      world.isOnline = false;
      const item = await sentIn(world, 'fine');
      for (const tab of world.tabs) world.kill(tab);
      world.now += 8 * 24 * hour;
      world.isOnline = true;
      const { outbox } = world.open();
      await world.run(outbox.flush(true));
      await world.pass(minute);
      assert.deepEqual([standing(world), world.rows.length], [['held'], 0]);
      await world.run(outbox.resend(item.reportId));
      assert.deepEqual([standing(world), world.rows.length], [['confirmed'], 1]);
    });

    it('that the resident takes back is not sent', async () => {
      const world = new World(isRelay);
      world.isOnline = false;
      const { outbox } = world.open();
      const { reportId } = await sentIn(world, 'fine', outbox);
      await world.run(outbox.drop(reportId));
      world.isOnline = true;
      await world.run(outbox.flush(true));
      await world.pass(hour);
      assert.deepEqual([world.kept.size, world.rows.length], [0, 0]);
    });
  });
}

describe('where nobody can tell, a report', () => {
  for (const list of ['wordless', 'none'] as const) {
    it(`is never sent again by itself: the resident is asked (${list} list)`, async () => {
      for (const weather of ['lost', 'filed-and-cut'] as const) {
        const world = new World(false);
        world.list = list;
        const { outbox } = world.open();
        const { reportId } = await sentIn(world, weather, outbox);
        await world.pass(realTimes.lookFor + minute);
        assert.deepEqual([standing(world), world.rows.length], [['held'], weather === 'lost' ? 0 : 1]);
        await world.pass(24 * hour);
        assert.equal(world.rows.length, weather === 'lost' ? 0 : 1);
        await world.run(outbox.resend(reportId));
        assert.deepEqual([standing(world), world.rows.length], [['confirmed'], weather === 'lost' ? 1 : 2]);
      }
    });
  }

  it('is held by what a relay says, and confirmed when it turns up in the list', async () => {
    const world = new World(true);
    const item = await sentIn(world, 'untold');
    assert.deepEqual(item.standing, { is: 'held', why: 'untold' });
    world.rows.push(item);
    await world.pass(10 * minute);
    assert.deepEqual([standing(world), world.rows.length], [['confirmed'], 1]);
  });

  it('is looked for as long as the list cannot be read, ever more seldom', async () => {
    const world = new World(false);
    world.list = 'broken';
    await sentIn(world, 'filed-and-cut');
    await world.pass(2 * hour);
    assert.deepEqual([standing(world), world.rows.length], [['unknown'], 1]);
    world.list = 'whole';
    await world.pass(10 * minute);
    assert.deepEqual(standing(world), ['confirmed']);
  });
});
