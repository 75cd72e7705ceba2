/** The photo of the work: from the desk to the note it came with, in the way of each dialect. */

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createClient, type ServiceRequest } from '@citydesk/open311';
import { photoLimit } from '@citydesk/relay/town';
import { dialectNames, type DialectName } from './dialect-names.ts';
import { answerOf, get, photoFile, smallCity, type Answer } from './test-kit.ts';
import type { City } from './city.ts';

const gif = `data:image/gif;base64,${Buffer.from('GIF89a').toString('base64')}`;
const seed = {
  services: [{ service_code: 'a', service_name: 'Pothole' }],
  requests: [
    {
      service_code: 'a',
      requested_datetime: '2026-11-18T12:00:00Z',
      service_request_id: '26-00001',
      photos: [gif],
      lat: 41.9,
      long: -85.6,
    },
  ],
};

describe('a photo of the work', () => {
  let city: City;
  beforeEach(() => {
    city = smallCity({ seed });
  });
  const save = async (fields: Record<string, string>, ...photos: Blob[]): Promise<Answer> => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    for (const photo of photos) body.append('media', photo, 'IMG 1.png');
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    return answerOf(
      await city.fetch(new Request('http://city.test/staff/requests/26-00001', { method: 'POST', body, headers })),
    );
  };
  const told = async (): Promise<Record<string, unknown>> => {
    const { body } = await get(city, 'requests/26-00001.json?extensions=true');
    return (body as [Record<string, unknown>])[0];
  };
  const history = () => city.store.request('26-00001')?.history ?? [];

  it('belongs to the note it came with; those of the resident stay those of the report', async () => {
    assert.equal((await save({ status: 'Closed', note: 'Filled.' }, photoFile('png'))).status, 303);
    const { notes, media_url: before, extended_attributes: more } = await told();
    const [, closed] = notes as Record<string, string>[];
    assert.match(closed?.['media_url'] ?? '', /^http:\/\/city\.test\/open311\/media\/[0-9a-f-]{36}\.png$/);
    assert.equal(closed?.['description'], 'Filled.');
    assert.match(String(before), /\.gif$/);
    assert.deepEqual(more, { detailed_status: 'PROCESSED' });
    assert.equal(city.store.request('26-00001')?.photos.length, 1);
    const photo = await city.fetch(new Request(closed?.['media_url'] ?? ''));
    assert.equal(photo.headers.get('content-type'), 'image/png');
    const xml = String((await get(city, 'requests/26-00001.xml?extensions=true')).body);
    assert.match(xml, /<note>.*<description>Filled\.<\/description>.*<media_url>[^<]+png<\/media_url><\/note>/);
    assert.doesNotMatch(String((await get(city, 'requests/26-00001.xml')).body), /png/);
  });

  it('is enough by itself, and not needed', async () => {
    assert.equal((await save({ status: 'Received' }, photoFile())).status, 303);
    assert.equal((await save({ status: 'Received', note: 'x' }, new Blob([]))).status, 303);
    assert.deepEqual(
      history().map(({ note, photo }) => [note, photo === null]),
      [
        [null, true],
        [null, false],
        ['x', true],
      ],
    );
  });

  it('is refused in clear words when it is none, too large or one of many; what was typed is kept', async () => {
    const large = new Blob([photoFile(), new Uint8Array(photoLimit)]);
    for (const [photos, words] of [
      [
        [new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/png' })],
        'Send a photo as JPEG, PNG, WebP or GIF.',
      ],
      [[large], 'Send photos of 8 MB or less.'],
      [[photoFile(), photoFile()], 'Send one photo.'],
    ] as const) {
      const { status, body } = await save({ status: 'Closed', note: 'Kept words' }, ...photos);
      assert.equal(status, 400);
      const page = String(body);
      assert.match(page, new RegExp(`<a href="#media">${words}</a>`));
      assert.match(page, /Kept words<\/textarea/);
      assert.match(page, /<option value="Closed" selected/);
      assert.match(page, /id="media"[^>]+aria-describedby="media-hint media-wrong"\s+aria-invalid=true/);
      assert.match(page, /Choose the photo again\. It was not kept\./);
    }
    assert.equal(history().length, 1);
  });

  it('is asked for again after a reply was chosen, or something else was wrong', async () => {
    const again = /Choose the photo again\. It was not kept\./;
    assert.match(String((await save({ status: 'Done', note: 'x' }, photoFile())).body), again);
    // As a browser sends the form with the button of a reply: the name of the photo alone.
    const reply = async (media: string): Promise<string> =>
      String(
        (
          await answerOf(
            await city.fetch(
              new Request('http://city.test/staff/requests/26-00001', {
                method: 'POST',
                body: new URLSearchParams({ status: 'Closed', note: '', reply: 'done', media }),
                headers: { 'Sec-Fetch-Site': 'same-origin' },
              }),
            ),
          )
        ).body,
      );
    assert.match(await reply('IMG 1.png'), again);
    assert.doesNotMatch(await reply(''), again);
  });

  it('stands on the desk beside those of the resident, where its content policy lets it', async () => {
    await save({ status: 'Closed', note: 'Filled.' }, photoFile());
    const { body, headers } = await get(city, '/staff/requests/26-00001');
    const shown = [...String(body).matchAll(/<a class="photo" href="([^"]+)"\s*><img src="([^"]+)" alt="([^"]+)"/g)];
    assert.deepEqual(
      shown.map(([, link, source, alt]) => [link === source, alt]),
      [
        [true, 'Photo of the report'],
        [true, 'Photo of the work'],
      ],
    );
    assert.match(headers.get('content-security-policy') ?? '', /img-src 'self' data:;/);
    assert.match(String((await get(city, '/staff/')).body), /data-label="Photo">Yes</);
  });

  /** Where the client finds it: with its note, among the photos of the request, or nowhere. */
  const places: Readonly<Record<DialectName, 'note' | 'among' | 'nowhere'>> = {
    wrapped: 'note',
    tokens: 'note',
    'xml-only': 'note',
    'string-types': 'note',
    'numeric-ids': 'nowhere',
    'single-object': 'note',
    'zoneless-dates': 'nowhere',
    'html-errors': 'note',
    duplicates: 'note',
    spot: 'among',
    chicago: 'note',
    bloomington: 'nowhere',
    'mark-a-spot': 'among',
    helsinki: 'among',
    accela: 'nowhere',
  };
  for (const dialect of dialectNames) {
    it(`comes with ${dialect} as such a server has it: ${places[dialect]}`, async () => {
      city = smallCity({ seed, dialect });
      await save({ status: 'Closed', note: 'Filled.' }, photoFile('png'));
      const client = createClient({
        endpoint: 'http://city.test/open311/v2/',
        format: 'auto',
        fetch: (url, init) => city.fetch(new Request(url, init)),
      });
      const request: ServiceRequest = await client.request(dialect === 'numeric-ids' ? '2600001' : '26-00001', {
        extensions: true,
      });
      const isIt = (url: string): boolean => url.endsWith('.png');
      const inNote = request.notes?.some(
        ({ description, mediaUrls }) => description === 'Filled.' && mediaUrls.some(isIt),
      );
      const among = request.mediaUrls.some(isIt);
      assert.deepEqual([inNote ?? false, among], [places[dialect] === 'note', places[dialect] === 'among']);
      if (places[dialect] === 'among') assert.equal(request.mediaUrls.length, 2);
    });
  }
});
