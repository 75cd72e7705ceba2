import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as flush } from 'node:timers/promises';
import { referenceOf } from '@citydesk/core/outbox';
import fc from 'fast-check';
import { cuts, fakeCity, misses, type FakeCity, type Plan } from '../../test/once/fake-city.ts';
import { steps, troubledKeys, type Trouble, type TroubledKeys } from '../../test/once/troubled-keys.ts';
import { memoryKeys } from './memory-keys.ts';
import { submitOnce, type Submitted } from './submit-once.ts';
import { realRelayTimes as times } from './times.ts';

/** Of each key: what is known of it without knowing how the relay works. */
interface Known {
  sent: boolean;
  insisted: number;
  receipt: string | undefined;
}
type Model = Map<number, Known>;

interface World {
  readonly clock: { time: number };
  readonly city: FakeCity;
  readonly keys: TroubledKeys;
  /** What went wrong where nobody waited for it. */
  readonly wrong: unknown[];
}
type Command = fc.AsyncCommand<Model, World>;

const keyOf = (at: number) => `0000000${at}-0000-4000-8000-000000000000`;
const rowsOf = ({ city }: World, at: number) =>
  city.rows.filter(({ report }) => report.description?.includes(referenceOf(keyOf(at))));
const knownOf = (model: Model, at: number): Known => {
  const known = model.get(at) ?? { sent: false, insisted: 0, receipt: undefined };
  model.set(at, known);
  return known;
};

function submit({ clock, city, keys }: World, at: number, insist = false): Promise<Submitted> {
  return submitOnce(
    { city, keys, times, now: () => clock.time },
    { report: { serviceCode: 'pothole', description: `Hole ${at}` }, key: keyOf(at), fingerprint: 'print', insist },
  );
}

/** A receipt names a row that is there, and is the same for ever; nothing is filed twice unless somebody insisted. */
function check(world: World, model: Model, at?: number, answer?: Submitted): void {
  if (world.wrong.length > 0) throw world.wrong[0];
  for (const [key, { insisted }] of model) {
    assert.ok(rowsOf(world, key).length <= 1 + insisted, `key ${key} is filed ${rowsOf(world, key).length} times`);
  }
  if (at === undefined || !answer || !('receipt' in answer)) return;
  const known = knownOf(model, at);
  const id = answer.receipt.serviceRequestId!;
  assert.ok(
    rowsOf(world, at).some((row) => row.id === id),
    `key ${at} has a receipt that is not its own`,
  );
  if (known.insisted === 0) assert.equal(id, (known.receipt ??= id));
}

function post(at: number, insist: boolean, plan: Plan): Command {
  return {
    check: () => true,
    toString: () => `post ${at}${insist ? ' insisting' : ''} ${JSON.stringify({ ...plan, throws: plan.throws?.name })}`,
    async run(model, world) {
      const known = knownOf(model, at);
      known.sent = true;
      world.city.plans = [plan];
      const stops = new Promise<undefined>((resolve) => {
        world.city.onHang = world.keys.onStand = () => resolve(undefined);
      });
      const answer = submit(world, at, insist);
      // Whoever hangs may answer later, and nobody is there to hear it.
      answer
        .then((late) => flush().then(() => check(world, model, at, late)))
        .catch((error: unknown) => world.wrong.push(error));
      const heard = await Promise.race([answer, stops]);
      // What does not arrive is no excuse for a second one.
      if (insist && !(heard && plan.files === false)) known.insisted++;
      check(world, model, at, heard);
      world.city.plans = [];
    },
  };
}

function act(name: string, run: (world: World) => void): Command {
  return {
    check: () => true,
    toString: () => name,
    async run(model, world) {
      run(world);
      await flush();
      check(world, model);
    },
  };
}

