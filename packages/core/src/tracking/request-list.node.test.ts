import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ServiceRequest } from '@citydesk/open311';
import { distanceFrom, distanceMetres, listed, mostListed, serviceChoices, type ListQuery } from './request-list.ts';

const request = (serviceRequestId: string, rest: Partial<ServiceRequest> = {}): ServiceRequest => ({
  serviceRequestId,
  status: 'open',
  statusLabel: 'open',
  serviceCode: 'pothole',
  serviceName: 'Pothole',
  mediaUrls: [],
  ...rest,
});
const day = (number: number) => new Date(Date.UTC(2026, 10, number));

const requests = [
  request('26-01', { requestedDatetime: day(1), address: '318 Hoffman St', lat: 41.95, long: -85.63 }),
  request('26-03', {
    requestedDatetime: day(3),
    status: 'closed',
    address: 'Café Olé, Main St',
    lat: 41.94,
    long: -85.63,
  }),
  request('26-02', {
    requestedDatetime: day(2),
    serviceCode: 'tree',
    serviceName: 'Árbol caído',
    description: 'On the SWING',
  }),
  request('26-00', {
    serviceCode: 'secret',
    serviceName: 'Needle found',
    description: 'In the Hoffman park',
    lat: 41.94,
    long: -85.63,
  }),
];
const ids = (query: Partial<ListQuery> = {}, of: readonly ServiceRequest[] = requests) =>
  listed(of, { privateServices: [], ...query }).map(({ serviceRequestId }) => serviceRequestId);

describe('a list of reports', () => {
  it('begins with the newest; what has no date comes last', () => {
    assert.deepEqual(ids(), ['26-03', '26-02', '26-01', '26-00']);
  });

  it('keeps the city’s order where dates are the same, and the list it was given', () => {
    const same = ['b', 'a', 'c'].map((id) => request(id, { requestedDatetime: day(1) }));
    assert.deepEqual(ids({}, same), ['b', 'a', 'c']);
    const given = [...requests];
    ids({ near: { lat: 0, long: 0 } }, given);
    assert.deepEqual(given, requests);
  });

  it('never has a report of a private service, whatever is looked for', () => {
    const hidden = { privateServices: ['secret'] };
    for (const query of [
      {},
      { words: 'needle' },
      { words: '26-00' },
      { serviceCode: 'secret' },
      { near: { lat: 41.94, long: -85.63 } },
    ]) {
      assert.ok(!ids({ ...hidden, ...query }).includes('26-00'), JSON.stringify(query));
    }
    assert.deepEqual(ids({ ...hidden, words: 'hoffman' }), ['26-01']);
  });

  it('leaves out what does not say its service only where there are private ones', () => {
    const { serviceCode: _, ...silent } = request('1');
    assert.deepEqual(ids({ privateServices: ['secret'] }, [silent]), []);
    assert.deepEqual(ids({}, [silent]), ['1']);
  });

  it('is of one service, or of one status', () => {
    assert.deepEqual(ids({ serviceCode: 'tree' }), ['26-02']);
    assert.deepEqual(ids({ serviceCode: 'moon' }), []);
    assert.deepEqual(ids({ status: 'closed' }), ['26-03']);
    assert.deepEqual(ids({ status: 'open', serviceCode: 'pothole' }), ['26-01']);
  });

  it('is searched in number, service, address and description, without regard to case and accents', () => {
    for (const [words, found] of [
      ['26-02', '26-02'],
      ['ARBOL caido', '26-02'],
      ['swing', '26-02'],
      ['cafe OLE', '26-03'],
      ['ĆÁFÉ', '26-03'],
      ['hoffman pothole', '26-01'],
      ['  318\thoff  ', '26-01'],
    ] as const) {
      assert.deepEqual(ids({ words, privateServices: ['secret'] }), [found], words);
    }
    assert.deepEqual(ids({ words: 'hoffman moon' }), []);
    assert.equal(ids({ words: '  ' }).length, 4);
  });

  it('begins with the nearest where a place is given; what has none comes last, newest first', () => {
    const far = [request('zero', { lat: 0, long: 0, requestedDatetime: day(1) }), ...requests];
    assert.deepEqual(ids({ near: { lat: 41.951, long: -85.63 } }, far), ['26-01', '26-03', '26-00', '26-02', 'zero']);
  });

  it('has a thousand rows at most, the newest', () => {
    const many = Array.from({ length: 1500 }, (_, at) => request(String(at), { requestedDatetime: new Date(at) }));
    const shown = ids({}, many);
    assert.deepEqual([shown.length, shown[0], shown.at(-1)], [mostListed, '1499', '500']);
  });

  it('bears dates at the ends of time', () => {
    const ends = [8.64e15, -8.64e15, 0].map((time) => request(String(time), { requestedDatetime: new Date(time) }));
    assert.deepEqual(ids({}, [request('none', { requestedDatetime: undefined! }), ...ends]), [
      '8640000000000000',
      '0',
      '-8640000000000000',
      'none',
    ]);
  });
});

describe('the services to choose from', () => {
  it('are those of the list by name, with their counts, without private ones', () => {
    assert.deepEqual(serviceChoices(requests, ['secret']), [
      { serviceCode: 'tree', serviceName: 'Árbol caído', count: 1 },
      { serviceCode: 'pothole', serviceName: 'Pothole', count: 2 },
    ]);
  });

  it('have a name even if the city gives none, or gives nothing but names', () => {
    const { serviceName: _name, ...nameless } = request('1', { serviceCode: '017' });
    const { serviceCode: _code, ...codeless } = request('2', { serviceName: 'Trash' });
    const choices = serviceChoices([nameless, codeless, { ...request('3'), serviceCode: '', serviceName: '' }], []);
    assert.deepEqual(
      choices.map(({ serviceCode, serviceName }) => [serviceCode, serviceName]),
      [
        ['', ''],
        ['017', '017'],
        ['Trash', 'Trash'],
      ],
    );
    assert.deepEqual(ids({ serviceCode: 'Trash' }, [nameless, codeless]), ['2']);
  });
});

describe('a distance', () => {
  it('is right to half a percent', () => {
    // By Vincenty's formula on WGS84: Three Rivers to Detroit; across the date line; a street corner; round half the earth.
    for (const [a, b, metres] of [
      [{ lat: 41.9437, long: -85.6325 }, { lat: 42.3314, long: -83.0458 }, 218_131],
      [{ lat: 0, long: 179.9 }, { lat: 0, long: -179.9 }, 22_264],
      [{ lat: 41.9437, long: -85.6325 }, { lat: 41.9446, long: -85.6325 }, 99.96],
      [{ lat: 90, long: 0 }, { lat: -90, long: 0 }, 20_003_931],
    ] as const) {
      assert.ok(Math.abs(distanceMetres(a, b) / metres - 1) < 0.005, `${distanceMetres(a, b)} is not ${metres}`);
    }
    assert.equal(distanceMetres({ lat: 41.9, long: -85.6 }, { lat: 41.9, long: -85.6 }), 0);
  });

  it('is none to a report without a place', () => {
    assert.equal(distanceFrom({ lat: 1, long: 1 }, request('1')), undefined);
    assert.equal(distanceFrom({ lat: 1, long: 1 }, request('1', { lat: 0, long: 0 })), undefined);
    assert.equal(distanceFrom({ lat: 0, long: 1 }, request('1', { lat: 0, long: 1 })), 0);
  });
});
