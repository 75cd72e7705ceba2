import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { privateLines } from './private-text.ts';
import { exists, root, textOf } from './workspace.ts';

describe('what is committed', () => {
  it('names no machine and no package registry', () => {
    // Also what is not committed yet: the mistake is found before it is made.
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
    const files = listed
      .toString()
      .split('\0')
      .filter((file) => file && file !== 'package-lock.json' && exists(file));
    assert.ok(files.length > 10, `only ${files.length} files were read`);
    const texts = files.map((file) => [file, textOf(file)] as const).filter(([, text]) => !text.includes('\0'));
    assert.deepEqual(
      texts.flatMap(([file, text]) => privateLines(file, text)),
      [],
    );
  });

  // Put together here, so that this file does not say them itself.
  const refused = [
    ['', 'home', 'ann', 'citydesk'].join('/'),
    ['see ', 'root', '.cache'].join('/'),
    ['C:', 'Users', 'Ann'].join('\\'),
    `https://${['registry', 'example', 'org'].join('.')}/lit`,
    `//${['npm', 'example', 'org'].join('.')}/`,
  ];
  for (const text of refused) it(`is refused with ${text}`, () => assert.equal(privateLines('a.md', text).length, 1));

  it('may speak of folders of the project and of pages on the web', () => {
    for (const text of [
      'packages/work/list.ts',
      'https://example.org/home/about',
      './root/a.ts',
      'node_modules/.cache',
    ]) {
      assert.deepEqual(privateLines('a.md', text), []);
    }
  });
});
