import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { picture, strayArrows } from './arrows.ts';
import { filesLike, packages, textOf } from './workspace.ts';

const workspace = packages();

describe('the import arrows', () => {
  it('run as the picture says, in every file of every package', () => {
    const files = filesLike('packages/*/{src,test}/**/*.ts', 'packages/*/bin/**/*.mjs');
    assert.ok(files.length > 10, `only ${files.length} files were read`);
    assert.deepEqual(
      files.flatMap((file) => strayArrows(file, textOf(file), workspace)),
      [],
    );
  });

  it('are drawn for every package there is', () => {
    assert.deepEqual(
      workspace.map(({ folder }) => folder).filter((folder) => !Object.hasOwn(picture, folder)),
      [],
    );
  });

  const refused: Readonly<Record<string, readonly [file: string, text: string]>> = {
    'one that points up': ['packages/core/src/a.ts', "import { define } from '@citydesk/elements';"],
    'one that points up by type only': ['packages/open311/src/a.ts', "export type { Draft } from '@citydesk/core';"],
    'one hidden in a type': ['packages/open311/src/a.ts', "type Draft = import('@citydesk/core').Draft;"],
    'core running the client': [
      'packages/core/src/a.ts',
      "import { type Service, createClient } from '@citydesk/open311';",
    ],
    'the sandbox using the client': ['packages/sandbox/src/a.ts', "import { createClient } from '@citydesk/open311';"],
    'embed going past elements': ['packages/embed/src/a.ts', "const core = await import('@citydesk/core');"],
    'anything that uses checks': ['packages/elements/src/a.test.ts', "import '@citydesk/checks';"],
    'a path into another package': ['packages/elements/src/a.ts', "import { advance } from '../../core/src/index.ts';"],
    'a module nobody declared': ['packages/core/src/a.ts', "import leftPad from 'left-pad';"],
    'Node in a browser package': ['packages/core/src/a.ts', "import { readFileSync } from 'node:fs';"],
    'a shipped file using the sandbox': ['packages/core/src/a.ts', "import { createCity } from '@citydesk/sandbox';"],
  };
  for (const [title, [file, text]] of Object.entries(refused)) {
    it(`refuse ${title}`, () => assert.equal(strayArrows(file, text, workspace).length, 1));
  }

  const welcome: Readonly<Record<string, readonly [file: string, text: string]>> = {
    'types of the client in core': ['packages/core/src/a.ts', "import type { Service } from '@citydesk/open311';"],
    'the wire in the sandbox': ['packages/sandbox/src/a.ts', "import { decode } from '@citydesk/open311/wire';"],
    'the sandbox in a test': ['packages/elements/src/a.test.ts', "import { createCity } from '@citydesk/sandbox';"],
    'a file next door': ['packages/core/src/request/a.ts', "export * from '../search/b.ts';"],
  };
  for (const [title, [file, text]] of Object.entries(welcome)) {
    it(`welcome ${title}`, () => assert.deepEqual(strayArrows(file, text, workspace), []));
  }
});
