// Which test opens which example: a folder without one is a page that nobody has tried.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../workspace.ts';

/** Folder → the test that opens it and files a report from it. */
const openedBy: Readonly<Record<string, string>> = {
  'city-page': 'e2e/quiet-host.node.test.ts',
  'classic-tag-manager': 'examples/pages.node.test.ts',
  drupal: 'drupal/example.node.test.ts',
  govuk: 'examples/pages.node.test.ts',
  'headless-client': 'packages/headless-client.node.test.ts',
  iframe: 'examples/pages.node.test.ts',
  nextjs: 'packages/nextjs.node.test.ts',
  'react-vite': 'packages/react-vite.node.test.ts',
  'relay-node': 'packages/relay-node.node.test.ts',
  'script-tag': 'examples/pages.node.test.ts',
  'strict-csp': 'examples/strict-csp.node.test.ts',
  svelte: 'packages/svelte.node.test.ts',
  uswds: 'examples/pages.node.test.ts',
  vue: 'packages/vue.node.test.ts',
  wordpress: 'wordpress/wordpress.node.test.ts',
};

describe('The examples', () => {
  const folders = readdirSync(path.join(root, 'examples'), { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );

  it('are those that are named here, each with a test that opens it', () => {
    assert.deepEqual(folders.map(({ name }) => name).sort(), Object.keys(openedBy).sort());
    const missing = Object.entries(openedBy).filter(([name, test]) => {
      const file = path.join(root, 'packages/checks/src', test);
      return !existsSync(file) || !readFileSync(file, 'utf8').includes(name === 'city-page' ? 'fileAReport' : name);
    });
    assert.deepEqual(missing, []);
  });

  it('each say in a README what they show and how to open them', () => {
    for (const { name } of folders) {
      const file = path.join(root, 'examples', name, 'README.md');
      assert.ok(existsSync(file), `examples/${name} has no README.md`);
      assert.match(readFileSync(file, 'utf8'), /^# .+\n\n\S/, name);
    }
  });
});
