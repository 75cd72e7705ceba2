import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeServiceDefinition } from './decode-definition.ts';
import { decodeDiscovery } from './decode-discovery.ts';
import { decodeReceipt } from './decode-receipt.ts';
import { decodeServices } from './decode.ts';
import { decodeRequests } from './decode-requests.ts';

describe('services', () => {
  it('are read with words as booleans, keywords as a list and codes as they came', () => {
    const rows = [
      {
        service_code: '006',
        service_name: ' Graffiti ',
        metadata: 'true',
        type: 'Batch',
        keywords: 'wall, paint ,,tag',
        group: '',
      },
      { service_code: 0, service_name: 'Else', metadata: 'false', keywords: null, description: 'Any\n', extra: 1 },
      { service_code: 'Animals/Noise NA', metadata: 1, type: 'other', keywords: ['dog', ' cat'] },
    ];
    assert.deepEqual(decodeServices(rows), [
      {
        serviceCode: '006',
        serviceName: 'Graffiti',
        metadata: true,
        type: 'batch',
        keywords: ['wall', 'paint', 'tag'],
      },
      { serviceCode: '0', serviceName: 'Else', metadata: false, type: 'realtime', keywords: [], description: 'Any' },
      {
        serviceCode: 'Animals/Noise NA',
        serviceName: 'Animals/Noise NA',
        metadata: true,
        type: 'realtime',
        keywords: ['dog', 'cat'],
      },
    ]);
  });

  it('are found in wrappers, and one of them where a list is due', () => {
    const row = { service_code: 'A' };
    for (const answer of [[row], row, { services: [row] }, { services: row }, { services: { service: row } }]) {
      assert.equal(decodeServices(answer)?.[0]?.serviceCode, 'A', JSON.stringify(answer));
    }
    for (const answer of [[], { services: [] }, { services: null }, { services: '' }]) {
      assert.deepEqual(decodeServices(answer), []);
    }
  });

  it('without a code are left out; an answer with nothing else is none', () => {
    assert.equal(decodeServices([null, 7, { service_code: '' }, { service_code: 'A' }])?.length, 1);
    for (const answer of [null, 7, 'x', {}, { title: 'x' }, [null], [{ service_code: {} }]]) {
      assert.equal(decodeServices(answer), undefined, JSON.stringify(answer));
    }
  });

  it('cannot be poisoned', () => {
    const answer: unknown = JSON.parse(
      '[{"service_code":"__proto__","__proto__":{"polluted":1},"constructor":{"a":1}}]',
    );
    assert.deepEqual(Object.keys(decodeServices(answer)?.[0] ?? {}), [
      'serviceCode',
      'metadata',
      'type',
      'keywords',
      'serviceName',
    ]);
    assert.ok(!('polluted' in {}));
  });
});

