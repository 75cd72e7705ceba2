/** Reads the sets of data of the golden sheet, and the sheet itself. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ServiceRequest } from '@citydesk/open311';
import type { CityReport, CityReportOptions, DaysToClose, Share } from '../src/city-report.ts';

const folder = path.join(import.meta.dirname, 'city-report');
const dates = new Set(['requestedDatetime', 'updatedDatetime', 'expectedDatetime', 'datetime', 'made']);

export type GoldenSet = CityReportOptions & { readonly requests: readonly ServiceRequest[] };

/** @param name of the file, such as `detroit` */
export function goldenSet(name: string): GoldenSet {
  const read = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'), (key, value: unknown) =>
    dates.has(key) && typeof value === 'string' ? new Date(value) : value,
  ) as Omit<GoldenSet, 'services'> & { readonly services: Readonly<Record<string, string>> };
  return { ...read, services: new Map(Object.entries(read.services)) };
}

/** The lines of the sheet for a set: what each figure has to be. */
export function goldenSheet(name: string): readonly string[] {
  const sheet = readFileSync(path.join(folder, 'golden.md'), 'utf8');
  const [, section = ''] = sheet.split(`## ${name}.json`);
  return section
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').slice(1, 3))
    .map(([figure = '', is = '']) => `${figure.trim()}: ${is.trim()}`);
}

/** The figures of a report as the sheet writes them. */
export function asSheet({ requests, use, costs }: CityReport): readonly string[] {
  const { trend, leftOut } = requests;
  const share = (of: Share | null) => of && `${of.part} of ${of.of}`;
  const days = ({ of, median, ninetieth }: DaysToClose) => `of ${of}, median ${median}, ninetieth ${ninetieth}`;
  const said = ({ yes, partly, no }: { readonly yes: number; readonly partly: number; readonly no: number }) =>
    `${yes} yes, ${partly} partly, ${no} no`;
  const listed = (name: string, rows: readonly { readonly name: string; readonly count: number }[]) =>
    rows.map((row, at) => `${name} ${at + 1}: ${row.name}, ${row.count}`);
  return [
    `received: ${requests.received}`,
    `closed: ${requests.closed}`,
    `days: ${days(requests.days)}`,
    `closed by now: ${share(requests.shareClosed)}`,
    `late: ${share(requests.late)}`,
    `reopened: ${share(requests.reopened)}`,
    `unit: ${trend.unit}`,
    ...trend.stretches.map(({ from, received, closed }) => `${from}: ${received} received, ${closed} closed`),
    ...requests.services.map(
      (each, at) => `service ${at + 1}: ${each.code}, ${each.name}, ${each.received} received, ${days(each.days)}`,
    ),
    `other services: ${requests.otherServices}`,
    ...requests.places.map(({ lat, long, received }, at) => `place ${at + 1}: ${lat} ${long}, ${received} received`),
    `left out, undated: ${leftOut.undated}`,
    `left out, closed undated: ${leftOut.closedUndated}`,
    `left out, late: ${leftOut.late}`,
    `left out, reopened: ${leftOut.reopened}`,
    `left out, without place: ${leftOut.withoutPlace}`,
    `left out, other places: ${leftOut.otherPlaces}`,
    `left out, lookback: ${leftOut.lookback}`,
    ...(use
      ? [
          `since: ${use.since}`,
          `started: ${use.started}`,
          `submitted: ${use.submitted}`,
          `looked up: ${use.lookedUp}`,
          ...use.stepsLeft.map(({ name, count }) => `step ${name}: ${count}`),
          ...listed('field', use.fieldErrors),
          ...listed('failed', use.failed),
          ...listed('channel', use.channels),
          ...listed('language', use.languages),
          `fixed: ${said(use.fixed)}`,
          `easy: ${said(use.easy)}`,
          `answers: ${use.answers.confirmed} confirmed, ${use.answers.possible} possible, ${use.answers.reportedAfter} reported after`,
          ...use.unanswered.map(
            ({ service, name, notFound, reportedWithout }, at) =>
              `unanswered ${at + 1}: ${service}, ${name}, ${notFound} not found, ${reportedWithout} reported`,
          ),
        ]
      : ['use: null']),
    costs
      ? `cost: ${costs.currency}, ${costs.reports} reports × (${costs.call} − ${costs.online}) + ${costs.answers} answers × ${costs.call} = ${costs.avoided}`
      : 'cost: null',
  ];
}
