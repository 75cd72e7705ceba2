import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { evalUrgent, ownFiles, readPhrases } from './eval-urgent.ts';

function fileOf(test: TestContext, content: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-'));
  test.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'phrases.tsv');
  writeFileSync(file, content);
  return file;
}

describe('the phrases of danger', () => {
  it('are at least 60 that stop and 200 that do not, each once, about half of them locked', () => {
    const all = ownFiles.flatMap(readPhrases);
    assert.ok(all.filter((one) => one.stops && one.language === 'en').length >= 60);
    assert.ok(all.filter((one) => !one.stops && one.language === 'en').length >= 200);
    assert.equal(new Set(all.map(({ words }) => words)).size, all.length);
    const locked = all.filter((one) => one.locked).length / all.length;
    assert.ok(locked > 0.4 && locked < 0.6, String(locked));
  });

  it('all stop, and of the others at most one in a hundred does', async () => {
    assert.deepEqual(await evalUrgent([]), []);
  });

  it('may be others, and one that is judged wrongly is told', async (test) => {
    assert.deepEqual(
      await evalUrgent([fileOf(test, 'I smell gas\tstop\nfire hydrant\tgo\nHuele a gas\tSTOP\tes\n')]),
      [],
    );
    assert.equal((await evalUrgent([fileOf(test, 'I smell gas\tgo\nfire hydrant\tstop\n')])).length, 2);
    assert.equal((await evalUrgent([fileOf(test, '# nothing\n\n')])).length, 1);
    await assert.rejects(evalUrgent([fileOf(test, 'I smell gas\n')]), /phrases\.tsv:1/);
  });
});
