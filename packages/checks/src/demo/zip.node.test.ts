import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { runCommand } from '../run-command.ts';
import { zipOf } from './zip.ts';

const files = new Map([
  ['plugin/words.txt', Buffer.from('Straße, 通り\n')],
  ['plugin/a/empty.txt', Buffer.alloc(0)],
  ['plugin/a/large.bin', Buffer.alloc(300_000, 'citydesk ')],
]);

describe('a zip', () => {
  it('is the same bytes for the same files, in whatever order they come', () => {
    assert.deepEqual(zipOf(files), zipOf(new Map([...files].reverse())));
  });

  it('is unpacked by the tool that everybody has, byte for byte', async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-zip-'));
    t.after(() => rmSync(folder, { recursive: true }));
    writeFileSync(path.join(folder, 'plugin.zip'), zipOf(files));
    const { ok, output } = await runCommand('unzip', ['-q', 'plugin.zip'], { cwd: folder });
    if (!ok && /did not start/.test(output) && process.env['CI'] !== 'true') return t.skip('there is no unzip here');
    assert.ok(ok, output);
    for (const [name, bytes] of files) {
      assert.deepEqual(readFileSync(path.join(folder, name)), bytes);
      assert.equal(statSync(path.join(folder, name)).mode & 0o777, 0o644);
    }
  });
});
