// One report under one fault, from the page that is opened to the last word on the screen.

import type { Armed, FaultProxy } from './fault-proxy.ts';
import type { Fault, Leg } from './fault.ts';
import type { CityReader, Submitted, Witness } from './judge.ts';
import { longestWay } from './judge.ts';
import { pageFaults, type Happened } from './page-faults.ts';
import type { Resident } from './resident.ts';
import { itemsOn, witnessOf } from './witness.ts';

export interface Submitting {
  readonly resident: Resident;
  readonly fault: Fault;
  readonly leg: Leg;
  /** How many of this row came before: odd ones are hit twice, and where nobody knows if it is committed, they are. */
  readonly turn: number;
  readonly marker: string;
  readonly city: CityReader;
  readonly scale: number;
  /** Path of a picture. */
  readonly photo: string;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** @throws Error where the resident cannot even get to the button */
export async function submit(submitting: Submitting): Promise<Submitted> {
  const { resident, leg, marker, city, scale, photo } = submitting;
  const fault = inTurn(submitting);
  const { lane } = resident;
  const proxy = lane.proxy(leg);
  const cuts: boolean[] = [];
  const armed: Armed = { fault, times: timesOf(submitting), atCut: () => cuts.push(city.has(marker)) };
  const isEarly = fault.on === 'GET services' || fault.on === 'GET';
  const onPage = fault.what.is === 'page' ? pageFaults[fault.what.name as keyof typeof pageFaults] : undefined;
  const withPhoto = fault.on === 'POST media' ? photo : undefined;

  await resident.fresh();
  await onPage?.prepare?.(resident);
  let complaint: string | undefined;
  if (isEarly) {
    proxy.arm(armed);
    await resident.page.goto(lane.pageOfAll, { waitUntil: 'load' });
    complaint = await throughServices(resident, proxy);
    await resident.fill(marker, { all: true });
  } else await resident.reach(marker, { photo: withPhoto });
  const posts = lane.near.posts;
  if (!isEarly && !onPage) proxy.arm(armed);
  const sentAt = Date.now();
  let happened: Happened | undefined;
  if (onPage) {
    happened = await onPage.send(resident, scale);
    complaint ??= happened.complaint;
  } else await resident.send();

  const told = await settled(submitting, () => happened?.ended ?? proxy.ended, sentAt);
  const { arrivedAt } = told;
  const witness =
    told.witness.said === 'nothing' && onPage ? (leftBehind(happened, resident) ?? told.witness) : told.witness;
  const fired = happened?.fired ?? firedOf(fault, leg, resident, proxy, posts);
  const faultEnded = happened?.ended ?? (fault.what.is === 'refused' ? proxy.ended : proxy.heal());
  proxy.heal();
  if (withPhoto && witness.said === 'confirmed' && city.photos(marker) !== 1) {
    complaint ??= `the city has ${city.photos(marker)} photos in place of 1`;
  }
  const kept = await itemsOn(resident.page).catch(() => []);
  const own = kept.find(
    ({ report, reportId }) => report?.description?.includes(marker) || reportId === resident.heard.reportId,
  );
  if (witness.said === 'nothing') complaint ??= await keptIn(resident);
  await onPage?.after?.(resident);
  return {
    marker,
    reportId: resident.heard.reportId ?? own?.reportId,
    reference: resident.heard.reference ?? own?.reference,
    way: lane.way,
    fault: fault.id,
    leg,
    committed: fault.committed,
    rejects: fault.rejects ?? false,
    fired,
    cuts,
    witness: { said: witness.said, number: witness.number, words: witness.words, standing: own?.standing.is },
    sentAt,
    faultEnded,
    arrivedAt,
    attempts: resident.heard.posts,
    arrivals: lane.near.posts - posts,
    ...(withPhoto && { photos: 1 }),
    ...(complaint !== undefined && { complaint }),
  };
}

/** Where nobody knows whether it is committed, every other report is. */
function inTurn({ fault, turn }: Submitting): Fault {
  const isOpen = fault.committed === 'unknown' && fault.what.is === 'answer' && fault.on === 'POST' && !fault.rejects;
  return isOpen && turn % 2 === 1 ? { ...fault, when: 'answer' } : fault;
}

const timesOf = ({ fault, turn }: Submitting): number => fault.times ?? (fault.rejects ? Infinity : 1 + (turn % 2));

/** What the device has, where the screen says nothing. */
async function keptIn({ page }: Resident): Promise<string> {
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)).catch(() => []);
  return `the screen says nothing; on the device: ${names.join(', ') || 'nothing'}`;
}

/** Who has had the receipt and left is not told again. */
function leftBehind(happened: Happened | undefined, { heard }: Resident): Witness | undefined {
  if (happened?.seen?.said === 'confirmed') return happened.seen;
  return heard.isAnswered ? { said: 'confirmed', words: 'The receipt had come when the page was left.' } : undefined;
}

/** A closed port counts nothing: what came to it is what failed meanwhile. */
function firedOf({ what }: Fault, leg: Leg, { heard, lane }: Resident, proxy: FaultProxy, posts: number): number {
  if (what.is !== 'refused') return proxy.fired;
  return leg === 'near' ? heard.failed : Math.min(1, lane.near.posts - posts);
}

/**
 * Waits for the last word, and for the row; for twice as long as any report may take.
 * @param ended when the fault ended, as far as it has
 */
export async function settled(
  { marker, city, resident, scale }: Pick<Submitting, 'marker' | 'city' | 'resident' | 'scale'>,
  ended: () => number,
  sentAt: number,
): Promise<{ readonly witness: Witness; readonly arrivedAt: number | undefined }> {
  let arrivedAt: number | undefined;
  let witness: Witness = { said: 'nothing', words: '' };
  const hardEnd = sentAt + 60_000;
  for (;;) {
    witness = await witnessOf(resident.page).catch(() => witness);
    // After the screen: a row that came while it was read is there, too.
    if (arrivedAt === undefined && city.has(marker)) arrivedAt = Date.now();
    const isLast = witness.said === 'confirmed' || witness.said === 'rejected' || witness.said === 'held';
    const end = Math.max(ended(), sentAt);
    if (isLast && (arrivedAt !== undefined || witness.said !== 'confirmed' || Date.now() - end > 500)) break;
    if (Date.now() > Math.min(end + (2 * longestWay) / scale, hardEnd)) break;
    await pause(60);
  }
  return { witness, arrivedAt };
}

/** Where the services do not come, there is something to read and something to press; the page never stands blank. */
async function throughServices(resident: Resident, proxy: FaultProxy): Promise<string | undefined> {
  const { page, driver } = resident;
  const begun = Date.now();
  let complaint: string | undefined;
  for (;;) {
    const { words } = await witnessOf(page);
    if (/Some things you can report|Or choose from the list/.test(words)) break;
    if (!/What is the problem\?|269-555-0142/.test(words) && Date.now() > begun + 3000) complaint ??= 'a blank page';
    if (await driver.has('button', 'Try again')) await driver.click('button', 'Try again').catch(() => {});
    // An empty list has no button: the resident comes again.
    else if (words.includes('takes no reports')) await page.reload({ waitUntil: 'load' });
    if (Date.now() > begun + 30_000) return complaint ?? 'the services never came';
    await pause(200);
  }
  // What lies in the buffers between here and the page counts, too.
  if (proxy.sent > 50_000_000) complaint ??= `${proxy.sent} bytes were read of an answer without end`;
  return complaint;
}
