// Which report is sent under which fault: every row comes in turn, so that each is there before any is there twice.

import type { Fault, Leg } from './fault.ts';

export interface Task {
  readonly fault: Fault;
  readonly leg: Leg;
  /** How many of this row came before. */
  readonly turn: number;
  /** Whether it needs a page of another origin than the API. */
  readonly crossOrigin: boolean;
}

/** Done by those who kill, and no report of the plan. */
export const isKill = ({ what }: Fault): boolean => what.is === 'page' && what.name.startsWith('kill-');

/** Only pages of another origin ask first, or need to be let in. */
const needsOtherOrigin = ({ on, what }: Fault, leg: Leg): boolean =>
  leg === 'near' && (on === 'OPTIONS' || (what.is === 'changed' && what.change === 'no-cors'));

/** @param count reports, at least one for each row */
export function plan(faults: readonly Fault[], count: number): readonly Task[] {
  const rows = faults
    .filter((fault) => !isKill(fault))
    .flatMap((fault) => fault.legs.map((leg) => ({ fault, leg, crossOrigin: needsOtherOrigin(fault, leg) })));
  if (rows.length === 0) return [];
  return Array.from({ length: Math.max(count, rows.length) }, (_, at) => ({
    ...rows[at % rows.length]!,
    turn: Math.floor(at / rows.length),
  }));
}

/** The same for residents whose form speaks to the city itself: what happens between it and the browser. */
export function planDirect(faults: readonly Fault[], count: number): readonly Task[] {
  const fit = faults.filter(
    ({ on, legs, what }) =>
      (on === 'POST' || on === 'ALL') &&
      legs.includes('near') &&
      legs.includes('far') &&
      what.is !== 'twice' &&
      what.is !== 'page',
  );
  return plan(
    fit.map((fault) => ({ ...fault, legs: ['near'] })),
    Math.max(count, 0),
  ).slice(0, Math.max(count, 0));
}
