// What docs/guides/cms/drupal.md tells editors to write, through the module's own filter.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fencesIn } from '../docs/fences.ts';
import { textOf } from '../workspace.ts';
import { inPhp, noPhp } from './module.ts';

const page = 'docs/guides/cms/drupal.md';

describe(`what ${page} says`, { skip: noPhp }, () => {
  it('becomes a widget, line by line, with what it says', () => {
    const lines = fencesIn(page, textOf(page))
      .filter(({ test }) => test)
      .flatMap(({ text }) => text.trim().split('\n'));
    assert.ok(lines.length >= 4, lines.join('\n'));
    for (const line of lines) {
      const { html } = inPhp('filter', { text: `<p>${line}</p>` });
      const [, name, said = ''] = /^\[citydesk:([\w-]+)(.*)\]$/.exec(line) ?? [];
      assert.ok(html.startsWith(`<citydesk-${name} `), html);
      for (const [words] of said.matchAll(/[\w-]+="[^"]*"/g)) assert.ok(html.includes(` ${words}`), html);
    }
  });
});
