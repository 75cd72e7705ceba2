/** What is kept of one key, and what each transition makes of it: pure, for stores that can read and write in one transaction. */
import type { KeyStanding, Settled } from './key-store.ts';

/** All times in milliseconds of the store's clock. */
export interface KeyRow {
  readonly fingerprint: string;
  readonly state: 'begun' | 'unknown' | 'done';
  readonly attempt: number;
  /** `begun`: until when the lease lasts. `unknown`: when the attempt ended. */
  readonly end: number;
  /** When an earlier attempt ended that may have arrived; 0 where there is none. */
  readonly before: number;
  readonly looks: number;
  /** When the last look began; 0 for none since the last attempt. */
  readonly lookedAt: number;
  readonly settled?: Settled | undefined;
  /** Forgotten from then on. */
  readonly until: number;
}

/** The row from now on (`undefined`: none), and what the caller is told. */
export interface Change<T> {
  readonly row: KeyRow | undefined;
  readonly tells: T;
}

interface Clock {
  readonly now: number;
  readonly keep: number;
}

const fresh = { looks: 0, lookedAt: 0 } as const;

/** The row, if it is not to be forgotten. */
export const living = (row: KeyRow | undefined, now: number): KeyRow | undefined =>
  row && row.until > now ? row : undefined;

export function begin(
  row: KeyRow | undefined,
  { now, keep, fingerprint, lease, lookAgain }: Clock & { fingerprint: string; lease: number; lookAgain: number },
): Change<KeyStanding> {
  if (!row) {
    const end = now + lease;
    return {
      row: { fingerprint, state: 'begun', attempt: 1, end, before: 0, ...fresh, until: end + keep },
      tells: { is: 'new', attempt: 1 },
    };
  }
  if (row.fingerprint !== fingerprint) return { row, tells: { is: 'mismatch' } };
  if (row.settled) return { row, tells: { is: 'done', settled: row.settled } };
  if (isUnderWay(row, now)) return { row, tells: { is: 'in-flight', left: row.end - now } };
  const { attempt, end, looks, lookedAt } = row;
  const mayLook = lookedAt === 0 || now - lookedAt >= lookAgain;
  return {
    row: { ...row, state: 'unknown', lookedAt: mayLook ? now : lookedAt, until: now + keep },
    tells: { is: 'unknown', attempt, sinceEnd: Math.max(0, now - end), looks, mayLook },
  };
}

export function again(
  row: KeyRow | undefined,
  { now, keep, attempt, lease }: Clock & { attempt: number; lease: number },
): Change<number | undefined> {
  if (!row || row.settled || row.attempt !== attempt || isUnderWay(row, now)) return { row, tells: undefined };
  const end = now + lease;
  const next = attempt + 1;
  return {
    row: { ...row, state: 'begun', attempt: next, end, before: row.end, ...fresh, until: end + keep },
    tells: next,
  };
}

export function finish(
  row: KeyRow | undefined,
  { now, keep, fingerprint, attempt, settled }: Clock & { fingerprint: string; attempt: number; settled: Settled },
): Change<Settled | undefined> {
  if (row?.settled && (row.settled.is === 'filed' || settled.is === 'refused')) return { row, tells: row.settled };
  if (row && row.attempt !== attempt && settled.is === 'refused') return { row, tells: undefined };
  return {
    row: { fingerprint, state: 'done', attempt, end: now, before: 0, ...fresh, settled, until: now + keep },
    tells: settled,
  };
}

export function unsure(
  row: KeyRow | undefined,
  { now, keep, attempt }: Clock & { attempt: number },
): Change<undefined> {
  if (!row || row.settled || row.attempt !== attempt) return { row, tells: undefined };
  return { row: { ...row, state: 'unknown', end: now, until: now + keep }, tells: undefined };
}

export function release(
  row: KeyRow | undefined,
  { now, keep, attempt }: Clock & { attempt: number },
): Change<undefined> {
  if (!row || row.settled || row.attempt !== attempt) return { row, tells: undefined };
  const { before } = row;
  return {
    row: before === 0 ? undefined : { ...row, state: 'unknown', end: before, until: now + keep },
    tells: undefined,
  };
}

export function untold(row: KeyRow | undefined, { attempt }: { attempt: number }): Change<number> {
  if (!row || row.attempt !== attempt) return { row, tells: 0 };
  const looks = row.looks + 1;
  return { row: { ...row, looks }, tells: looks };
}

/** A lease counts until the moment it ends, and not at it. */
const isUnderWay = ({ state, end }: KeyRow, now: number): boolean => state === 'begun' && end > now;
