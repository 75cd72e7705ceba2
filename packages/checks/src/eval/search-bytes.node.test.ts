import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { saveBodies } from '@citydesk/core/search';
import { build } from 'vite';
import { root } from '../workspace.ts';
import { languageOf } from './contenders.ts';
import { syntheticEntries, syntheticLocales } from './synthetic-entries.ts';

const bytes = (text: string) => brotliCompressSync(text).length;

describe('answers on the wire', () => {
  const entries = syntheticEntries(4000);
  const heads = entries.map(({ body: _body, ...head }) => head);

  it('are measured with bodies as long as real ones', () => {
    const sum = entries.reduce((total, { body }) => total + Buffer.byteLength(body), 0);
    assert.ok(sum / entries.length >= 900, `${sum / entries.length} bytes`);
  });

  it('are at most 40 kB for 1,000 titles with their aliases', () => {
    const size = bytes(JSON.stringify(heads.slice(0, 1000)));
    assert.ok(size <= 40_000, `${size} bytes`);
  });

  it('are at most 400 kB for an index of 4,000, titles and aliases included', async () => {
    const languages = await Promise.all(syntheticLocales.map(languageOf));
    const size = bytes(JSON.stringify(saveBodies(entries, { locale: 'en', languages }))) + bytes(JSON.stringify(heads));
    assert.ok(size <= 400_000, `${size} bytes`);
  });
});

describe('the script that searches', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-search-bytes-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** The built chunks of a page that needs this of core's search, by the name of the first module in them. */
  async function chunks(code: string): Promise<ReadonlyMap<string, number>> {
    const input = path.join(folder, 'entry.ts');
    writeFileSync(input, code);
    const built = await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      resolve: { conditions: ['citydesk-source', 'module', 'browser', 'production'] },
      build: {
        write: false,
        target: ['es2022', 'chrome106', 'firefox128', 'safari16.4'],
        minify: true,
        rolldownOptions: { input, preserveEntrySignatures: 'strict' },
      },
    });
    const [output] = [built].flat();
    assert.ok(output && 'output' in output);
    return new Map(
      output.output.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.name, bytes(chunk.code)] as const] : [])),
    );
  }
  const source = path.join(root, 'packages/core/src/search');

  it('is at most 4 kB, and 1.5 kB for each language, fetched apart', async () => {
    const { entry, ...languages } = Object.fromEntries(await chunks(`export * from '${source}.ts';`));
    assert.ok(entry! <= 4000, `${entry} bytes`);
    assert.deepEqual(Object.keys(languages).toSorted(), ['ar', 'de', 'en', 'es', 'ja', 'zh']);
    for (const [name, size] of Object.entries(languages)) assert.ok(size <= 1500, `${name}: ${size} bytes`);
  });

  it('is at most 1.8 kB where only services are searched', async () => {
    const found = await chunks(`export { servicesMatching } from '${source}/services-matching.ts';`);
    assert.deepEqual([...found.keys()], ['entry']);
    assert.ok(found.get('entry')! <= 1800, `${found.get('entry')} bytes`);
  });
});
