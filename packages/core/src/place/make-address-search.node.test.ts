import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FoundPlace } from './address-search.ts';
import { addressSearch } from './make-address-search.ts';

const { signal } = new AbortController();
const hoffman = { label: '318 Hoffman St', lat: 41.94, long: -85.63 };
const search = (found: readonly FoundPlace[], urlAt?: () => string) => {
  const asked: string[] = [];
  const geocoder = {
    urlFor: ({ text }: { text: string }) => `/?q=${text}`,
    ...(urlAt && { urlAt }),
    placesIn: () => found,
  };
  return { asked, ...addressSearch(geocoder, async (url) => void asked.push(url)) };
};

describe('an address search', () => {
  it('asks for what is typed, and shows once what reads the same', async () => {
    const { suggest, asked } = search([hoffman, { ...hoffman, lat: 41.95 }, { ...hoffman, label: '1 A St' }]);
    assert.deepEqual(await suggest({ text: '318' }, signal), [hoffman, { ...hoffman, label: '1 A St' }]);
    assert.deepEqual(await suggest({ text: ' ' }, signal), []);
    assert.deepEqual(asked, ['/?q=318']);
  });

  it('names no address that is more than 150 m from the point', async () => {
    const { at } = search([{ ...hoffman, lat: 41.9415 }, hoffman], () => '/at');
    assert.deepEqual(await at({ lat: 41.93999, long: -85.63 }, signal), hoffman);
    assert.equal(await at({ lat: 41.9385, long: -85.63 }, signal), undefined);
  });

  it('names none where the geocoder cannot, and asks nobody', async () => {
    const { at, asked } = search([hoffman]);
    assert.equal(await at(hoffman, signal), undefined);
    assert.deepEqual(asked, []);
  });

  it('fails when the geocoder does', async () => {
    const failing = addressSearch({ urlFor: () => '/', placesIn: () => [] }, () =>
      Promise.reject(new Error('offline')),
    );
    await assert.rejects(failing.suggest({ text: 'a' }, signal), /offline/);
  });
});
