import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lockProblems, type LockFile } from './lock-file.ts';
import { textOf } from './workspace.ts';

const integrity = 'sha512-made-up';
const parent = { version: '2.0.0', integrity, optionalDependencies: { 'swift-linux': '2.0.0' } };

describe('the lock file', () => {
  it('is one that npm ci takes from a clean clone', () => {
    assert.deepEqual(lockProblems(JSON.parse(textOf('package-lock.json')) as LockFile), []);
  });

  it('is refused when a package for some platform is missing', () => {
    assert.equal(lockProblems({ packages: { 'node_modules/swift': parent } }).length, 1);
  });

  it('is fine when that package lies beside or above', () => {
    const binding = { version: '2.0.0', integrity };
    assert.deepEqual(
      lockProblems({
        packages: { 'node_modules/a/node_modules/swift': parent, 'node_modules/a/node_modules/swift-linux': binding },
      }),
      [],
    );
    assert.deepEqual(
      lockProblems({ packages: { 'node_modules/a/node_modules/swift': parent, 'node_modules/swift-linux': binding } }),
      [],
    );
  });

  it('is refused when something is fetched without a checksum', () => {
    assert.equal(lockProblems({ packages: { 'node_modules/swift': { version: '2.0.0' } } }).length, 1);
  });

  it('needs no checksum for our own packages', () => {
    assert.deepEqual(lockProblems({ packages: { 'node_modules/citydesk': { link: true }, 'packages/embed': {} } }), []);
  });
});
