/** The sections about the requests that the city's system knows. */

import { columnNames, daysText, moneyText, numberText, percentText, stretchText } from './texts.ts';
import type { CityReport } from './figures.ts';
import type { ReportSection } from './section.ts';

export function atAGlance({ requests, use, costs }: CityReport): ReportSection {
  const { received, closed, days, late } = requests;
  return {
    id: 'glance',
    heading: 'At a glance',
    figures: [
      { value: numberText(received), name: 'reports received' },
      { value: numberText(closed), name: 'reports closed' },
      { value: days.median === null ? '–' : daysText(days.median), name: 'until half of them were closed' },
      { value: percentText(late), name: 'late' },
      ...(use ? [{ value: numberText(use.answers.confirmed), name: 'questions answered without a report' }] : []),
      ...(costs ? [{ value: moneyText(costs.avoided, costs.currency), name: 'cost avoided' }] : []),
    ],
    notes: ['Every number is explained below, with what it counts and what it leaves out.'],
  };
}

export function trend({ requests: { received, closed, leftOut, trend } }: CityReport): ReportSection {
  const { unit, stretches } = trend;
  const names = stretches.map(({ from }) => stretchText(from, unit));
  return {
    id: 'trend',
    heading: 'How many, and when',
    lead: `${numberText(received)} reports came in, and ${numberText(closed)} were closed.`,
    chart: {
      name: `Reports received and closed, by ${unit}`,
      series: [
        { name: 'Received', values: stretches.map((each) => each.received) },
        { name: 'Closed', values: stretches.map((each) => each.closed) },
      ],
      labels: names,
    },
    tables: [
      {
        caption: `Reports by ${unit}`,
        head: [columnNames[unit], 'Received', 'Closed'],
        rows: stretches.map((each, at) => [names[at]!, numberText(each.received), numberText(each.closed)]),
      },
    ],
    notes: [
      `Received counts reports that came in these days. Closed counts all that were closed in these days, also those that came before, by up to ${numberText(leftOut.lookback)} days.`,
      ...noteOf(leftOut.undated, 'The city says no day of coming for {}: left out of every number.'),
      ...noteOf(
        leftOut.closedUndated,
        'The city says no day of closing for {}: left out of all that is about closing.',
      ),
    ],
  };
}

export function howLong({ requests: { days, shareClosed, late, reopened, leftOut } }: CityReport): ReportSection {
  return {
    id: 'time',
    heading: 'How long it takes',
    figures: [
      {
        value: days.median === null ? '–' : daysText(days.median),
        name: 'until half of the reports were closed (median)',
      },
      { value: days.ninetieth === null ? '–' : daysText(days.ninetieth), name: 'until 90 of 100 were closed' },
      { value: percentText(shareClosed), name: 'of the reports received are closed by now' },
      { value: percentText(late), name: 'of those with a promised day were late' },
      ...(reopened ? [{ value: percentText(reopened), name: 'of those closed were opened again' }] : []),
    ],
    notes: [
      `Days are calendar days in the city’s time zone; the same day counts as 0. Taken from ${numberText(days.of)} reports closed in these days.`,
      `Late means closed after the promised day, or still open past it: ${ofText(late)} with a promised day. The other ${numberText(leftOut.late)} are left out.`,
      ...(reopened
        ? noteOf(leftOut.reopened, 'The city tells no history of {}: left out of those opened again.')
        : ['How many were opened again is not known: the city’s system tells no history.']),
    ],
  };
}

export function topServices({ requests: { services, otherServices } }: CityReport): ReportSection {
  return {
    id: 'services',
    heading: 'What was reported most',
    tables: [
      {
        caption: 'Services with the most reports received',
        head: ['Service', 'Received', 'Median days to close'],
        rows: [
          ...services.map(({ name, received, days }) => [
            name,
            numberText(received),
            days.median === null ? '–' : numberText(days.median),
          ]),
          ...(otherServices > 0 ? [['All others', numberText(otherServices), '']] : []),
        ],
        bars: [...services.map(({ received }) => received), ...(otherServices > 0 ? [otherServices] : [])],
      },
    ],
    notes: ['Services that the city keeps private are left out.'],
  };
}

export function topPlaces({ requests: { places, leftOut } }: CityReport): ReportSection {
  return {
    id: 'places',
    heading: 'Where most was reported',
    tables: [
      {
        caption: 'Places with the most reports received',
        head: ['Around (latitude, longitude)', 'Received'],
        rows: places.map(({ lat, long, received }) => [`${lat.toFixed(2)}, ${long.toFixed(2)}`, numberText(received)]),
        bars: places.map(({ received }) => received),
      },
    ],
    notes: [
      `Places are rounded to about 1 km, and a place with fewer than five reports is left out, so that no report points to a door. ${numberText(leftOut.withoutPlace)} reports without a point on the map and ${numberText(leftOut.otherPlaces)} from other places are left out.`,
    ],
  };
}

function ofText({ part, of }: { readonly part: number; readonly of: number }): string {
  return `${numberText(part)} of ${numberText(of)}`;
}

/** The sentence with the number in it, where there is anything to say. */
function noteOf(count: number, sentence: string): readonly string[] {
  return count === 0 ? [] : [sentence.replace('{}', count === 1 ? '1 report' : `${numberText(count)} reports`)];
}
