import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addresses } from './addresses.ts';
import { metresBetween } from './geocoder-places.ts';
import { get, smallCity, type Answer } from './test-kit.ts';

const city = smallCity();

interface Feature {
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: Readonly<Record<string, string>>;
}
const featuresOf = ({ body }: Answer): readonly Feature[] => (body as { features: readonly Feature[] }).features;
const found = async (query: string): Promise<readonly Feature[]> =>
  featuresOf(await get(city, `/geocoder/api?${query}`));

interface Place {
  readonly address: string;
  readonly location: { readonly x: number; readonly y: number };
}
const located = async (operation: string): Promise<unknown> =>
  (await get(city, `/geocoder/arcgis/GeocodeServer/${operation}`)).body;

describe('The geocoder of the demo city, as Photon', () => {
  it('gives features as Photon writes them', async () => {
    const answer = await get(city, '/geocoder/api?q=318+e+hoffman&limit=1&lang=en&lat=41.94&lon=-85.63');
    const house = addresses().find(({ label }) => label === '318 E Hoffman St');
    assert.deepEqual(answer.body, {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [house?.long, house?.lat] },
          properties: {
            osm_key: 'place',
            osm_value: 'house',
            type: 'house',
            housenumber: '318',
            street: 'E Hoffman St',
            city: 'Three Rivers',
            state: 'Michigan',
            postcode: '49093',
            county: 'Saint Joseph',
            country: 'United States',
            countrycode: 'US',
          },
        },
      ],
    });
  });

  it('may be asked by pages of any site, which may keep the answer', async () => {
    for (const path of ['/geocoder/api?q=hoff', '/geocoder/reverse?lat=41.94&lon=-85.63', '/geocoder/api']) {
      const { headers } = await get(city, path);
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
    }
    assert.match((await get(city, '/geocoder/api?q=hoff')).headers.get('cache-control') ?? '', /max-age=[1-9]/);
    assert.equal((await get(city, '/geocoder/api')).headers.get('cache-control'), 'no-store');
  });

  it('lies below the path of its city', async () => {
    const answer = await get(smallCity({ base: '/here' }), '/here/geocoder/api/?q=hoff');
    assert.equal(featuresOf(answer).length > 0, true);
  });

  for (const path of [
    'api',
    'api?q=',
    'api?q=%20',
    `api?q=${'a'.repeat(201)}`,
    'api?q=a&lang=xx',
    'api?q=a&limit=many',
    'api?q=a&lat=41',
    'api?q=a&lat=91&lon=0',
    'api?q=a&lat=&lon=',
    'reverse',
    'reverse?lat=41',
    'reverse?lat=41&lon=east',
    'reverse?lat=41&lon=181',
    'reverse?lat=41&lon=-85&lang=xx',
  ]) {
    it(`refuses ${path.slice(0, 40)}`, async () => {
      const { status, body } = await get(city, `/geocoder/${path}`);
      assert.equal(status, 400);
      assert.match((body as { message: string }).message, /\w{3}/);
    });
  }

  it('gives as many as are asked for, 15 otherwise and 50 at most', async () => {
    assert.equal((await found('q=st&limit=3')).length, 3);
    assert.equal((await found('q=st')).length, 15);
    assert.equal((await found('q=st&limit=9999')).length, 50);
    assert.equal((await found('q=st&limit=0')).length, 15);
  });

  it('puts what is near first, where the words fit as well', async () => {
    const [near, far] = await Promise.all([found('q=main&lat=41.96&lon=-85.63'), found('q=main&lat=41.92&lon=-85.63')]);
    assert.deepEqual([near[0]?.properties['name'], far[0]?.properties['name']], ['N Main St', 'S Main St']);
  });

  for (const [typed, name] of [
    ['hofman', 'E Hoffman St'],
    ['michgian', 'E Michigan Ave'],
    ['libary', 'Three Rivers Public Library'],
    ['pubilc library', 'Three Rivers Public Library'],
    ['armitagee', 'E Armitage St'],
    ['5TH AVENUE', '5th Ave'],
    ['michigan avenue three rivers mi 49093', 'E Michigan Ave'],
    ['corner of 4th and garden', '4th Ave at Garden St'],
    ['garden & 4th', '4th Ave at Garden St'],
    ['three rivers', 'Three Rivers City Hall'],
    ['mi', 'Middle St'],
    ['hofxxx', undefined],
  ] as const) {
    it(`finds ${name ?? 'nothing'} for “${typed}”`, async () => {
      const names = (await found(`q=${encodeURIComponent(typed)}`)).map(({ properties }) => properties['name']);
      assert.ok(name === undefined ? names.length === 0 : names.includes(name), names.join(' · '));
    });
  }

  it('names the house that is nearest to a point, and none where there is nothing within a kilometre', async () => {
    for (const { label, lat, long } of addresses().filter((_, at) => at % 50 === 0)) {
      const [feature] = featuresOf(await get(city, `/geocoder/reverse?lat=${lat}&lon=${long}`));
      const { housenumber, street } = feature?.properties ?? {};
      const [east = 0, north = 0] = feature?.geometry.coordinates ?? [];
      assert.ok(metresBetween({ lat: north, long: east }, { lat, long }) < 1, `${label}: ${housenumber} ${street}`);
    }
    assert.deepEqual(featuresOf(await get(city, '/geocoder/reverse?lat=41.8&lon=-85.63')), []);
  });
});

describe('The geocoder of the demo city, as an ArcGIS locator', () => {
  it('gives candidates and an address as a locator writes them', async () => {
    const answer = await located('findAddressCandidates?f=json&SingleLine=318+e+hoff&maxLocations=1');
    const { spatialReference, candidates } = answer as { spatialReference: unknown; candidates: readonly Place[] };
    assert.deepEqual(spatialReference, { wkid: 4326, latestWkid: 4326 });
    assert.equal(candidates.length, 1);
    const [{ address, location }] = candidates as [Place];
    assert.equal(address, '318 E Hoffman St, Three Rivers, Michigan, 49093');
    const point = encodeURIComponent(JSON.stringify({ ...location, spatialReference: { wkid: 4326 } }));
    for (const spot of [point, `${location.x},${location.y}`]) {
      const at = (await located(`reverseGeocode?f=json&distance=50&location=${spot}`)) as {
        readonly address: { readonly Match_addr: string };
        readonly location: Place['location'];
      };
      assert.equal(at.address.Match_addr, address);
      assert.deepEqual({ x: at.location.x, y: at.location.y }, location);
    }
  });

  for (const operation of [
    'findAddressCandidates?SingleLine=hoff',
    'findAddressCandidates?f=json',
    'findAddressCandidates?f=json&SingleLine=hoff&outSR=102100',
    'findAddressCandidates?f=json&SingleLine=hoff&location=here',
    'reverseGeocode?f=json',
    'reverseGeocode?f=json&distance=100&location=,',
    'reverseGeocode?f=json&distance=100&location={',
    'reverseGeocode?f=json&distance=100&location={"x":1,"y":2,"spatialReference":{"wkid":102100}}',
    'reverseGeocode?f=json&distance=100&location=-85.5,41.8',
    'reverseGeocode?f=json&location=-85.63,41.9412',
  ]) {
    it(`answers 200 with an error to ${operation}`, async () => {
      const { status, body } = await get(city, `/geocoder/arcgis/GeocodeServer/${operation}`);
      assert.equal(status, 200);
      assert.equal((body as { error: { code: number } }).error.code, 400);
    });
  }
});
