import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyRequest, anyWords, carried } from '../../test/feeds/any-request.ts';
import type { ServiceRequest } from '../types.ts';
import { parseXml, type Element } from '../wire/xml/parse-xml.ts';
import type { Feed } from './feed.ts';
import { toAtom } from './to-atom.ts';

const numRuns = Number(process.env['OPEN311_RUNS'] ?? (process.env['CI'] ? 10_000 : 1000));
const feed: Feed = { title: 'Reports in Three Rivers', url: 'https://311.example.gov/feed.atom' };
const pothole: ServiceRequest = {
  serviceRequestId: '00/17 a',
  status: 'closed',
  statusLabel: 'Closed',
  statusNotes: 'Filled.',
  serviceCode: '006',
  serviceName: 'Pothole',
  description: 'Deep hole\nin the right lane',
  agencyResponsible: 'Public Works',
  requestedDatetime: new Date('2026-05-01T10:00:00Z'),
  updatedDatetime: new Date('2026-05-12T08:00:00.500Z'),
  address: 'Elm Street 1',
  lat: 41.944,
  long: -85.632,
  mediaUrls: [],
};

/** The document, which has to be XML without anything to mend. */
function documentOf(requests: readonly ServiceRequest[], about: Partial<Feed> = {}): Element {
  let mends = 0;
  const root = parseXml(toAtom(requests, { ...feed, ...about }), () => mends++);
  assert.ok(root?.name === 'feed' && mends === 0);
  return root;
}

const all = (element: Element, name: string) => element.children.filter((child) => child.name === name);
const text = (element: Element | undefined, name: string) => element && all(element, name)[0]?.text;

