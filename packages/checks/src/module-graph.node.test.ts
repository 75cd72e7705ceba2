import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { builtTag } from './module-graph.ts';

describe('the graph below a built script tag', () => {
  let site: string;
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), text);
  };
  before(() => {
    site = mkdtempSync(path.join(tmpdir(), 'citydesk-graph-'));
    write('report/index.html', '<script type="module" src="/citydesk.js" data-config="/citydesk.json"></script>');
    write('citydesk.js', 'const load = () => import(`./citydesk/request-form-A1.js`);');
    const parts = ['client-C3', 'search-D4', 'city-file-E5', 'later-F6'];
    const lazy = parts.map((name) => `() => import("./${name}.js")`);
    write('citydesk/request-form-A1.js', `import "./lit-B2.js"; const parts = [${lazy.join(', ')}];`);
    write('citydesk/lit-B2.js', 'export const html = 1;');
    for (const name of parts) write(`citydesk/${name}.js`, 'import "./lit-B2.js";');
  });
  after(() => rmSync(site, { recursive: true, force: true }));

  it('tells what stands before the first field from what comes beside it or later', () => {
    const { firstField, wordsFound, untilReceipt } = builtTag(site);
    const names = (files: readonly string[]) => files.map((file) => path.basename(file)).sort();
    const first = ['citydesk.js', 'lit-B2.js', 'request-form-A1.js'];
    const found = ['city-file-E5.js', 'client-C3.js', 'search-D4.js'];
    assert.deepEqual(names(firstField), first);
    assert.deepEqual(names(wordsFound), [...first, ...found].sort());
    assert.deepEqual(names(untilReceipt), [...first, ...found, 'later-F6.js'].sort());
  });

  it('counts the files that wait for one another', () => assert.equal(builtTag(site).roundTrips, 3));

  it('refuses a form that fetches other parts than the budget knows', () => {
    write('citydesk/request-form-A1.js', 'import "./lit-B2.js"; const client = () => import("./client-C3.js");');
    assert.throws(() => builtTag(site), /fetches other parts/);
  });

  it('refuses a page whose tag leads nowhere', () => {
    write('report/index.html', '<p>No tag</p>');
    assert.throws(() => builtTag(site), /no script tag/);
  });
});
