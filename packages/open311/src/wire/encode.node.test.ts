import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Discovery, Service, ServiceDefinition, ServiceRequest } from '../types.ts';
import {
  encodeDiscovery,
  encodeErrors,
  encodeReceipt,
  encodeRequests,
  encodeServiceDefinition,
  encodeServices,
} from './answers.ts';
import { decodeServiceDefinition } from './decode-definition.ts';
import { decodeDiscovery } from './decode-discovery.ts';
import { decodeReceipt } from './decode-receipt.ts';
import { decodeServices } from './decode.ts';
import { decodeRequests } from './decode-requests.ts';
import { decodeErrors } from './decode-errors.ts';
import { decodeReport, encodeReport } from './encode.ts';

/** Over the wire, as text. */
const wired = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a report as form fields', () => {
  const report = {
    serviceCode: 'A/1',
    lat: 41.94,
    long: -85.63,
    addressString: 'Elm St 1, Three Rivers',
    addressId: '010',
    description: 'Line 1\nLine 2 & ümläut + 100 %',
    email: 'resident@example.org',
    firstName: 'Ann',
    lastName: 'Lee',
    phone: '+1 555',
    deviceId: 'd',
    accountId: '0',
    mediaUrl: 'https://x.test/1.jpg',
    attributes: { WHERE: 'ALLEY', 'a]b': 'x', ['__proto__']: 'p', SEEN: ['1'], ALL: ['a', 'b,c'] },
  };

  it('comes back as it was sent', () => {
    const sent = encodeReport(report, { apiKey: 'k', jurisdictionId: 'city.example' });
    const received = decodeReport(new URLSearchParams(sent.toString()));
    assert.deepEqual(received, { ...report, apiKey: 'k', jurisdictionId: 'city.example' });
    assert.deepEqual(sent.getAll('attribute[SEEN][]'), ['1']);
  });

  it('leaves out what is blank, half a place, and what the spec has no field for', () => {
    const odd = {
      serviceCode: 'A',
      lat: 1,
      description: '  ',
      phone: undefined,
      attributes: { A: '', B: [], C: [''] },
      toString: 1,
    };
    assert.equal(encodeReport(odd as object as typeof report).toString(), 'service_code=A');
  });

  it('keeps a latitude of 0', () => {
    assert.equal(encodeReport({ serviceCode: 'A', lat: 0, long: 9.5 }).toString(), 'service_code=A&lat=0&long=9.5');
  });

  it('is read by a server even where it is wrong', () => {
    assert.deepEqual(
      decodeReport(
        new URLSearchParams('service_code=&lat=north&long=&attribute[A]=&attribute[B]=1&attribute[B]=2&x=1'),
      ),
      {
        lat: NaN,
        attributes: { B: ['1', '2'] },
      },
    );
  });
});

describe('an answer of ours', () => {
  it('is the spec’s JSON', () => {
    const service: Service = {
      serviceCode: '006',
      serviceName: 'Graffiti',
      metadata: false,
      type: 'batch',
      keywords: ['a', 'b'],
    };
    assert.deepEqual(wired(encodeServices([service])), [
      { service_code: '006', service_name: 'Graffiti', metadata: false, type: 'batch', keywords: 'a,b' },
    ]);
    assert.deepEqual(wired(encodeReceipt({ serviceRequestId: '1', serviceNotice: 'Thanks' })), [
      { service_request_id: '1', service_notice: 'Thanks' },
    ]);
    assert.deepEqual(encodeErrors([{ code: '400', description: 'no' }]), [{ code: '400', description: 'no' }]);
  });

  it('is read back by the client as it was', () => {
    const services: Service[] = [
      {
        serviceCode: '0',
        serviceName: 'A',
        description: 'd',
        metadata: true,
        type: 'realtime',
        keywords: [],
        group: 'G',
      },
    ];
    const definition: ServiceDefinition = {
      serviceCode: '0',
      attributes: [
        {
          code: 'Q',
          datatype: 'singlevaluelist',
          required: true,
          variable: true,
          order: 1,
          description: 'q',
          datatypeDescription: 'h',
          values: [{ key: '1', name: 'one' }],
        },
        { code: 'N', datatype: 'text', required: false, variable: false, order: 2, description: 'n', values: [] },
      ],
    };
    const requests: ServiceRequest[] = [
      {
        serviceRequestId: '0',
        status: 'closed',
        statusLabel: 'closed',
        statusNotes: 'done',
        serviceCode: '0',
        requestedDatetime: new Date('2026-11-21T10:00:00Z'),
        lat: 41.9,
        long: -85.6,
        zipcode: '01234',
        mediaUrls: ['https://x.test/1.jpg'],
      },
    ];
    const discovery: Discovery = {
      contact: 'c',
      keyService: 'k',
      changeset: '1',
      endpoints: [{ specification: 's', url: 'https://x.test', type: 'production', formats: ['application/json'] }],
    };
    const errors = [{ code: '400', description: 'no' }];
    assert.deepEqual(decodeServices(wired(encodeServices(services))), services);
    assert.deepEqual(decodeServiceDefinition(wired(encodeServiceDefinition(definition)), ''), definition);
    assert.deepEqual(decodeRequests(wired(encodeRequests(requests))), requests);
    assert.deepEqual(decodeReceipt(wired(encodeReceipt({ token: '0' }))), { token: '0' });
    assert.deepEqual(decodeDiscovery(wired(encodeDiscovery(discovery))), discovery);
    assert.deepEqual(decodeErrors(wired(encodeErrors(errors))), errors);
  });
});
