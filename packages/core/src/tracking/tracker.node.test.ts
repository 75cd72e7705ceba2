import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NetworkError, NotFoundError, RejectedError, type ServiceRequest } from '@citydesk/open311';
import type { LookUpClient } from './look-up.ts';
import { createTracker, type Tracker } from './tracker.ts';

const failure = { method: 'GET', url: 'https://city.example/open311/v2/requests/1.json' };
const unknown = () => new NotFoundError({ ...failure, status: 404 });

const request = (id: string, more: Partial<ServiceRequest> = {}): ServiceRequest => ({
  serviceRequestId: id,
  status: 'open',
  statusLabel: 'open',
  mediaUrls: [],
  ...more,
});

/** A tracker with a clock in our hands, and a city that answers as told. */
class Desk {
  readonly asked: string[] = [];
  answer: (asked: string) => unknown = (asked) => request(asked);
  time = Date.parse('2026-11-21T15:00:00Z');
  pause: number | undefined;
  random = 0.5;
  #run: (() => void) | undefined;
  readonly tracker: Tracker;

  constructor() {
    const ask = async (asked: string) => {
      this.asked.push(asked);
      const answer = this.answer(asked);
      if (answer instanceof Error) throw answer;
      return answer;
    };
    const client = {
      request: (id: string) => ask(id),
      requestIdFor: (token: string) => ask(`token ${token}`),
      async *requests({ serviceRequestIds = [] }: { serviceRequestIds?: readonly string[] }) {
        yield* (await ask(serviceRequestIds.join())) as ServiceRequest[];
      },
    };
    this.tracker = createTracker({
      client: async () => client as unknown as LookUpClient,
      now: () => new Date(this.time),
      random: () => this.random,
      after: (milliseconds, run) => {
        this.pause = milliseconds;
        this.#run = run;
        return () => {
          this.pause = undefined;
          this.#run = undefined;
        };
      },
    });
  }

  get looks(): readonly string[] {
    return this.tracker.state.tracked.map(({ look: { is } }) => is);
  }

  async follows(...references: readonly string[]): Promise<void> {
    this.tracker.follow(references.map((reference) => ({ reference, isToken: false })));
    await settled();
  }

