import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyRequest, carried } from '../../test/feeds/any-request.ts';
import type { ServiceRequest } from '../types.ts';
import { toJsonFeed } from './to-json-feed.ts';

const numRuns = Number(process.env['OPEN311_RUNS'] ?? (process.env['CI'] ? 10_000 : 1000));
const feed = { title: 'Reports in Three Rivers', url: 'https://311.example.gov/feed.json' };
const tree: ServiceRequest = {
  serviceRequestId: '17',
  status: 'open',
  statusLabel: 'In progress',
  serviceCode: 'tree',
  description: '<b>Branch</b> & leaves',
  requestedDatetime: new Date('2026-05-01T10:00:00Z'),
  expectedDatetime: new Date('soon'),
  lat: 41.944,
  long: -85.632,
  mediaUrls: ['data:image/png;base64,x', 'https://photos.example.gov/1.jpg'],
};

interface Item {
  readonly id: string;
  readonly url?: string;
  readonly title: string;
  readonly content_text: string;
  readonly image?: string;
  readonly date_published?: string;
  readonly date_modified?: string;
  readonly _open311: Readonly<Record<string, string | number>>;
}

const itemsOf = (json: string) => (JSON.parse(json) as { items: readonly Item[] }).items;

describe('a JSON Feed', () => {
  it('has what version 1.1 asks for, and the fields of the spec', () => {
    const json = toJsonFeed([tree], {
      ...feed,
      site: 'https://www.example.gov/',
      author: 'The city',
      linkFor: ({ serviceRequestId }) => `https://www.example.gov/#citydesk:request=${serviceRequestId}`,
    });
    assert.deepEqual(JSON.parse(json), {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Reports in Three Rivers',
      home_page_url: 'https://www.example.gov/',
      feed_url: 'https://311.example.gov/feed.json',
      authors: [{ name: 'The city' }],
      items: [
        {
          id: 'tag:311.example.gov,2026:requests/17',
          url: 'https://www.example.gov/#citydesk:request=17',
          title: 'tree',
          content_text: 'In progress\n<b>Branch</b> & leaves',
          image: 'https://photos.example.gov/1.jpg',
          date_published: '2026-05-01T10:00:00Z',
          date_modified: '2026-05-01T10:00:00Z',
          tags: ['tree'],
          _open311: {
            service_request_id: '17',
            status: 'open',
            service_code: 'tree',
            description: '<b>Branch</b> & leaves',
            requested_datetime: '2026-05-01T10:00:00Z',
            lat: 41.944,
            long: -85.632,
            media_url: 'https://photos.example.gov/1.jpg',
          },
        },
      ],
    });
  });

  it('cannot be made without an address of its own', () => {
    assert.throws(() => toJsonFeed([], { ...feed, url: 'feed.json' }), TypeError);
  });

  it('holds what it was told, whatever a city says', () => {
    let run = 0;
    fc.assert(
      fc.property(fc.array(anyRequest, { maxLength: 3 }), (requests) => {
        const items = itemsOf(toJsonFeed(requests, { ...feed, linkFor: ({ address }) => address }));
        assert.equal(items.length, requests.length);
        items.forEach((item, index) => {
          const { serviceRequestId, description = '' } = requests[index]!;
          assert.ok(item.id.startsWith('tag:311.example.gov,2026:requests/'));
          assert.equal(item._open311['service_request_id'] ?? '', carried(serviceRequestId));
          assert.ok(item.content_text !== '' && item.content_text.includes(carried(description).trim()));
          for (const date of [item.date_published, item.date_modified]) {
            assert.ok(date === undefined || (/^\d{4}-/.test(date) && !Number.isNaN(Date.parse(date))), date);
          }
          for (const url of [item.image, item.url]) assert.ok(url === undefined || /^https?:/.test(url), url);
        });
        run += 1;
      }),
      { numRuns },
    );
    console.log(`JSON Feeds: ${run} run of ${numRuns} expected`);
    assert.equal(run, numRuns);
  });
});
