import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { builtChunks, weighed } from './chunks.ts';
import type { Catalogue } from './english.ts';

const form: Catalogue = { asked: '¿Dónde está?', count: { one: 'Hay 1 reporte.', other: 'Hay {count} reportes.' } };
const later: Catalogue = { check: 'Revise y envíe', back: 'Volver al principio' };
const languages = new Map([
  [
    'es',
    new Map([
      ['form', form],
      ['later', later],
    ]),
  ],
]);

describe('the chunks of a language', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-chunks-'));
  const write = (name: string, ...words: readonly Catalogue[]) =>
    writeFileSync(path.join(folder, name), `export default ${JSON.stringify(words)}`);
  beforeEach(() => {
    write('form-1.js', form);
    write('later-1.js', later);
    write('english.js', { asked: 'Where is it?' });
    rmSync(path.join(folder, 'more.js'), { force: true });
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are found by what they say, and weighed as they are sent', () => {
    const chunks = builtChunks(languages, folder);
    assert.deepEqual(
      chunks.map(({ set, file }) => [set, path.basename(file)]),
      [
        ['form', 'form-1.js'],
        ['later', 'later-1.js'],
      ],
    );
    assert.ok(chunks.every(({ bytes }) => bytes > 50 && bytes < 200));
    assert.equal(weighed(languages).length, 2);
  });

  it('are found where the letters are written as escapes', () => {
    const text = JSON.stringify(form).replaceAll(
      /[^\x20-\x7e]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    writeFileSync(path.join(folder, 'form-1.js'), text);
    assert.equal(builtChunks(languages, folder).length, 2);
  });

  it('are missed where they were not built', () => {
    rmSync(path.join(folder, 'later-1.js'));
    assert.throws(() => builtChunks(languages, folder), /es\/later\.json is in no built file/);
  });

  it('do not stand in two files, nor two of them in one', () => {
    write('more.js', form);
    assert.throws(() => builtChunks(languages, folder), /es\/form\.json is built 2 times/);
    rmSync(path.join(folder, 'more.js'));
    rmSync(path.join(folder, 'later-1.js'));
    write('form-1.js', form, later);
    assert.throws(() => builtChunks(languages, folder), /form-1\.js holds more than/);
  });
});