  /** Lets the time pass until the next look. */
  async waits(): Promise<void> {
    this.time += this.pause ?? 0;
    this.#run?.();
    await settled();
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('following a report', () => {
  it('asks once, and shows what the city tells', async () => {
    const desk = new Desk();
    await desk.follows('26-01873');
    assert.deepEqual(desk.asked, ['26-01873']);
    assert.deepEqual(desk.looks, ['found']);
  });

  it('asks once for several, and knows which the city does not', async () => {
    const desk = new Desk();
    desk.answer = () => [request('0042'), request('26-1')];
    await desk.follows('26-1', '42', '26-3');
    assert.deepEqual(desk.asked, ['26-1,42,26-3']);
    assert.deepEqual(desk.looks, ['found', 'found', 'missing']);
  });

  it('waits for the number behind a token, and then follows that', async () => {
    const desk = new Desk();
    desk.answer = () => undefined;
    desk.tracker.follow([{ reference: 'abc', isToken: true }]);
    await settled();
    assert.deepEqual(desk.looks, ['unnumbered']);
    assert.ok(desk.pause! <= 20_000);
    desk.answer = (asked) => (asked === 'token abc' ? '26-1' : request(asked));
    await desk.waits();
    assert.deepEqual(desk.looks, ['found']);
    assert.deepEqual(
      desk.tracker.state.tracked.map(({ reference, isToken }) => [reference, isToken]),
      [['26-1', false]],
    );
    await desk.waits();
    assert.deepEqual(desk.asked, ['token abc', 'token abc', '26-1', '26-1']);
  });

  it('finds a token that was typed as a number', async () => {
    const desk = new Desk();
    const token = '5f2b1c34-0000-4000-8000-000000000000';
    desk.answer = (asked) => (asked === token ? unknown() : asked === `token ${token}` ? '26-1' : request(asked));
    await desk.follows(token);
    assert.deepEqual(desk.looks, ['found']);
  });

  for (const [status, look] of [
    [404, 'missing'],
    [410, 'gone'],
  ] as const) {
    it(`is ${look} where the city answers ${status}`, async () => {
      const desk = new Desk();
      desk.answer = () => new NotFoundError({ ...failure, status });
      await desk.follows('26-01873');
      assert.deepEqual(desk.looks, [look]);
    });
  }

  it('is private where the city does not let us', async () => {
    const desk = new Desk();
    desk.answer = () => new RejectedError({ ...failure, status: 403 }, []);
    await desk.follows('26-01873');
    assert.deepEqual(desk.looks, ['private']);
  });

  it('is gone when it was there and is no longer', async () => {
    const desk = new Desk();
    await desk.follows('26-01873');
    desk.answer = unknown;
    await desk.waits();
    assert.deepEqual(desk.looks, ['gone']);
  });

  it('keeps the last known state while the city is down, and says so', async () => {
    const desk = new Desk();
    await desk.follows('26-01873');
    desk.answer = () => new NetworkError(failure);
    await desk.waits();
    const [{ look }] = desk.tracker.state.tracked as [Tracker['state']['tracked'][0]];
    assert.equal(look.is === 'found' && look.failing, true);
    desk.answer = (asked) => request(asked);
    await desk.waits();
    assert.deepEqual(desk.looks, ['found']);
  });

  it('shows the last visit’s state where the city is down, also when the device is read late', async () => {
    const desk = new Desk();
    desk.answer = () => new NetworkError(failure);
    await desk.follows('26-01873');
    assert.deepEqual(desk.looks, ['down']);
    const at = new Date('2026-11-01');
    desk.tracker.remember('26-01873', { request: request('26-01873'), at });
    const [{ look }] = desk.tracker.state.tracked as [Tracker['state']['tracked'][0]];
    assert.deepEqual(look, { is: 'found', failing: true, request: request('26-01873'), at });
  });

  it('forgets an answer that comes after another report was asked for', async () => {
    const desk = new Desk();
    desk.tracker.follow([{ reference: 'old', isToken: false }]);
    await desk.follows('new');
    assert.deepEqual(
      desk.tracker.state.tracked.map(({ reference, look }) => [reference, look.is]),
      [['new', 'found']],
    );
  });
});

describe('looking again', () => {
  it('happens within a minute while the page is in view', async () => {
    const desk = new Desk();
    await desk.follows('26-01873');
    for (let look = 0; look < 10; look++) {
      assert.ok(desk.pause! >= 30_000 && desk.pause! <= 60_000, `${desk.pause}`);
      await desk.waits();
    }
    await desk.waits();
    assert.ok(desk.pause! > 60_000 * 0.75, 'and backs off when nothing happens');
  });

  it('does not happen while the page is hidden, and at once when it is back', async () => {
    const desk = new Desk();
    await desk.follows('26-01873');
    desk.tracker.visible(false);
    assert.equal(desk.pause, undefined);
    desk.time += 10_000;
    desk.tracker.visible(true);
    await settled();
    assert.equal(desk.asked.length, 2);
  });

  it('is not done by who switches between two pages', async () => {
    const desk = new Desk();
    await desk.follows('26-01873');
    desk.time += 1000;
    desk.tracker.visible(false);
    desk.tracker.visible(true);
    await settled();
    assert.equal(desk.asked.length, 1);
    assert.ok(desk.pause);
  });

  it('never comes before the city’s Retry-After, nor by a returning page', async () => {
    const desk = new Desk();
    desk.answer = () => Object.assign(new RejectedError({ ...failure, status: 503 }, []), { retryAfter: 90_000 });
    await desk.follows('26-01873');
    assert.ok(desk.pause! >= 90_000, `${desk.pause}`);
    desk.time += 10_000;
    desk.tracker.visible(false);
    desk.tracker.visible(true);
    await settled();
    assert.equal(desk.asked.length, 1);
    assert.ok(desk.pause! >= 80_000, `${desk.pause}`);
  });

  it('of a thousand trackers opened together never brings more than a tenth of them within one second', async () => {
    for (const answer of [
      (asked: string) => request(asked),
      () => new NetworkError(failure),
      () => Object.assign(new RejectedError({ ...failure, status: 503 }, []), { retryAfter: 5000 }),
    ]) {
      let seed = 1;
      const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
      const desks = await Promise.all(
        Array.from({ length: 1000 }, async () => {
          const desk = new Desk();
          desk.answer = answer;
          desk.random = random();
          await desk.follows('26-01873');
          return desk;
        }),
      );
      const seconds = new Map<number, number>();
      for (const { pause = 0 } of desks) {
        const second = Math.floor(pause / 1000);
        seconds.set(second, (seconds.get(second) ?? 0) + 1);
      }
      const peak = Math.max(...seconds.values());
      console.log(`a thousand trackers: at most ${peak} in one second`);
      assert.ok(peak <= 100, `${peak}`);
    }
  });
});
