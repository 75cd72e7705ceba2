/** The report as one table for spreadsheets: a row for each figure. */

import { csvText } from '@citydesk/open311/feeds';
import type { CityReport, DaysToClose, Named, Share } from '@citydesk/core/city-report';

/** What it is about, which figure, of what, the number, of how many it is taken, and what it counts. */
type Row = readonly [
  section: string,
  figure: string,
  name: string,
  value: string | number | undefined,
  of: number | undefined,
  note: string,
];

/** With a byte order mark, and no cell that a spreadsheet takes for a formula. Money is in units of its currency, with a point. */
export function reportCsv(report: CityReport): string {
  return csvText([
    ['section', 'figure', 'name', 'value', 'of', 'note'],
    ...aboutRows(report),
    ...requestRows(report),
    ...useRows(report),
    ...costRows(report),
  ]);
}

function aboutRows({ city, zone, from, to, made }: CityReport): readonly Row[] {
  const row = (figure: string, value: string, note = ''): Row => ['report', figure, '', value, undefined, note];
  return [
    row('city', city),
    row('from', from, 'First day, included'),
    row('to', to, 'Last day, included'),
    row('zone', zone, 'In which days begin at midnight'),
    row('made', made, 'What is closed and late is as of then'),
  ];
}

function requestRows({ requests }: CityReport): readonly Row[] {
  const { leftOut, trend } = requests;
  const row = (figure: string, value: number | undefined, note: string): Row => [
    'requests',
    figure,
    '',
    value,
    undefined,
    note,
  ];
  return [
    row('received', requests.received, 'Requested on a day of the period'),
    row('closed', requests.closed, 'Closed on a day of the period, whenever they came'),
    ...daysRows('requests', '', requests.days, 'Calendar days from received to closed, of those closed in the period'),
    shareRow('requests', 'closed by now', requests.shareClosed, 'Of those received'),
    shareRow('requests', 'late', requests.late, 'Closed after the promised day or open past it, of those with one'),
    ...(requests.reopened
      ? [shareRow('requests', 'opened again', requests.reopened, 'Of those received and closed at least once')]
      : []),
    ...trend.stretches.flatMap((each): readonly Row[] => [
      ['trend', `received by ${trend.unit}`, each.from, each.received, undefined, `From this day, by ${trend.unit}`],
      ['trend', `closed by ${trend.unit}`, each.from, each.closed, undefined, `From this day, by ${trend.unit}`],
    ]),
    ...requests.services.flatMap(({ code, name, received, days }): readonly Row[] => [
      ['services', 'received', name, received, requests.received, `Service code ${code}`],
      ...daysRows('services', name, days, `Service code ${code}`),
    ]),
    ['services', 'received', '', requests.otherServices, requests.received, 'All other services'],
    ...requests.places.map(({ lat, long, received }): Row => [
      'places',
      'received',
      `${lat.toFixed(2)} ${long.toFixed(2)}`,
      received,
      requests.received,
      'Latitude and longitude, rounded to about 1 km; five or more',
    ]),
    row('left out: undated', leftOut.undated, 'No day on which they came: in no figure'),
    row('left out: closed undated', leftOut.closedUndated, 'Closed on a day nobody knows: not in closed, days, late'),
    row('left out: late', leftOut.late, 'No promised day, or closed on a day nobody knows'),
    row('left out: opened again', leftOut.reopened, 'Closed, without a history'),
    row('left out: places', leftOut.withoutPlace, 'No point on the map'),
    row('left out: other places', leftOut.otherPlaces, 'Fewer than five at a place, or beyond the ten with most'),
    row('left out: lookback', leftOut.lookback, 'What came more than so many days before the period is not looked at'),
  ];
}

function useRows({ use }: CityReport): readonly Row[] {
  if (!use) return [];
  const row = (figure: string, value: number, note: string): Row => ['use', figure, '', value, undefined, note];
  const list = (figure: string, rows: readonly Named[], of: number | undefined, note: string): readonly Row[] =>
    rows.map(({ name, count }) => ['use', figure, name, count, of, note]);
  const said = (figure: string, { yes, partly, no }: typeof use.fixed, note: string): readonly Row[] =>
    Object.entries({ yes, partly, no }).map(([name, count]) => ['use', figure, name, count, yes + partly + no, note]);
  const { confirmed, possible, reportedAfter } = use.answers;
  return [
    ...(use.since === null
      ? []
      : [['use', 'counted since', '', use.since, undefined, 'Nothing is known of the days before'] as const]),
    row('started', use.started, 'Forms begun'),
    row('submitted', use.submitted, 'Reports sent by a form'),
    row('looked up', use.lookedUp, 'Looks at what became of a report'),
    ...list('left at step', use.stepsLeft, undefined, 'Left with a report begun; they may have come back'),
    ...list('field to fix', use.fieldErrors, undefined, 'A step asked to fix this field'),
    ...list('not sent at once', use.failed, undefined, 'By reason'),
    ...list('channel', use.channels, use.submitted, 'Reports sent by a form'),
    ...list('language', use.languages, use.submitted, 'Reports sent by a form'),
    ...said('was it fixed', use.fixed, 'Of the residents who answered'),
    ...said('was this easy', use.easy, 'Of the residents who answered'),
    row('answers: confirmed', confirmed, 'A resident said that it answered the question'),
    row('answers: possible', possible, 'An answer was read, and nothing was reported'),
    row('answers: reported after', reportedAfter, 'An answer was read, and reported all the same'),
    ...use.unanswered.flatMap(({ service, name, notFound, reportedWithout }): readonly Row[] => [
      ['unanswered', 'looked for and not found', name, notFound, undefined, serviceNote(service)],
      ['unanswered', 'reported without an answer', name, reportedWithout, undefined, serviceNote(service)],
    ]),
  ];
}

function costRows({ costs }: CityReport): readonly Row[] {
  if (!costs) return [];
  const { currency, call, online, reports, answers, avoided } = costs;
  const row = (figure: string, value: string | number, note: string): Row => [
    'cost',
    figure,
    '',
    value,
    undefined,
    note,
  ];
  return [
    row('call', money(call), currency),
    row('online report', money(online), currency),
    row('reports', reports, 'Sent by a form; those of the channel phone are left out'),
    row('answers', answers, 'Confirmed; possible ones are left out'),
    row('avoided', money(avoided), `${currency}: reports × (call − online report) + answers × call`),
  ];
}

function daysRows(section: string, name: string, days: DaysToClose, note: string): readonly Row[] {
  return [
    [section, 'median days to close', name, days.median ?? undefined, days.of, note],
    [section, '90 of 100 closed within days', name, days.ninetieth ?? undefined, days.of, note],
  ];
}

function shareRow(section: string, figure: string, { part, of }: Share, note: string): Row {
  return [section, figure, '', part, of, note];
}

function serviceNote(service: string): string {
  return service === '' ? 'Of no service that the city offers' : `Service code ${service}`;
}

function money(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}
