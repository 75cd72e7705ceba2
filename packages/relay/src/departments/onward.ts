/**
 * Where a report may go from the department that has it. No way leads round in a circle: nobody gets a report twice but the first department, the
 * one that sorts out what nobody wants, and that one keeps it the second time.
 */

import type { Held } from './routing.ts';

/** So often a report is passed on as departments like. After that it goes to the first, which keeps it. */
export const mostHops = 4;

export interface Onward {
  /** Departments to choose from. */
  readonly choices: readonly string[];
  /** The first department, for "none of these"; `undefined` where it is the one that has it. */
  readonly otherwise: string | undefined;
}

/** What is passed on to whom. */
export interface Handing {
  readonly to: string;
  readonly isLast: boolean;
}

/** @param all keys of the departments, the first first */
export function onwardFrom(had: readonly Held[], all: readonly string[]): Onward {
  const holder = had.at(-1);
  const first = all[0];
  if (!holder || first === undefined) return { choices: [], otherwise: undefined };
  const isFirst = holder.department === first;
  const stays = holder.isLast || holder.hop >= mostHops;
  const fresh = all.slice(1).filter((each) => !had.some(({ department }) => department === each));
  if (isFirst) return { choices: stays ? [] : fresh, otherwise: undefined };
  // Nobody but the first is left to choose: then there is nothing to choose at all.
  return { choices: stays || fresh.length === 0 ? [] : [first, ...fresh], otherwise: first };
}

/**
 * Where the choice of a department leads.
 * @param chosen a key, or `none` for "none of these"
 * @returns `undefined` for what was not to be chosen
 */
export function handingTo(chosen: string, had: readonly Held[], all: readonly string[]): Handing | undefined {
  const { choices, otherwise } = onwardFrom(had, all);
  if (chosen === 'none') return otherwise === undefined ? undefined : { to: otherwise, isLast: true };
  if (!choices.includes(chosen)) return undefined;
  return { to: chosen, isLast: chosen === all[0] && had.some(({ department }) => department === chosen) };
}
