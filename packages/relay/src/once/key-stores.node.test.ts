import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { filed, keyStoreSuite } from '../../test/once/key-store-suite.ts';
import type { KeyStore } from './key-store.ts';
import { memoryKeys, type KeyStoreOptions } from './memory-keys.ts';
import { sqliteKeys } from './sqlite-keys.ts';
import { realRelayTimes as times } from './times.ts';

const folder = mkdtempSync(join(tmpdir(), 'citydesk-keys-'));
const opened: KeyStore[] = [];
const open = (file: string, options: Partial<KeyStoreOptions> = {}) => {
  const keys = sqliteKeys({ file: join(folder, file), times, ...options });
  opened.push(keys);
  return keys;
};
after(async () => {
  for (const keys of opened) await keys.close();
  rmSync(folder, { recursive: true });
});

let count = 0;
keyStoreSuite('memory', async (options) => memoryKeys(options));
keyStoreSuite('SQLite', async (options) => open(`suite-${count++}.sqlite`, options));

describe('the keys in a file', () => {
  it('are there again after the store was closed', async () => {
    const first = open('again/deep/keys.sqlite');
    await first.begin('key', 'print', 1_000);
    await first.finish('key', 'print', 1, filed);
    await first.close();
    assert.deepEqual(await open('again/deep/keys.sqlite').begin('key', 'print', 1_000), { is: 'done', settled: filed });
  });

  it('are shared by two stores on the same file', async () => {
    const stores = [open('shared.sqlite'), open('shared.sqlite')];
    const standings = await Promise.all(
      Array.from({ length: 40 }, (_, at) => stores[at % 2]!.begin(`key ${at >> 2}`, 'print', 60_000)),
    );
    assert.equal(standings.filter(({ is }) => is === 'new').length, 10);
  });

  it('are not in it by their own words', async () => {
    const keys = open('words.sqlite');
    await keys.begin('ann@example.org', 'print', 1_000);
    await keys.close();
    assert.ok(!readFileSync(join(folder, 'words.sqlite')).includes('ann@example'));
  });

  it('cannot be kept where there is no place for a file', () => {
    assert.throws(() => sqliteKeys({ file: join(folder, 'words.sqlite', 'keys.sqlite'), times }));
  });
});
