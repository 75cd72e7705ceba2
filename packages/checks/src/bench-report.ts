// Measures what a report for the council takes over 100,000 requests of a town's database: how long, and the most memory that its process ever
// held, which has a limit.

import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase, openStore } from '@citydesk/relay/town';
import { root } from './workspace.ts';
import type { CityReport } from '@citydesk/core/city-report';
import type { ConfigFile } from '@citydesk/relay';

const count = 100_000;
const limit = 200e6;
const zone = 'America/Detroit';
const names = Array.from({ length: 25 }, (_, at) => `Service ${at + 1}`);
const codeOf = (at: number) => `service-${at + 1}`;

interface Made {
  readonly code: number;
  readonly seconds: number;
  /** Bytes. */
  readonly peak: number;
}

export async function benchReport(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-bench-'));
  try {
    const database = path.join(folder, 'relay.sqlite');
    fill(database);
    const config: ConfigFile = {
      upstream: 'mailto',
      city: 'Three Rivers',
      zone,
      database,
      mail: { from: '311@example.gov', server: 'smtp://127.0.0.1:9' },
      departments: { works: { name: 'Works', mail: 'works@example.gov' } },
      services: names.map((name, at) => ({ code: codeOf(at), name, department: 'works' })),
    };
    const settings = path.join(folder, 'settings.json');
    writeFileSync(settings, JSON.stringify(config));
    const out = path.join(folder, 'report.json');
    const days = ['--from', '2025-10-01', '--to', '2026-09-30'];
    const { code, seconds, peak } = await made(['--config', settings, '--format', 'json', '--out', out, ...days]);
    if (code !== 0) throw new Error('The report of the bench was not made.');
    const { requests } = JSON.parse(readFileSync(out, 'utf8')) as CityReport;
    console.log(`\nThe report for the council over ${requests.received} requests, each with a history, by its command`);
    console.log(`  ${'the most memory it held'.padEnd(32)}${(peak / 1e6).toFixed(1).padStart(7)} MB  ${said(peak)}`);
    console.log(`  ${'from start to end'.padEnd(32)}${seconds.toFixed(1).padStart(7)} s`);
    if (requests.received !== count) throw new Error(`The report counts ${requests.received} of ${count} requests.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function said(peak: number): string {
  return `${peak <= limit ? 'within' : 'OVER'} the limit of ${limit / 1e6} MB`;
}

/** A year of requests, one every five minutes, most of them closed. */
function fill(database: string): void {
  const db = openDatabase(database);
  openStore(db, { city: 'Three Rivers', timeZone: zone, services: [] });
  const at = (days: string) => `strftime('%Y-%m-%dT%H:%M:%SZ', '2025-10-01T12:00:00Z', '+' || (${days}) || ' minutes')`;
  const closed = 'n % 10 < 8';
  db.exec(`BEGIN;
    CREATE TEMP TABLE many AS WITH RECURSIVE every(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM every WHERE n < ${count - 1})
      SELECT n, printf('25-%06d', n) AS id FROM every;
    INSERT INTO request (id, status, service_code, service_name, description, requested, updated, expected, address, lat, long, email, attributes)
      SELECT id, iif(${closed}, 'Closed', 'Received'), 'service-' || (n % 25 + 1), 'Service ' || (n % 25 + 1),
        'A large pothole in the right lane has grown for several weeks, and cars swerve around it near the school.',
        ${at('n * 5')}, ${at('n * 5 + n % 30 * 1440')}, ${at('n * 5 + 14400')}, n || ' Main Street, Three Rivers',
        41.9 + n % 40 / 400.0, -85.6 - n % 70 / 700.0, 'resident@example.org', '{}' FROM many;
    INSERT INTO entry (request_id, at, status, note) SELECT id, ${at('n * 5')}, 'Received', NULL FROM many;
    INSERT INTO entry (request_id, at, status, note)
      SELECT id, ${at('n * 5 + n % 30 * 1440')}, 'Closed', 'Done, the crew says.' FROM many WHERE ${closed};
    DROP TABLE many;
    COMMIT;`);
  db.close();
}

function made(args: readonly string[]): Promise<Made> {
  const file = path.join(root, 'packages/checks/bin/bench-report.mjs');
  // As the relay's command has it: the built files, which a town runs.
  const execArgv = ['--max-semi-space-size=16'];
  const child = fork(file, [...args], { execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as Made));
    child.once('error', reject);
    child.once('exit', () => reject(new Error('The report of the bench has ended without a word.')));
  });
}
