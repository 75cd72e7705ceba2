// The table people read: a row for each fault on each leg, and the sums.

import { sumsOf, type Sums, type Verdict } from './judge.ts';

export interface Row extends Sums {
  readonly id: string;
  readonly leg: string;
  readonly way: string;
  readonly fired: number;
  /** Whether the fault says that the city has it, and how often it had. */
  readonly committed: string;
  readonly had: number;
  readonly cuts: number;
  /** Whether all is as promised. Some may be late: how many, the sums say. */
  readonly isGood: boolean;
}

/** By fault, leg and way, in the order in which they came. */
export function rowsOf(verdicts: readonly Verdict[]): readonly Row[] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const { way, fault, leg } = verdict.submitted;
    const name = `${way} ${fault} ${leg}`;
    groups.set(name, [...(groups.get(name) ?? []), verdict]);
  }
  return [...groups.values()].map((group) => {
    const { fault: id, leg, way, committed } = group[0]!.submitted;
    const cuts = group.flatMap(({ submitted }) => submitted.cuts);
    const fired = group.reduce((sum, { submitted }) => sum + submitted.fired, 0);
    const isGood = fired > 0 && group.every(({ findings }) => findings.every((each) => each === 'late'));
    return {
      id,
      leg,
      way,
      fired,
      committed,
      had: cuts.filter(Boolean).length,
      cuts: cuts.length,
      isGood,
      ...sumsOf(group),
    };
  });
}

const columns: readonly (readonly [string, (row: Row) => string | number])[] = [
  ['sent', ({ submitted }) => submitted],
  ['fired', ({ fired }) => fired],
  ['committed', ({ committed, had, cuts }) => `${committed} ${had}/${cuts}`],
  ['confirmed', ({ confirmed }) => confirmed],
  ['rejected', ({ rejected }) => rejected],
  ['held', ({ held }) => held],
  ['unknown', ({ unknown }) => unknown],
  ['lost', ({ lost }) => lost],
  ['twice', ({ twice }) => twice],
  ['late', ({ late }) => late],
];

export function sayTable(rows: readonly Row[]): string {
  const mark = ({ isGood, late }: Row) => (isGood ? (late > 0 ? '~' : '✓') : '✖');
  const first = (row: Row) => `${mark(row)} ${row.id} (${row.way === 'direct' ? 'direct' : row.leg})`;
  const table = [
    ['fault', ...columns.map(([name]) => name)],
    ...rows.map((row) => [first(row), ...columns.map(([, of]) => String(of(row)))]),
  ];
  const widths = table[0]!.map((_, at) => Math.max(...table.map((line) => line[at]!.length)));
  return table
    .map((line) =>
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '),
    )
    .join('\n');
}

export function saySums(sums: Sums): string {
  const { submitted, confirmed, rejected, held, unknown, lost, twice, falseSent, acceptable, late } = sums;
  return (
    `${submitted} sent = ${confirmed} confirmed + ${rejected} rejected + ${held} held + ${unknown} unknown; ` +
    `${lost} lost, ${twice} twice, ${falseSent} falsely “sent”; ${acceptable - late} of ${acceptable} acceptable ones in time`
  );
}
