/** What the widgets' counts come to, for the days of a period. */

import { channels, countedEvents, type CountedEvent, type CountRow } from '../counts.ts';
import type { Named, UseFigures } from './figures.ts';

/**
 * @param rows of the period alone
 * @param services names by code
 * @param since the day counting began, where it is in the period
 */
export function useFigures(
  rows: readonly CountRow[],
  services: ReadonlyMap<string, string>,
  since: string | null,
): UseFigures {
  const of = (event: CountedEvent, detail?: string): number =>
    sumOf(rows.filter((row) => row.event === event && (detail === undefined || row.detail === detail)));
  const byDetail = (event: CountedEvent): readonly Named[] =>
    countedEvents[event].map((name) => ({ name, count: of(event, name) }));
  const submitted = rows.filter(({ event }) => event === 'submitted');
  const answersTo = (event: 'fixed' | 'easy') => ({
    yes: of(event, 'yes'),
    partly: of(event, 'partly'),
    no: of(event, 'no'),
  });
  return {
    since,
    started: of('started'),
    submitted: sumOf(submitted),
    lookedUp: of('looked-up'),
    stepsLeft: byDetail('step-left'),
    fieldErrors: mostFirst(byDetail('field-error')),
    failed: mostFirst(byDetail('failed')),
    channels: mostFirst(
      channels.map((name) => ({ name, count: sumOf(submitted.filter(({ channel }) => channel === name)) })),
    ),
    languages: mostFirst(
      [...new Set(submitted.map(({ language }) => language))].map((name) => ({
        name,
        count: sumOf(submitted.filter(({ language }) => language === name)),
      })),
    ),
    fixed: answersTo('fixed'),
    easy: answersTo('easy'),
    answers: {
      confirmed: of('answered'),
      possible: of('left-after-answer'),
      reportedAfter: of('submitted', 'after-answer'),
    },
    unanswered: unanswered(rows, services),
  };
}

function unanswered(rows: readonly CountRow[], services: ReadonlyMap<string, string>): UseFigures['unanswered'] {
  const wanted = new Map<string, { notFound: number; reportedWithout: number }>();
  for (const { event, detail, service: code, count } of rows) {
    const isReport = event === 'submitted' && detail === 'without-answer';
    if (!isReport && event !== 'no-result') continue;
    // What the city does not offer is a service that is gone, or a word that somebody sent: it is not told on.
    const service = services.has(code) ? code : '';
    const entry = wanted.get(service) ?? { notFound: 0, reportedWithout: 0 };
    if (isReport) entry.reportedWithout += count;
    else entry.notFound += count;
    wanted.set(service, entry);
  }
  return [...wanted]
    .filter(([, { notFound, reportedWithout }]) => notFound + reportedWithout > 0)
    .map(([service, counts]) => ({ service, name: services.get(service) ?? '', ...counts }))
    .sort(
      (one, other) =>
        other.notFound + other.reportedWithout - one.notFound - one.reportedWithout ||
        compare(one.service, other.service),
    );
}

/** Without those of which there is none; of the same number, by name. */
function mostFirst<Row extends Named>(rows: readonly Row[]): readonly Row[] {
  return rows
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || compare(one.name, other.name));
}

function sumOf(rows: readonly CountRow[]): number {
  return rows.reduce((all, { count }) => all + count, 0);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
