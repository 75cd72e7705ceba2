// Holds what residents sent, and what their screens said, against the city's own rows.

import { DatabaseSync } from 'node:sqlite';
import type { Committed, Leg } from './fault.ts';

/** What a screen said at last; `nothing` where it said nothing at all of a report that had been sent. */
export type Said = 'confirmed' | 'rejected' | 'held' | 'unknown' | 'nothing';

export interface Witness {
  readonly said: Said;
  /** The number on the receipt. */
  readonly number?: string | undefined;
  /** The words that told, for people who recount. */
  readonly words: string;
  /** How the report stands on the device; `undefined` where it is not there. */
  readonly standing?: string | undefined;
}

/** One report that a resident sent. */
export interface Submitted {
  readonly marker: string;
  readonly reportId?: string | undefined;
  readonly reference?: string | undefined;
  readonly way: 'relay' | 'direct';
  readonly fault: string;
  readonly leg: Leg;
  readonly committed: Committed;
  /** Whether the city may refuse it, for good. */
  readonly rejects: boolean;
  readonly fired: number;
  /** For each time the fault cut in, whether the city had the report then. */
  readonly cuts: readonly boolean[];
  readonly witness: Witness;
  /** Milliseconds since 1970, like all times. */
  readonly sentAt: number;
  readonly faultEnded: number;
  /** When its row was first seen in the city. */
  readonly arrivedAt?: number | undefined;
  /** For photos: how many the city was to get. */
  readonly photos?: number | undefined;
  /** What the page did not stand, in words. */
  readonly complaint?: string | undefined;
  /** Reports the page was heard to send, and those that came to the first proxy: a browser may repeat one by itself. */
  readonly attempts?: number | undefined;
  readonly arrivals?: number | undefined;
  /** At which moment something was killed. */
  readonly phase?: string | undefined;
}

export interface CityRow {
  readonly id: string;
  readonly description: string;
}

/** What the judge found of one report. Empty: all is as promised. */
export type Finding =
  | 'lost'
  | 'twice'
  | 'false sent'
  | 'late'
  | 'not committed'
  | 'committed too early'
  | 'said nothing'
  | 'said rejected, and has it'
  | 'complaint';

export interface Verdict {
  readonly submitted: Submitted;
  readonly rows: number;
  readonly findings: readonly Finding[];
}

/** Milliseconds of real life within which a report is to be there. */
export const longestWay = 90_000;

/** @param scale how many times faster than real life all of it ran */
export function judge(submitted: readonly Submitted[], rows: readonly CityRow[], scale: number): readonly Verdict[] {
  const most = longestWay / scale + paceOf(submitted);
  return submitted.map((one) =>
    verdictOn(
      one,
      rows.filter(({ description }) => description.includes(one.marker)),
      most,
    ),
  );
}

/**
 * How long this machine took, in its own milliseconds, from Send to the row where nothing stood in the way: nine in ten of the reports that the
 * city had when the fault first cut in. It does not run faster than real life, so it comes on top.
 */
export function paceOf(submitted: readonly Submitted[]): number {
  const unhindered = submitted
    .filter(({ cuts, arrivedAt }) => cuts[0] === true && arrivedAt !== undefined)
    .map(({ sentAt, arrivedAt }) => arrivedAt! - sentAt)
    .toSorted((one, other) => one - other);
  return unhindered[Math.ceil(unhindered.length * 0.9) - 1] ?? 0;
}

/** @param most milliseconds from the end of the fault to the row */
function verdictOn(one: Submitted, own: readonly CityRow[], most: number): Verdict {
  const { witness, committed, cuts, rejects, arrivedAt, way } = one;
  const findings: Finding[] = [];
  const claims = witness.said === 'confirmed';
  if (own.length > 1) findings.push('twice');
  if (own.length === 0 && (claims || witness.said === 'nothing')) findings.push('lost');
  if (claims && !isTrue(witness, own)) findings.push('false sent');
  if (witness.said === 'nothing') findings.push('said nothing');
  if (witness.said === 'rejected' && own.length > 0) findings.push('said rejected, and has it');
  const start = Math.max(one.faultEnded, one.sentAt);
  const isLate = arrivedAt === undefined || arrivedAt - start > most;
  if (way === 'relay' && !rejects && isLate) findings.push('late');
  if (committed === 'yes' && cuts.includes(false)) findings.push('not committed');
  if (committed === 'no' && cuts[0] === true) findings.push('committed too early');
  if (one.complaint !== undefined) findings.push('complaint');
  return { submitted: one, rows: own.length, findings };
}

