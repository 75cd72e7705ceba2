import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { World, type List, type Weather } from '../../test/outbox-world.ts';

const hour = 3_600_000;
const report = { serviceCode: 'pothole', addressString: '318 Hoffman St', description: 'It is deep.' };
const about = {
  way: { endpoint: 'https://city.example/open311/v2/' },
  serviceName: 'Pothole in the street',
  serviceType: 'realtime',
  place: '318 Hoffman St',
} as const;

/** The reference: what may be true of each report, told without a word on leases, looks or pauses. */
interface Told {
  /** Submitted, and not taken away since. */
  readonly submitted: Set<string>;
  /** The resident has said to send it once more. */
  readonly insisted: Set<string>;
  /** Whether the list was ever one that cannot tell, or a relay said so. */
  hasBeenVague: boolean;
  ids: number;
}

type Do = fc.AsyncCommand<Told, World>;

const at = <T>(list: readonly T[], one: number): T | undefined => list[one % Math.max(1, list.length)];
const awake = (world: World) => world.tabs.filter((tab) => tab.is === 'awake');

/** One thing that can happen, by what it says of itself. */
function happening(says: string, run: (told: Told, world: World) => Promise<void> | void): Do {
  return {
    check: () => true,
    async run(told, world) {
      await run(told, world);
      await world.pass(1);
      holds(told, world);
    },
    toString: () => says,
  };
}

/** What is true at all times. */
function holds({ submitted, insisted }: Told, world: World): void {
  const count = (id: string) => world.rows.filter(({ reportId }) => reportId === id).length;
  for (const id of submitted) {
    const standing = world.kept.get(id)?.standing;
    assert.ok(standing || count(id), `${id} is nowhere`);
    if (!insisted.has(id)) assert.ok(count(id) <= 1, `${id} is at the city ${count(id)} times`);
    if (standing?.is === 'confirmed') assert.ok(count(id), `${id} is said to be at the city`);
    if (standing?.is === 'rejected' && !insisted.has(id)) assert.equal(count(id), 0, `${id} is said to be refused`);
  }
}

const weathers: readonly Weather[] = ['fine', 'lost', 'filed-and-cut', 'silent', 'late', 'refused', 'busy'];

const commands = (isRelay: boolean, lists: readonly List[]) => [
  fc.nat(9).map((one) =>
    happening(`submit in tab ${one}`, (told, world) => {
      const reportId = `${String((told.ids += 1)).padStart(8, '0')}-0000-4000-9000-000000000000`;
      const tab = at(awake(world), one) ?? world.open();
      told.submitted.add(reportId);
      // What a killed tab was about to write, nobody knows.
      void tab.outbox.submit(report, { ...about, reportId }).catch(() => {});
    }),
  ),
  fc.constantFrom(...weathers, ...(isRelay ? (['untold'] as const) : [])).map((weather) =>
    happening(`weather ${weather}`, (told, world) => {
      world.weather = weather;
      told.hasBeenVague ||= weather === 'untold';
    }),
  ),
  fc.constantFrom(...lists).map((list) =>
    happening(`list ${list}`, (told, world) => {
      world.list = list;
      told.hasBeenVague ||= list === 'wordless' || list === 'none';
    }),
  ),
  fc
    .constantFrom(1000, 10_000, 20_000, 90_000, 400_000, hour)
    .map((time) => happening(`${time} ms`, (_, world) => world.pass(time))),
  fc.boolean().map((is) => happening(`online ${is}`, (_, world) => void (world.isOnline = is))),
  fc.boolean().map((isEager) =>
    happening(`open a page, ${isEager ? 'new' : 'back'}`, (_, world) => {
      void (isEager ? world.open() : (at(awake(world), 0) ?? world.open())).outbox.flush(isEager);
    }),
  ),
  fc.nat(9).map((one) =>
    happening(`kill ${one}`, (_, world) => {
      const tab = at(awake(world), one);
      if (tab) world.kill(tab);
    }),
  ),
  fc.nat(9).map((one) =>
    happening(`freeze ${one}`, (_, world) => {
      const tab = at(awake(world), one);
      if (tab) tab.is = 'frozen';
    }),
  ),
  fc.nat(9).map((one) =>
    happening(`thaw ${one}`, (_, world) => {
      const tab = at(
        world.tabs.filter(({ is }) => is === 'frozen'),
        one,
      );
      if (tab) world.thaw(tab);
    }),
  ),
  fc.nat(9).map((one) =>
    happening(`resend ${one}`, (told, world) => {
      // Offered on the screen only where it is held.
      const held = [...world.kept.values()].filter(({ standing }) => standing.is === 'held');
      const item = at(held, one);
      const tab = at(awake(world), one);
      if (!item || !tab) return;
      told.insisted.add(item.reportId);
      void tab.outbox.resend(item.reportId);
    }),
  ),
];

const ways: readonly (readonly [name: string, isRelay: boolean, lists: readonly List[]])[] = [
  ['by a relay', true, ['whole', 'broken']],
  ['straight to a city with a readable list', false, ['whole', 'broken']],
  ['straight to a city whose list may not tell', false, ['whole', 'broken', 'wordless', 'none']],
];

describe('whatever happens in whatever order', () => {
  for (const [name, isRelay, lists] of ways) {
    it(`${name}, no report is lost, none is there twice, and nothing untrue is said`, async () => {
      const ends: Record<string, number> = {};
      await fc.assert(
        fc.asyncProperty(fc.commands(commands(isRelay, lists), { maxCommands: 40, size: 'max' }), async (sequence) => {
          const told: Told = { submitted: new Set(), insisted: new Set(), hasBeenVague: false, ids: 0 };
          const world = new World(isRelay);
          await fc.asyncModelRun(() => ({ model: told, real: world }), sequence);

          // The storm is over: in a new page, all comes to an end.
          for (const tab of world.tabs) world.thaw(tab);
          Object.assign(world, { weather: 'fine', isOnline: true, list: 'whole' });
          await world.run(world.open().outbox.flush(true));
          await world.pass(2 * hour);
          holds(told, world);
          for (const id of told.submitted) {
            const is = world.kept.get(id)?.standing.is ?? 'over';
            ends[is] = (ends[is] ?? 0) + 1;
            const may = told.hasBeenVague ? /^(confirmed|rejected|over|held)$/ : /^(confirmed|rejected|over)$/;
            assert.match(is, may, `${id} is ${is} in the end`);
          }
        }),
        { numRuns: 100 },
      );
      assert.ok((ends['confirmed'] ?? 0) > 60, `seen too seldom: ${JSON.stringify(ends)}`);
    });
  }
});