describe('a service definition', () => {
  // Shaped like Washington DC's potholes: notices among the questions, order mixed, yes and no as choices.
  const potholes = {
    service_code: 'S1',
    attributes: [
      {
        variable: false,
        code: 'N1',
        datatype: 'text',
        required: false,
        order: 9,
        description: 'We come within 3 days.',
        values: [],
      },
      {
        variable: 'true',
        code: 'DAMAGE',
        datatype: 'singlevaluelist',
        required: 'false',
        datatype_description: 'Boolean Type Yes/No',
        order: '4',
        description: 'Was property damaged?',
        values: [{ key: 'FALSE', name: 'No' }, { key: 0, name: null }, { name: 'nothing' }, 'Maybe'],
      },
      {
        variable: true,
        code: 'WHERE',
        datatype: 'MultiValueList',
        required: true,
        order: 1,
        description: 'Where?',
        values: { value: { key: 'A', name: 'Alley' } },
      },
    ],
  };

  it('is read in the city’s order, notices kept', () => {
    assert.deepEqual(decodeServiceDefinition(potholes, 'S1'), {
      serviceCode: 'S1',
      attributes: [
        {
          code: 'WHERE',
          datatype: 'multivaluelist',
          required: true,
          variable: true,
          order: 1,
          description: 'Where?',
          values: [{ key: 'A', name: 'Alley' }],
        },
        {
          code: 'DAMAGE',
          datatype: 'singlevaluelist',
          required: false,
          variable: true,
          order: 4,
          description: 'Was property damaged?',
          datatypeDescription: 'Boolean Type Yes/No',
          values: [
            { key: 'FALSE', name: 'No' },
            { key: '0', name: '0' },
            { key: 'Maybe', name: 'Maybe' },
          ],
        },
        {
          code: 'N1',
          datatype: 'text',
          required: false,
          variable: false,
          order: 9,
          description: 'We come within 3 days.',
          values: [],
        },
      ],
    });
  });

  it('keeps questions of the same order as they came, those without one last', () => {
    // Shaped like Merton's: all server-set fields are 0, and hidden fields have no description.
    const attributes = ['d', 'b', 'c', 'a'].map((code, i) => ({ code, datatype: 'string', order: i === 0 ? null : 0 }));
    const definition = decodeServiceDefinition({ service_definition: { attributes } }, 'DF');
    assert.equal(definition?.serviceCode, 'DF');
    assert.deepEqual(
      definition?.attributes.map(({ code, description, order }) => [code, description, order]),
      [
        ['b', 'b', 0],
        ['c', 'c', 0],
        ['a', 'a', 0],
        ['d', 'd', 4],
      ],
    );
  });

  it('asks as text what it does not know, and lists without choices', () => {
    const attributes = [
      { code: 'a', datatype: 'Picklist' },
      { code: 'b' },
      { code: 'c', datatype: 'singlevaluelist', values: 3 },
      { code: 'd', datatype: 'datetime' },
    ];
    const datatypes = decodeServiceDefinition({ attributes }, 'A')?.attributes.map(({ datatype }) => datatype);
    assert.deepEqual(datatypes, ['text', 'text', 'text', 'datetime']);
  });

  it('leaves out a question without a code, but not a notice', () => {
    const attributes = [{ description: 'Why?' }, { description: 'Call 911 first.', variable: 'false' }];
    const definition = decodeServiceDefinition([{ service_code: 'A', attributes }], 'A');
    assert.deepEqual(
      definition?.attributes.map(({ description }) => description),
      ['Call 911 first.'],
    );
  });

  it('is none without any of its fields', () => {
    for (const answer of [null, [], {}, 'x', [{ code: 404, description: 'no' }]]) {
      assert.equal(decodeServiceDefinition(answer, 'A'), undefined);
    }
  });
});

