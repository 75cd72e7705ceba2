import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { corpus, filesIn } from '../../test/corpus.ts';
import { leftIn } from '../../test/left-in-photo.ts';
import { talkativeJpeg, talkativePng, talkativeWebp } from '../../test/pictures.ts';
import { checkPhoto } from './check-photo.ts';
import { PhotoRefused } from './photo-refused.ts';

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const faultOf = (file: Blob, limits = {}) =>
  checkPhoto(file, limits).then(
    () => 'none',
    (error: unknown) => (error instanceof PhotoRefused ? error.fault : String(error)),
  );
const named = (content: BlobPart) => new File([content], 'photo.jpg', { type: 'image/jpeg' });

describe('a photo from a stranger', () => {
  it('is left with nothing but its picture', async () => {
    for (const file of [talkativeJpeg(), talkativePng(), talkativeWebp()]) {
      const { file: bare } = await checkPhoto(file);
      const bytes = await bytesOf(bare);
      assert.deepEqual(leftIn(bytes), { metadata: 0, trailing: 0, orientation: 1 });
      assert.ok(!Buffer.from(bytes).includes('secret'));
    }
  });

  it('loses its name and the type it claims', async () => {
    const { file, type, sha256 } = await checkPhoto(talkativeJpeg());
    assert.deepEqual([file.name, file.type, type], ['photo.jpg', 'image/jpeg', 'image/jpeg']);
    assert.match(sha256, /^[0-9a-f]{64}$/);
  });

  it('stays the right way up, by one number', async () => {
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const { file } = await checkPhoto(talkativeJpeg({ orientation }));
      assert.deepEqual(leftIn(await bytesOf(file)), { metadata: 0, trailing: 0, orientation });
    }
  });

  it('comes out the same when it is checked again', async () => {
    for (const photo of [talkativeJpeg({ orientation: 6 }), talkativePng(), talkativeWebp()]) {
      const once = await checkPhoto(photo);
      assert.equal((await checkPhoto(once.file)).sha256, once.sha256);
    }
  });

  it('is refused by what it is, whatever it is called', async () => {
    assert.equal(await faultOf(named('')), 'empty');
    for (const content of [
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '<html>',
      '%PDF-1.7',
      'GIF89a\x01\0\x01\0',
      'BM',
    ])
      assert.equal(await faultOf(named(content)), 'kind');
    assert.equal(await faultOf(named('\0\0\0\x18ftypheic\0\0\0\0')), 'heic');
    const cut = await bytesOf(talkativePng());
    assert.equal(await faultOf(named(cut.slice(0, 60))), 'damaged');
  });

  it('is refused by its header when it is too large to be decoded', async () => {
    assert.equal(await faultOf(talkativeJpeg({ width: 8000, height: 6251 })), 'pixels');
    assert.equal(await faultOf(talkativeJpeg({ width: 8000, height: 6250 })), 'none');
    assert.equal(await faultOf(talkativePng({ width: 60_000, height: 60_000 })), 'pixels');
    assert.equal(await faultOf(talkativePng({ width: 9000, height: 3 })), 'damaged');
  });

  it('is refused unread when it has too many bytes', async () => {
    const unread = new File([new Uint8Array(11 * 1024 * 1024)], 'photo.jpg');
    unread.arrayBuffer = () => assert.fail('It was read.');
    assert.equal(await faultOf(unread), 'size');
    assert.equal(await faultOf(talkativeJpeg(), { bytes: 10 }), 'size');
  });

  it('is refused in words that say what to do', async () => {
    await assert.rejects(checkPhoto(named('<svg/>')), {
      message: 'We cannot read this file. Choose a JPEG, PNG or WebP photo.',
      status: 415,
    });
    await assert.rejects(checkPhoto(new File([new Uint8Array(11 * 1024 * 1024)], '')), {
      message: 'This photo is too big. Choose one that is smaller than 10 MB.',
      status: 413,
    });
  });
});

describe('files that are bad for cities', () => {
  /** Checks every file and looks at what is left of those that are taken. */
  async function judged(name: string, expected: number) {
    const files = filesIn(corpus(name).path).filter((file) => file.name !== 'index.json');
    const taken = new Map<string, Uint8Array>();
    const refused = new Map<string, string>();
    let [metadata, trailing] = [0, 0];
    for (const file of files) {
      try {
        const bytes = await bytesOf((await checkPhoto(file)).file);
        taken.set(file.name, bytes);
        const left = leftIn(bytes);
        metadata += left.metadata;
        trailing += left.trailing;
      } catch (error) {
        if (!(error instanceof PhotoRefused)) throw error;
        refused.set(file.name, error.fault);
      }
    }
    console.log(
      `${name}: run ${files.length} of ${expected} expected; ${taken.size} taken, ${refused.size} refused; ` +
        `${metadata} metadata bytes, ${trailing} trailing bytes`,
    );
    assert.deepEqual([files.length, metadata, trailing], [expected, 0, 0]);
    return { taken, refused };
  }

  const orientations = corpus('exif-orientation');
  it('are taken as they lie: turned photos', orientations.options, async () => {
    const { taken } = await judged('exif-orientation', 9);
    assert.deepEqual(
      [...taken].map(([name, bytes]) => [name, leftIn(bytes).orientation]),
      Array.from({ length: 9 }, (_, at) => [`Landscape_${at}.jpg`, at || 1]),
    );
  });

  const attacks = corpus('upload-attacks');
  it('are taken without what was hidden in them, or refused: attacks', attacks.options, async () => {
    const { taken, refused } = await judged('upload-attacks', 20);
    const index = JSON.parse(readFileSync(join(attacks.path, 'index.json'), 'utf8')) as {
      file: string;
      expect: string;
    }[];
    for (const { file, expect } of index) {
      if (expect.startsWith('accept')) assert.ok(taken.has(file), `${file} was ${refused.get(file)}`);
      // Half a photo is still one, and may be ended or refused.
      if (/^reject-(with|before)/.test(expect)) assert.ok(refused.has(file), `${file} was taken`);
    }
    for (const [name, bytes] of taken) {
      assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /<script|<html|onerror|adobe\.com|pwned/i, name);
    }
    assert.equal(leftIn(taken.get('gps-sydney-o6.jpg')!).orientation, 6);
  });

  const pages = corpus('upload-xss-files');
  it('are taken without what was hidden in them, or refused: pages that pass for pictures', pages.options, async () => {
    const { taken } = await judged('upload-xss-files', 7);
    assert.ok([...taken.keys()].every((name) => !/svg|xhtml/.test(name)));
    for (const [name, bytes] of taken) {
      assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /<script|onmouse|onclick|alert\(/i, name);
    }
  });

  const pngs = corpus('pngsuite');
  it('are taken bare, or refused: every kind of PNG', pngs.options, async () => {
    await judged('pngsuite', 90);
  });
});
