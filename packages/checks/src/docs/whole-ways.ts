// The ways that a page of the documentation promises from beginning to end, and the built site itself: tests of their own, each on real parts.

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { noCounts, type Counts } from '../counts.ts';
import { runCommand } from '../run-command.ts';
import { exists, filesLike, root } from '../workspace.ts';

/** Runs them one after the other. */
export async function wholeWays(): Promise<Counts> {
  const files = filesLike('packages/checks/src/docs/e2e/*.node.test.ts');
  const file = path.join(root, '.cache/test', `docs-${process.pid}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const reporter = path.join(root, 'packages/checks/src/node-test-reporter.ts');
  const { ok, output } = await runCommand(
    process.execPath,
    [
      '--conditions=citydesk-source',
      '--test',
      '--test-timeout=300000',
      `--test-reporter=${reporter}`,
      '--test-concurrency=1',
      ...files,
    ],
    { live: true, env: { CITYDESK_COUNTS: file } },
  );
  const counts = exists(path.relative(root, file)) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : noCounts;
  rmSync(file, { force: true });
  if (ok ? counts.passed + counts.skipped > 0 : counts.failed > 0) return counts;
  console.log(`✖ The tests did not run to their end.\n${output.slice(-2000)}`);
  return { ...counts, failed: counts.failed + 1 };
}
