// Counts, all the way: a page of another origin with the built script tag, a real browser that leaves it, and what stands in the relay's file then.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { configFrom } from '@citydesk/relay';
import { serveRelay, type ServedRelay } from '@citydesk/relay/node';
import { createCity } from '@citydesk/sandbox';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { address, fileAReport, headings } from './file-a-report.ts';
import { until } from './until.ts';

const many = { burst: 1000, perMinute: 1000 };

describe('a city that counts', () => {
  let folder: string;
  let relay: ServedRelay;
  let server: Server;
  let origin: string;
  let browser: CityBrowser;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'citydesk-counts-'));
    server = createServer(({ url }, response) => {
      const isFile = url === '/citydesk.json';
      response.writeHead(200, { 'Content-Type': isFile ? 'application/json' : 'text/html; charset=utf-8' });
      response.end(isFile ? JSON.stringify({ endpoint: `${relay.url}open311/v2/`, counts: true }) : page());
    });
    await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const city = createCity();
    relay = await serveRelay({
      config: configFrom({
        upstream: 'http://127.0.0.1:1/open311/v2/',
        ...{ port: 0, origins: [origin], counts: true, zone: 'America/Detroit', faster: 100 },
        ...{ keys: path.join(folder, 'keys.sqlite'), database: path.join(folder, 'relay.sqlite') },
        ...{ photos: path.join(folder, 'photos'), files: path.join(folder, 'files') },
        limits: { suspicious: many, suspiciousTogether: many, updates: many },
      }),
      secret: 'a secret for tests, of 32 or more',
      fetch: (input, init) => city.fetch(new Request(input, init)),
    });
    browser = await startCityBrowser();
  });
  after(async () => {
    await browser?.close();
    await relay?.close();
    server?.closeAllConnections();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const page = () => `<!doctype html><html lang="en"><title>Report</title><link rel="icon" href="data:,">
    <script type="module" src="${relay.url}citydesk/citydesk.js" data-config="/citydesk.json"></script>
    <citydesk-request-form></citydesk-request-form></html>`;

  /** What stands in the file, as "event;detail;service channel count". */
  const counts = (): readonly string[] => {
    const db = new DatabaseSync(path.join(folder, 'relay.sqlite'), { readOnly: true });
    const rows = db.prepare('SELECT * FROM count_row ORDER BY event, detail, service').all();
    db.close();
    return rows.map((row) => `${row['event']};${row['detail']};${row['service']} ${row['channel']} ${row['count']}`);
  };

  it('knows of a report that was sent, and of one that was left when the tab went', async () => {
    const sent = await browser.newPage();
    await fileAReport(sent.driver, origin);
    await until('the count of the report', () => counts().find((row) => row.startsWith('submitted')));
    await sent.close();

    const left = await browser.newPage();
    await left.driver.open(`${origin}/#citydesk:service=pothole&channel=qr`);
    await left.driver.heading(headings.where);
    await left.driver.fill('Address or place', address);
    await left.driver.click('button', 'Continue');
    await left.driver.heading(headings.questions);
    await left.driver.click('button', 'Continue');
    await left.driver.text(/There are 2 things to fix/);
    await left.page.goto('about:blank');
    await until('the count of the step', () => counts().find((row) => row.startsWith('step-left')));
    await left.close();
    assert.deepEqual(counts(), [
      'field-error;question;pothole qr 1',
      'started;; web 1',
      'started;;pothole qr 1',
      'step-left;questions;pothole qr 1',
      'submitted;no-answers;pothole web 1',
    ]);
  });
});
