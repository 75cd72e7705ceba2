/** What becomes of an item: pure, and the only place that decides whether a report goes out again. */
import type { Found } from './look-for.ts';
import type { Item, Standing } from './item.ts';
import type { Outcome } from './outbox.ts';
import { eagerAttempts, type Times } from './times.ts';

/** What an item is ready for. `drop`: nobody needs it any more. */
export type Step = 'send' | 'look' | 'hold' | 'drop' | 'rest';

/** The clock, chance, and the table of times. */
export interface Moment {
  readonly now: number;
  /** From 0 up to, not with, 1. */
  readonly random: number;
  readonly times: Times;
}

/** Whether it is time. `isEager`: a page was opened, or is online again, and pauses of our own are over. */
export function isDue(item: Item, now: number, isEager: boolean): boolean {
  const { standing, nextAt, notBefore = 0, lease } = item;
  if (lease && lease.until > now) return false;
  const isMoving = standing.is === 'waiting' || standing.is === 'sending' || standing.is === 'unknown';
  return now >= notBefore && (now >= nextAt || (isEager && isMoving));
}

/** When it is next worth a look, without an event. */
export function dueAt({ nextAt, notBefore = 0, lease }: Item): number {
  return Math.max(nextAt, notBefore, lease?.until ?? 0);
}

/** What the item is ready for, when it is its time. */
export function stepFor(item: Item, { now, times }: Pick<Moment, 'now' | 'times'>): Step {
  const isOld = now - item.frozenAt > times.keepItem;
  switch (item.standing.is) {
    case 'confirmed':
      return 'drop';
    case 'rejected':
      return 'rest';
    case 'held':
      return item.insisted ? 'send' : item.standing.why === 'untold' ? 'look' : 'rest';
    case 'waiting':
      return isOld && !item.insisted ? 'hold' : 'send';
    default:
      // A relay takes it once, however often it is sent.
      return item.relay ? (isOld ? 'hold' : 'send') : 'look';
  }
}

/** Somebody takes the item on, for as long as an attempt can take. An attempt that was begun by others, and that nobody ended, may have arrived. */
export function claimed(item: Item, by: string, { now, times }: Moment): Item {
  const lease = { by, until: now + times.lease + forPhotos(item) };
  if (item.standing.is !== 'sending') return { ...item, lease };
  const { attempts, unknownSince = now } = item;
  const lastEnd = Math.min(item.lease?.until ?? now, now);
  return { ...item, standing: { is: 'unknown' }, attempts: attempts + 1, unknownSince, lastEnd, lease };
}

/** Right before it leaves; `undefined` where it must not: somebody else may have taken over before the attempt could end. */
export function begun(item: Item, by: string, relay: boolean | undefined, { now, times }: Moment): Item | undefined {
  if (item.lease?.by !== by || item.lease.until < now + times.answer + forPhotos(item)) return undefined;
  return { ...item, relay: relay ?? item.relay, standing: { is: 'sending' } };
}

/** After an attempt. */
export function ended(item: Item, outcome: Outcome, moment: Moment): Item {
  const { now } = moment;
  const attempts = item.attempts + 1;
  const after = { ...item, attempts, lease: undefined, lastEnd: now, insisted: undefined };
  switch (outcome.is) {
    case 'sent':
      return confirmed(after, outcome.receipt, moment);
    case 'refused': {
      const { reasons, alreadyFiled, photos } = outcome;
      return { ...after, standing: { is: 'rejected', reasons, alreadyFiled, photos } };
    }
    case 'untold':
      return held(after, 'untold', moment);
    case 'not-sent': {
      // What went out before this attempt, nobody knows any better now.
      const standing: Standing = { is: item.unknownSince === undefined ? 'waiting' : 'unknown' };
      return { ...after, insisted: item.insisted, standing, ...paused(after, outcome.retryAfter, moment) };
    }
    case 'unknown': {
      const unknownSince = item.unknownSince ?? now;
      return { ...after, standing: { is: 'unknown' }, unknownSince, ...paused(after, outcome.retryAfter, moment) };
    }
  }
}

/** After a look into the city's list. Only `absent`, and only past the time in which it may still arrive, sends it again. */
export function looked(item: Item, found: Found, moment: Moment): Item {
  const { now, times } = moment;
  const after = { ...item, lease: undefined };
  if (found.is === 'found') return confirmed(after, { serviceRequestId: found.serviceRequestId }, moment);
  if (item.standing.is === 'held') return { ...after, nextAt: now + times.slowPause };
  const { unknownSince = now, lastEnd = now } = item;
  if (found.is === 'absent' && now >= lastEnd + times.lateCommit) {
    return { ...after, standing: { is: 'waiting' }, unknownSince: undefined, nextAt: now };
  }
  if (found.is === 'untold' && now >= unknownSince + times.lookFor) return held(after, 'untold', moment);
  // The longer nobody knows, the less often.
  const pause = Math.min(Math.max((now - unknownSince) / 4, times.lookAgain), times.slowPause);
  return { ...after, unknownSince, nextAt: now + pause * (0.5 + moment.random) };
}

/** The device knows that there is no connection: nothing was tried. */
export function offline(item: Item, { now, times }: Moment): Item {
  return { ...item, lease: undefined, nextAt: now + times.longestPause };
}

/** The resident is asked. */
export function held(item: Item, why: 'untold' | 'old', { now, times }: Moment): Item {
  return { ...item, lease: undefined, standing: { is: 'held', why }, nextAt: now + times.slowPause };
}

/** The resident wants it sent, whatever may be there. */
export function insisted(item: Item, { now }: Pick<Moment, 'now'>): Item {
  if (item.standing.is === 'confirmed' || !item.report) return item;
  return { ...item, insisted: true, nextAt: now, notBefore: undefined };
}

/** The city has it: what was in it is nobody's business on this device any more. */
export function confirmed(
  item: Item,
  receipt: Extract<Outcome, { is: 'sent' }>['receipt'],
  { now, times }: Moment,
): Item {
  const standing: Standing = { is: 'confirmed', receipt, at: now };
  return { ...item, report: undefined, draft: undefined, lease: undefined, standing, nextAt: now + times.keepNews };
}

/** Full jitter: any time up to a limit that doubles. What a server asks for comes first, and is never cut short. */
function paused({ attempts }: Item, asked: number | undefined, { now, random, times }: Moment) {
  const longest =
    attempts > eagerAttempts
      ? times.slowPause
      : Math.min(times.longestPause, times.firstPause * 2 ** Math.max(0, attempts - 1));
  const notBefore = asked === undefined ? undefined : now + Math.min(asked, times.longestAsked);
  return { nextAt: (notBefore ?? now) + random * longest, notBefore };
}

/** Bytes a millisecond that the slowest line is counted on for: 256 kbit/s. */
const uplink = 32;

const forPhotos = ({ report }: Item): number =>
  (report?.media ?? []).reduce((bytes, photo) => bytes + photo.size, 0) / uplink;
