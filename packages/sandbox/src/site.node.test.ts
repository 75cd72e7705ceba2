import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { createCity, type City } from './city.ts';

describe('the site', () => {
  let folder: string;
  let city: City;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'citydesk-site-'));
    const site = join(folder, 'site');
    mkdirSync(join(site, 'parks'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(site, '.env'), 'secret');
    writeFileSync(join(site, 'index.html'), '<h1>Home</h1>');
    writeFileSync(join(site, '404.html'), '<h1>Not here</h1>');
    writeFileSync(join(site, 'parks/index.html'), '<h1>Parks</h1>');
    writeFileSync(join(site, 'main-a1B2c3D4.js'), 'export {};');
    writeFileSync(join(site, 'hero.jpg'), new Uint8Array([0xff, 0xd8]));
    writeFileSync(join(site, 'town.pmtiles'), '0123456789');
    symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
    city = createCity({ seed: 'empty', site });
  });
  after(() => {
    city.close();
    rmSync(folder, { recursive: true });
  });
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    city.fetch(new Request(new URL(path, 'http://city.test'), { headers }));

  it('gives pages, folders and files their types under a strict policy', async () => {
    for (const [path, type, text] of [
      ['/', 'text/html; charset=utf-8', '<h1>Home</h1>'],
      ['/parks/', 'text/html; charset=utf-8', '<h1>Parks</h1>'],
      ['/main-a1B2c3D4.js', 'text/javascript; charset=utf-8', 'export {};'],
    ] as const) {
      const answer = await get(path);
      assert.equal(answer.headers.get('content-type'), type);
      assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'self'; base-uri 'none'/);
      assert.equal(await answer.text(), text);
    }
    const redirect = await get('/parks?x=1');
    assert.deepEqual([redirect.status, redirect.headers.get('location')], [308, '/parks/?x=1']);
  });

  it('compresses text, not pictures, and says when nothing has changed', async () => {
    const answer = await get('/', { 'Accept-Encoding': 'gzip, deflate, br' });
    assert.equal(answer.headers.get('content-encoding'), 'br');
    assert.equal(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString(), '<h1>Home</h1>');
    assert.equal((await get('/hero.jpg', { 'Accept-Encoding': 'br' })).headers.get('content-encoding'), null);
    assert.match((await get('/main-a1B2c3D4.js')).headers.get('cache-control') ?? '', /immutable/);
    assert.equal((await get('/', { 'If-None-Match': answer.headers.get('etag') ?? '' })).status, 304);
  });

  it('gives the part of a map that is asked for', async () => {
    const whole = await get('/town.pmtiles', { 'Accept-Encoding': 'gzip, br' });
    assert.equal(whole.headers.get('content-type'), 'application/vnd.pmtiles');
    assert.deepEqual([whole.headers.get('accept-ranges'), whole.headers.get('content-encoding')], ['bytes', null]);
    for (const [range, bytes, text] of [
      ['bytes=0-3', 'bytes 0-3/10', '0123'],
      ['bytes=4-4', 'bytes 4-4/10', '4'],
      ['bytes=7-', 'bytes 7-9/10', '789'],
      ['bytes=-2', 'bytes 8-9/10', '89'],
      ['bytes=-99', 'bytes 0-9/10', '0123456789'],
      ['bytes=5-16383', 'bytes 5-9/10', '56789'],
    ] as const) {
      const answer = await get('/town.pmtiles', { Range: range, 'Accept-Encoding': 'gzip, br' });
      assert.deepEqual([answer.status, answer.headers.get('content-range')], [206, bytes], range);
      assert.equal(answer.headers.get('content-length'), String(text.length), range);
      assert.equal(answer.headers.get('etag'), whole.headers.get('etag'));
      assert.equal(answer.headers.get('content-encoding'), null);
      assert.equal(await answer.text(), text, range);
    }
  });

  it('says how long a map is when the part lies behind its end', async () => {
    for (const range of ['bytes=10-', 'bytes=10-20', 'bytes=-0']) {
      const answer = await get('/town.pmtiles', { Range: range });
      assert.deepEqual([answer.status, answer.headers.get('content-range')], [416, 'bytes */10'], range);
      assert.equal(await answer.text(), '');
    }
  });

  it('gives the whole map for several parts, for what is no range, and once the map has changed', async () => {
    const etag = (await get('/town.pmtiles')).headers.get('etag') ?? '';
    assert.equal((await get('/town.pmtiles', { Range: 'bytes=0-3', 'If-Range': etag })).status, 206);
    assert.equal((await get('/town.pmtiles', { Range: 'bytes=0-3', 'If-None-Match': etag })).status, 304);
    for (const headers of [
      { Range: 'bytes=0-1,4-5' },
      { Range: 'bytes=5-2' },
      { Range: 'bytes=-' },
      { Range: 'bytes=a-b' },
      { Range: 'lines=0-3' },
      { Range: 'bytes=0-3', 'If-Range': '"another"' },
      { Range: 'bytes=0-3', 'If-Range': `W/${etag}` },
    ]) {
      const answer = await get('/town.pmtiles', headers);
      assert.deepEqual([answer.status, answer.headers.get('content-range')], [200, null], JSON.stringify(headers));
      assert.equal(await answer.text(), '0123456789');
    }
  });

  it('gives text whole, since it may be compressed', async () => {
    for (const encoding of ['br', 'identity']) {
      const answer = await get('/', { Range: 'bytes=0-3', 'Accept-Encoding': encoding });
      assert.deepEqual([answer.status, answer.headers.get('accept-ranges')], [200, null]);
    }
  });

  it('has a page for what is not there, and gives nothing from outside or hidden', async () => {
    for (const path of [
      '/none',
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/.env',
      '/link.txt',
      '/%00',
      '/%E0%A4',
    ]) {
      const answer = await get(path);
      assert.equal(answer.status, 404, path);
      assert.equal(await answer.text(), '<h1>Not here</h1>');
    }
  });
});
