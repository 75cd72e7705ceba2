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
  const fetched = (name: string, ...beside: readonly string[]) =>
    `(${beside.map((file) => `import("./citydesk/${file}.js").catch(()=>{}),`).join('')}import(\`./citydesk/${name}.js\`))`;

  beforeEach(() => {
    write('report/index.html', '<script type="module" src="/citydesk.js" data-config="/citydesk.json"></script>');
    entry(fetched('request-form-A1', 'common-B2'), fetched('status-tracker-G7', 'common-B2', 'links-H8'));
    write('citydesk/request-form-A1.js', `import "./common-B2.js"; const parts = [${lazy('search-D4', 'later-F6')}];`);
    write('citydesk/status-tracker-G7.js', `import"./common-B2.js";import"./links-H8.js";${lazy('late-I9')}`);
    write('citydesk/common-B2.js', `const parts = [${lazy('client-C3', 'city-file-E5')}]; export const html = 1;`);
    write('citydesk/links-H8.js', 'export const link = 1;');
    for (const name of ['client-C3', 'search-D4', 'city-file-E5', 'later-F6', 'late-I9'])
      write(`citydesk/${name}.js`, 'import "./common-B2.js";');
  });
  after(() => rmSync(site, { recursive: true, force: true }));

  it('tells what stands before the first field from what comes beside it or later', () => {
    const { firstField, wordsFound, untilReceipt } = builtTag(site);
    const first = ['citydesk', 'common-B2', 'request-form-A1'];
    const found = ['city-file-E5', 'client-C3', 'search-D4'];
    assert.deepEqual(names(firstField), first);
    assert.deepEqual(names(wordsFound), [...first, ...found].sort());
    assert.deepEqual(names(untilReceipt), [...first, ...found, 'later-F6'].sort());
  });

  it('leaves out of a form’s files what no form asks for, and all languages but one', () => {
    write('citydesk/search-D4.js', `const languages = [${lazy('en-11111111', 'de-22222222')}];`);
    write('citydesk/client-C3.js', `const parts = [${lazy('list-requests-33333333', 'value-in-xml-44444444')}];`);
    for (const name of ['de-22222222', 'list-requests-33333333', 'value-in-xml-44444444'])
      write(`citydesk/${name}.js`, 'export {};');
    write('citydesk/en-11111111.js', 'export const stop = ["the", "a"];');
    const found = names(builtTag(site).untilReceipt).filter((name) => /\d{8}/.test(name));
    assert.deepEqual(found, ['en-11111111', 'value-in-xml-44444444']);
  });

  it('tells what a tracker needs for a report, alone and beside a form', () => {
    const { trackedReport, trackerBesideForm } = builtTag(site);
    const own = ['links-H8', 'status-tracker-G7'];
    assert.deepEqual(names(trackerBesideForm), own);
    assert.deepEqual(names(trackedReport), ['citydesk', 'common-B2', 'client-C3', 'city-file-E5', ...own].sort());
  });

  it('counts what reads a report where the client fetches that late', () => {
    write('citydesk/client-C3.js', `const parts = [${lazy('decode-requests-K2', 'later-F6')}];`);
    write('citydesk/decode-requests-K2.js', 'export {};');
    const { trackedReport, trackerBesideForm } = builtTag(site);
    assert.ok(names(trackedReport).includes('decode-requests-K2'));
    assert.ok(!names(trackerBesideForm).includes('decode-requests-K2'), 'the form fetches it, too');
    assert.ok(!names(trackedReport).includes('later-F6'));
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

  it('refuses a tag that does not fetch the tracker', () => {
    entry(fetched('request-form-A1', 'common-B2'), '0');
    assert.throws(() => builtTag(site), /does not fetch status-tracker/);
  });

  it('refuses a page whose tag leads nowhere', () => {
    write('report/index.html', '<p>No tag</p>');
    assert.throws(() => builtTag(site), /no script tag/);
  });
});
