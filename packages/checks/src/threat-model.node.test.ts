// The documentation for security officers names tests: each has to be there, by its file and its title.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exists, filesLike, textOf } from './workspace.ts';

const pages = filesLike('docs/guides/security/*.md');

describe('the documentation for security officers', () => {
  it('names no test that is not there', () => {
    const named = pages.flatMap((page) => [
      ...textOf(page).matchAll(/`(packages\/[\w./-]+\.test\.ts)`(?: “([^”]+)”)?/g),
    ]);
    assert.ok(named.length > 40, `${named.length} tests`);
    const wrong = named.filter(([, file = '', title = '']) => !exists(file) || !textOf(file).includes(title));
    assert.deepEqual(
      wrong.map(([words]) => words),
      [],
    );
  });

  it('says of each threat which test holds what is done', () => {
    const rows = textOf('docs/guides/security/threat-model.md')
      .split('\n')
      .filter((line) => /^\| (?!-|threat)/.test(line));
    assert.ok(rows.length > 20, `${rows.length} threats`);
    for (const row of rows) assert.match(row.split('|')[3] ?? '', /`packages\/[\w./-]+\.test\.ts`/, row);
  });
});
