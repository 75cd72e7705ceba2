import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findAddresses, readAddresses } from './addresses.ts';

const list = readAddresses({
  addresses: [
    ['312 Hoffman St', 41.94, -85.63],
    ['318 Hoffman St', 41.941, -85.631],
    ['402 Hoffman St', 41.942, -85.632],
    ['12 W Michigan Ave', 41.95, -85.64],
    ['12 E Michigan Ave', 41.95, -85.62],
    ['9 Peña Ct', 41.96, -85.6],
  ],
});
const found = (typed: string) => findAddresses(list, typed).map(({ label }) => label);

describe('an address as typed', () => {
  for (const [typed, labels] of [
    ['318 Hoffman St', ['318 Hoffman St']],
    ['318 hoffman street', ['318 Hoffman St']],
    ['318 Hoffman St., Three Rivers, MI 49093', ['318 Hoffman St']],
    ['318 hoff', ['318 Hoffman St']],
    ['12 west michigan avenue', ['12 W Michigan Ave']],
    ['9 pena court', ['9 Peña Ct']],
    ['12 Michigan Ave', ['12 W Michigan Ave', '12 E Michigan Ave']],
    ['12 mich', ['12 W Michigan Ave', '12 E Michigan Ave']],
    ['316 Hoffman', ['318 Hoffman St', '312 Hoffman St', '402 Hoffman St']],
    ['Hoffman St', ['312 Hoffman St', '318 Hoffman St', '402 Hoffman St']],
    ['1 Nowhere Rd', []],
    ['', []],
    ['318', []],
  ] as const) {
    it(`“${typed}” is ${labels.join(' or ') || 'none of the city’s'}`, () => assert.deepEqual(found(typed), labels));
  }

  it('never makes it throw, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => Array.isArray(found(typed))));
  });
});

describe('a list of addresses', () => {
  it('leaves out what is no address', () => {
    const rows = [['1 A St', 1, 2], ['2 A St'], ['3 A St', '1', 2], ['4 A St', 91, 2], null, 'x', [5, 1, 2]];
    assert.deepEqual(readAddresses({ addresses: rows }), [{ label: '1 A St', lat: 1, long: 2 }]);
    for (const other of [null, [], {}, 'x', { addresses: {} }]) assert.deepEqual(readAddresses(other), []);
  });
});
