import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { arcgis } from './arcgis.ts';

const base = 'https://gis.example.gov/arcgis/rest/services/City/GeocodeServer';
const asked = (url: string | undefined) => Object.fromEntries(new URL(url ?? '').searchParams);
const at = { location: { x: -85.63, y: 41.94 } };

describe('an ArcGIS locator is asked', () => {
  it('for words, near a place whose degrees say that they are degrees', () => {
    const url = arcgis(`${base}/`).urlFor({ text: '318 hoff', near: { lat: 41.94, long: -85.63 }, locale: 'en' });
    assert.ok(url.startsWith(`${base}/findAddressCandidates?`), url);
    const { location = '', ...rest } = asked(url);
    assert.deepEqual(rest, { f: 'json', SingleLine: '318 hoff', maxLocations: '5', outSR: '4326', langCode: 'en' });
    assert.deepEqual(JSON.parse(location), { x: -85.63, y: 41.94, spatialReference: { wkid: 4326 } });
  });

  it('for a point, with the city’s own parameters', () => {
    const url = arcgis(`${base}?token=t&forStorage=true`).urlAt?.({ lat: 41.94, long: -85.63 });
    assert.ok(url?.startsWith(`${base}/reverseGeocode?`), url);
    const { location = '', ...rest } = asked(url);
    assert.deepEqual(rest, { token: 't', forStorage: 'true', f: 'json', distance: '150', outSR: '4326' });
    assert.deepEqual(JSON.parse(location), { x: -85.63, y: 41.94, spatialReference: { wkid: 4326 } });
  });
});

describe('an ArcGIS locator answers', () => {
  const label = (address: unknown, town = 'Three Rivers') =>
    arcgis(base, town).placesIn({ candidates: [{ address, ...at }] })[0]?.label;

  for (const [address, said] of [
    ['318 Hoffman St, Three Rivers, Michigan, 49093', '318 Hoffman St'],
    ['318 HOFFMAN ST, THREE RIVERS, MI, 49093', '318 Hoffman St'],
    ['318 HOFFMAN ST', '318 Hoffman St'],
    ['12 NW 4TH AVE, CENTREVILLE, MI', '12 NW 4TH Ave, Centreville, MI'],
    ['1 A St, Centreville, Michigan, 49032', '1 A St, Centreville, Michigan, 49032'],
    ['Public Library, 920 W Michigan Ave, Three Rivers, Michigan', 'Public Library, 920 W Michigan Ave'],
    ['Three Rivers, Michigan', 'Three Rivers, Michigan'],
  ] as const) {
    it(`“${address}”: “${said}”`, () => assert.equal(label(address), said));
  }

  it('for a point, in the fields of new and old locators', () => {
    for (const address of [
      { Match_addr: '318 Hoffman St, Three Rivers, Michigan, 49093', LongLabel: 'x', Address: '318 Hoffman St' },
      { Address: '318 Hoffman St', City: 'Three Rivers' },
      { Street: '318 Hoffman St', City: 'Three Rivers', Match_addr: '' },
    ]) {
      assert.deepEqual(arcgis(base, 'Three Rivers').placesIn({ address, ...at }), [
        { label: '318 Hoffman St', lat: 41.94, long: -85.63 },
      ]);
    }
  });

  it('with an error, or without an address or a place: nothing', () => {
    for (const json of [
      { error: { code: 400, message: 'Unable to find address' } },
      { candidates: [{ address: 'A' }, { ...at }, null, 5, { address: 'A', location: { x: '1', y: 2 } }] },
      { candidates: {} },
      { address: null, ...at },
      null,
      [],
      'x',
    ]) {
      assert.deepEqual(arcgis(base).placesIn(json), []);
    }
  });

  it('with anything at all: it never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ candidates: fc.array(fc.anything()) })), (json) =>
        Array.isArray(arcgis(base).placesIn(json)),
      ),
    );
  });
});