/** A receipt with a number is true when the number is that of the report; one without, when the report is there. */
function isTrue({ number }: Witness, own: readonly CityRow[]): boolean {
  return number === undefined ? own.length > 0 : own.some(({ id }) => id === number);
}

export interface Sums {
  readonly submitted: number;
  readonly confirmed: number;
  readonly rejected: number;
  readonly held: number;
  readonly unknown: number;
  readonly lost: number;
  readonly twice: number;
  readonly falseSent: number;
  readonly acceptable: number;
  readonly late: number;
}

export function sumsOf(verdicts: readonly Verdict[]): Sums {
  const said = (word: Said) => verdicts.filter(({ submitted: { witness } }) => witness.said === word).length;
  const found = (finding: Finding) => verdicts.filter(({ findings }) => findings.includes(finding)).length;
  return {
    submitted: verdicts.length,
    confirmed: said('confirmed'),
    rejected: said('rejected'),
    held: said('held'),
    unknown: said('unknown'),
    lost: found('lost'),
    twice: found('twice'),
    falseSent: found('false sent'),
    acceptable: verdicts.filter(({ submitted: { rejects } }) => !rejects).length,
    late: found('late'),
  };
}

/** What of the promises does not hold, a sentence each. */
export function brokenPromises(sums: Sums, verdicts: readonly Verdict[]): readonly string[] {
  const broken: string[] = [];
  const { submitted, confirmed, rejected, held, unknown, lost, twice, falseSent, acceptable, late } = sums;
  if (lost > 0) broken.push(`${lost} lost without a word`);
  if (twice > 0) broken.push(`${twice} filed twice`);
  if (falseSent > 0) broken.push(`${falseSent} said to be sent, and not there`);
  if (submitted !== confirmed + rejected + held + unknown) {
    broken.push(
      `${submitted} were sent, but ${confirmed} confirmed + ${rejected} rejected + ${held} held + ${unknown} unknown`,
    );
  }
  if (acceptable > 0 && late / acceptable > 0.01) {
    broken.push(`${late} of ${acceptable} acceptable reports were not in the city within ${longestWay / 1000} s`);
  }
  const others: readonly Finding[] = ['not committed', 'committed too early', 'said rejected, and has it', 'complaint'];
  for (const finding of others) {
    const of = verdicts.filter(({ findings }) => findings.includes(finding)).map(({ submitted: one }) => one);
    if (of.length > 0) {
      const words = of.map(
        (one) => `${one.fault} ${one.leg} (${one.marker}${one.complaint ? `: ${one.complaint}` : ''})`,
      );
      broken.push(`${finding}: ${words.join(', ')}`);
    }
  }
  return broken;
}

export interface CityReader {
  /** Whether the city has a report with this word in it, at this moment. */
  has(marker: string): boolean;
  photos(marker: string): number;
  all(): readonly CityRow[];
  close(): void;
}

/** Reads the city's own database beside the city, whether or not it runs. */
export function readCity(file: string): CityReader {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  const one = db.prepare('SELECT 1 FROM request WHERE description LIKE ? LIMIT 1');
  return {
    has: (marker) => one.get(`%${marker}%`) !== undefined,
    photos: (marker) =>
      Number(
        db
          .prepare(
            'SELECT count(*) AS n FROM photo JOIN request ON photo.request_id = request.id WHERE description LIKE ?',
          )
          .get(`%${marker}%`)?.['n'] ?? 0,
      ),
    all: () =>
      db
        .prepare("SELECT id, coalesce(description, '') AS description FROM request")
        .all()
        .map(({ id, description }) => ({ id: String(id), description: String(description) })),
    close: () => db.close(),
  };
}
