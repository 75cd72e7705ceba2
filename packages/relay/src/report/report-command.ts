/** The command `citydesk-relay report`: the report for the council, written to a file or to the screen. It may run beside the relay, on the same database. */

import { Open311Error } from '@citydesk/open311';
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cityBehind } from '../city.ts';
import { configFile, type WrittenConfig } from '../config-file.ts';
import { configFrom, type RelayConfig } from '../config.ts';
import { openDatabase } from '../database.ts';
import { guardedFetch } from '../guarded-fetch.ts';
import { openTown } from '../office/open-town.ts';
import { plainFetch } from '../plain-fetch.ts';
import { refusalOf } from '../reading/told.ts';
import { StartError } from '../start-error.ts';
import { councilReport, zoneOf } from './council-report.ts';
import { reportCsv } from './report-csv.ts';
import { reportFile } from './report-page.ts';
import { PeriodError, periodFrom, todayIn } from './report-period.ts';
import type { CityReport } from '@citydesk/core/city-report';
import type { DatabaseSync } from 'node:sqlite';

const usage = `Usage: citydesk-relay report [--from DAY --to DAY] [options]

The report for the council: how many reports came in, how long they took, how
residents used the forms, and what that saved. Without days: last month.

  --from DAY        the first day, like 2026-10-01
  --to DAY          the last day, like 2026-10-31
  --config FILE     the settings the relay runs with (default: services.yaml)
  --upstream URL    without settings: the city's own Open311 endpoint
  --format FORMAT   html (default), csv or json
  --out FILE        where it is written (default: report-FROM-TO.html, and so on;
                    - for the screen)
  --help            this text`;

const formats = ['html', 'csv', 'json'] as const;
type Format = (typeof formats)[number];
const usualFile = 'services.yaml';

/**
 * @param args the words after `report`
 * @returns the exit code
 * @throws {StartError | ConfigError} for what cannot be read, made or written
 */
export async function runReport(
  args: readonly string[],
  _environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const values = read(args);
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const format = formatIn(values.format);
  const given = settings(values);
  const now = () => new Date();
  const period = periodIn(values, todayIn(zoneOf(given), now()));
  const db = databaseOf(given);
  try {
    const town = db && given.services ? openTown({ db, config: given, now, followsConfig: false }) : undefined;
    const config = town?.config ?? given;
    const city = cityOf(config, town?.fetch ?? plainFetch(config.limits.answer));
    const report = await councilReport({ city, config, db, now }, period).catch(unanswered);
    const out = values.out ?? `report-${report.from}-${report.to}.${format}`;
    const text = await textOf(report, format);
    if (out === '-') process.stdout.write(text);
    else {
      write(out, text);
      console.log(`The report of ${report.from} to ${report.to} is in ${out}`);
    }
  } finally {
    db?.close();
  }
  return 0;
}

async function textOf(report: CityReport, format: Format): Promise<string> {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  return format === 'csv' ? reportCsv(report) : String(await reportFile(report));
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { from: text, to: text, config: text, upstream: text, format: text, out: text };
    return parseArgs({ args: [...args], options: { ...options, help: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : 'This cannot be read.'}\n\n${usage}`);
  }
}

function formatIn(text: string | undefined): Format {
  const format = formats.find((each) => each === (text ?? 'html'));
  if (format) return format;
  throw new StartError(`There is no report as ${text}. Write --format with html, csv or json.`);
}

function settings({ config, upstream }: { readonly config?: string; readonly upstream?: string }): RelayConfig {
  const file = config ?? (upstream === undefined && existsSync(usualFile) ? usualFile : undefined);
  if (file === undefined && upstream === undefined) {
    throw new StartError(
      `There is no ${usualFile} here. Name the settings that the relay runs with (--config), or the city's endpoint (--upstream).`,
    );
  }
  const { written, lineOf }: WrittenConfig = file === undefined ? { written: {} } : configFile(file);
  return configFrom({ ...written, ...(upstream !== undefined && { upstream }) }, lineOf);
}

function periodIn(values: { readonly from?: string; readonly to?: string }, today: string) {
  try {
    return periodFrom(values, today);
  } catch (error) {
    if (error instanceof PeriodError) throw new StartError(`--${error.field}: ${error.message}`);
    throw error;
  }
}

/** What a relay has kept there. It is not made: a report of nothing would look like one of a quiet month. */
function databaseOf({ database, services, counts }: RelayConfig): DatabaseSync | undefined {
  if (!services && !counts) return undefined;
  if (!existsSync(database)) {
    throw new StartError(
      `There is no ${database} here, in which the relay keeps everything. Run this in the folder in which the relay runs.`,
    );
  }
  try {
    return openDatabase(database);
  } catch {
    throw new StartError(`${database} cannot be opened. Run this as the user that runs the relay.`);
  }
}

function cityOf(config: RelayConfig, fetch: typeof globalThis.fetch) {
  const { upstream, jurisdictionId, preset, zone, format, timeout, limits } = config;
  return cityBehind({
    endpoint: upstream,
    jurisdictionId,
    preset,
    zone,
    format,
    fetch: guardedFetch({ upstream, limit: limits.answer, fetch }),
    answer: timeout,
    timeout,
    now: () => performance.now(),
  });
}

function unanswered(error: unknown): never {
  if (!(error instanceof Open311Error)) throw error;
  const { message } = refusalOf(error, 'The city has no list of requests.') as Error;
  throw new StartError(`No report was made. ${message}`);
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch {
    throw new StartError(`${file} cannot be written. Name another file with --out.`);
  }
}
