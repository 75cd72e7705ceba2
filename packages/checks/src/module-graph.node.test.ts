import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { builtTag } from './module-graph.ts';

describe('the graph below a built script tag', () => {
  const site = mkdtempSync(path.join(tmpdir(), 'citydesk-graph-'));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), text);
  };
  const lazy = (...names: readonly string[]) => names.map((name) => `() => import(\`./${name}.js\`)`).join(', ');
  const names = (files: readonly string[]) => files.map((file) => path.basename(file, '.js')).sort();
  const entry = (form: string, tracker: string) =>
    write('citydesk.js', `var r={"citydesk-request-form":()=>${form},"citydesk-status-tracker":()=>${tracker}};`);
  /** What a report fetches on its way, each by the form. */
  const later = ['where', 'triage-part', 'later', 'place-part', 'around', 'keeping', 'outbox', 'times'] as const;
  const fromClient = [
    'decode-definition',
    'send-request',
    'decode-errors',
    'decode-receipt',
    'list-requests',
    'decode-requests',
  ];
  const fetched = (...files: readonly string[]) => `$in(${files.map((file) => `"${file}.js"`).join(',')})`;

  beforeEach(() => {
    write('report/index.html', '<script type="module" src="/citydesk.js" data-config="/citydesk.json"></script>');
    entry(fetched('request-form-A1', 'common-B2'), fetched('status-tracker-G7', 'common-B2', 'links-H8'));
    write(
      'citydesk/request-form-A1.js',
      `import "./common-B2.js"; const parts = [${lazy('what-L1', 'alert-M2', 'search-D4', ...later.map((name) => `${name}-F6`))}];`,
    );
    write('citydesk/status-tracker-G7.js', `import"./common-B2.js";import"./links-H8.js";${lazy('late-I9')}`);
    write('citydesk/common-B2.js', `const parts = [${lazy('client-C3', 'city-file-E5')}]; export const html = 1;`);
    write('citydesk/links-H8.js', 'export const link = 1;');
    for (const name of [
      'what-L1',
      'alert-M2',
      'search-D4',
      'city-file-E5',
      'late-I9',
      ...later.map((name) => `${name}-F6`),
    ])
      write(`citydesk/${name}.js`, 'import "./common-B2.js";');
    write('citydesk/keeping-F6.js', 'import "./database-K9.js";');
    write('citydesk/database-K9.js', 'export {};');
    write('citydesk/place-part-F6.js', `const geocoders = [${lazy('photon-N3')}];`);
    write(
      'citydesk/client-C3.js',
      `import "./common-B2.js"; const parts = [${lazy(...fromClient.map((name) => `${name}-C4`))}];`,
    );
    for (const name of ['photon-N3', ...fromClient.map((name) => `${name}-C4`)])
      write(`citydesk/${name}.js`, 'export {};');
  });
  after(() => rmSync(site, { recursive: true, force: true }));

  it('tells what stands before the first field from what comes beside it or later', () => {
    const { firstField, firstPlace, wordsFound, untilReceipt, withPlace } = builtTag(site);
    const begun = ['citydesk', 'common-B2', 'request-form-A1'];
    const found = [...begun, 'what-L1', 'alert-M2', 'city-file-E5', 'client-C3', 'search-D4'];
    assert.deepEqual(names(firstField), [...begun, 'what-L1'].sort());
    assert.deepEqual(names(firstPlace), [...begun, 'where-F6'].sort());
    assert.deepEqual(names(wordsFound), [...found].sort());
    const plain = [
      ...['where-F6', 'triage-part-F6', 'later-F6'],
      ...['decode-definition-C4', 'send-request-C4', 'decode-errors-C4', 'decode-receipt-C4'],
    ];
    assert.deepEqual(names(untilReceipt), [...found, ...plain].sort());
    const around = ['place-part-F6', 'photon-N3', 'around-F6', 'list-requests-C4', 'decode-requests-C4'];
    assert.deepEqual(names(withPlace), [...found, ...plain, ...around].sort());
  });

  it('tells what keeps and sends a report, without the library that others share', () => {
    assert.deepEqual(names(builtTag(site).outbox), ['keeping-F6', 'outbox-F6', 'times-F6']);
  });

  it('tells what a tracker needs for a report, alone and beside a form', () => {
    const { trackedReport, trackerBesideForm } = builtTag(site);
    const own = ['links-H8', 'status-tracker-G7'];
    assert.deepEqual(names(trackerBesideForm), own);
    const asked = ['client-C3', 'city-file-E5', 'decode-requests-C4'];
    assert.deepEqual(names(trackedReport), ['citydesk', 'common-B2', ...asked, ...own].sort());
  });

  it('counts the files that wait for one another, and not those that the entry fetches together', () => {
    assert.deepEqual(builtTag(site).roundTrips, { 'request-form': 2, 'status-tracker': 2 });
    // What is fetched together may itself wait for more.
    write('citydesk/common-B2.js', `import "./deep-J1.js"; const parts = [${lazy('client-C3', 'city-file-E5')}];`);
    write('citydesk/deep-J1.js', 'export const deep = 1;');
    assert.deepEqual(builtTag(site).roundTrips, { 'request-form': 3, 'status-tracker': 3 });
  });

  it('counts what one widget alone imports for that widget, though the other has it fetched', () => {
    entry(fetched('request-form-A1'), fetched('status-tracker-G7', 'common-B2', 'links-H8'));
    assert.deepEqual(builtTag(site).roundTrips, { 'request-form': 3, 'status-tracker': 2 });
  });

  it('refuses a widget that fetches other parts than the budget knows', () => {
    write('citydesk/common-B2.js', `const parts = [${lazy('client-C3')}];`);
    assert.throws(() => builtTag(site), /fetches other parts.*no city-file/);
  });

  it('refuses a report that fetches other parts than the budget knows', () => {
    write('citydesk/place-part-F6.js', 'export {};');
    assert.throws(() => builtTag(site), /fetches photon/);
  });

  it('refuses a tag that does not fetch the tracker', () => {
    entry(fetched('request-form-A1', 'common-B2'), '0');
    assert.throws(() => builtTag(site), /does not fetch status-tracker/);
  });

  it('refuses a page whose tag leads nowhere', () => {
    write('report/index.html', '<p>No tag</p>');
    assert.throws(() => builtTag(site), /no script tag/);
  });
});
