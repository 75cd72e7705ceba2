/** What the report counts and what it leaves out, with the numbers of what is missing. */

import { numberText, stretchText } from './texts.ts';
import type { CityReport } from './figures.ts';
import type { ReportSection } from './section.ts';

export function countedSection({ requests, use, zone }: CityReport): ReportSection {
  const { leftOut } = requests;
  const rows: readonly (readonly [string, number])[] = [
    ['Without a day on which they came: in no figure', leftOut.undated],
    ['Closed on a day nobody knows: not among those closed, nor in their days', leftOut.closedUndated],
    ['Received without a promised day, or closed on a day nobody knows: not among those late', leftOut.late],
    ['Closed without a history: not among those opened again', leftOut.reopened],
    ['Received without a point on the map: not among the places', leftOut.withoutPlace],
    ['Received at a place with fewer than five, or beyond the ten with most', leftOut.otherPlaces],
  ];
  return {
    id: 'counted',
    heading: 'What is counted and what is not',
    lead: `All requests that the city’s system lists, whether they came by a form, by phone or otherwise. A day begins at midnight in ${zone}.`,
    tables: [
      {
        caption: 'Left out, because something is not known',
        head: ['Which reports', 'Count'],
        rows: rows.map(([name, count]) => [name, numberText(count)]),
      },
    ],
    notes: [
      `What came more than ${numberText(leftOut.lookback)} days before the period is not looked at: where it was closed in the period, that is missing.`,
      'Where the city’s system tells a history, the day of closing is the day on which it was closed for the last time. Elsewhere it is the day of the last change, so a later remark makes it later.',
      ...(use ? [countsText(use.since)] : ['How the forms are used is not counted here, so nothing is said of it.']),
      'No name, no address and nothing that residents wrote is in this report.',
    ],
  };
}

function countsText(since: string | null): string {
  const start =
    since === null ? '' : ` Counting began on ${stretchText(since, 'day')}; nothing is known of the days before.`;
  return `The forms count by day, service, language and channel, and never who.${start}`;
}
