/** The check of an endpoint: it asks what a page would ask, and says of each thing whether it is good, and what to do if not. */
import { baseOf } from '../client-options.ts';
import { cityOf } from './city.ts';
import { evidenceOf } from './evidence.ts';
import type { Examination } from './examination.ts';
import { cors } from './examinations/cors.ts';
import { definitions } from './examinations/definitions.ts';
import { discovery } from './examinations/discovery.ts';
import { errors } from './examinations/errors.ts';
import { extensions } from './examinations/extensions.ts';
import { formats } from './examinations/formats.ts';
import { lists } from './examinations/lists.ts';
import { manners } from './examinations/manners.ts';
import { reading } from './examinations/reading.ts';
import { requests } from './examinations/requests.ts';
import { services } from './examinations/services.ts';
import { submit } from './examinations/submit.ts';
import { tokens } from './examinations/tokens.ts';
import { transport } from './examinations/transport.ts';
import type { Check, CheckOptions, Outcome, Report } from './types.ts';

const groups = [
  transport,
  cors,
  formats,
  discovery,
  services,
  definitions,
  requests,
  lists,
  extensions,
  errors,
  manners,
  reading,
  submit,
  tokens,
];

/** Everything that is looked at. Those that look back at all answers stand last. */
export const examinations: readonly Examination[] = ordered(groups.flat(), ['rate-limits', 'cookies']);

/**
 * Reads only, unless `submit` is given; some 30 questions, one after the other.
 * @throws {UnsupportedError} if the endpoint is no http(s) address
 * @throws TypeError if `submit` is given without `testEndpoint: true`
 * @throws the signal's reason
 */
export async function check(options: CheckOptions): Promise<Report> {
  const base = baseOf(options.endpoint);
  if (options.submit && options.submit.testEndpoint !== true) {
    throw new TypeError('A report is sent to an endpoint for tests only: say so with testEndpoint: true');
  }
  const city = cityOf(options, base);
  const checks: Check[] = [];
  for (const { id, title, look } of examinations) {
    const { outcome, visit, found, means, citydesk, ask } = await look(city);
    const evidence = evidenceOf(visit, found);
    const done = { id, title, outcome, evidence, means, citydesk, ...(ask !== undefined && { ask }) };
    checks.push(done);
    options.onCheck?.(done);
  }
  const count = (outcome: Outcome) => checks.filter((each) => each.outcome === outcome).length;
  return {
    endpoint: base.href,
    origin: city.origin,
    checkedAt: new Date().toISOString(),
    ok: count('broken') === 0,
    counts: {
      good: count('good'),
      deviates: count('deviates'),
      broken: count('broken'),
      'not-tried': count('not-tried'),
    },
    checks,
  };
}

function ordered(all: readonly Examination[], last: readonly string[]): readonly Examination[] {
  const isLast = ({ id }: Examination) => last.includes(id);
  return [...all.filter((each) => !isLast(each)), ...all.filter(isLast)];
}
