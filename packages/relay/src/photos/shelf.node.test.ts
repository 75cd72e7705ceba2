import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { talkativeJpeg, talkativePng } from '../../test/pictures.ts';
import { checkPhoto } from './check-photo.ts';
import { folderShelf } from './folder-shelf.ts';
import { s3Shelf } from './s3-shelf.ts';
import { isPhotoName, photoName, ShelfFull, type Shelf } from './shelf.ts';

const photo = await checkPhoto(talkativeJpeg());
const bytes = new Uint8Array(await photo.file.arrayBuffer());
const day = 86_400_000;

const folder = mkdtempSync(join(tmpdir(), 'citydesk-shelf-'));
after(() => rmSync(folder, { recursive: true, force: true }));
/** Real time in the bucket and on disk; the tests go on from there. */
let later = 0;
const now = () => Date.now() + later;
beforeEach(() => (later = 0));

let bucket: Bucket;
before(async () => (bucket = await serveBucket()));
after(() => bucket.close());

const shelves: Readonly<Record<string, () => Shelf>> = {
  folder: () => folderShelf({ folder, keepFor: day, now }),
  bucket: () => s3Shelf({ ...bucket.access, prefix: 'photos/', keepFor: day, now }),
};

for (const [name, make] of Object.entries(shelves)) {
  describe(`a shelf that is a ${name}`, () => {
    it('gives back what was put on it, until it is removed', async () => {
      const shelf = make();
      const one = photoName(photo.type);
      await shelf.put(one, photo);
      assert.deepEqual(await shelf.get(one), bytes);
      assert.equal(await shelf.remove(one), true);
      assert.equal(await shelf.get(one), undefined);
      assert.equal(await shelf.remove(one), false);
    });
    it('gives nothing by a name that is none of ours', async () => {
      const shelf = make();
      for (const name of ['', '../secret', 'a.jpg', '%2e%2e%2f', `${'0'.repeat(32)}.svg`, `${'0'.repeat(32)}.jpg`]) {
        assert.equal(await shelf.get(name), undefined);
        assert.equal(await shelf.remove(name), false);
      }
      await assert.rejects(shelf.put('../photo.jpg', photo));
    });
    it('forgets what is older than it keeps, swept or not', async () => {
      const shelf = make();
      const one = photoName(photo.type);
      await shelf.put(one, photo);
      assert.equal(await shelf.sweep(), 0);
      later = day + 60_000;
      assert.equal(await shelf.get(one), undefined);
      assert.equal(await shelf.sweep(), 1);
      later = 0;
      assert.equal(await shelf.get(one), undefined);
    });
  });
}

describe('the folder', () => {
  it('can be read by its owner only, and has no half photos in it', async () => {
    const own = join(folder, 'own');
    const shelf = folderShelf({ folder: own, keepFor: day });
    await Promise.all(Array.from({ length: 20 }, () => shelf.put(photoName(photo.type), photo)));
    assert.equal(statSync(own).mode & 0o077, 0);
    const names = readdirSync(own);
    assert.ok(names.length === 20 && names.every(isPhotoName), names.join());
    for (const name of names) assert.equal(statSync(join(own, name)).mode & 0o077, 0);
  });
  it('sweeps away what was never finished, and leaves what is not ours', async () => {
    const own = join(folder, 'mixed');
    const shelf = folderShelf({ folder: own, keepFor: day, now });
    await shelf.sweep();
    writeFileSync(join(own, `${photoName(photo.type)}.part`), 'half');
    writeFileSync(join(own, 'README'), 'mine');
    later = day * 2;
    assert.equal(await shelf.sweep(), 0);
    assert.deepEqual(readdirSync(own), ['README']);
  });
  it('takes no more than it has room for, and more once something is gone', async () => {
    const shelf = folderShelf({ folder: join(folder, 'small'), keepFor: day, room: bytes.length * 2 });
    const names = [photoName(photo.type), photoName(photo.type)];
    for (const name of names) await shelf.put(name, photo);
    await assert.rejects(shelf.put(photoName(photo.type), photo), ShelfFull);
    await shelf.remove(names[0]!);
    await shelf.put(photoName(photo.type), photo);
  });
});

