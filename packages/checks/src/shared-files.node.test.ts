import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sharedFiles } from './shared-files.ts';

describe('the files beside the repository', () => {
  let folder: string;
  before(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'citydesk-shared-')), 'shared');
    mkdirSync(path.join(folder, 'open311'), { recursive: true });
    writeFileSync(path.join(folder, 'open311/a.json'), '[]');
    writeFileSync(path.join(folder, '../secret.txt'), 'no');
  });
  after(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

  async function get(address: string): Promise<{ status?: number; body?: unknown; type?: string }> {
    const { pathname, search } = new URL(address, 'http://city');
    const context: { status?: number; body?: unknown; type?: string } & Record<string, unknown> = {
      method: 'GET',
      path: pathname,
      querystring: search.slice(1),
      set() {},
    };
    await (sharedFiles(folder) as (context: unknown, next: () => Promise<void>) => Promise<void>)(
      context,
      async () => {},
    );
    return context;
  }

  it('are listed by folder', async () => {
    assert.deepEqual((await get('/__shared/open311/?list')).body, ['a.json']);
  });

  it('are served with their type', async () => assert.equal((await get('/__shared/open311/a.json')).type, '.json'));

  it('are nothing but what lies in the folder', async () => {
    assert.equal((await get('/__shared/..%2Fsecret.txt')).status, 404);
    assert.equal((await get('/__shared/none.json')).status, 404);
  });
});
