// `npm run proven`: writes what the verbs have shown in their last whole runs into the README. A verb that has not run, or has failed, is a failure.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { sayCounts } from '../counts.ts';
import { root, textOf } from '../workspace.ts';
import { proofOf } from './prove.ts';
import { faultsOf, rowsOf, withTable } from './table.ts';

const file = 'README.md';

/** @returns the exit code */
export async function proven(): Promise<number> {
  const faults = faultsOf(proofOf);
  for (const fault of faults) console.log(`✖ ${fault}`);
  const rows = rowsOf(proofOf);
  if (faults.length === 0) {
    const place = path.join(root, file);
    const text = withTable(textOf(file), rows);
    writeFileSync(place, await format(text, { ...(await resolveConfig(place)), filepath: place }));
  }
  console.log(sayCounts({ passed: rows.length, failed: faults.length, skipped: 0 }));
  return faults.length > 0 ? 1 : 0;
}