describe('the bucket', () => {
  it('is asked with a signature that fits, and never led elsewhere', async () => {
    const wrong = s3Shelf({ ...bucket.access, secretAccessKey: 'other', keepFor: day });
    await assert.rejects(wrong.put(photoName(photo.type), photo), /^ShelfFailed: The bucket answered 403/);
    const led = s3Shelf({ ...bucket.access, prefix: 'redirect/', keepFor: day });
    await assert.rejects(led.put(photoName(photo.type), photo));
    assert.equal(bucket.strayed, 0);
  });
  it('is swept page by page', async () => {
    const shelf = s3Shelf({ ...bucket.access, prefix: 'many/', keepFor: day, now });
    for (let at = 0; at < 5; at += 1) await shelf.put(photoName(photo.type), photo);
    later = day * 2;
    assert.equal(await shelf.sweep(), 5);
  });
  it('tells the type of what it keeps', async () => {
    const shelf = shelves['bucket']!();
    const png = await checkPhoto(talkativePng());
    const name = photoName(png.type);
    await shelf.put(name, png);
    assert.equal(bucket.typeOf(`photos/${name}`), 'image/png');
  });
});

/** A bucket that knows as much of S3 as a shelf needs, and checks every signature (AWS Signature Version 4) by its own reckoning. */
interface Bucket {
  readonly access: { bucket: string; region: string; accessKeyId: string; secretAccessKey: string };
  /** Calls that came where a redirect would have led. */
  readonly strayed: number;
  typeOf(key: string): string | undefined;
  close(): void;
}

async function serveBucket(): Promise<Bucket> {
  const [region, accessKeyId, secretAccessKey] = ['eu-test-1', 'AKIDTEST', 'secret/of+the=bucket'];
  const kept = new Map<string, { body: Buffer; type: string; date: Date }>();
  let strayed = 0;
  const server: Server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const piece of request) chunks.push(piece as Buffer);
      const body = Buffer.concat(chunks);
      const url = new URL(request.url ?? '', 'http://bucket');
      const key = url.pathname.replace(/^\/city\/?/, '');
      if (key.startsWith('stray')) strayed += 1;
      if (key.startsWith('redirect')) return response.writeHead(307, { Location: '/city/stray' }).end();
      if (!isSigned(request, url, body)) return response.writeHead(403).end();
      const found = kept.get(key);
      if (request.method === 'PUT') {
        kept.set(key, { body, type: request.headers['content-type'] ?? '', date: new Date() });
        return response.end();
      }
      if (request.method === 'DELETE') {
        kept.delete(key);
        return response.writeHead(204).end();
      }
      if (url.searchParams.get('list-type') === '2') return response.end(listed(url.searchParams));
      if (!found) return response.writeHead(404).end('<Error/>');
      return response.writeHead(200, { 'Last-Modified': found.date.toUTCString() }).end(found.body);
    })();
  });

  /** Two at a time. */
  function listed(query: URLSearchParams): string {
    const from = query.get('continuation-token') ?? '';
    const keys = [...kept.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '') && key > from).sort();
    const page = keys.slice(0, 2).map((key) => {
      return `<Contents><Key>${key}</Key><LastModified>${kept.get(key)!.date.toISOString()}</LastModified></Contents>`;
    });
    const more = keys.length > 2 ? `<NextContinuationToken>${keys[1]}</NextContinuationToken>` : '';
    return `<ListBucketResult><IsTruncated>${keys.length > 2}</IsTruncated>${more}${page.join('')}</ListBucketResult>`;
  }

  function isSigned({ headers, method }: IncomingMessage, url: URL, body: Buffer): boolean {
    const [, scope = '', names = '', signature] =
      /^AWS4-HMAC-SHA256 Credential=AKIDTEST\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
        headers.authorization ?? '',
      ) ?? [];
    const sha = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
    const hmac = (secret: string | Buffer, text: string) => createHmac('sha256', secret).update(text).digest();
    if (headers['x-amz-content-sha256'] !== sha(body)) return false;
    const query = [...url.searchParams]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .sort()
      .join('&');
    const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
    const asked = [method, url.pathname, query, signed.join(''), names, headers['x-amz-content-sha256']].join('\n');
    const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha(asked)].join('\n');
    const secret = scope.split('/').reduce<Buffer | string>(hmac, `AWS4${secretAccessKey}`);
    return hmac(secret, text).toString('hex') === signature;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    access: { bucket: `${origin}/city/`, region, accessKeyId, secretAccessKey },
    get strayed() {
      return strayed;
    },
    typeOf: (key) => kept.get(key)?.type,
    close: () => server.close(),
  };
}