const plan: fc.Arbitrary<Plan> = fc.oneof(
  fc.constant<Plan>({}),
  fc.constantFrom(...Object.values(misses)).map((throws) => ({ files: false, throws })),
  fc
    .tuple(
      fc.boolean(),
      fc.constantFrom(0, 5_000, 30_000, times.lateCommit - 1),
      fc.constantFrom(...Object.values(cuts)),
    )
    .map(([files, after, throws]) => ({ files, after, throws })),
  fc
    .tuple(fc.boolean(), fc.constantFrom(0, 30_000, times.lateCommit - 1))
    .map(([files, after]) => ({ files, after, hangs: true })),
);
const some = fc.constantFrom(0, 0, 0, 1);
const trouble: fc.Arbitrary<Trouble> = fc.record({
  step: fc.constantFrom(...steps),
  done: fc.boolean(),
  kind: fc.constantFrom('fails' as const, 'stands' as const),
});
const commands = fc.commands(
  [
    fc.tuple(some, fc.integer({ min: 1, max: 12 }), plan).map(([at, one, each]) => post(at, one === 1, each)),
    fc.tuple(some, plan).map(([at, each]) => post(at, false, each)),
    fc
      .constantFrom(
        1,
        5_000,
        times.lookAgain,
        times.answer + times.margin,
        times.lateCommit,
        times.lateCommit,
        times.unread,
      )
      .map((pause) => act(`wait ${pause}`, ({ clock }) => void (clock.time += pause))),
    fc.constantFrom('readable', 'readable', 'readable', 'broken', 'wordless').map((list) =>
      act(`the list is ${list}`, ({ city }) => {
        city.list = list as FakeCity['list'];
      }),
    ),
    trouble.map((each) => act(`trouble ${JSON.stringify(each)}`, ({ keys }) => void (keys.trouble = each))),
    fc
      .tuple(fc.nat({ max: 3 }), fc.boolean())
      .map(([at, cut]) =>
        act(`wake ${at}${cut ? ' cut' : ''}`, ({ city }) =>
          city.hanging.splice(at, 1)[0]?.wake(cut ? cuts.cut() : undefined),
        ),
      ),
    fc.nat({ max: 3 }).map((at) => act(`thaw ${at}`, ({ keys }) => keys.standing.splice(at, 1)[0]?.())),
  ],
  { maxCommands: 40, size: 'max' },
);

/** All is well again, and whoever has sent something comes back until there is an answer. The dead stay dead. */
async function heal(world: World, model: Model): Promise<void> {
  world.city.list = 'readable';
  world.keys.trouble = undefined;
  for (const [at, { sent }] of model) {
    if (!sent) continue;
    let answer = await submit(world, at);
    for (let tries = 0; answer.status !== 200 && tries < 30; tries++) {
      world.clock.time += 15_000;
      answer = await submit(world, at);
    }
    assert.equal(answer.status, 200, `key ${at} is lost: ${JSON.stringify(answer)}`);
    check(world, model, at, answer);
  }
  // At last everybody who hung or stood still goes on.
  for (let round = 0; round < 5; round++) {
    for (const { wake } of world.city.hanging.splice(0)) wake();
    for (const thaw of world.keys.standing.splice(0)) thaw();
    await flush();
  }
  check(world, model);
  for (const [at, { sent }] of model) if (sent) check(world, model, at, await submit(world, at));
  await flush();
  check(world, model);
}

describe('a report with a key, whatever happens', () => {
  it('is never filed twice unless somebody insists, and never lost once the city can be read', async () => {
    let filed = 0;
    let hung = 0;
    await fc.assert(
      fc.asyncProperty(commands, async (run) => {
        const clock = { time: 1_800_000_000_000 };
        const keys = troubledKeys(memoryKeys({ times, now: () => clock.time }));
        const world: World = { clock, city: fakeCity(clock), keys, wrong: [] };
        const model: Model = new Map();
        await fc.asyncModelRun(() => ({ model, real: world }), run);
        hung += world.city.hanging.length + keys.standing.length;
        await heal(world, model);
        filed += world.city.rows.length;
      }),
      { numRuns: Number(process.env['CITYDESK_RUNS'] ?? 1_000) },
    );
    // Else nothing was tried.
    assert.ok(filed > 500 && hung > 100, `${filed} filed, ${hung} hung`);
  });
});
