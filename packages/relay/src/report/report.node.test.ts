/** The report of a running town, over real HTTP and by the command beside it. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { staffSignIn, startTown, townFile, type TestTown } from '../../test/town.ts';
import { configFrom } from '../config.ts';
import { openDatabase } from '../database.ts';
import { openTown } from '../office/open-town.ts';
import { StartError } from '../start-error.ts';
import { dayIn } from '@citydesk/core/day-in';
import { runReport } from './report-command.ts';
import type { CityReport } from '@citydesk/core/city-report';
import type { NewRequest, Store } from '../town.ts';

const canary = 'CANARY-4e1';
const period = 'from=2026-10-01&to=2026-10-31';
const counts = { counts: true, costs: { currency: 'USD', call: 8, online: 0.15 } } as const;

describe('the report of a town', () => {
  let town: TestTown;
  let today: string;
  before(async () => {
    town = await startTown({ publicReport: true, ...counts });
    today = dayIn(new Date(), 'America/Detroit');
    inStore(town, (store) => {
      // Three came in October; one of them, and one of September, were closed in it. The last is private.
      // The first lies on the edge of two of the weeks in which a town is asked.
      add(store, 'pothole', '2026-10-26T00:00:00Z');
      const closed = add(store, 'pothole', '2026-10-05T12:00:00Z');
      add(store, 'street-light', '2026-11-01T03:59:59Z');
      const old = add(store, 'street-light', '2026-09-20T12:00:00Z');
      add(store, 'abandoned-car', '2026-10-10T12:00:00Z');
      store.change(closed, 'Closed', canary, new Date('2026-10-08T12:00:00Z'));
      store.change(old, 'Closed', canary, new Date('2026-10-20T12:00:00Z'));
    });
  });
  after(() => town.stop());
  const open = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(new URL(path, town.url), { headers });
  const api = (path: string) => fetch(new URL(path, town.endpoint));

  it('is JSON for everybody where the settings say so, without the private services', async () => {
    const answer = await api(`report.json?${period}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
    const { requests, zone, use, costs } = (await answer.json()) as CityReport;
    assert.equal(zone, 'America/Detroit');
    assert.deepEqual(
      [requests.received, requests.closed, requests.days],
      [3, 2, { of: 2, median: 16.5, ninetieth: 30 }],
    );
    assert.deepEqual(
      requests.services.map(({ name, received }) => [name, received]),
      [
        ['Pothole', 2],
        ['Street light out', 1],
      ],
    );
    assert.deepEqual([use?.submitted, costs?.avoided], [0, 0]);
  });

  it('is a table that begins with a byte order mark', async () => {
    const answer = await api(`report.csv?${period}`);
    assert.equal(answer.headers.get('Content-Type'), 'text/csv; charset=utf-8');
    assert.match(answer.headers.get('Content-Disposition') ?? '', /report-2026-10-01-2026-10-31\.csv/);
    const bytes = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    assert.match(bytes, /^\uFEFFsection,figure,name,value,of,note\r\n/);
    assert.match(bytes, /\r\nservices,received,Pothole,2,3,Service code pothole\r\n/);
  });

  it('tells everybody what is wrong with the days', async () => {
    const answer = await api('report.json?from=2026-10-31&to=2026-10-01');
    assert.equal(answer.status, 400);
    assert.deepEqual(await answer.json(), [
      {
        code: '400',
        description: 'The last day, 2026-10-01, is before the first, 2026-10-31. Turn them round. (to)',
      },
    ]);
    assert.equal((await api('report.json?from=2020-01-01&to=2026-10-01')).status, 400);
  });

  it('is a page for staff alone, without scripts, with a table behind its chart', async () => {
    assert.equal((await open(`/staff/report?${period}`)).status, 401);
    assert.equal((await open(`/staff/report.csv?${period}`)).status, 401);
    const answer = await open(`/staff/report?${period}`, staffSignIn);
    const page = await answer.text();
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('Content-Security-Policy') ?? '', /^default-src 'none'; style-src 'self'/);
    assert.equal(answer.headers.get('Cache-Control'), 'no-store');
    assert.equal(page.match(/<h1>/g)?.length, 1);
    assert.match(page, /<svg[^>]+role="img"/);
    assert.match(page, /<th scope="row">Pothole<\/th>/);
    assert.match(page, /href="\/staff\/report\.csv\?from=2026-10-01&amp;to=2026-10-31"/);
    assert.doesNotMatch(page, /<script|\son\w+=|style="/);
    assert.equal((await open('/staff/report.css', staffSignIn)).status, 200);
    assert.equal((await open(`/staff/report.csv?${period}`, staffSignIn)).status, 200);
  });

  it('of the last month is what staff see first', async () => {
    const page = await (await open('/staff/report', staffSignIn)).text();
    assert.match(page, /name="from"\s+value="\d{4}-\d\d-01"/);
    assert.match(page, />Last quarter</);
  });

  it('shows staff what is wrong beside the day, and on top with a link to it, as text', async () => {
    const answer = await open('/staff/report?from=2026-10-01&to=%22%3E%3Cscript%3E', staffSignIn);
    const page = await answer.text();
    assert.equal(answer.status, 400);
    assert.match(page, /<a href="#to">“&quot;&gt;&lt;script&gt;” is no day/);
    assert.match(page, /aria-invalid="true" aria-describedby="to-wrong"/);
    assert.doesNotMatch(page, /<script/);
  });

  it('counts for staff at once what is reported and closed now', async () => {
    const received = async () => {
      const page = await (await open(`/staff/report?from=${today}&to=${today}`, staffSignIn)).text();
      return /<dt>reports received<\/dt>\s*<dd>(\d+)<\/dd>/.exec(page)?.[1];
    };
    assert.equal(await received(), '0');
    await town.client.submitRequest({ serviceCode: 'sign', addressString: '1 Main St', description: canary });
    assert.equal(await received(), '1');
  });

  it('holds nothing of what residents wrote, in no form, and neither does the log', async () => {
    for (const path of ['report.json', 'report.csv']) {
      assert.doesNotMatch(await (await api(`${path}?${period}`)).text(), /CANARY/);
    }
    assert.doesNotMatch(await (await open(`/staff/report?${period}`, staffSignIn)).text(), /CANARY/);
    assert.doesNotMatch(town.log(), /CANARY|2026-10-31/);
  });

  it('is written by the command beside the running relay, in each format', async (t) => {
    const printed = t.mock.method(console, 'log', () => {});
    const config = settingsOf(town);
    const out = join(town.folder, 'out');
    const run = (format: string, ...more: string[]) =>
      runReport(['--config', config, '--format', format, '--out', `${out}.${format}`, ...more]);
    const days = ['--from', '2026-10-01', '--to', '2026-10-31'];
    for (const format of ['json', 'csv', 'html']) assert.equal(await run(format, ...days), 0);
    const { made: _made, ...written } = JSON.parse(readFileSync(`${out}.json`, 'utf8')) as CityReport;
    const { made: _then, ...served } = (await (await api(`report.json?${period}`)).json()) as CityReport;
    assert.deepEqual(written, served);
    assert.match(readFileSync(`${out}.csv`, 'utf8'), /^\uFEFFsection/);
    const page = readFileSync(`${out}.html`, 'utf8');
    assert.match(page, /<title>Council report, Maple Falls, 2026-10-01 to 2026-10-31<\/title>/);
    assert.doesNotMatch(page, /<script|<link rel="stylesheet"|CANARY/);
    assert.match(String(printed.mock.calls[0]?.arguments[0]), /^The report of 2026-10-01 to 2026-10-31 is in /);
    // Its relay goes on as it was.
    assert.equal((await town.client.services()).length, 4);
  });

  it('is written by the command for a city with an endpoint of its own', async (t) => {
    t.mock.method(console, 'log', () => {});
    const out = join(town.folder, 'url.json');
    const days = ['--from', '2026-10-01', '--to', '2026-10-31'];
    const args = ['--upstream', town.endpoint, '--format', 'json', '--out', out, ...days];
    assert.equal(await runReport(args), 0);
    const { requests, use, zone } = JSON.parse(readFileSync(out, 'utf8')) as CityReport;
    // In UTC, for want of settings: there it was November already.
    assert.deepEqual([requests.received, requests.closed, use, zone], [2, 2, null, 'UTC']);
  });

  it('leaves out the services that the settings of such a city keep private', async (t) => {
    t.mock.method(console, 'log', () => {});
    const [config, out] = [join(town.folder, 'city.json'), join(town.folder, 'city-report.json')];
    const settings = { upstream: town.endpoint, zone: 'America/Detroit', privateServices: ['street-light'] };
    writeFileSync(config, JSON.stringify(settings));
    const days = ['--from', '2026-10-01', '--to', '2026-10-31'];
    await runReport(['--config', config, '--format', 'json', '--out', out, ...days]);
    const { requests } = JSON.parse(readFileSync(out, 'utf8')) as CityReport;
    assert.deepEqual([requests.received, requests.closed], [2, 1]);
  });

  it('is not written for days that cannot be, formats and places that are none, and the command says why', async () => {
    const config = settingsOf(town);
    const said = async (...args: string[]) => {
      try {
        await runReport(args);
      } catch (error) {
        if (error instanceof StartError) return error.message;
        throw error;
      }
      return 'nothing';
    };
    const days = ['--from', '2026-10-01', '--to', '2026-10-31'];
    assert.match(
      await said('--config', config, '--from', '2026-10-31', '--to', '2026-10-01'),
      /^--to: .*Turn them round/,
    );
    assert.match(await said('--config', config, '--from', '2999-01-01', '--to', '2999-01-31'), /is still to come/);
    assert.match(await said('--config', config, '--from', 'soon', '--to', '2026-10-01'), /^--from: “soon” is no day/);
    assert.match(await said('--config', config, '--format', 'pdf'), /html, csv or json/);
    assert.match(await said('--config', config, '--form', 'pdf'), /--form[\s\S]*Usage:/);
    assert.match(await said('--config', config, ...days, '--out', '/no/such/folder/x.html'), /cannot be written/);
    assert.match(await said('--upstream', 'http://127.0.0.1:9/open311/v2/', ...days), /cannot be reached/);
    const elsewhere = join(town.folder, 'elsewhere.json');
    writeFileSync(elsewhere, JSON.stringify({ ...townFile, database: join(town.folder, 'none.sqlite') }));
    assert.match(await said('--config', elsewhere, ...days), /There is no .*none\.sqlite/);
    assert.equal(existsSync(join(town.folder, 'none.sqlite')), false);
  });
});

describe('the report of a town that keeps it to itself', () => {
  it('is at no address for everybody', async () => {
    const town = await startTown();
    try {
      for (const path of ['report.json', 'report.csv']) {
        assert.equal((await fetch(new URL(`${path}?${period}`, town.endpoint))).status, 404);
      }
      const page = await fetch(new URL(`/staff/report?${period}`, town.url), { headers: staffSignIn });
      assert.match(await page.text(), /How the forms are used is not counted here/);
    } finally {
      await town.stop();
    }
  });
});

function settingsOf({ folder }: TestTown): string {
  const file = join(folder, 'settings.json');
  writeFileSync(file, JSON.stringify({ ...townFile, ...counts, database: join(folder, 'relay.sqlite') }));
  return file;
}

/** Writes into the town's memory beside the running relay, for days that are over. */
function inStore({ folder }: TestTown, work: (store: Store) => void): void {
  const db = openDatabase(join(folder, 'relay.sqlite'));
  try {
    const config = configFrom(townFile);
    work(openTown({ db, config, now: () => new Date(), followsConfig: false }).store);
  } finally {
    db.close();
  }
}

function add(store: Store, code: string, at: string): string {
  const report: NewRequest = {
    serviceCode: code,
    serviceName: store.service(code)!.service_name,
    description: `${canary} words`,
    agencyResponsible: null,
    serviceNotice: null,
    address: `${canary} street`,
    addressId: null,
    zipcode: null,
    lat: 41.944,
    long: -85.632,
    mediaUrl: null,
    email: `${canary}@resident.example`,
    firstName: canary,
    lastName: canary,
    phone: canary,
    deviceId: null,
    accountId: null,
    attributes: { lane: canary },
  };
  return store.add(report, new Date(at)).serviceRequestId;
}