describe('requests', () => {
  const first = (row: object) => decodeRequests([{ service_request_id: '1', ...row }])?.[0];

  it('keep ids and zip codes as words', () => {
    assert.equal(decodeRequests([{ service_request_id: 0 }])?.[0]?.serviceRequestId, '0');
    assert.equal(first({ service_request_id: '007', zipcode: '06511' })?.serviceRequestId, '007');
    assert.equal(first({ zipcode: '06511', address_id: 12 })?.zipcode, '06511');
  });

  it('take "", null and missing alike for what the city did not say', () => {
    const bare = { serviceRequestId: '1', status: 'open', statusLabel: 'open', mediaUrls: [] };
    assert.deepEqual(first({}), bare);
    assert.deepEqual(
      first({ address: '', description: null, service_name: ' ', agency_responsible: {}, media_url: '' }),
      bare,
    );
  });

  it('are open or closed, beside the city’s own word', () => {
    const states = ['open', 'CLOSED', 'Closed - Fixed', 'Received', 'Resolved', 'submitted', 'Reopened', 'Not fixed'];
    assert.deepEqual(
      states.map((status) => [first({ status })?.status, first({ status })?.statusLabel]),
      states.map((label) => [/^(closed|resolved)/i.test(label) ? 'closed' : 'open', label]),
    );
  });

  it('have a place only where both numbers are on earth and not 0/0', () => {
    const place = (lat: unknown, long: unknown) => {
      const { lat: y, long: x } = first({ lat, long }) ?? {};
      return y === undefined && x === undefined ? undefined : [y, x];
    };
    assert.deepEqual(place('41.94', ' -85.63 '), [41.94, -85.63]);
    assert.deepEqual(place(0, -85), [0, -85]);
    for (const [lat, long] of [
      [0, 0],
      ['0.0', '0.0'],
      [null, null],
      [41, null],
      ['40,7', '-74'],
      ['NaN', 1],
      [912, -9999],
      ['', ''],
    ]) {
      assert.equal(place(lat, long), undefined, `${lat} ${long}`);
    }
  });

  it('have dates, read in any of the ways cities write them', () => {
    const iso = (words: unknown) => first({ requested_datetime: words })?.requestedDatetime?.toISOString();
    assert.equal(iso('2026-11-21T19:34:06.476675+02:00'), '2026-11-21T17:34:06.476Z');
    assert.equal(iso('2026-11-21T19:34Z'), '2026-11-21T19:34:00.000Z');
    assert.equal(iso('2012-09-18T15:37-05'), '2012-09-18T20:37:00.000Z');
    assert.equal(iso('2012-09-18T15:37:00-0500'), '2012-09-18T20:37:00.000Z');
    assert.equal(iso('2014-07-02 18:23:44'), new Date(2014, 6, 2, 18, 23, 44).toISOString());
    assert.equal(iso('2014-07-02'), new Date(2014, 6, 2).toISOString());
    for (const bad of ['yesterday', '20-02-2017 10:00', '2026-13-45T99:00Z', '', null, {}, 0, '12-31-2099T00:00:00Z']) {
      assert.equal(iso(bad), undefined, String(bad));
    }
  });

  it('have pictures from one address, many, or a list; never from anything but http(s)', () => {
    const pictures = (media_url: unknown) => first({ media_url })?.mediaUrls;
    assert.deepEqual(pictures('http://x.test/a,b.jpg'), ['http://x.test/a,b.jpg']);
    assert.deepEqual(pictures('http://x.test/1.jpg, https://x.test/2.jpg '), [
      'http://x.test/1.jpg',
      'https://x.test/2.jpg',
    ]);
    assert.deepEqual(pictures(['http://x.test/1.jpg', { id: 1, url: 'http://x.test/2.jpg' }, null]), [
      'http://x.test/1.jpg',
      'http://x.test/2.jpg',
    ]);
    for (const none of ['', null, 'javascript:alert(1)', 'data:image/png,x', [null], {}])
      assert.deepEqual(pictures(none), []);
  });

  it('without an id yet are left out', () => {
    assert.deepEqual(decodeRequests([{ token: 't' }, { status: 'open', service_code: 'A' }]), []);
    assert.equal(decodeRequests([{ success: true, id: 'x' }]), undefined);
  });
});

describe('a receipt', () => {
  it('is read from a list, a wrapper or alone, its words kept', () => {
    const row = { service_request_id: '007', service_notice: ' Thanks ', account_id: 12, token: null };
    for (const answer of [[row], row, { service_requests: [row] }, { service_requests: { request: row } }]) {
      assert.deepEqual(decodeReceipt(answer), { serviceRequestId: '007', serviceNotice: 'Thanks', accountId: '12' });
    }
  });
});

describe('a discovery', () => {
  it('is read with one endpoint where a list is due, and without any', () => {
    const endpoint = {
      specification: 'GeoReport_v2',
      url: 'https://x.test',
      type: 'TEST',
      formats: { format: 'text/xml' },
    };
    assert.deepEqual(decodeDiscovery({ contact: '', endpoints: { endpoint } })?.endpoints, [
      { ...endpoint, type: 'test', formats: ['text/xml'] },
    ]);
    assert.deepEqual(decodeDiscovery({ discovery: {} }), { endpoints: [] });
    assert.equal(decodeDiscovery({ code: 404, detail: 'no' }), undefined);
  });
});
