/** Photos that come as files: only photos, not too many or too large, and served as nothing but pictures. */

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { photoLimit } from '@citydesk/relay/town';
import { answerOf, get, smallCity, type Answer } from './test-kit.ts';
import type { City } from './city.ts';

const bytes = {
  jpeg: [0xff, 0xd8, 0xff, 0xe0, 0, 0],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  gif: [...Buffer.from('GIF89a')],
  webp: [...Buffer.from('RIFF\0\0\0\0WEBP')],
  svg: [...Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
};

describe('a report with photos', () => {
  let city: City;
  beforeEach(() => {
    city = smallCity();
  });

  const file = (kind: keyof typeof bytes, type = 'text/html'): Blob =>
    new Blob([new Uint8Array(bytes[kind])], { type });
  const send = async (field: string, ...files: Blob[]): Promise<Answer> => {
    const body = new FormData();
    for (const [name, value] of Object.entries({
      service_code: '006',
      address_string: 'Here',
      'attribute[size]': 's',
    })) {
      body.set(name, value);
    }
    for (const each of files) body.append(field, each, '../../etc/passwd.html');
    const request = new Request('http://city.test/open311/v2/requests.json', { method: 'POST', body });
    return answerOf(await city.fetch(request));
  };
  const mediaUrl = async (): Promise<string> => {
    const { body } = await get(city, 'requests/26-00001.json');
    return (body as { media_url: string }[])[0]?.media_url ?? '';
  };

  for (const [kind, type, ending] of [
    ['jpeg', 'image/jpeg', 'jpg'],
    ['png', 'image/png', 'png'],
    ['gif', 'image/gif', 'gif'],
    ['webp', 'image/webp', 'webp'],
  ] as const) {
    it(`takes ${kind} by its first bytes and serves it as a picture under a name of its own`, async () => {
      assert.equal((await send('media', file(kind))).status, 200);
      const url = await mediaUrl();
      assert.match(url, new RegExp(`^http://city\\.test/open311/media/[0-9a-f-]{36}\\.${ending}$`));
      const photo = await city.fetch(new Request(url));
      assert.deepEqual([...new Uint8Array(await photo.arrayBuffer())], bytes[kind]);
      assert.equal(photo.headers.get('content-type'), type);
      assert.equal(photo.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(photo.headers.get('content-security-policy'), "default-src 'none'; sandbox");
    });
  }

  it('takes several as media[], gives the first as media_url and all with extensions', async () => {
    await send('media[]', file('png'), file('gif'));
    assert.equal(city.store.all()[0]?.photos.length, 2);
    assert.match(await mediaUrl(), /png$/);
    const { body } = await get(city, 'requests/26-00001.json?extensions=true');
    const [row] = body as { extended_attributes: { media_urls: string[] } }[];
    assert.deepEqual(
      row?.extended_attributes.media_urls.map((url) => url.slice(-3)),
      ['png', 'gif'],
    );
  });

  it('is refused for a file that is no photo, whatever it says it is', async () => {
    for (const kind of ['svg'] as const) {
      const { status, body } = await send('media', file(kind, 'image/png'));
      assert.equal(status, 400);
      assert.deepEqual(body, [{ code: 400, description: 'Send a photo as JPEG, PNG, WebP or GIF. (media)' }]);
    }
    assert.equal((await send('attachment', file('png'))).status, 400);
    assert.equal(city.store.all().length, 0);
  });

  it('is refused for too many photos, too large ones, and a text that hides among them', async () => {
    const many = await send('media[]', ...Array.from({ length: 6 }, () => file('png')));
    assert.deepEqual(many.body, [{ code: 413, description: 'Send 5 photos or fewer. (media)' }]);
    const large = new Blob([new Uint8Array(bytes.png), new Uint8Array(photoLimit)]);
    assert.deepEqual((await send('media', large)).body, [
      { code: 413, description: 'Send photos of 8 MB or less. (media)' },
    ]);
    const body = new FormData();
    body.set('service_code', '006');
    body.set('x', 'x'.repeat(200_000));
    const request = new Request('http://city.test/open311/v2/requests.json', { method: 'POST', body });
    assert.equal((await city.fetch(request)).status, 413);
    assert.equal(city.store.all().length, 0);
  });

  it('is refused with the number of each photo that is meant, and leaves nothing behind', async () => {
    const large = new Blob([new Uint8Array(bytes.png), new Uint8Array(photoLimit)]);
    for (const field of ['media', 'media[]']) {
      const strange = await send(field, file('png'), file('svg'), file('gif'), file('svg'));
      assert.equal(strange.status, 400);
      assert.deepEqual(strange.body, [
        { code: 400, description: 'Photo 2 of 4: Send a photo as JPEG, PNG, WebP or GIF. (media)' },
        { code: 400, description: 'Photo 4 of 4: Send a photo as JPEG, PNG, WebP or GIF. (media)' },
      ]);
      const tooLarge = await send(field, file('png'), large);
      assert.equal(tooLarge.status, 413);
      assert.deepEqual(tooLarge.body, [
        { code: 413, description: 'Photo 2 of 2: Send photos of 8 MB or less. (media)' },
      ]);
    }
    assert.equal(city.store.all().length, 0);
    assert.equal((await send('media', file('png'))).status, 200);
    assert.equal(city.store.all()[0]?.serviceRequestId, '26-00001', 'not even a number was used up');
  });

  it('is taken with as many photos as a report may have, each of the size it may have', async () => {
    const full = new Blob([new Uint8Array(bytes.jpeg), new Uint8Array(photoLimit - bytes.jpeg.length)]);
    assert.equal((await send('media', full, full, full, full, full)).status, 200);
    const names = city.store.all()[0]?.photos ?? [];
    assert.deepEqual(
      names.map((name) => city.store.photo(name)?.bytes.length),
      Array.from({ length: 5 }, () => photoLimit),
    );
  });

  it('is taken with a file field that was left empty', async () => {
    assert.equal((await send('media', new Blob([]))).status, 200);
    assert.deepEqual(city.store.all()[0]?.photos, []);
  });

  it('says 404 for a photo that is not there', async () => {
    const answer = await city.fetch(new Request('http://city.test/open311/media/..%2Fcity.sqlite'));
    assert.equal(answer.status, 404);
  });
});
