import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressRows, beginningsOf, fetchJson, never, root, streetOf } from '../../test/three-rivers.ts';
import { arcgis } from './arcgis.ts';
import { distanceMetres } from './distance.ts';
import { addressSearch } from './make-address-search.ts';
import { photon } from './photon.ts';
import { staticList } from './static-list.ts';

const rows = await addressRows();
const streets = [...new Set(rows.map(([label]) => streetOf(label)))];
const town = 'Three Rivers';

// Client and server are held together: each geocoder asks the demo city, and is read by the form's own code.
for (const [name, search] of [
  ['Photon', addressSearch(photon(`${root}/geocoder/api`, town), fetchJson)],
  ['ArcGIS', addressSearch(arcgis(`${root}/geocoder/arcgis/GeocodeServer`, town), fetchJson)],
  ['a list of addresses', staticList(`${root}/addresses.json`, fetchJson)],
] as const) {
  describe(`the demo city through ${name}`, () => {
    const labels = async (text: string) => (await search.suggest({ text }, never)).map(({ label }) => label);

    it('suggests every street after four letters of its name', async () => {
      assert.ok(rows.length >= 1000, `${rows.length} addresses`);
      assert.ok(streets.length >= 60, `${streets.length} streets`);
      for (const street of streets) {
        for (const begun of beginningsOf(street)) {
          const said = await labels(begun);
          assert.ok(
            said.includes(street),
            `${begun} is to suggest ${street}, and gave ${said.join(' · ') || 'nothing'}`,
          );
        }
      }
    });

    it('puts the house first whose number and street are being typed', async () => {
      assert.equal((await labels('318 hoff'))[0], '318 E Hoffman St');
      assert.equal((await labels('318 e hoff'))[0], '318 E Hoffman St');
      assert.equal((await labels('318 East Hoffman Street, Three Rivers, MI 49093'))[0], '318 E Hoffman St');
      const nearly = await labels('317 hoff');
      assert.ok(
        nearly.some((one) => /^31[68] [EW] Hoffman St$/.test(one)),
        nearly.join(' · '),
      );
    });

    it('finds every address by its own words, where it stands', async () => {
      for (const [label, lat, long] of rows.filter((_, at) => at % 7 === 0)) {
        const found = await search.suggest({ text: label }, never);
        assert.deepEqual(found[0], { label, lat, long });
      }
    });

    it('names a street within 150 m of a point, for points on every street', async () => {
      let asked = 0;
      for (const [at, [label, lat, long]] of rows.entries()) {
        const [next = label, nextLat = lat, nextLong = long] = rows[at + 1] ?? [];
        if (at % 5 || streetOf(next) !== streetOf(label)) continue;
        const point = { lat: (lat + nextLat) / 2, long: (long + nextLong) / 2 };
        const found = await search.at(point, never);
        assert.ok(found, `${label}: nothing`);
        assert.ok(streets.includes(streetOf(found.label)), found.label);
        assert.ok(distanceMetres(found, point) <= 150, `${label}: ${found.label} is too far`);
        asked += 1;
      }
      assert.ok(asked > 900, `${asked} points`);
    });

    it('names none for a point out in the fields', async () => {
      assert.equal(await search.at({ lat: 41.8, long: -85.5 }, never), undefined);
    });

    it('finds nothing for what is nowhere, and does not ask for what is empty', async () => {
      assert.deepEqual(await labels('xyzzy'), []);
      assert.deepEqual(await labels(' '), []);
    });

    it('ends when it is no longer wanted', async () => {
      const gone = AbortSignal.abort();
      await assert.rejects(async () => search.suggest({ text: 'hoff' }, gone), { name: 'AbortError' });
      await assert.rejects(async () => search.at({ lat: 41.94, long: -85.63 }, gone), { name: 'AbortError' });
    });
  });
}

describe('places of the demo city', () => {
  const search = addressSearch(photon(`${root}/geocoder/`, town), fetchJson);
  const labels = async (text: string) =>
    (await search.suggest({ text, locale: 'es-MX' }, never)).map(({ label }) => label);

  for (const [typed, label] of [
    ['library', 'Three Rivers Public Library, '],
    ['scidmore', 'Scidmore Park, '],
    ['bowman park', 'Bowman Park, '],
    ['4th and garden', '4th Ave at Garden St'],
    ['garden at 4th', '4th Ave at Garden St'],
    ['fire dep', 'Three Rivers Fire Department, '],
    ['hofman', 'E Hoffman St'],
    ['318 hofmfan', '318 E Hoffman St'],
  ] as const) {
    it(`finds “${label}…” for “${typed}”`, async () => {
      const said = await labels(typed);
      assert.ok(
        said.some((one) => one.startsWith(label)),
        said.join(' · '),
      );
    });
  }

  it('names the town where it is not the city’s own', async () => {
    const elsewhere = addressSearch(photon(`${root}/geocoder`, 'Constantine'), fetchJson);
    assert.equal((await elsewhere.suggest({ text: '318 e hoff' }, never))[0]?.label, '318 E Hoffman St, Three Rivers');
  });
});
