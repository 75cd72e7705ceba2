/**
 * Takes a report once, however often it is sent.
 *
 * A free key is taken for a lease, then the report goes to the city. What the city says for good is kept and replayed. Where nobody knows how an
 * attempt ended, the next request with the key looks into the city's list, and sends the report again only if it is not there and can no
 * longer turn up.
 */
import type { Client, Report, ServiceType } from '@citydesk/open311';
import { answered, failed, type Submitted } from './answers.ts';
import type { KeyStanding, KeyStore, Settled } from './key-store.ts';
import { look, tryOnce } from './at-the-city.ts';
import { filed } from './outcome.ts';
import { marked } from './reference.ts';
import { answerTime, looksUntilHeld, type RelayTimes } from './times.ts';

export type { OnceCode, Submitted } from './answers.ts';

export interface OncePorts {
  /** The city, through our client; its `timeout` is no shorter than `times.answer`. */
  readonly city: Pick<Client, 'relay' | 'submitRequest' | 'requests' | 'services'>;
  readonly keys: KeyStore;
  readonly times: RelayTimes;
  /** Milliseconds of a clock that nobody sets back, such as `performance.now()`. */
  now(): number;
  /** Code of the attribute in which the city keeps a report's id, where it has one. */
  readonly idAttribute?: string | undefined;
  /** Whether the city takes each id in that attribute once by itself, as a town's own server does: then sending again is always safe. */
  readonly isOnce?: boolean | undefined;
  /** Told when the key store fails, for the log: the error holds nothing that a resident wrote. */
  onTrouble?: ((error: unknown) => void) | undefined;
}

export interface Submission {
  readonly report: Report;
  /** Of `Idempotency-Key`, unquoted. Without one the report is passed on once, and nothing is promised. */
  readonly key?: string | undefined;
  /** Of all that was sent: the same key with another one is refused. */
  readonly fingerprint: string;
  /** File it although nobody can tell whether it is filed already. */
  readonly insist: boolean;
  /** Where it is known already; else it is asked for when it matters. */
  readonly serviceType?: ServiceType | undefined;
  /** Whether reports of this service are left out of the public list. */
  readonly isPrivate?: boolean | undefined;
}

/** Never rejects. Goes on although whoever asked has hung up. */
export async function submitOnce(ports: OncePorts, submission: Submission): Promise<Submitted> {
  const { key, fingerprint, insist, report } = submission;
  if (key === undefined) return withoutPromise(ports, report);
  const { keys, times } = ports;
  const turn = { ...ports, ...submission, key, lease: answerTime(report, times) + times.margin };
  const asked = ports.now();
  try {
    const standing = await keys.begin(key, fingerprint, turn.lease);
    if (standing.is === 'new') return await send(turn, standing.attempt, asked);
    if (standing.is === 'mismatch') return failed('mismatch');
    if (standing.is === 'done') return answered(standing.settled, true);
    if (standing.is === 'in-flight') return failed('in-flight', Math.min(standing.left, times.lookAgain));
    if (insist) return await sendAgain(turn, standing.attempt);
    return await findOut(turn, standing);
  } catch (error) {
    // The store fails here only before anything is sent. What became of earlier attempts it alone can tell.
    ports.onTrouble?.(error);
    return failed('unknown', times.busy);
  }
}

interface Turn extends OncePorts, Submission {
  readonly key: string;
  /** Milliseconds. */
  readonly lease: number;
}

