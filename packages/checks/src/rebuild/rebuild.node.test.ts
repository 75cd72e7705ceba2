import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { exists } from '../workspace.ts';
import { buildFreshClone } from './fresh-clone.ts';

/** What was built below `folder` and matches, by its path: a digest and the length, to be read where they differ. */
function builtIn(folder: string, pattern: string): Readonly<Record<string, string>> {
  const files = globSync(pattern, { cwd: folder, exclude: (name) => /(^|\/)node_modules$/.test(name) }).sort();
  const entries = files.flatMap((file) => {
    const full = path.join(folder, file);
    if (!statSync(full).isFile()) return [];
    const bytes = readFileSync(full);
    return [[file, `${createHash('sha384').update(bytes).digest('base64')} ${bytes.length}`] as const];
  });
  return Object.fromEntries(entries);
}

// A folder that was unpacked from an archive has no history to clone.
const skip = !exists('.git') && process.env['CI'] !== 'true' && 'This folder is no clone of the repository.';

describe('a build of what is committed', { skip }, () => {
  const place = mkdtempSync(path.join(tmpdir(), 'citydesk-rebuild-'));
  const one = path.join(place, 'one');
  const other = path.join(place, 'another folder/that lies deeper, süd/it is');
  before(async () => {
    await buildFreshClone({ folder: one, env: { TZ: 'UTC', LC_ALL: 'C' } });
    // The second one is somebody else's: another path, day, time zone, language, right to files and number of threads.
    const mask = process.umask(0o077);
    try {
      await buildFreshClone({
        folder: other,
        changed: new Date('2020-02-29T12:00:00Z'),
        env: {
          TZ: 'Pacific/Chatham',
          LC_ALL: 'tr_TR.UTF-8',
          RAYON_NUM_THREADS: '1',
          NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, 'another-day.mjs')).href}`,
        },
      });
    } finally {
      process.umask(mask);
    }
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  it('gives the files of the script tag byte for byte, wherever it is built, and when', () => {
    const files = builtIn(one, 'packages/embed/dist/**');
    console.log(`${Object.keys(files).length} files of the script tag`);
    for (const name of ['citydesk.js', 'citydesk.classic.js', 'citydesk/integrity.json']) {
      assert.ok(files[`packages/embed/dist/${name}`], name);
    }
    assert.deepEqual(builtIn(other, 'packages/embed/dist/**'), files);
  });

  it('gives the packages for npm, the plugins and the demo city’s site so, too', () => {
    const files = builtIn(one, '{packages,examples}/**/dist/**');
    const zips = builtIn(one, 'packages/**/*.zip');
    console.log(`${Object.keys(files).length} files, ${Object.keys(zips).join(', ') || 'no zip'}`);
    assert.ok(Object.keys(files).length > 500);
    assert.deepEqual(builtIn(other, '{packages,examples}/**/dist/**'), files);
    assert.deepEqual(builtIn(other, 'packages/**/*.zip'), zips);
  });

  it('names neither the folder it was built in nor the one it was cloned from', () => {
    const named = Object.keys(builtIn(other, '{packages,examples}/**/dist/**')).filter((file) => {
      const text = readFileSync(path.join(other, file), 'latin1');
      return text.includes(path.basename(place)) || text.includes('that%20lies') || text.includes('that lies deeper');
    });
    assert.deepEqual(named, []);
  });
});
