// Browser, relay and city are killed (SIGKILL) at recorded moments of a report's way, and started again: nothing may be lost or filed twice.

import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { FaultProxy, Gate } from './fault-proxy.ts';
import type { Committed } from './fault.ts';
import type { Submitted, Witness } from './judge.ts';
import { labBrowser, type Lab } from './lab.ts';
import type { LabOptions } from './lab-options.ts';
import type { Lane } from './lane.ts';
import { goOnWithDraft } from './page-faults.ts';
import { newResident, residentIn, type Resident } from './resident.ts';
import { settled } from './submission.ts';
import { itemsOn } from './witness.ts';

export const phases = ['frozen', 'sending', 'upstream committed', 'before finish', 'answered'] as const;
export type Phase = (typeof phases)[number];
export type Victim = 'browser' | 'relay' | 'city';

export interface KillsTold {
  done(submitted: Submitted): void;
  failed(words: string): void;
}

/** Where a report is held while somebody is killed, and whether it goes on from there. */
interface Moment {
  readonly at: 'page' | 'near' | 'far';
  readonly place: Parameters<Gate>[0];
  readonly goesOn: boolean;
  readonly committed: Committed;
}

const moments: Readonly<Record<Victim, Readonly<Record<Phase, Moment>>>> = {
  browser: {
    frozen: { at: 'page', place: 'arrived', goesOn: false, committed: 'no' },
    sending: { at: 'near', place: 'arrived', goesOn: false, committed: 'no' },
    'upstream committed': { at: 'far', place: 'answered', goesOn: true, committed: 'yes' },
    'before finish': { at: 'near', place: 'answered', goesOn: false, committed: 'yes' },
    answered: { at: 'near', place: 'passed', goesOn: true, committed: 'yes' },
  },
  relay: {
    frozen: { at: 'near', place: 'arrived', goesOn: true, committed: 'no' },
    sending: { at: 'far', place: 'arrived', goesOn: false, committed: 'no' },
    'upstream committed': { at: 'far', place: 'answered', goesOn: false, committed: 'yes' },
    'before finish': { at: 'far', place: 'passed', goesOn: true, committed: 'yes' },
    answered: { at: 'near', place: 'answered', goesOn: true, committed: 'yes' },
  },
  city: {
    frozen: { at: 'near', place: 'arrived', goesOn: true, committed: 'no' },
    // Killed while it is at it: whether it has it, nobody knows.
    sending: { at: 'far', place: 'half', goesOn: true, committed: 'unknown' },
    'upstream committed': { at: 'far', place: 'answered', goesOn: false, committed: 'yes' },
    'before finish': { at: 'far', place: 'answered', goesOn: true, committed: 'yes' },
    answered: { at: 'near', place: 'answered', goesOn: true, committed: 'yes' },
  },
};

/** By the names of the shared list, where it has one. */
export function killId(victim: Victim, phase: Phase): string {
  if (victim === 'browser' && phase === 'frozen') return 'kill-before-send';
  if (victim === 'browser' && phase === 'upstream committed') return 'kill-in-flight';
  return `kill-${victim}-${phase.replace(' ', '-')}`;
}

/** So many kills of each victim, at all phases in turn. The city is everybody's: it is killed when nobody else is. */
export async function runKills(lab: Lab, { kills, contexts, out }: LabOptions, told: KillsTold): Promise<void> {
  for (const victim of ['browser', 'relay', 'city'] as const) {
    const queue = Array.from({ length: kills }, (_, at) => phases[at % phases.length]!);
    const lanes = victim === 'city' ? 1 : Math.min(contexts, victim === 'browser' ? 3 : 4, kills);
    const worker = async (at: number) => {
      const lane = await lab.openLane('relay', at);
      const browsers = victim === 'browser' ? profile(path.join(out, 'profiles', String(at))) : shared(lab.browser);
      try {
        for (let phase = queue.shift(); phase; phase = queue.shift()) {
          try {
            told.done(await killOnce(lab, lane, victim, phase, browsers));
          } catch (error) {
            told.failed(`${killId(victim, phase)}: ${error instanceof Error ? error.message : String(error)}`);
            await browsers.anew();
          }
          lane.near.gate = lane.far.gate = undefined;
        }
      } finally {
        await browsers.close();
        await lane.close();
      }
    };
    await Promise.all(Array.from({ length: lanes }, (_, at) => worker(at)));
  }
}

/** The browser that a worker uses; `anew` starts it again on what it kept. */
interface Browsers {
  resident(lane: Lane, scale: number): Promise<Resident>;
  kill(): Promise<void>;
  anew(): Promise<void>;
  close(): Promise<void>;
}

