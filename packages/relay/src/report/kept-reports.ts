/** Reports that were made a moment ago, and the one that is being made: a city is not read twice at a time for them. */

import { Refusal } from '../spec-answer.ts';
import type { CityReport } from '@citydesk/core/city-report';
import type { ReportPeriod } from './report-period.ts';

export interface KeptReports {
  /**
   * @param fresh whether one will not do in which something that this relay knows of is missing
   * @throws {Refusal} 503 where too many wait already
   * @throws whatever making it throws
   */
  get(period: ReportPeriod, fresh?: boolean): Promise<CityReport>;
  /** Something has changed in the city. */
  changed(): void;
}

const minutes = 5;
const mostKept = 24;
const mostWaiting = 8;

interface Kept {
  readonly report: Promise<CityReport>;
  readonly at: number;
  /** How many changes there were before. */
  readonly changes: number;
}

/** @param now milliseconds, from a clock that never goes back */
export function keptReports(
  make: (period: ReportPeriod) => Promise<CityReport>,
  now: () => number = () => performance.now(),
): KeptReports {
  const kept = new Map<string, Kept>();
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let changes = 0;

  function made(period: ReportPeriod, name: string): Promise<CityReport> {
    if (waiting >= mostWaiting) {
      throw new Refusal(503, 'Other reports are being made right now. Try again in a moment.', 10_000);
    }
    waiting += 1;
    const report = last.then(() => make(period));
    const entry = { report, at: now(), changes };
    kept.delete(name);
    kept.set(name, entry);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    last = report
      .catch(() => {
        if (kept.get(name) === entry) kept.delete(name);
      })
      .finally(() => (waiting -= 1));
    return report;
  }

  return {
    async get(period, fresh = false) {
      const name = `${period.from} ${period.to}`;
      const known = kept.get(name);
      const isGood = known && now() - known.at < minutes * 60_000 && !(fresh && known.changes < changes);
      return isGood ? known.report : made(period, name);
    },
    changed: () => void (changes += 1),
  };
}