describe('an Atom feed', () => {
  it('says of itself and of each request what RFC 4287 asks for, in words that are text', () => {
    assert.equal(
      toAtom([pothole], {
        ...feed,
        author: 'The city',
        site: 'https://www.example.gov/reports?a=1&b=2',
        linkFor: ({ serviceRequestId }) =>
          `https://www.example.gov/#citydesk:request=${encodeURIComponent(serviceRequestId)}`,
      }),
      `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss">
<id>https://311.example.gov/feed.atom</id>
<title>Reports in Three Rivers</title>
<updated>2026-05-12T08:00:00Z</updated>
<author><name>The city</name></author>
<link rel="self" type="application/atom+xml" href="https://311.example.gov/feed.atom"/>
<link rel="alternate" type="text/html" href="https://www.example.gov/reports?a=1&amp;b=2"/>
<entry>
<id>tag:311.example.gov,2026:requests/00%2F17%20a</id>
<title>Pothole, Elm Street 1</title>
<updated>2026-05-12T08:00:00Z</updated>
<published>2026-05-01T10:00:00Z</published>
<link rel="alternate" type="text/html" href="https://www.example.gov/#citydesk:request=00%2F17%20a"/>
<category term="006" label="Pothole"/>
<content type="text">Closed: Filled.
Deep hole
in the right lane
Public Works</content>
<georss:point>41.944 -85.632</georss:point>
</entry>
</feed>
`,
    );
  });

  it('says what is required of a request that says almost nothing, and of none at all', () => {
    const [entry] = all(
      documentOf([{ serviceRequestId: '17', status: 'open', statusLabel: 'open', mediaUrls: [] }]),
      'entry',
    );
    assert.deepEqual(
      entry?.children.map((child) => [child.name, child.text]),
      [
        ['id', 'tag:311.example.gov,2026:requests/17'],
        ['title', '17'],
        ['updated', '1970-01-01T00:00:00Z'],
        ['content', 'open'],
      ],
    );
    const empty = documentOf([], { title: ' ', author: '' });
    assert.deepEqual(
      [text(empty, 'title'), text(all(empty, 'author')[0], 'name')],
      ['311.example.gov', '311.example.gov'],
    );
    assert.equal(text(empty, 'updated'), '1970-01-01T00:00:00Z');
  });

  it('moves with the newest date of any request, and only then', () => {
    const older = { ...pothole, serviceRequestId: '18', updatedDatetime: new Date('2026-05-02T00:00:00Z') };
    const updated = new Date('2026-11-01T00:00:00Z');
    assert.equal(text(documentOf([older, pothole], { updated }), 'updated'), '2026-05-12T08:00:00Z');
    const changed = { ...older, updatedDatetime: new Date('2026-05-13T00:00:00Z') };
    assert.equal(text(documentOf([changed, pothole], { updated }), 'updated'), '2026-05-13T00:00:00Z');
    const never = { ...older, updatedDatetime: new Date('soon'), requestedDatetime: new Date('2026-06-01T00:00:00Z') };
    assert.equal(text(documentOf([never, pothole]), 'updated'), '2026-06-01T00:00:00Z');
  });

  it('takes a date that is none, or of a year no reader knows, for none', () => {
    for (const date of [new Date(NaN), new Date(8.64e15), new Date(-8.64e15)]) {
      const undated = { ...pothole, requestedDatetime: date, updatedDatetime: date };
      const root = documentOf([undated], { updated: new Date('2026-11-01T00:00:00Z') });
      assert.equal(text(root, 'updated'), '2026-11-01T00:00:00Z');
      assert.deepEqual(all(all(root, 'entry')[0]!, 'published'), []);
      assert.equal(text(documentOf([undated], { updated: date }), 'updated'), '1970-01-01T00:00:00Z');
    }
  });

  it('names a request alike in every feed of a host, and differently on another', () => {
    const id = (url: string) => text(all(documentOf([pothole], { url }), 'entry')[0], 'id');
    const here = id('https://311.example.gov/feed.atom');
    assert.equal(id('https://311.example.gov/other/feed.json?service=006#x'), here);
    assert.notEqual(id('https://311.example.org/feed.atom'), here);
    assert.equal(id('http://localhost:8311/feed.atom'), 'tag:localhost,2026:8311:requests/00%2F17%20a');
  });

  it('links http(s) addresses and no others', () => {
    for (const link of ['javascript:alert(1)', 'data:text/html,x', '/relative', '', ' ']) {
      const root = documentOf([pothole], { site: link, linkFor: () => link });
      assert.equal(all(root, 'link').length, 1, link);
      assert.deepEqual(all(all(root, 'entry')[0]!, 'link'), [], link);
    }
  });

  it('cannot be made without an address of its own', () => {
    for (const url of ['/feed.atom', '', 'javascript:alert(1)', 'urn:x'])
      assert.throws(() => toAtom([], { ...feed, url }), TypeError);
  });

  it('is well-formed and says what it was told, whatever a city says', () => {
    let run = 0;
    fc.assert(
      fc.property(
        fc.array(anyRequest, { maxLength: 3 }),
        anyWords,
        anyWords,
        fc.date({ noInvalidDate: false }),
        (requests, title, link, updated) => {
          const root = documentOf(requests, { title, author: title, site: link, linkFor: () => link, updated });
          assert.equal(text(root, 'title'), carried(title).trim() || '311.example.gov');
          const entries = all(root, 'entry');
          assert.equal(entries.length, requests.length);
          const dates = [root, ...entries].map((each) => text(each, 'updated') ?? '');
          for (const date of dates) assert.ok(/^\d{4}-/.test(date) && !Number.isNaN(Date.parse(date)), date);
          entries.forEach((entry, index) => {
            const { serviceName, serviceCode, description } = requests[index]!;
            assert.match(text(entry, 'id') ?? '', /^tag:311\.example\.gov,2026:requests\/[\w%.!~*'()-]*$/);
            assert.ok(text(entry, 'content')?.includes(carried(description ?? '').trim()));
            const [category] = all(entry, 'category');
            const service = [serviceName, serviceCode]
              .map((said) => carried(said ?? '').trim())
              .find((said) => said !== '');
            assert.equal(category?.attributes.get('label'), service);
          });
          run += 1;
        },
      ),
      { numRuns },
    );
    console.log(`Atom feeds: ${run} run of ${numRuns} expected`);
    assert.equal(run, numRuns);
  });
});
