// What only a whole run can tell: states that are the same to assistive technology, answers that nothing asks for, and too little of anything.

import { ledger, type Answer } from './ledger.ts';

const leastRuns = 300;
const leastStates = 60;
const mostAnswers = 20;

export interface Whole {
  /** The accessibility tree of each state, as a short sum. */
  readonly trees: ReadonlyMap<string, string>;
  /** The entries of the ledger that answered something. */
  readonly answered: ReadonlySet<Answer>;
  readonly states: number;
  readonly runs: number;
}

export function wholeFaults({ trees, answered, states, runs }: Whole): readonly string[] {
  const first = new Map<string, string>();
  const same = [...trees].flatMap(([name, tree]) => {
    const other = first.get(tree);
    first.set(tree, other ?? name);
    return other ? [`${name} has the same accessibility tree as ${other}.`] : [];
  });
  const idle = ledger.filter((one) => !answered.has(one));
  return [
    ...same,
    ...idle.map(({ by, rule, where }) => `Nothing asks any more what the ledger answers: ${by} ${rule} ${where}`),
    ...(ledger.length > mostAnswers ? [`The ledger has ${ledger.length} entries; ${mostAnswers} are allowed.`] : []),
    ...(states < leastStates ? [`There are ${states} states; at least ${leastStates} are wanted.`] : []),
    ...(runs < leastRuns ? [`There are ${runs} runs; at least ${leastRuns} are wanted.`] : []),
  ];
}
