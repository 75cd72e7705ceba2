import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromMaplibreGeocoder } from './maplibre-geocoder.ts';

const { signal } = new AbortController();
const hoffman = {
  type: 'Feature',
  text: 'Hoffman St',
  place_name: '318 Hoffman St, Three Rivers',
  place_type: ['address'],
  center: [-85.63, 41.94],
  geometry: { type: 'Point', coordinates: [-85.63, 41.94] },
};
const found = { label: '318 Hoffman St, Three Rivers', lat: 41.94, long: -85.63 };

describe('a geocoder written for MapLibre', () => {
  it('is asked as it expects, and its features are read', async () => {
    const asked: unknown[] = [];
    const search = fromMaplibreGeocoder({
      forwardGeocode: async (config) => (asked.push(config), { features: [hoffman, hoffman, null, { text: 5 }] }),
      reverseGeocode: async (config) => (asked.push(config), { features: [{ ...hoffman, center: undefined }] }),
    });
    const near = { lat: 41.9, long: -85.6 };
    assert.deepEqual(await search.suggest({ text: '318', near, locale: 'de' }, signal), [found]);
    assert.deepEqual(await search.at({ lat: 41.9401, long: -85.63 }, signal, 'de'), found);
    assert.deepEqual(asked, [
      { query: '318', limit: 5, proximity: [-85.6, 41.9], language: 'de' },
      { query: [-85.63, 41.9401], limit: 1, language: 'de' },
    ]);
  });

  it('names no address that is more than 150 m from the point, and none where it cannot', async () => {
    const forwardGeocode = async () => ({ features: [] });
    const far = fromMaplibreGeocoder({ forwardGeocode, reverseGeocode: async () => ({ features: [hoffman] }) });
    assert.equal(await far.at({ lat: 41.95, long: -85.63 }, signal), undefined);
    assert.equal(await fromMaplibreGeocoder({ forwardGeocode }).at({ lat: 41.94, long: -85.63 }, signal), undefined);
  });

  it('may answer nonsense, and fail', async () => {
    for (const answer of [undefined, null, {}, { features: {} }, { features: [{ center: 5, text: 'A' }] }]) {
      const search = fromMaplibreGeocoder({ forwardGeocode: async () => answer as never });
      assert.deepEqual(await search.suggest({ text: 'a' }, signal), []);
    }
    const search = fromMaplibreGeocoder({ forwardGeocode: () => Promise.reject(new Error('offline')) });
    await assert.rejects(search.suggest({ text: 'a' }, signal), /offline/);
  });

  it('is not heard any more once nobody waits for it', async () => {
    const waiting = new AbortController();
    const search = fromMaplibreGeocoder({ forwardGeocode: async () => ({ features: [hoffman] }) });
    const asked = assert.rejects(search.suggest({ text: 'a' }, waiting.signal), { name: 'AbortError' });
    waiting.abort();
    await asked;
  });
});
