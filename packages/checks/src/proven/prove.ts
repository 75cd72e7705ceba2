/** What a verb has shown in its run, kept for `npm run proven` and `npm run acr`: counts only, so that two runs on two machines say the same. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exists, root } from '../workspace.ts';

export interface Proof {
  /** The verb as it is typed, such as "a11y:names". */
  readonly verb: string;
  /** One line for the README's table, such as "64 states in 320 runs, 0 failures". Nothing that depends on the machine or the day. */
  readonly figure: string;
  /** Whether all of it held. */
  readonly holds: boolean;
  /** Names of the checks that ran, and of the defects that were seeded and caught: what the conformance report may cite. */
  readonly tests?: readonly string[];
  readonly caught?: readonly string[];
}

const folder = '.cache/proven';
const fileOf = (verb: string) => path.join(folder, `${verb.replaceAll(':', '-')}.json`);

/** Keeps what a verb has shown. Called at the end of a whole run, never of a part of it. */
export function prove(proof: Proof): void {
  mkdirSync(path.join(root, folder), { recursive: true });
  writeFileSync(path.join(root, fileOf(proof.verb)), `${JSON.stringify(proof, undefined, 2)}\n`);
}

/** What the last whole run of the verb has shown; undefined where it has not run. */
export function proofOf(verb: string): Proof | undefined {
  return exists(fileOf(verb)) ? (JSON.parse(readFileSync(path.join(root, fileOf(verb)), 'utf8')) as Proof) : undefined;
}
