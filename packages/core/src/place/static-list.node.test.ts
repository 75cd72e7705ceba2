import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { staticList } from './static-list.ts';

const addresses = [
  ['312 Hoffman St', 41.94, -85.63],
  ['318 Hoffman St', 41.941, -85.631],
  ['3180 Hoffman St', 41.942, -85.632],
  ['402 Hoffman St', 41.943, -85.633],
  ['12 Hoover Ave', 41.95, -85.64],
  ['7 Rue de la Gare', 41.96, -85.65],
  ['9 Peña Ct', 41.97, -85.6],
  ['Hauptstraße 5', 41.98, -85.6],
  ['7 N Main St', 41.99, -85.6],
  ['7 S Main St', 41.99, -85.61],
  ['1 Maple St', 41.99, -85.62],
  ['1 South St', 41.99, -85.63],
];
const { signal } = new AbortController();
const list = staticList('/addresses.json', async () => ({ addresses }));

describe('a list of addresses', () => {
  for (const [typed, labels] of [
    ['ho', ['Hoffman St', 'Hoover Ave']],
    ['hoff', ['Hoffman St']],
    ['ma', ['Maple St', 'N Main St', 'S Main St']],
    ['7 main', ['7 N Main St', '7 S Main St']],
    ['7 s main', ['7 S Main St']],
    ['sout', ['South St']],
    ['south', ['South St', 'S Main St']],
    ['318 hoff', ['318 Hoffman St', '3180 Hoffman St']],
    ['318 hoffman street', ['318 Hoffman St', '3180 Hoffman St']],
    ['31 ho', ['312 Hoffman St', '318 Hoffman St', '12 Hoover Ave', '402 Hoffman St', '3180 Hoffman St']],
    ['400 hoffman', ['402 Hoffman St', '318 Hoffman St', '312 Hoffman St', '3180 Hoffman St']],
    ['gare', ['Rue de la Gare']],
    ['PENA', ['Peña Ct']],
    ['haupt', ['Hauptstraße 5']],
    ['318', []],
    ['nowhere', []],
  ] as const) {
    it(`suggests ${labels.join(', ') || 'nothing'} for “${typed}”`, async () => {
      assert.deepEqual(
        (await list.suggest({ text: typed }, signal)).map(({ label }) => label),
        labels,
      );
    });
  }

  it('puts a street where its middle house is', async () => {
    assert.deepEqual(await list.suggest({ text: 'hoff' }, signal), [
      { label: 'Hoffman St', lat: 41.942, long: -85.632 },
    ]);
  });

  it('names a point by the nearest address, at most 150 m away', async () => {
    assert.equal((await list.at({ lat: 41.9404, long: -85.6304 }, signal))?.label, '312 Hoffman St');
    assert.equal(await list.at({ lat: 41.955, long: -85.64 }, signal), undefined);
  });

  it('is fetched once, and again after a failure; a question that ends does not end it for the next', async () => {
    let fetched = 0;
    const asked = staticList('/addresses.json', async (_url, whole) => {
      fetched += 1;
      await Promise.resolve();
      whole.throwIfAborted();
      if (fetched === 1) throw new Error('offline');
      return { addresses };
    });
    await assert.rejects(asked.suggest({ text: 'hoff' }, signal), /offline/);
    const first = new AbortController();
    const gone = assert.rejects(asked.suggest({ text: 'hof' }, first.signal), { name: 'AbortError' });
    first.abort();
    assert.equal((await asked.suggest({ text: 'hoff' }, signal)).length, 1);
    await gone;
    assert.equal(fetched, 2);
  });

  it('says so where there is no address in it', async () => {
    const empty = staticList('/empty.json', async () => ({ addresses: [['Hoffman St']] }));
    await assert.rejects(empty.suggest({ text: 'hoff' }, signal), /\/empty\.json has no address in it/);
  });
});