function shared(browser: Browser): Browsers {
  let resident: Resident | undefined;
  const drop = async () => {
    await resident?.close().catch(() => {});
    resident = undefined;
  };
  return {
    resident: async (lane, scale) => (resident ??= await newResident(browser, lane, scale)),
    kill: async () => {},
    anew: drop,
    close: drop,
  };
}

function profile(folder: string): Browsers {
  let browser: Browser | undefined;
  const kill = async () => {
    const child = browser?.process();
    browser = undefined;
    if (!child || child.exitCode !== null || child.signalCode) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    // They say that somebody has this profile open.
    for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
      rmSync(path.join(folder, name), { force: true });
  };
  return {
    async resident(lane, scale) {
      browser ??= await labBrowser(folder);
      return residentIn(browser.defaultBrowserContext(), lane, scale);
    },
    kill,
    anew: kill,
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function killOnce(lab: Lab, lane: Lane, victim: Victim, phase: Phase, browsers: Browsers): Promise<Submitted> {
  const { at, place, goesOn, committed } = moments[victim][phase];
  const marker = lab.nextMarker();
  let resident = await browsers.resident(lane, lab.scale);
  await resident.fresh();
  await resident.reach(marker);

  const cuts: boolean[] = [];
  let killed!: () => void;
  const isKilled = new Promise<void>((resolve) => (killed = resolve));
  const strike = async () => {
    cuts.push(lab.rows.has(marker));
    await { browser: browsers.kill, relay: async () => lane.relay?.kill(), city: lab.city.kill }[victim]();
    killed();
  };
  if (at === 'page') await holdOnPage(resident, strike);
  else holdOnWay(at === 'near' ? lane.near : lane.far, place, goesOn, strike);
  const sentAt = Date.now();
  await resident.send();
  const isInTime = await Promise.race([isKilled.then(() => true), pause(20_000).then(() => false)]);
  if (!isInTime) throw new Error('the report never came to where it was to be held');
  const { heard } = resident;

  if (victim === 'relay') await lane.relay?.start();
  if (victim === 'city') await lab.city.start();
  if (victim === 'browser') {
    resident = await browsers.resident(lane, lab.scale);
    await resident.page.goto(lane.page, { waitUntil: 'load' });
  }
  if (victim === 'browser') await goOnWithDraft(resident);
  const faultEnded = Date.now();
  const { witness, arrivedAt } = await settled(
    { marker, city: lab.rows, resident, scale: lab.scale },
    () => faultEnded,
    sentAt,
  );
  const own = (await itemsOn(resident.page).catch(() => [])).find(({ reportId }) => reportId === heard.reportId);
  return {
    marker,
    reportId: heard.reportId ?? own?.reportId,
    reference: heard.reference ?? own?.reference,
    way: 'relay',
    fault: killId(victim, phase),
    leg: at === 'far' ? 'far' : 'near',
    committed,
    rejects: false,
    fired: 1,
    cuts,
    witness: { ...afterwards(witness, phase, victim), standing: own?.standing.is },
    sentAt,
    faultEnded,
    arrivedAt,
    phase,
  };
}

/** Who was killed after the receipt was written down has nothing to say any more, and nothing to ask. */
function afterwards(witness: Witness, phase: Phase, victim: Victim): Witness {
  return witness.said === 'nothing' && victim === 'browser' && phase === 'answered'
    ? { ...witness, said: 'confirmed', words: 'The receipt had been handed over.' }
    : witness;
}

/** The report is frozen and kept, and no byte of it has left the browser. */
async function holdOnPage(resident: Resident, strike: () => Promise<void>): Promise<void> {
  const tools = await resident.tools();
  tools.on('Fetch.requestPaused', ({ requestId, request }) => {
    if (request.method === 'POST') void strike();
    else void tools.send('Fetch.continueRequest', { requestId }).catch(() => {});
  });
  await tools.send('Fetch.enable', { patterns: [{ urlPattern: '*/requests.*' }] });
}

function holdOnWay(proxy: FaultProxy, place: Moment['place'], goesOn: boolean, strike: () => Promise<void>): void {
  let isOver = false;
  proxy.gate = async (here) => {
    if (isOver) return true;
    if (place === 'half' && here === 'arrived') {
      isOver = true;
      // The request is under way when the city dies, a little earlier or later.
      setTimeout(() => void strike(), Math.random() * 6);
      return true;
    }
    if (here !== place) return true;
    isOver = true;
    await strike();
    return goesOn;
  };
}
