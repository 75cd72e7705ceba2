// What came of one fence.

import type { Fence } from './fences.ts';

export interface Verdict {
  readonly fence: Fence;
  /** What was done with it, in a word or two, for the line of its kind. */
  readonly did: string;
  /** What is wrong; empty where nothing is. */
  readonly problems: readonly string[];
}

/** The documentation speaks of this city; checks put one of this machine in its place. */
export const documented = { host: 'https://311.example.gov/', page: 'https://www.example.gov/' } as const;
