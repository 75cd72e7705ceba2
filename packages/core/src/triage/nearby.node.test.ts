import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ServiceRequest } from '@citydesk/open311';
import { emptyDraft } from '../request/draft.ts';
import { nearbyAmong, nearbyQuery, readNearby, usualNearby } from './nearby.ts';

const point = { lat: 41.944, long: -85.632 };
const now = new Date('2026-11-20T15:00:00Z');
const draft = { ...emptyDraft, serviceCode: 'pothole', place: { words: 'Here', point } };

describe('what the city is asked for', () => {
  it('is the open reports of the service around the place', () => {
    assert.deepEqual(nearbyQuery(draft, usualNearby, now), {
      serviceCodes: ['pothole'],
      status: ['open'],
      startDate: new Date('2026-08-23T15:00:00Z'),
      ...point,
      radius: 100,
      pageSize: 50,
      extensions: true,
    });
  });

  it('is nothing without a service, without a point, or where the city does not want it', () => {
    assert.equal(nearbyQuery({ ...draft, serviceCode: undefined }, usualNearby, now), undefined);
    assert.equal(nearbyQuery({ ...draft, place: { words: 'Here' } }, usualNearby, now), undefined);
    assert.equal(
      nearbyQuery(
        draft,
        readNearby(false, () => {}),
        now,
      ),
      undefined,
    );
    assert.equal(
      nearbyQuery(
        draft,
        readNearby({ services: { pothole: 0 } }, () => {}),
        now,
      ),
      undefined,
    );
  });

  it('follows the city file, of which what is wrong is told', () => {
    const told: string[] = [];
    const rules = readNearby({ radius: 50, services: { street_light: 30, noise: 0, bad: '7', worse: -1 } }, (key) =>
      told.push(key),
    );
    assert.deepEqual(rules, { radius: 50, services: { street_light: 30, noise: 0 } });
    assert.deepEqual(told, ['services.bad', 'services.worse']);
    for (const json of [undefined, null, true, 7, 'x', [], { radius: 'x' }, { services: [] }])
      assert.deepEqual(
        readNearby(json, () => {}),
        usualNearby,
        JSON.stringify(json),
      );
  });
});

describe('what may be the same problem', () => {
  const one = (id: string, metres: number, more: Partial<ServiceRequest> = {}): ServiceRequest => ({
    serviceRequestId: id,
    status: 'open',
    statusLabel: 'open',
    serviceCode: 'pothole',
    lat: point.lat + metres / 111_195,
    long: point.long,
    mediaUrls: [],
    ...more,
  });
  const among = (requests: readonly ServiceRequest[], privateServices: readonly string[] = []) =>
    nearbyAmong(requests, { point, serviceCode: 'pothole', radius: 100, privateServices });

  it('is open, of the same service, within the radius, the nearest first, and at most four', () => {
    const found = among([
      one('c', 80),
      one('a', 10),
      one('far', 101),
      one('closed', 5, { status: 'closed' }),
      one('other', 5, { serviceCode: 'graffiti' }),
      one('unsaid', 5, { serviceCode: undefined } as never),
      one('nowhere', 5, { lat: undefined, long: undefined } as never),
      one('sea', 5, { lat: 0, long: 0 }),
      one('b', 20),
      one('d', 90),
      one('e', 95),
    ]);
    assert.deepEqual(
      found.map(({ request, distance }) => `${request.serviceRequestId} ${Math.round(distance)}`),
      ['a 10', 'b 20', 'c 80', 'd 90'],
    );
  });

  it('is never of a private service', () => {
    assert.deepEqual(among([one('a', 10)], ['pothole']), []);
    assert.equal(among([one('a', 10)], ['noise']).length, 1);
  });
});
