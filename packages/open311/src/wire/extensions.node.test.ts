import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodeRequests } from './answers.ts';
import { decodeServiceDefinition } from './decode-definition.ts';
import { decodeRequests, decodeUpdates } from './decode-requests.ts';
import { valueIn } from './read.ts';

const request = (fields: object) => decodeRequests([{ service_request_id: '1', status: 'open', ...fields }])?.[0];

describe('extensions of a request', () => {
  it('are read where CitySDK puts them', () => {
    const read = request({
      media_url: '',
      extended_attributes: {
        title: ' Hole ',
        detailed_status: 'RECEIVED, IN_PROCESS',
        media_urls: ['https://x.test/1.png', 'https://x.test/2.png', 'javascript:alert(1)'],
        expected_datetime: '2026-12-01T00:00:00Z',
        ward: 7,
        tasks: [],
        handler: null,
      },
    });
    assert.equal(read?.title, 'Hole');
    assert.deepEqual(read.detailedStatus, ['RECEIVED', 'IN_PROCESS']);
    assert.deepEqual(read.mediaUrls, ['https://x.test/1.png', 'https://x.test/2.png']);
    assert.equal(read.expectedDatetime?.toISOString(), '2026-12-01T00:00:00.000Z');
    assert.deepEqual(read.extendedAttributes, { ward: '7' });
  });

  it('are read where Spot puts them', () => {
    const photo = 'https://x.test/photo.jpg';
    const read = request({
      media_url: photo,
      attributes: [
        { label: 'Object', name: 'type', value: 'Tree', code: 'T' },
        { label: 'No answer', value: '' },
      ],
      extended_attributes: {
        photos: [{ media_url: photo, title: 'Submitted' }, { media_url: 'https://x.test/after.jpg' }],
      },
      notes: [{ datetime: '2026-07-27T16:24:19-07:00', description: 'Submitted', type: 'submitted' }],
    });
    assert.deepEqual(read?.mediaUrls, [photo, 'https://x.test/after.jpg']);
    assert.deepEqual(read.attributes, [{ code: 'T', label: 'Object', value: 'Tree' }]);
    assert.deepEqual(read.notes, [
      { datetime: new Date('2026-07-27T23:24:19Z'), description: 'Submitted', type: 'submitted', mediaUrls: [] },
    ]);
    assert.deepEqual(request({ attributes: { WHERE: 'Alley' } })?.attributes, [
      { code: 'WHERE', label: 'WHERE', value: 'Alley' },
    ]);
  });

  it('are read from XML alike', async () => {
    const xml = `<service_requests><request><service_request_id>1</service_request_id>
      <extended_attributes><detailed_status>PROCESSED</detailed_status><media_urls><media_url>https://x.test/1.png</media_url></media_urls></extended_attributes>
      <notes><note><description>Done</description></note></notes></request></service_requests>`;
    const [read] = decodeRequests(await valueIn(xml)) ?? [];
    assert.deepEqual(read?.detailedStatus, ['PROCESSED']);
    assert.deepEqual(read.mediaUrls, ['https://x.test/1.png']);
    assert.deepEqual(read.notes, [{ description: 'Done', mediaUrls: [] }]);
  });

  it('survive being answered by us', () => {
    const read = request({
      extended_attributes: {
        title: 'Hole',
        detailed_status: 'RECEIVED',
        media_urls: ['https://x.test/1.png', 'https://x.test/2.png'],
        ward: '7',
      },
      notes: [{ update_id: '9', updated_datetime: '2026-07-27T16:24:19Z', status: 'open', description: 'Looked at' }],
    });
    assert.ok(read);
    assert.deepEqual(decodeRequests(JSON.parse(JSON.stringify(encodeRequests([read])))), [read]);
  });

  it('are not there where a city has none', () => {
    assert.deepEqual(Object.keys(request({ extended_attributes: { media_urls: [] } }) ?? {}).toSorted(), [
      'mediaUrls',
      'serviceRequestId',
      'status',
      'statusLabel',
    ]);
  });
});

describe('updates of requests', () => {
  it('are read as mySociety writes them', async () => {
    const xml = `<service_request_updates><request_update><update_id>0</update_id><service_request_id>17</service_request_id>
      <status>FIXED</status><updated_datetime>2026-07-27T16:24:19Z</updated_datetime><description>Done</description>
      <media_url>https://x.test/1.png</media_url></request_update></service_request_updates>`;
    assert.deepEqual(decodeUpdates(await valueIn(xml)), [
      {
        id: '0',
        serviceRequestId: '17',
        statusLabel: 'FIXED',
        datetime: new Date('2026-07-27T16:24:19Z'),
        description: 'Done',
        mediaUrls: ['https://x.test/1.png'],
      },
    ]);
    assert.equal(decodeUpdates([{ service_request_id: '17' }]), undefined);
  });
});

describe('extensions of a definition', () => {
  it('say who fills in a question', () => {
    const definition = decodeServiceDefinition({ attributes: [{ code: 'usrn', automated: 'hidden_field' }] }, 'A');
    assert.equal(definition?.attributes[0]?.automated, 'hidden_field');
  });

  it('ask a question that depends on something unreadable', () => {
    for (const dependencies of [
      {},
      { conditions: [] },
      { conditions: [{ attribute: 'a', op: 'like', value: 'x' }] },
      'x',
      [1],
    ]) {
      const definition = decodeServiceDefinition({ attributes: [{ code: 'b', dependencies }] }, 'A');
      assert.equal(definition?.attributes.length, 1);
      assert.equal(definition.attributes[0]?.visibleWhen, undefined);
    }
  });
});
