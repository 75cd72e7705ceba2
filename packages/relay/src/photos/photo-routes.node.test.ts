import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { leftIn } from '../../test/left-in-photo.ts';
import { talkativeJpeg, talkativePng } from '../../test/pictures.ts';
import { folderShelf } from './folder-shelf.ts';
import { photoRoutes } from './photo-routes.ts';
import { photoName } from './shelf.ts';

const folder = mkdtempSync(join(tmpdir(), 'citydesk-photos-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const app = photoRoutes({
  shelf: folderShelf({ folder, keepFor: 86_400_000, room: 100_000 }),
  secret: 'a secret of the relay that is long',
  publicBase: 'https://relay.example.gov/open311/v2/photos/',
});

const ask = async (path: string, init?: RequestInit) => app.fetch(new Request(`http://relay.test${path}`, init));
const bring = (body: BodyInit, headers = {}) => ask('/photos', { method: 'POST', body, headers });
const form = (file: Blob) => {
  const data = new FormData();
  data.set('words', 'not a file');
  data.set('photo', file);
  return data;
};
async function brought(file: Blob): Promise<{ path: string; key: string }> {
  const answer = await bring(form(file));
  const { url, delete_key: key } = (await answer.json()) as { url: string; delete_key: string };
  assert.equal(answer.status, 201);
  assert.equal(answer.headers.get('location'), url);
  return { path: new URL(url).pathname.replace('/open311/v2', ''), key };
}
const remove = (path: string, key: string) =>
  ask(path, { method: 'DELETE', headers: { Authorization: `Bearer ${key}` } });

describe('a photo that is brought to the relay', () => {
  it('is there for all to see as a bare picture, and nothing else', async () => {
    const { path } = await brought(talkativeJpeg({ orientation: 6 }));
    const answer = await ask(path);
    assert.deepEqual(leftIn(new Uint8Array(await answer.arrayBuffer())), { metadata: 0, trailing: 0, orientation: 6 });
    const header = (name: string) => answer.headers.get(name);
    assert.equal(header('content-type'), 'image/jpeg');
    assert.equal(header('x-content-type-options'), 'nosniff');
    assert.equal(header('content-security-policy'), "default-src 'none'; sandbox");
    assert.equal(header('cross-origin-resource-policy'), 'cross-origin');
    assert.match(header('cache-control') ?? '', /max-age=3600$/);
  });

  it('comes as the body alone, too, and can be asked for without its bytes', async () => {
    const answer = await bring(talkativePng(), { 'Content-Type': 'text/html' });
    const { url } = (await answer.json()) as { url: string };
    const head = await ask(`/photos/${url.slice(-36)}`, { method: 'HEAD' });
    assert.equal(head.headers.get('content-type'), 'image/png');
    assert.ok(Number(head.headers.get('content-length')) > 50);
    assert.equal(await head.text(), '');
  });

  it('is removed with its own key, and with no other', async () => {
    const one = await brought(talkativeJpeg());
    const other = await brought(talkativeJpeg());
    assert.equal((await ask(one.path, { method: 'DELETE' })).status, 401);
    for (const key of [other.key, 'x', `${one.key.slice(0, -2)}AA`, one.key + one.key]) {
      assert.equal((await remove(one.path, key)).status, 403);
    }
    // Without the key nobody learns whether there is such a photo.
    assert.equal((await remove(`/photos/${photoName('image/jpeg')}`, one.key)).status, 403);
    assert.equal((await ask(one.path)).status, 200);
    assert.equal((await remove(one.path, one.key)).status, 204);
    assert.equal((await ask(one.path)).status, 404);
    assert.equal((await remove(one.path, one.key)).status, 404);
    assert.equal((await ask(other.path)).status, 200);
  });

  it('is refused in words where it is none, empty, too large or broken', async () => {
    const refusals: [BodyInit, number][] = [
      [form(new File(['<svg/>'], 'photo.jpg')), 415],
      [form(new File([''], 'photo.jpg')), 400],
      [form(talkativeJpeg({ width: 65_000, height: 65_000 })), 413],
      [new Uint8Array(11 * 1024 * 1024), 413],
      ['', 400],
    ];
    for (const [body, status] of refusals) {
      const answer = await bring(body);
      assert.equal(answer.status, status);
      const [error] = (await answer.json()) as { code: string; description: string }[];
      assert.equal(error?.code, String(status));
      assert.match(error?.description ?? '', /^(We|This) .*\. Choose /);
    }
    assert.equal((await bring('no form', { 'Content-Type': 'multipart/form-data; boundary=x' })).status, 400);
  });

  it('is not kept where there is no room, and told when to try again', async () => {
    const full = photoRoutes({ shelf: folderShelf({ folder, keepFor: 1, room: 1 }), secret: 'x' });
    const refused = await full.request('/photos', { method: 'POST', body: talkativeJpeg() });
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get('retry-after'), '3600');
  });

  it('answers to no path that leads elsewhere', async () => {
    for (const path of ['..%2f..%2fetc%2fpasswd', '%2e%2e', '.', `${'a'.repeat(32)}.jpg.part`, '%00', '%E0%A4%A']) {
      assert.equal((await ask(`/photos/${path}`)).status, 404);
    }
    assert.ok(readdirSync(folder).length > 0);
  });
});
