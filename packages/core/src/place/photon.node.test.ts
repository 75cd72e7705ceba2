import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { photon } from './photon.ts';

const near = { lat: 41.9437123456, long: -85.6325 };
const answer = (...properties: readonly object[]) => ({
  type: 'FeatureCollection',
  features: properties.map((one) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [13.2395, 52.5147] },
    properties: one,
  })),
});

describe('Photon is asked', () => {
  for (const base of [
    'https://photon.example',
    'https://photon.example/',
    'https://photon.example/api',
    'https://photon.example/api/',
  ]) {
    it(`at ${base}`, () => {
      const { urlFor, urlAt } = photon(base);
      assert.equal(
        urlFor({ text: '318 hoff & co', locale: 'xx' }),
        'https://photon.example/api?q=318+hoff+%26+co&limit=5',
      );
      assert.equal(urlAt?.(near), 'https://photon.example/reverse?lat=41.94371&lon=-85.63250');
    });
  }

  it('below a path of its own, also one that belongs to the page', () => {
    assert.equal(photon('/geo/photon/api').urlAt?.(near), '/geo/photon/reverse?lat=41.94371&lon=-85.63250');
    assert.equal(photon('/myapi').urlFor({ text: 'a' }), '/myapi/api?q=a&limit=5');
  });

  it('near a place, no closer than a metre, in a language that every server has', () => {
    const url = photon('https://photon.example').urlFor({ text: 'a', near, locale: 'fr-CA' });
    assert.equal(url, 'https://photon.example/api?q=a&limit=5&lat=41.94371&lon=-85.63250&lang=fr');
  });

  it('with what the city wrote into the URL, which stands over ours', () => {
    const { urlFor, urlAt } = photon('https://photon.example/api?lang=default&bbox=-86,41,-85,42');
    assert.equal(
      urlFor({ text: 'a', locale: 'de' }),
      'https://photon.example/api?lang=default&bbox=-86%2C41%2C-85%2C42&q=a&limit=5',
    );
    assert.match(urlAt?.(near, 'de') ?? '', /\/reverse\?lang=default&/);
  });
});

describe('Photon answers', () => {
  const label = (properties: object, town?: string) => photon('', town).placesIn(answer(properties))[0]?.label;

  for (const [what, properties, said] of [
    [
      'a house',
      { housenumber: '318', street: 'Hoffman St', city: 'Three Rivers', countrycode: 'US' },
      '318 Hoffman St',
    ],
    [
      'a house elsewhere',
      { housenumber: '1', street: 'A St', city: 'Centreville', countrycode: 'US' },
      '1 A St, Centreville',
    ],
    [
      'a house where the number comes last',
      { housenumber: '3', street: 'Olympischer Platz', countrycode: 'DE' },
      'Olympischer Platz 3',
    ],
    ['a street', { name: 'Hoffman St', city: 'Three Rivers' }, 'Hoffman St'],
    [
      'a place',
      { name: 'Library', housenumber: '920', street: 'W Michigan Ave', countrycode: 'US' },
      'Library, 920 W Michigan Ave',
    ],
    ['a place on a street', { name: 'Library', street: 'W Michigan Ave' }, 'Library, W Michigan Ave'],
    ['a number without a street', { name: 'Lot', housenumber: '9' }, 'Lot'],
    ['a town', { name: 'Three Rivers' }, 'Three Rivers'],
  ] as const) {
    it(`with ${what}: “${said}”`, () => assert.equal(label(properties, 'Three Rivers'), said));
  }

  it('with what has no name, or no place: nothing', () => {
    const { placesIn } = photon('');
    assert.deepEqual(placesIn(answer({}, { name: 5 }, { city: 7 })), []);
    for (const coordinates of [undefined, null, 5, [], ['1', '2'], [0, 91], [181, 0], [NaN, 1]])
      assert.deepEqual(placesIn({ features: [{ geometry: { coordinates }, properties: { name: 'A' } }] }), []);
    for (const json of [null, 5, '', [], { features: 'x' }, { features: [null, 5, {}, { geometry: null }] }])
      assert.deepEqual(placesIn(json), []);
  });

  it('with anything at all: it never throws', () => {
    const hostile = fc.record(
      { features: fc.array(fc.record({ geometry: fc.object(), properties: fc.object() }, { requiredKeys: [] })) },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), hostile), (json) => Array.isArray(photon('').placesIn(json))));
  });
});
