// Every defect that is put in on purpose. The page on which the engines were measured had 22; which they caught or missed is known of those from
// "missing label" to "motion". Of those that were not listed one by one, the most likely were taken: ARIA references, roles, languages, live regions,
// focus, traps and motion. The rest are here because a criterion of WCAG would have no mutant otherwise.

import { handMutants } from './hand-mutants.ts';
import type { Mutant } from './mutant.ts';
import { nameMutants } from './name-mutants.ts';
import { sightMutants } from './sight-mutants.ts';
import { structureMutants } from './structure-mutants.ts';

/** The classes of the page with 22 defects: each has at least two mutants. */
export const seededClasses = [
  'missing label',
  'empty button',
  'low contrast',
  'pressed, but no button',
  'ungrouped choices',
  'vague link',
  'colour alone',
  'bad reference',
  'wrong kind of data',
  'small target',
  'skipped heading',
  'missing alternative',
  'order of the keyboard',
  'missing language',
  'duplicate id',
  'hidden, but in the way of the keyboard',
  'wrong role',
  'silent change',
  'focus that is not seen',
  'keyboard trap',
  'name mismatch',
  'motion',
] as const;

export const mutants: readonly Mutant[] = [...nameMutants, ...structureMutants, ...sightMutants, ...handMutants];
