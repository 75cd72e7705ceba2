// Which mutants were caught, and whether these are enough.

import type { Mutant } from './mutant.ts';
import type { Seen } from './all-checks.ts';

export interface Outcome {
  readonly mutant: Mutant;
  /** The checks that see it and are silent on the state as it is. */
  readonly by: readonly string[];
  /** Why it counts as no mutant at all: it changes nothing, or its state is not reached. */
  readonly trouble?: string;
}

/** The share that has to be caught. */
export const least = 0.95;

/** What sees the broken page and not the other. */
export function caughtBy(before: Seen, after: Seen): readonly string[] {
  return [...after.keys()].filter((check) => !before.has(check)).sort();
}

export interface Verdict {
  readonly caught: number;
  readonly missed: readonly string[];
  readonly troubled: readonly string[];
  readonly holds: boolean;
}

export function verdictOn(outcomes: readonly Outcome[]): Verdict {
  const caught = outcomes.filter(({ by, trouble }) => !trouble && by.length > 0).length;
  const troubled = outcomes.flatMap(({ mutant, trouble }) => (trouble ? [`${mutant.name}: ${trouble}`] : []));
  const missed = outcomes.flatMap(({ mutant, by, trouble }) => (trouble || by.length > 0 ? [] : [mutant.name]));
  const holds = outcomes.length > 0 && troubled.length === 0 && caught / outcomes.length >= least;
  return { caught, missed, troubled, holds };
}

/** Class, mutant, state, caught by: as lines of a table. */
export function tableOf(outcomes: readonly Outcome[]): readonly string[] {
  const widest = (pick: (one: Outcome) => string) => Math.max(...outcomes.map((one) => pick(one).length));
  const columns = [
    (one: Outcome) => one.mutant.class,
    (one: Outcome) => one.mutant.name,
    (one: Outcome) => one.mutant.state,
  ];
  const widths = columns.map(widest);
  return outcomes.map((one) => {
    const cells = columns.map((pick, at) => pick(one).padEnd(widths[at]!));
    const by = one.trouble ?? (one.by.join(', ') || 'nothing');
    return `${one.by.length > 0 && !one.trouble ? '✓' : '✖'} ${cells.join('  ')}  ${by}`;
  });
}
