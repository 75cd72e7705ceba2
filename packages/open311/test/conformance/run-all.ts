/**
 * Runs the whole conformance suite in this runtime, a few cases at a time, and says which runtime this is.
 */
import { cases } from './cases.ts';
import { runCase } from './run-case.ts';

export interface Outcome {
  /** As the runtime calls itself. */
  readonly runtime: string;
  readonly expected: number;
  readonly run: number;
  /** `title: what is wrong` */
  readonly failures: readonly string[];
}

/** So many at once, as a browser opens no more connections to one origin. */
const atOnce = 6;

/** @param origin of the running city */
export async function runAll(origin: string): Promise<Outcome> {
  const run = crypto.randomUUID();
  const failures: string[] = [];
  const waiting = [...cases.entries()];
  let count = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, each] = next;
      const problem = await runCase(each, `${origin}/${run}/${index}`).catch((error: unknown) => String(error));
      count += 1;
      if (problem !== undefined) failures.push(`${each.title}: ${problem}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { runtime: runtimeName(), expected: cases.length, run: count, failures };
}

/** `Node.js v24…`, `Cloudflare-Workers`, or the browser's own words. */
export function runtimeName(): string {
  const { process, navigator } = globalThis as { process?: { version?: string }; navigator?: { userAgent?: string } };
  if (navigator?.userAgent && !navigator.userAgent.startsWith('Node.js')) return navigator.userAgent;
  return `Node.js ${process?.version ?? 'of an unknown version'}`;
}

/** `Node.js v20.20.2: 160 of 160 cases hold`, then a line for each that does not. */
export function sayOutcome({ runtime, expected, run, failures }: Outcome): string {
  const missing = run === expected ? '' : `, ${expected - run} did not run`;
  return [
    `${runtime}: ${run - failures.length} of ${expected} cases hold${missing}`,
    ...failures.map((each) => `  ✖ ${each}`),
  ].join('\n');
}