/** Looks for a report that may have arrived, if it is time to, and sends it again where that is safe. */
async function findOut(turn: Turn, standing: Extract<KeyStanding, { is: 'unknown' }>): Promise<Submitted> {
  const { keys, key, times } = turn;
  const { attempt, sinceEnd, looks, mayLook } = standing;
  if (turn.isOnce) return sendAgain(turn, attempt);
  if (!mayLook) return looks >= looksUntilHeld ? failed('held') : failed('unknown', times.lookAgain);
  // What is not there now may still turn up, unless this look began late enough.
  const wait = times.lateCommit - sinceEnd;
  const found = await look(turn, await marked(turn.report, key, turn.idAttribute));
  if (found.is === 'found') return settled(turn, attempt, filed({ serviceRequestId: found.serviceRequestId }), true);
  if (found.is === 'absent') {
    return wait > 0 ? failed('unknown', Math.min(wait, times.lookAgain)) : sendAgain(turn, attempt);
  }
  // A list that cannot be read now may be readable later; one that never is tells nothing.
  if (found.is === 'unread' && sinceEnd < times.unread) return failed('unknown', times.lookAgain);
  return (await keys.untold(key, attempt)) >= looksUntilHeld ? failed('held') : failed('unknown', times.lookAgain);
}

async function sendAgain(turn: Turn, attempt: number): Promise<Submitted> {
  const asked = turn.now();
  const next = await turn.keys.again(turn.key, attempt, turn.lease);
  return next === undefined ? failed('in-flight', turn.times.busy) : send(turn, next, asked);
}

/** One attempt. Never rejects. @param asked when the lease was asked for: it cannot have begun earlier */
async function send(turn: Turn, attempt: number, asked: number): Promise<Submitted> {
  const { keys, key, times, now } = turn;
  const sent = await marked(turn.report, key, turn.idAttribute, turn.isOnce);
  // A process that stood still since then may be taken for dead, and somebody else be at it.
  const hasTime = turn.lease - (now() - asked) >= answerTime(turn.report, times);
  const outcome = hasTime ? await tryOnce(turn, sent.report, key) : ({ is: 'not-sent' } as const);
  if (outcome.is === 'not-sent') {
    await spare(turn, () => keys.release(key, attempt));
    // Of an earlier attempt this says nothing.
    return failed(attempt === 1 ? 'busy' : 'unknown', longer(times.busy, outcome.retryAfter, times));
  }
  if (outcome.is === 'unknown') {
    await spare(turn, () => keys.unsure(key, attempt));
    return failed('unknown', longer(times.lookAgain, outcome.retryAfter, times));
  }
  if (outcome.is === 'refused' && outcome.alreadyFiled) {
    // The city has it already, it says: then most likely from an earlier attempt.
    const found = await look(turn, sent);
    if (found.is === 'found') {
      return settled(turn, attempt, filed({ serviceRequestId: found.serviceRequestId }), false);
    }
  }
  return settled(turn, attempt, outcome, false);
}

/** Keeps what the city said, and answers with what stands. Where it cannot be kept it is the truth all the same. */
async function settled(turn: Turn, attempt: number, settled: Settled, replayed: boolean): Promise<Submitted> {
  const { keys, key, fingerprint, times } = turn;
  const keep = () => keys.finish(key, fingerprint, attempt, settled);
  let stands: Settled | undefined = settled;
  try {
    stands = await keep().catch(keep);
  } catch (error) {
    turn.onTrouble?.(error);
  }
  return stands ? answered(stands, replayed) : failed('in-flight', times.busy);
}

/** For what is only sooner known by it: the end of the lease tells as much. */
async function spare(turn: Turn, tell: () => Promise<void>): Promise<void> {
  await tell().catch((error: unknown) => turn.onTrouble?.(error));
}

/** Without a key nobody can ask again: an invitation to come back would have it filed twice. */
async function withoutPromise(ports: OncePorts, report: Report): Promise<Submitted> {
  const outcome = await tryOnce(ports, report);
  if (outcome.is === 'not-sent') return failed('busy', longer(ports.times.busy, outcome.retryAfter, ports.times));
  return outcome.is === 'unknown' ? failed('unknown', undefined, 502) : answered(outcome, false);
}

const longer = (ours: number, asked: number | undefined, { longestAsked }: RelayTimes): number =>
  Math.max(ours, Math.min(asked ?? 0, longestAsked));
