// Counts what Web Test Runner ran, for the closing line of `npm test`, and says it in the same words.

import { writeFileSync } from 'node:fs';
import type { Reporter, TestSession } from '@web/test-runner';
import { addCounts, noCounts, sayCounts, type Counts } from './counts.ts';

/**
 * @param file Where to leave the counts as JSON for the caller; without it they are only printed.
 */
export function countingReporter(file?: string): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      const counts = sessions.map(countSession).reduce(addCounts, noCounts);
      console.log(sayCounts(counts));
      if (file) writeFileSync(file, JSON.stringify(counts));
    },
  };
}

type Suite = NonNullable<TestSession['testResults']>;

function countSession(session: TestSession): Counts {
  const tests = session.testResults ? countSuite(session.testResults) : noCounts;
  // A file that did not load has no failed test, but it is a failure.
  const broken = session.passed === false && tests.failed === 0;
  return broken ? addCounts(tests, { ...noCounts, failed: 1 }) : tests;
}

function countSuite({ tests, suites }: Suite): Counts {
  const own = tests.map(({ passed, skipped }): Counts => {
    if (skipped) return { ...noCounts, skipped: 1 };
    return passed ? { ...noCounts, passed: 1 } : { ...noCounts, failed: 1 };
  });
  return [...own, ...suites.map(countSuite)].reduce(addCounts, noCounts);
}
