// A reporter for `node --test` that prints what failed and nothing else, and leaves the counts for the closing line of `npm test`.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import type { TestEvent } from 'node:test/reporters';
import { addCounts, noCounts, type Counts } from './counts.ts';

/** Prints failures; writes the counts as JSON to the file named in CITYDESK_COUNTS. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let counts = noCounts;
  for await (const event of events) {
    switch (event.type) {
      case 'test:pass':
      case 'test:fail':
        // A suite fails with its tests: counting both would count twice. But one whose own body throws has no tests.
        if (event.data.details.type !== 'suite' || isOwnFailure(event)) counts = addCounts(counts, countOf(event));
        if (event.type === 'test:fail' && isOwnFailure(event)) yield sayFailure(event.data);
        break;
      case 'test:stdout':
      case 'test:stderr':
        yield event.data.message;
        break;
    }
  }
  const file = process.env['CITYDESK_COUNTS'];
  if (file) writeFileSync(file, JSON.stringify(counts));
}

type Outcome = Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>;

function countOf({ type, data }: Outcome): Counts {
  if (data.skip !== undefined || data.todo !== undefined) return { ...noCounts, skipped: 1 };
  return type === 'test:pass' ? { ...noCounts, passed: 1 } : { ...noCounts, failed: 1 };
}

function isOwnFailure({ type, data }: Outcome): boolean {
  if (type !== 'test:fail') return false;
  const error: Error & { readonly failureType?: unknown } = data.details.error;
  return error.failureType !== 'subtestsFailed';
}

function sayFailure({ name, file, line, details }: Extract<TestEvent, { type: 'test:fail' }>['data']): string {
  const place = file ? `${path.relative(process.cwd(), file)}${line ? `:${line}` : ''}` : '';
  const { cause = details.error } = details.error;
  const why = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
  return `\n✖ ${name}\n  ${place}\n${why.replace(/^/gm, '    ')}\n`;
}
