import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCommand } from './run-command.ts';
import { root } from './workspace.ts';

describe('the reporter of node tests', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'citydesk-reporter-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function run(tests: string) {
    const [file, counts] = [path.join(folder, 'some.test.mjs'), path.join(folder, 'counts.json')];
    writeFileSync(file, `import { describe, it } from 'node:test';\n${tests}`);
    const reporter = path.join(root, 'packages/checks/src/node-test-reporter.ts');
    // Else the inner run reports to the outer one.
    const { ok, output } = await runCommand(process.execPath, ['--test', `--test-reporter=${reporter}`, file], {
      env: { CITYDESK_COUNTS: counts, NODE_TEST_CONTEXT: undefined },
    });
    return { ok, output, counts: JSON.parse(readFileSync(counts, 'utf8')) as unknown };
  }

  it('counts what passed, failed and was skipped, and prints only what failed', async () => {
    const { ok, output, counts } = await run(`
      describe('a city', () => {
        it('answers', () => {});
        it('never sleeps', () => { throw new Error('it slept'); });
        it('flies', { skip: true }, () => {});
      });`);
    assert.equal(ok, false);
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 1 });
    assert.match(output, /✖ never sleeps\n.*some\.test\.mjs:5\n\s+Error: it slept/);
    assert.doesNotMatch(output, /answers|a city/);
  });

  it('counts a file that does not load, and a suite that throws, as failures', async () => {
    assert.deepEqual((await run("import 'no-such-module';")).counts, { passed: 0, failed: 1, skipped: 0 });
    assert.deepEqual((await run("describe('a city', () => { throw new Error('no'); });")).counts, {
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });
});
