import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveCity, type Fault } from '@citydesk/sandbox';
import { check } from './check.ts';
import type { Report } from './types.ts';

const served = await serveCity({ port: 0 });
const endpoint = `${served.url}open311/v2/`;
after(() => served.close());

const are = ({ checks }: Report, ...outcomes: string[]) =>
  checks.filter(({ outcome }) => outcomes.includes(outcome)).map(({ id }) => id);

describe('the check of the sandbox city', () => {
  it('finds nothing broken and nothing that deviates', async () => {
    const report = await check({ endpoint });
    assert.deepEqual(are(report, 'broken', 'deviates'), []);
    assert.ok(report.counts.good >= 25, `${report.counts.good} good`);
  });

  it('files a report with an answer to each question that must be answered', async () => {
    const before = served.city.store.all().length;
    const report = await check({ endpoint, submit: { serviceCode: 'pothole', testEndpoint: true } });
    for (const id of ['report', 'report-cors', 'report-key', 'report-found'])
      assert.ok(are(report, 'good').includes(id), id);
    assert.equal(served.city.store.all().length, before + 2);
  });

  const faults: readonly [Fault, string][] = [
    [{ route: '*', kind: 'down' }, 'reachable'],
    [{ route: 'services', kind: 'html' }, 'html'],
    [{ route: 'definition', kind: 'not-found' }, 'definitions'],
    [{ route: 'requests', kind: 'error-500' }, 'requests'],
    [{ route: 'services', kind: 'ok-with-error' }, 'services'],
    [{ route: 'services', kind: 'empty' }, 'services'],
  ];
  for (const [fault, id] of faults) {
    it(`breaks on ${id} when ${fault.route} is ${fault.kind}`, async () => {
      served.city.faults = [fault];
      try {
        const report = await check({ endpoint });
        assert.ok(are(report, 'broken').includes(id), are(report, 'broken').join());
        assert.equal(report.ok, false);
      } finally {
        served.city.faults = [];
      }
    });
  }
});

describe('the code of the check', () => {
  it('is not loaded with the client', () => {
    const folder = fileURLToPath(new URL('../', import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const outside = files.filter((file) => file.endsWith('.ts') && !file.startsWith('check/'));
    const naming = outside.filter((file) =>
      /['"]\.{1,2}\/(?:.*\/)?check\//.test(readFileSync(`${folder}${file}`, 'utf8')),
    );
    assert.ok(outside.length > 10);
    assert.deepEqual(naming, []);
  });

  it('names no module of Node', () => {
    const folder = fileURLToPath(new URL('./', import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.test)\.ts$/.test(file),
    );
    assert.ok(files.length > 10);
    assert.deepEqual(
      files.filter((file) => /['"]node:/.test(readFileSync(`${folder}${file}`, 'utf8'))),
      [],
    );
  });
});
